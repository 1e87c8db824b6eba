import type { Facts, FactsRow, ReportText } from '../../report.ts'
import { runsOf } from '../../text.ts'
import type { StructureElement } from '../engine.ts'
import { RULE, SIZE } from './measures.ts'
import { rowStrip, type Cell, type RowLook } from './row.ts'
import type { Column, Setting } from './setting.ts'
import type { Strip } from './strip.ts'

const LABEL_SHARE = 0.3
/** Of each label where there are two, one at either side. */
const LABEL_SHARE_OF_TWO = 0.24
const GAP = 14
const LABEL = { size: SIZE.body, tone: 'grey' } as const
const VALUE = { size: SIZE.body }

interface Columns {
  labels: Column
  values: Column
  otherLabels: Column
}

/** A list of labels and what they say: heard as "Child: A", not as a table of two columns. */
export function setFacts({ rows, otherLanguage }: Facts, setting: Setting): Strip[] {
  const span = { left: setting.body.left, width: setting.body.right - setting.body.left }
  const hasTwo = rows.some(({ other }) => other !== undefined)
  const columns = columnsOf(span, hasTwo, setting)
  const other = setting.speaking(otherLanguage)
  const list = setting.page.element(setting.root, 'L')
  const look: RowLook = {
    paddingAbove: 3.5,
    paddingBelow: 3.5,
    ruleBelow: { width: RULE.hair, tone: 'grey' },
    span,
  }
  return rows.map((row) => {
    const entry = setting.page.element(list, 'LI')
    const cells = row.other
      ? cellsOfTwo({ ...row, other: row.other }, entry, columns, setting, other)
      : cellsOfOne(row, entry, columns, setting)
    return rowStrip(cells, look, { keep: false }, setting)
  })
}

function columnsOf(span: Column, hasTwo: boolean, setting: Setting): Columns {
  const width = span.width * (hasTwo ? LABEL_SHARE_OF_TWO : LABEL_SHARE)
  const labels = setting.startOf(span, width)
  const rest = setting.indented(span, width + GAP)
  if (!hasTwo) return { labels, values: rest, otherLabels: rest }
  const values = setting.startOf(rest, rest.width - width - GAP)
  return { labels, values, otherLabels: setting.indented(span, span.width - width) }
}

function cellsOfOne(
  { label, value }: FactsRow,
  entry: StructureElement,
  { labels, values }: Columns,
  setting: Setting,
): Cell[] {
  return [
    {
      element: setting.element(entry, 'Lbl', label),
      lines: setting.lines(label, LABEL, labels.width),
      column: labels,
      align: 'start',
    },
    {
      element: setting.element(entry, 'LBody', value),
      lines: setting.lines(value, VALUE, values.width),
      column: values,
      align: 'page-start',
    },
  ]
}

/** Both labels are heard before both values, each in its own language. */
function cellsOfTwo(
  { label, value, other }: FactsRow & { other: NonNullable<FactsRow['other']> },
  entry: StructureElement,
  { labels, values, otherLabels }: Columns,
  setting: Setting,
  theirs: Setting,
): Cell[] {
  const { page } = setting
  const bothLabels = page.element(entry, 'Lbl')
  const span = (parent: StructureElement, text: ReportText, of: Setting): StructureElement => {
    // Its own element must say its language: nothing round it does.
    const isTyped = runsOf(text, of.report.language).every((run) => run.language === undefined)
    const isOwn = of === setting || isTyped
    return of.element(parent, 'Span', text, isOwn ? {} : { language: of.report.language })
  }
  const ownLabel = span(bothLabels, label, setting)
  const otherLabel = span(bothLabels, other.label, theirs)
  const bothValues = page.element(entry, 'LBody')
  const ownValue = span(bothValues, value, setting)
  const upper = setting.lines(value, VALUE, values.width)
  const lower = other.value === undefined ? [] : theirs.lines(other.value, VALUE, values.width)
  const otherValue = other.value === undefined ? undefined : span(bothValues, other.value, theirs)
  return [
    {
      element: ownLabel,
      lines: setting.lines(label, LABEL, labels.width),
      column: labels,
      align: 'start',
    },
    {
      element: ownValue,
      lines: [...upper, ...lower],
      column: values,
      align: 'page-start',
      ...(otherValue && {
        apart: new Map(lower.map((line) => [line, { element: otherValue, align: 'start' as const }])),
      }),
    },
    {
      element: otherLabel,
      lines: theirs.lines(other.label, LABEL, otherLabels.width),
      column: otherLabels,
      align: 'start',
    },
  ]
}
