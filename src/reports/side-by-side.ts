/**
 * One report out of two that say the same in two languages, block for block: running text side by side, pair by pair, lists
 * item by item, facts row by row; tables and pictures one after the other, each whole in its own language. What somebody typed
 * stands once.
 */
import type { Bilingual, Block, ColumnBlock, Facts, List, Report, TextRun } from './report.ts'
import { setApart } from './isolate.ts'
import { directionOf, plainText } from './text.ts'

/** The first one's language comes first, and its direction is the page's. Throws if the two are not built alike. */
export function sideBySide(first: Report, second: Report): Report {
  if (first.blocks.length !== second.blocks.length) throw new Error('the two reports are not built alike')
  const blocks: Block[] = []
  first.blocks.forEach((one, at) => {
    const other = second.blocks[at]
    if (other?.kind !== one.kind) throw new Error('the two reports are not built alike')
    if (one.kind === 'page-break' || one.kind === 'writing-lines' || isTyped(one, other)) {
      blocks.push(one)
    } else if (isColumnBlock(one) && isColumnBlock(other)) {
      columnsAtEnd(blocks, first, second).pairs.push(...pairsOf(one, other))
    } else if (one.kind === 'facts' && other.kind === 'facts' && one.rows.length === other.rows.length) {
      blocks.push(rowByRow(one, other, first, second))
    } else if (isLarge(one) && isLarge(other)) {
      blocks.push({ ...one, language: first.language }, { ...other, language: second.language })
    } else {
      throw new Error('two languages are side by side already')
    }
  })
  // Both languages share one line of page numbers, so that is in the digits of neither.
  const alike = { ...first }
  delete alike.digits
  return {
    ...alike,
    title: both(first.title, second.title),
    reference: inOneLine(first, second, 'reference'),
    ...(first.mark !== undefined && { mark: inOneLine(first, second, 'mark') }),
    pageNumbering: both(setApart(first.pageNumbering), setApart(second.pageNumbering)),
    blocks,
  }
}

const BETWEEN = ' · '

function both(one: string, other: string): string {
  return one === other ? one : one + BETWEEN + other
}

/** In one line of the page's frame. Typed words, which are nobody's translation, stand once. */
function inOneLine(first: Report, second: Report, part: 'reference' | 'mark'): TextRun[] {
  const runs = ({ [part]: text = '', language }: Report): TextRun[] =>
    (typeof text === 'string' ? [{ text, language }] : text).map(apart)
  const theirs = runs(second).filter((run) => run.language !== undefined)
  return [...runs(first), ...theirs.flatMap((run) => [{ text: BETWEEN }, run])]
}

function apart(run: TextRun): TextRun {
  const { text, language } = run
  return { ...run, text: setApart(text, language === undefined ? undefined : directionOf({ language })) }
}

/** Pairs follow one another in one block, so that headings stay with what they head. */
function columnsAtEnd(blocks: Block[], first: Report, second: Report): Bilingual {
  const last = blocks.at(-1)
  if (last?.kind === 'bilingual') return last
  const columns: Bilingual = { kind: 'bilingual', start: first.language, end: second.language, pairs: [] }
  blocks.push(columns)
  return columns
}

/** Two lists of one length item by item, so that what says the same stands at one height. */
function pairsOf(one: ColumnBlock, other: ColumnBlock): Bilingual['pairs'] {
  if (one.kind !== 'list' || other.kind !== 'list' || one.items.length !== other.items.length) {
    return [{ start: [one], end: [other] }]
  }
  return one.items.map((_, at) => ({ start: [itemOf(one, at)], end: [itemOf(other, at)] }))
}

function itemOf(list: List, at: number): List {
  return { ...list, items: list.items.slice(at, at + 1), ...(at > 0 && { from: (list.from ?? 1) + at }) }
}

/** One list of facts with both languages in each row. */
function rowByRow(one: Facts, other: Facts, first: Report, second: Report): Facts {
  return {
    kind: 'facts',
    language: first.language,
    otherLanguage: second.language,
    rows: one.rows.map((row, at) => {
      const { label, value } = other.rows[at] ?? row
      const isSame = plainText(value) === plainText(row.value)
      return { ...row, other: isSame ? { label } : { label, value } }
    }),
  }
}

function isColumnBlock(block: Block): block is ColumnBlock {
  return block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'list'
}

function isLarge(block: Block): block is Extract<Block, { kind: 'facts' | 'table' | 'figure' }> {
  return block.kind === 'facts' || block.kind === 'table' || block.kind === 'figure'
}

/** A paragraph of typed words alone, the same in both: it is in nobody's translation. */
function isTyped(one: Block, other: Block): boolean {
  return (
    one.kind === 'paragraph' &&
    other.kind === 'paragraph' &&
    typeof one.text !== 'string' &&
    one.text.every(({ language, strong }) => language === undefined && strong !== true) &&
    plainText(one.text) === plainText(other.text)
  )
}
