/**
 * One report out of two that say the same in two languages, block for block: running text side by side, pair by pair; tables,
 * pictures and lists of facts one after the other, each whole in its own language. What somebody typed stands once.
 */
import type { Bilingual, Block, ColumnBlock, Report, TextRun } from './report.ts'
import { plainText } from './text.ts'

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
      columnsAtEnd(blocks, first, second).pairs.push({ start: [one], end: [other] })
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
    pageNumbering: both(isolate(first.pageNumbering), isolate(second.pageNumbering)),
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
    typeof text === 'string' ? [{ text, language }] : text
  const theirs = runs(second).filter((run) => run.language !== undefined)
  return [...runs(first), ...theirs.flatMap((run) => [{ text: BETWEEN }, run])]
}

/** Each keeps its own order, whatever stands beside it (UAX 9). */
function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** Pairs follow one another in one block, so that headings stay with what they head. */
function columnsAtEnd(blocks: Block[], first: Report, second: Report): Bilingual {
  const last = blocks.at(-1)
  if (last?.kind === 'bilingual') return last
  const columns: Bilingual = { kind: 'bilingual', start: first.language, end: second.language, pairs: [] }
  blocks.push(columns)
  return columns
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
