/** The paper, one type scale and one scale of white. All lengths are points (1/72 inch). */
import type { Bilingual, Block, Report } from '../../report.ts'
import { isLead } from '../../text.ts'

const A4 = { short: 595.28, long: 841.89 }
const SIDE_MARGIN = 52
const TOP_MARGIN = 34
const BOTTOM_MARGIN = 30
/** Between the head or the foot and the text; a box's rule may stand in it. */
export const FRAME_GAP = 18

/** Lines longer than this are hard to find the way back from; pictures and tables use the whole width. */
const LONGEST_LINE = 440

export const SIZE = {
  heading: { 1: 21, 2: 14.5, 3: 11.5 },
  body: 10,
  table: 9,
  note: 8.5,
  frame: 8,
} as const

export const RULE = { hair: 0.4, thin: 0.75, box: 1, quote: 1.5 } as const

/** A part of a page: `y` downwards from the top of the paper. */
export interface Area {
  left: number
  right: number
  top: number
  bottom: number
}

export interface Paper {
  width: number
  height: number
  /** Everything that is printed stands within. */
  printed: Area
}

export function paperOf({ orientation }: Pick<Report, 'orientation'>): Paper {
  const [width, height] = orientation === 'portrait' ? [A4.short, A4.long] : [A4.long, A4.short]
  const printed = {
    left: SIDE_MARGIN,
    right: width - SIDE_MARGIN,
    top: TOP_MARGIN,
    bottom: height - BOTTOM_MARGIN,
  }
  return { width, height, printed }
}

export function textWidth({ left, right }: Area): number {
  return Math.min(right - left, LONGEST_LINE)
}

const HEADING_SPACE = { 1: 26, 2: 24, 3: 18 } as const
const AFTER_HEADING = { 1: 10, 2: 7, 3: 5 } as const
const LEAD_SPACE = 13
const PARAGRAPH_SPACE = 6
const NOTE_SPACE = 5
const NOTE_UNDER_LEAD = 1
const AFTER_SMALL_NOTE = 3
const QUOTE_SPACE = 5
const QUOTE_AFTER_NOTE = 3
const LIST_AFTER_LIST = 10
const LIST_GOING_ON = 4
const BOX_SPACE = 18
const LARGE_BLOCK_SPACE = 14

/** White between two blocks: the larger of what the one wants below and the other above. */
export function spaceBetween(upper: Block, lower: Block): number {
  const above = upper.kind === 'bilingual' ? (lastOf(upper) ?? upper) : upper
  const below = lower.kind === 'bilingual' ? (firstOf(lower) ?? lower) : lower
  if (above.kind === 'heading' && below.kind !== 'heading') {
    return Math.max(AFTER_HEADING[above.level], isWarning(below) ? BOX_SPACE : 0)
  }
  return Math.max(spaceBelow(above), spaceAbove(below, above))
}

function firstOf({ pairs }: Bilingual): Block | undefined {
  return pairs[0]?.start[0] ?? pairs[0]?.end[0]
}

function lastOf({ pairs }: Bilingual): Block | undefined {
  return pairs.at(-1)?.start.at(-1) ?? pairs.at(-1)?.end.at(-1)
}

function spaceAbove(block: Block, above: Block): number {
  switch (block.kind) {
    case 'heading':
      // A heading right under another belongs to it.
      return above.kind === 'heading' ? AFTER_HEADING[above.level] + 3 : HEADING_SPACE[block.level]
    case 'paragraph':
      if (isWarning(block)) return BOX_SPACE
      if (block.tone === 'note') return isLeadBlock(above) ? NOTE_UNDER_LEAD : NOTE_SPACE
      if (block.tone === 'quote') return isNote(above) ? QUOTE_AFTER_NOTE : QUOTE_SPACE
      if (isLead(block.text)) return LEAD_SPACE
      return isNote(above) ? AFTER_SMALL_NOTE : PARAGRAPH_SPACE
    case 'list':
      if (isGoingOn(block)) return LIST_GOING_ON
      return above.kind === 'list' ? LIST_AFTER_LIST : PARAGRAPH_SPACE
    case 'facts':
    case 'table':
    case 'figure':
      return LARGE_BLOCK_SPACE
    case 'writing-lines':
    case 'bilingual':
    case 'page-break':
      return 0
  }
}

function spaceBelow(block: Block): number {
  switch (block.kind) {
    case 'facts':
    case 'table':
    case 'figure':
      return LARGE_BLOCK_SPACE
    case 'paragraph':
      return isWarning(block) ? BOX_SPACE : block.tone === 'quote' ? QUOTE_SPACE : 0
    case 'writing-lines':
      return PARAGRAPH_SPACE
    case 'heading':
    case 'list':
    case 'bilingual':
    case 'page-break':
      return 0
  }
}

/** A list that takes up one before it. */
export function isGoingOn(block: Block | undefined): boolean {
  return block?.kind === 'list' && block.from !== undefined && block.from > 1
}

function isWarning(block: Block): boolean {
  return block.kind === 'paragraph' && block.tone === 'warning'
}

function isNote(block: Block): boolean {
  return block.kind === 'paragraph' && block.tone === 'note'
}

function isLeadBlock(block: Block): boolean {
  return block.kind === 'paragraph' && isLead(block.text)
}
