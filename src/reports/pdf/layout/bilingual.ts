/**
 * Two languages side by side, pair by pair. Each side is set as a small report of its own: its own direction, its own
 * line heights. The first lines of a pair stand on one baseline; where a page ends, pairs stay whole unless they are long.
 */
import type { LanguageTag } from '@/languages/languages.ts'
import type { Bilingual, ColumnBlock } from '../../report.ts'
import { setHeading } from './heading.ts'
import { setList } from './list.ts'
import { isGoingOn, spaceBetween } from './measures.ts'
import { setParagraph, type Neighbours } from './paragraph.ts'
import type { Column, Setting } from './setting.ts'
import type { Box, Strip } from './strip.ts'

const GUTTER = 26
/** White between two pairs, so that it is seen what belongs together. */
const PAIR_SPACE = 9
/** A pair taller than this part of the page may be cut. */
const WHOLE_UP_TO = 0.3

type Pair = Bilingual['pairs'][number]
type SideName = keyof Pair

export function setBilingual(block: Bilingual, around: Neighbours, setting: Setting): Strip[] {
  const { left, right } = setting.body
  const whole = { left, width: right - left }
  const width = (whole.width - GUTTER) / 2
  const columns = {
    start: setting.startOf(whole, width),
    end: setting.indented(whole, width + GUTTER),
  }
  const pairs = block.pairs.filter(({ start, end }) => start.length + end.length > 0)
  return pairs.map((pair, at) => {
    const sideOf = (name: SideName) => {
      const above = pairs[at - 1]?.[name].at(-1) ?? around.above
      const below = pairs[at + 1]?.[name][0] ?? around.below
      return setSide(pair[name], { above, below }, block[name], columns[name], setting)
    }
    const made = pairStrip([sideOf('start'), sideOf('end')], setting)
    const strip = isHeldTogether(pairs, at) ? { ...made, keep: true } : made
    return at === 0 ? strip : { ...strip, before: whiteBetween(pairs[at - 1], pair) }
  })
}

/** An item of a list stands alone neither at the foot of a page nor at the top of the next. */
function isHeldTogether(pairs: readonly Pair[], at: number): boolean {
  const goesOn = (place: number) => isGoingOn(pairs[place]?.start[0])
  return goesOn(at + 1) && (!goesOn(at) || !goesOn(at + 2))
}

function whiteBetween(above: Pair | undefined, below: Pair): number {
  const spaces = (['start', 'end'] as const).map((name) => {
    const [upper, lower] = [above?.[name].at(-1), below[name][0]]
    if (!upper || !lower) return 0
    const space = spaceBetween(upper, lower)
    return upper.kind === 'heading' || isGoingOn(lower) ? space : Math.max(PAIR_SPACE, space)
  })
  return Math.max(...spaces) || PAIR_SPACE
}

function setSide(
  blocks: readonly ColumnBlock[],
  around: Neighbours,
  language: LanguageTag,
  column: Column,
  setting: Setting,
): Strip[] {
  if (blocks.length === 0) return []
  const area = { ...setting.body, left: column.left, right: column.left + column.width }
  const side = setting.inLanguage(language, area)
  return blocks.flatMap((block, at) => {
    const neighbours = { above: blocks[at - 1] ?? around.above, below: blocks[at + 1] ?? around.below }
    const [first, ...others] = stripsOf(block, neighbours, side)
    const above = blocks[at - 1]
    if (!first) return []
    return [above ? { ...first, before: spaceBetween(above, block) } : first, ...others]
  })
}

function stripsOf(block: ColumnBlock, neighbours: Neighbours, side: Setting): Strip[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, side)
    case 'paragraph':
      return setParagraph(block, neighbours, side)
    case 'list':
      return setList(block, side)
  }
}

/** The strips of one side of a pair, one below the other. */
type Side = readonly Strip[]

function pairStrip(sides: readonly Side[], setting: Setting): Strip {
  const baseline = Math.max(0, ...sides.map(firstBaseline))
  const dropOf = (side: Side) => (side.length > 0 ? baseline - firstBaseline(side) : 0)
  const height = Math.max(0, ...sides.map((side) => dropOf(side) + heightOf(side)))
  return {
    height,
    before: 0,
    keep: sides.some((side) => side.at(-1)?.keep === true),
    baseline,
    draw: (top) => {
      for (const side of sides) drawSide(side, top + dropOf(side))
    },
    split: (room, must) => {
      if (!must && height <= setting.bodyHeight * WHOLE_UP_TO) return undefined
      const counts = sides.map((side) => fitting(side, room - dropOf(side), setting.bodyHeight))
      const isNone = sides.some((side, at) => side.length > 0 && counts[at] === 0)
      const isAll = sides.every((side, at) => counts[at] === side.length)
      if (isNone || isAll) return undefined
      const upper = sides.map((side, at) => side.slice(0, counts[at]))
      const lower = sides.map((side, at) => side.slice(counts[at]))
      return [{ ...pairStrip(upper, setting), keep: false }, pairStrip(lower, setting)]
    },
  }
}

const firstBaseline = (side: Side) => side[0]?.baseline ?? 0
const whiteAbove = (strip: Strip, at: number) => (at === 0 ? 0 : strip.before)
const heightOf = (side: Side) =>
  side.reduce((sum, strip, at) => sum + whiteAbove(strip, at) + strip.height, 0)

/** How many strips fit and may end the page. With a whole page of room there is no better place, so the most that fit. */
function fitting(side: Side, room: number, bodyHeight: number): number {
  let used = 0
  let most = 0
  for (const [at, strip] of side.entries()) {
    used += whiteAbove(strip, at) + strip.height
    if (used > room) break
    most++
  }
  if (most === side.length) return most
  let count = most
  while (count > 0 && side[count - 1]?.keep) count--
  return count === 0 && room > bodyHeight * (1 - WHOLE_UP_TO) ? most : count
}

function drawSide(side: Side, top: number): void {
  let y = top
  let open: { box: Box; top: number } | undefined
  side.forEach((strip, at) => {
    if (open && open.box !== strip.box) {
      open.box.draw(open.top, y)
      open = undefined
    }
    y += whiteAbove(strip, at)
    strip.draw(y)
    if (strip.box && !open) open = { box: strip.box, top: y }
    y += strip.height
  })
  open?.box.draw(open.top, y)
}
