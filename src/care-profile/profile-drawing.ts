/**
 * The picture of a profile: thirteen sub-areas down, grades 1 to 5 across, areas as headings. A filled mark stands at the
 * derived grade, small open ones under it at the grades of the items, and words at the right say what made it so.
 * A sub-area without a grade is a gap with words in it, never a zero. Shape, place and words carry it all: no colour does.
 *
 * The same drawing is shown on the screen and set into the report.
 */
import type { Drawing, Point, Shape } from '@/reports/report.ts'
import { GRADES, gradeOf, type Grade } from './scoring.ts'
import type { AreaSummary, ProfileSummary, SubAreaSummary } from './summary.ts'
import { roomFor, wrapLabel } from './text-width.ts'

export interface DrawingWords {
  /** Heads of the columns: what 1 and 5 mean. */
  best: string
  worst: string
  /** Of an area or a sub-area. */
  name: (id: string) => string
  /** What stands at the right of a row; empty for nothing. */
  note: (part: AreaSummary | SubAreaSummary) => string
  /** What stands in the gap of a row without a derived grade. */
  gap: (part: AreaSummary | SubAreaSummary) => string
  legend: { area: string; subArea: string; item: string }
}

// All lengths in points. The width is that of the text on an A4 page with margins of 18 mm.
const WIDTH = 490
const NAME = { x: 6, width: 146 }
const GRID = { x: 160, column: 33 }
const GRID_END = GRID.x + GRID.column * GRADES.length
const GRID_MIDDLE = (GRID.x + GRID_END) / 2
/** What 1 and 5 mean, each on its side of the grid's middle. */
const END_WIDTH = 150
const END_GAP = 4
const NOTE = { x: GRID_END + 10, width: WIDTH - GRID_END - 14 }
const GAP_WORDS_WIDTH = GRID_END - GRID.x - 8
const TEXT = { name: 9, note: 8, head: 10 }
/** From one baseline to the next, as a part of the size; and from the top of a line to its baseline. */
const LEADING = 1.25
/** Where letters hang below and above one another, as in Nastaliq. */
const HANGING_LEADING = 1.7
const HANGING = /\p{Script=Arabic}/u
const ASCENT = 0.95
const PADDING = 4
const MARK_RADIUS = 6
const ITEM_RADIUS = 2.4
const ITEM_STEP = 6.4
/** From the top of the lanes to the middle of each. */
const MARK_LANE = MARK_RADIUS
const ITEM_LANE = MARK_RADIUS * 2 + 2 + ITEM_RADIUS
const LANES_HEIGHT = ITEM_LANE + ITEM_RADIUS

export function drawProfile(summary: ProfileSummary, words: DrawingWords): Drawing {
  const shapes: Shape[] = []
  let y = drawHead(shapes, words)
  for (const area of summary.areas) {
    y = drawArea(shapes, y, area, words)
    for (const subArea of area.subAreas) y = drawSubArea(shapes, y, subArea, words)
  }
  shapes.push({ kind: 'line', from: [0, y], to: [WIDTH, y], width: 0.75, tone: 'ink' })
  y = drawLegend(shapes, y + PADDING * 2, words)
  return { width: WIDTH, height: y, shapes }
}

/** Gives the y at which the next part begins, as all of these do. */
function drawHead(shapes: Shape[], words: DrawingWords): number {
  // Either may grow outwards over its side, where nothing else stands.
  const best = wrapLabel(words.best, END_WIDTH, TEXT.note)
  const worst = wrapLabel(words.worst, END_WIDTH, TEXT.note)
  const widest = (lines: readonly string[]) => Math.max(0, ...lines.map((line) => roomFor(line, TEXT.note)))
  const bestStart = Math.min(GRID.x, GRID_MIDDLE - END_GAP - widest(best))
  const worstEnd = Math.max(GRID_END, GRID_MIDDLE + END_GAP + widest(worst))
  const endsHeight = Math.max(heightOf(best, TEXT.note), heightOf(worst, TEXT.note))
  drawLines(shapes, best, bestStart, 0, TEXT.note, { anchor: 'start', tone: 'grey' })
  drawLines(shapes, worst, worstEnd, 0, TEXT.note, { anchor: 'end', tone: 'grey' })
  for (const grade of GRADES) {
    drawLines(shapes, [String(grade)], columnOf(grade), endsHeight + 2, TEXT.head, {
      anchor: 'middle',
      strong: true,
    })
  }
  return endsHeight + TEXT.head * LEADING + PADDING
}

function drawArea(shapes: Shape[], top: number, area: AreaSummary, words: DrawingWords): number {
  const row = rowOf(area, words, MARK_RADIUS * 2)
  shapes.push({ kind: 'rectangle', at: [0, top], width: WIDTH, height: row.height, fill: 'pale' })
  shapes.push({ kind: 'line', from: [0, top], to: [WIDTH, top], width: 0.75, tone: 'ink' })
  drawWords(shapes, top, row, { strong: true })
  if (row.grade !== null) {
    const middle = top + PADDING + MARK_LANE
    shapes.push({ kind: 'polygon', points: diamond(columnOf(row.grade), middle, MARK_RADIUS), fill: 'ink' })
  }
  return top + row.height
}

