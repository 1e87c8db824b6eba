/**
 * Texts side by side, in tables and in facts: first lines on one baseline, cells never wider than their column. A row
 * is kept whole where that leaves no great hole in the page; one that is taller goes on over the page's end.
 */
import type { Line, StructureElement } from '../engine.ts'
import type { Tone } from '../../report.ts'
import { baselineOf, heightOf, type Align, type Column, type Setting } from './setting.ts'
import type { Strip } from './strip.ts'

/** A row taller than this part of the page may be cut. */
const WHOLE_UP_TO = 0.3
/** Fewest lines of a cut cell on either page. */
const TOGETHER = 2

export interface Cell {
  element: StructureElement | null
  lines: readonly Line[]
  column: Column
  align: Align
  /** Lines that stand in an element of their own, and at a side of their own. */
  apart?: ReadonlyMap<Line, { element: StructureElement; align: Align }>
  /** Stands again, unheard, on each page that the row goes on to: what the row is about. */
  again?: readonly Line[]
}

export interface RowLook {
  paddingAbove: number
  paddingBelow: number
  /** Behind the whole row. */
  fill?: Tone
  ruleBelow?: { width: number; tone: Tone }
  /** Across the table, for the fill and the rule. */
  span: Column
}

export interface RowPlace {
  keep: boolean
  repeat?: Strip
}

export function rowStrip(cells: readonly Cell[], look: RowLook, place: RowPlace, setting: Setting): Strip {
  const baseline = Math.max(0, ...cells.map(firstBaseline))
  const height =
    Math.max(0, ...cells.map((cell) => baseline - firstBaseline(cell) + heightOf(cell.lines))) +
    look.paddingAbove +
    look.paddingBelow
  return {
    height,
    before: 0,
    keep: place.keep,
    ...(place.repeat && { repeat: place.repeat }),
    draw: (top) => {
      drawGround(top, height, look, setting)
      for (const cell of cells) {
        let y = top + look.paddingAbove + baseline - firstBaseline(cell)
        for (const line of cell.lines) {
          const { element, align } = cell.apart?.get(line) ?? cell
          setting.drawLine(element, line, y, cell.column, align)
          y += line.height
        }
      }
    },
    split: (room, must) => {
      const isSmall = !must && height <= setting.bodyHeight * WHOLE_UP_TO
      return isSmall
        ? undefined
        : cut(cells, room - look.paddingAbove - look.paddingBelow - baseline, look, place, setting)
    },
  }
}

function firstBaseline({ lines }: Cell): number {
  return lines[0] ? baselineOf(lines[0]) : 0
}

function drawGround(top: number, height: number, look: RowLook, { page }: Setting): void {
  const { left, width } = look.span
  const { fill, ruleBelow } = look
  if (fill) page.within(null, () => page.rectangle(left, top, width, height, { fill }))
  if (!ruleBelow) return
  const bottom = top + height
  const ends = [
    [left, bottom],
    [left + width, bottom],
  ] as const
  page.within(null, () => page.moveAndLine(ends, { stroke: ruleBelow.tone, width: ruleBelow.width }, false))
}

/** `room` is from the common first baseline down. */
function cut(
  cells: readonly Cell[],
  room: number,
  look: RowLook,
  place: RowPlace,
  setting: Setting,
): readonly [Strip, Strip] | undefined {
  const counts = cells.map((cell) => fitting(cell, room + firstBaseline(cell)))
  const isTooFew = cells.some(({ lines }, at) => (counts[at] ?? 0) < Math.min(TOGETHER, lines.length))
  const isAll = cells.every(({ lines }, at) => counts[at] === lines.length)
  if (isTooFew || isAll) return undefined
  const upper = cells.map((cell, at) => ({ ...cell, lines: cell.lines.slice(0, counts[at]) }))
  const lower = cells.map((cell, at) => goingOn({ ...cell, lines: cell.lines.slice(counts[at]) }))
  return [rowStrip(upper, look, { ...place, keep: false }, setting), rowStrip(lower, look, place, setting)]
}

function goingOn(cell: Cell): Cell {
  return cell.again && cell.lines.length === 0 ? { ...cell, element: null, lines: cell.again } : cell
}

/** How many lines fit, leaving none alone for the next page. */
function fitting({ lines }: Cell, room: number): number {
  let used = 0
  let count = 0
  for (const line of lines) {
    used += line.height
    if (used > room) break
    count++
  }
  const left = lines.length - count
  return left > 0 && left < TOGETHER && count > TOGETHER ? lines.length - TOGETHER : count
}
