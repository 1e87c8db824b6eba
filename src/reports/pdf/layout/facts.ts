import type { Facts } from '../../report.ts'
import { RULE, SIZE } from './measures.ts'
import { rowStrip, type RowLook } from './row.ts'
import type { Setting } from './setting.ts'
import type { Strip } from './strip.ts'

const LABEL_SHARE = 0.3
const GAP = 14

/** A list of labels and what they say: heard as "Child: A", not as a table of two columns. */
export function setFacts({ rows }: Facts, setting: Setting): Strip[] {
  const span = { left: setting.body.left, width: setting.body.right - setting.body.left }
  const labels = setting.startOf(span, span.width * LABEL_SHARE)
  const values = setting.indented(span, labels.width + GAP)
  const list = setting.page.element(setting.root, 'L')
  const look: RowLook = {
    paddingAbove: 3.5,
    paddingBelow: 3.5,
    ruleBelow: { width: RULE.hair, tone: 'grey' },
    span,
  }
  return rows.map(({ label, value }) => {
    const entry = setting.page.element(list, 'LI')
    return rowStrip(
      [
        {
          element: setting.element(entry, 'Lbl', label),
          lines: setting.lines(label, { size: SIZE.body, tone: 'grey' }, labels.width),
          column: labels,
          align: 'start',
        },
        {
          element: setting.element(entry, 'LBody', value),
          lines: setting.lines(value, { size: SIZE.body }, values.width),
          column: values,
          align: 'page-start',
        },
      ],
      look,
      { keep: false },
      setting,
    )
  })
}
