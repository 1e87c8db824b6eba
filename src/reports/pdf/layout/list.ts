import type { List } from '../../report.ts'
import { stripsOf } from './lines.ts'
import { SIZE, textWidth } from './measures.ts'
import { baselineOf, type Setting } from './setting.ts'
import type { Strip } from './strip.ts'

const BULLET = '\u2022'
const LABEL_GAP = 6
const BULLET_INDENT = 8
const ITEM_SPACE = 3
const LOOK = { size: SIZE.body }

/** Labels in a column of their own, as wide as the widest of them. */
export function setList({ ordered = false, from = 1, items }: List, setting: Setting): Strip[] {
  const measure = setting.startOf(
    { left: setting.body.left, width: setting.body.right - setting.body.left },
    textWidth(setting.body),
  )
  const list = setting.page.element(setting.root, 'L', { numbering: ordered ? 'decimal' : 'disc' })
  const labels = items.map(
    (_, at) => setting.lines(labelOf(from + at, ordered, setting), LOOK, measure.width / 2)[0],
  )
  const indent = ordered ? 0 : BULLET_INDENT
  const labelWidth = Math.max(0, ...labels.map((label) => label?.width ?? 0))
  const column = setting.indented(measure, indent + labelWidth + LABEL_GAP)
  const labelColumn = setting.startOf(setting.indented(measure, indent), labelWidth)
  return items.flatMap((text, item) => {
    const label = labels[item]
    const entry = setting.page.element(list, 'LI')
    const labelElement = setting.page.element(entry, 'Lbl')
    const body = setting.element(entry, 'LBody', text)
    const strips = stripsOf(setting.lines(text, LOOK, column.width), {
      drawLine: (line, top, at) => {
        if (at === 0 && label) {
          // A label in Latin figures stands on the line of a taller script.
          const drop = Math.max(0, baselineOf(line) - baselineOf(label))
          setting.drawLine(labelElement, label, top + drop, labelColumn, ordered ? 'end' : 'start')
        }
        setting.drawLine(body, line, top, column)
      },
    })
    return strips.map((strip, at) => (at === 0 && item > 0 ? { ...strip, before: ITEM_SPACE } : strip))
  })
}

/** In the figures of the report's language. */
function labelOf(number: number, ordered: boolean, { report }: Setting): string {
  return ordered ? `${new Intl.NumberFormat(report.language).format(number)}.` : BULLET
}

/** For the choice of fonts. */
export function listLabels({ ordered = false, from = 1, items }: List, language: string): string {
  const numbers = new Intl.NumberFormat(language)
  return ordered ? items.map((_, at) => numbers.format(from + at)).join(' ') : BULLET
}
