import type { StructureElement } from '../engine.ts'
import type { Table } from '../../report.ts'
import { plainText } from '../../text.ts'
import { stripsOf } from './lines.ts'
import { RULE, SIZE } from './measures.ts'
import { rowStrip, type Cell, type RowLook } from './row.ts'
import type { Column, Setting } from './setting.ts'
import type { Strip } from './strip.ts'

const GUTTER = 12
const INSET = 6
const CAPTION_SPACE = 5
/** A column narrower than this holds no word. */
const NARROWEST = 34
/** A header row taller than this part of the page is not repeated. */
const TALLEST_REPEAT = 0.25
/** Lines of a row's own header that stand again where the row goes on. */
const MOST_AGAIN = 4
/** A table up to this part of the page stays on one page. */
const WHOLE_UP_TO = 0.35

/** The header row stands again, as an artifact, on every page that the table goes on to. */
export function setTable(table: Table, setting: Setting): Strip[] {
  const span = { left: setting.body.left, width: setting.body.right - setting.body.left }
  const columns = columnsOf(table, span, setting)
  const element = setting.page.element(setting.root, 'Table')
  const caption = captionStrips(table, element, span, setting)
  const headerRow = setting.page.element(element, 'TR')
  const headerLines = table.columns.map(({ header }, at) =>
    setting.lines(header, { size: SIZE.table, strong: true }, columns[at]?.width ?? 0),
  )
  const headerCells = (elements: readonly (StructureElement | null)[]): Cell[] =>
    table.columns.map(({ align = 'start' }, at) => ({
      element: elements[at] ?? null,
      lines: headerLines[at] ?? [],
      column: columns[at] ?? span,
      align,
    }))
  const headerElements = table.columns.map(({ header }) =>
    setting.element(headerRow, 'TH', header, { scope: 'Column' }),
  )
  const header = rowStrip(
    headerCells(headerElements),
    headerLook(span),
    { keep: table.rows.length > 0 },
    setting,
  )
  const again = rowStrip(headerCells([]), headerLook(span), { keep: true }, setting)
  const repeat = again.height <= setting.bodyHeight * TALLEST_REPEAT ? again : undefined
  const rows = table.rows.map((texts, row) => {
    const rowElement = setting.page.element(element, 'TR')
    const cells = table.columns.map(({ align = 'start' }, at): Cell => {
      const text = texts[at] ?? ''
      const column = columns[at] ?? span
      const lines = setting.lines(text, { size: SIZE.table }, column.width)
      if (at > 0) return { element: setting.element(rowElement, 'TD', text), lines, column, align }
      const element = setting.element(rowElement, 'TH', text, { scope: 'Row' })
      return { element, lines, column, align, ...(lines.length <= MOST_AGAIN && { again: lines }) }
    })
    const place = { keep: false, ...(repeat && { repeat }) }
    return rowStrip(cells, rowLook(span, row === table.rows.length - 1), place, setting)
  })
  const strips = [...caption, { ...header, before: caption.length > 0 ? CAPTION_SPACE : 0 }, ...rows]
  return keptTogether(strips, rows.length, setting)
}

/** A small table whole; of a larger one the first and the last two rows, so that none stands alone. */
function keptTogether(strips: readonly Strip[], rows: number, { bodyHeight }: Setting): Strip[] {
  const height = strips.reduce((sum, strip) => sum + strip.before + strip.height, 0)
  const first = strips.length - rows
  return strips.map((strip, at) => {
    const isLast = at === strips.length - 1
    const isEnd = at === first || at === strips.length - 2
    return { ...strip, keep: strip.keep || (!isLast && (isEnd || height <= bodyHeight * WHOLE_UP_TO)) }
  })
}

function captionStrips(table: Table, element: StructureElement, span: Column, setting: Setting): Strip[] {
  if (plainText(table.caption).trim() === '') return []
  const caption = setting.element(element, 'Caption', table.caption)
  const lines = setting.lines(table.caption, { size: SIZE.table, strong: true }, span.width)
  const strips = stripsOf(lines, {
    drawLine: (line, top) => setting.drawLine(caption, line, top, span),
  })
  return strips.map((strip) => ({ ...strip, keep: true }))
}

/** The text's place in each column, from the side where the report begins. */
export function columnsOf({ columns }: Table, span: Column, { direction }: Setting): Column[] {
  const free = span.width - GUTTER * (columns.length - 1) - 2 * INSET
  const widths = widthsOf(
    columns.map(({ share }) => share),
    free,
  )
  let offset = INSET
  return widths.map((width) => {
    const left = direction === 'ltr' ? span.left + offset : span.left + span.width - offset - width
    offset += width + GUTTER
    return { left, width }
  })
}

/** By their shares; what would be too narrow for a word is made wider, and the others give up their part of it. */
function widthsOf(shares: readonly number[], free: number): number[] {
  const least = Math.min(NARROWEST, free / Math.max(1, shares.length))
  const positive = shares.map((share) => (Number.isFinite(share) && share > 0 ? share : 0))
  const narrow = new Set<number>()
  for (;;) {
    const wide = positive.filter((_, at) => !narrow.has(at)).reduce((sum, share) => sum + share, 0)
    const left = free - narrow.size * least
    const widthOf = (share: number) => (wide > 0 ? (share / wide) * left : least)
    const next = positive.findIndex((share, at) => !narrow.has(at) && widthOf(share) < least)
    if (next === -1) return positive.map((share, at) => (narrow.has(at) ? least : widthOf(share)))
    narrow.add(next)
  }
}

function headerLook(span: Column): RowLook {
  return {
    paddingAbove: 4,
    paddingBelow: 4,
    fill: 'pale',
    ruleBelow: { width: RULE.thin, tone: 'ink' },
    span,
  }
}

function rowLook(span: Column, isLast: boolean): RowLook {
  return {
    paddingAbove: 4,
    paddingBelow: 4,
    ruleBelow: isLast ? { width: RULE.thin, tone: 'ink' } : { width: RULE.hair, tone: 'grey' },
    span,
  }
}