function drawSubArea(shapes: Shape[], top: number, subArea: SubAreaSummary, words: DrawingWords): number {
  const row = rowOf(subArea, words, LANES_HEIGHT)
  shapes.push({ kind: 'line', from: [0, top], to: [WIDTH, top], width: 0.5, tone: 'pale' })
  if (row.gap.length === 0) {
    for (const grade of GRADES) {
      const x = columnOf(grade)
      shapes.push({ kind: 'line', from: [x, top], to: [x, top + row.height], width: 0.5, tone: 'pale' })
    }
  }
  drawWords(shapes, top, row, {})
  const lanes = top + PADDING
  if (row.grade !== null) {
    shapes.push({
      kind: 'circle',
      centre: [columnOf(row.grade), lanes + MARK_LANE],
      radius: MARK_RADIUS,
      fill: 'ink',
    })
  }
  // Under words in a gap there is no lane of items: they would be read as belonging to a grade.
  if (row.gap.length === 0) drawItems(shapes, lanes + ITEM_LANE, subArea)
  return top + row.height
}

function drawItems(shapes: Shape[], y: number, subArea: SubAreaSummary): void {
  for (const grade of GRADES) {
    const count = subArea.items.filter(
      ({ standing }) => standing.state === 'graded' && standing.grade === grade,
    ).length
    for (let place = 0; place < count; place += 1) {
      const x = columnOf(grade) + (place - (count - 1) / 2) * ITEM_STEP
      shapes.push({
        kind: 'circle',
        centre: [x, y],
        radius: ITEM_RADIUS,
        fill: 'paper',
        stroke: 'ink',
        strokeWidth: 1,
      })
    }
  }
}

function drawLegend(shapes: Shape[], top: number, words: DrawingWords): number {
  const lane = top + MARK_RADIUS
  const width = WIDTH / 3
  const marks: [string, (x: number) => Shape][] = [
    [words.legend.area, (x) => ({ kind: 'polygon', points: diamond(x, lane, MARK_RADIUS - 1), fill: 'ink' })],
    [
      words.legend.subArea,
      (x) => ({ kind: 'circle', centre: [x, lane], radius: MARK_RADIUS - 1, fill: 'ink' }),
    ],
    [
      words.legend.item,
      (x) => ({
        kind: 'circle',
        centre: [x, lane],
        radius: ITEM_RADIUS,
        fill: 'paper',
        stroke: 'ink',
        strokeWidth: 1,
      }),
    ],
  ]
  let height = 0
  marks.forEach(([text, mark], place) => {
    const x = place * width + MARK_RADIUS
    const label = wrapLabel(text, width - MARK_RADIUS * 4, TEXT.note)
    shapes.push(mark(x))
    drawLines(shapes, label, x + MARK_RADIUS * 2, top + 1, TEXT.note, { tone: 'grey' })
    height = Math.max(height, heightOf(label, TEXT.note))
  })
  return top + Math.max(MARK_RADIUS * 2, height) + PADDING
}

interface Row {
  grade: Grade | null
  name: string[]
  note: string[]
  gap: string[]
  height: number
}

function rowOf(part: AreaSummary | SubAreaSummary, words: DrawingWords, lanes: number): Row {
  const setAside = 'notReliable' in part
  const grade = setAside ? null : gradeOf(part.derived)
  const isGap = setAside || part.derived.outcome.status === 'not-scored'
  const name = wrapLabel(words.name(part.id), NAME.width, TEXT.name)
  const note = wrapLabel(words.note(part), NOTE.width, TEXT.note)
  const gap = isGap ? wrapLabel(words.gap(part), GAP_WORDS_WIDTH, TEXT.note) : []
  const content = Math.max(
    lanes,
    heightOf(name, TEXT.name),
    heightOf(note, TEXT.note),
    heightOf(gap, TEXT.note),
  )
  return { grade, name, note, gap, height: content + PADDING * 2 }
}

function drawWords(shapes: Shape[], top: number, row: Row, style: { strong?: boolean }): void {
  const y = top + PADDING
  drawLines(shapes, row.name, NAME.x, y, TEXT.name, style)
  drawLines(shapes, row.note, NOTE.x, y, TEXT.note, {})
  drawLines(shapes, row.gap, (GRID.x + GRID_END) / 2, y, TEXT.note, { anchor: 'middle', tone: 'grey' })
}

type LabelStyle = Pick<Extract<Shape, { kind: 'label' }>, 'anchor' | 'strong' | 'tone'>

/** `top` is that of the first line; a label itself is placed by its baseline. */
function drawLines(
  shapes: Shape[],
  lines: readonly string[],
  x: number,
  top: number,
  size: number,
  style: LabelStyle,
): void {
  lines.forEach((text, line) => {
    const y = top + size * (ASCENT + line * leadingOf(lines))
    shapes.push({ kind: 'label', at: [x, y], text, size, ...style })
  })
}

function leadingOf(lines: readonly string[]): number {
  return lines.some((line) => HANGING.test(line)) ? HANGING_LEADING : LEADING
}

function heightOf(lines: readonly string[], size: number): number {
  return lines.length * size * leadingOf(lines)
}

function columnOf(grade: Grade): number {
  return GRID.x + GRID.column * (grade - 0.5)
}

function diamond(x: number, y: number, radius: number): Point[] {
  return [
    [x, y - radius],
    [x + radius, y],
    [x, y + radius],
    [x - radius, y],
  ]
}
