/**
 * A report onto pages. Each kind of block is set by a file in `layout/` into strips, and the flow puts those onto
 * pages, so nothing overlaps and nothing leaves the page whatever is typed. Synchronous: it runs in a worker.
 */
import type { PageWriter, PdfEngine } from './engine.ts'
import { setBilingual } from './layout/bilingual.ts'
import { setFacts } from './layout/facts.ts'
import { setFigure } from './layout/figure.ts'
import { Flow } from './layout/flow.ts'
import { setHeading } from './layout/heading.ts'
import { setList } from './layout/list.ts'
import { paperOf, spaceBetween } from './layout/measures.ts'
import { PageFrame } from './layout/page-frame.ts'
import { setParagraph, type Neighbours } from './layout/paragraph.ts'
import { Setting } from './layout/setting.ts'
import type { Strip } from './layout/strip.ts'
import { setTable } from './layout/table.ts'
import { setWritingLines } from './layout/writing-lines.ts'
import type { Block, Report } from '../report.ts'

export interface LayoutOptions {
  /** After each block: how many of how many. */
  onBlock?: (done: number, all: number) => void
  /** Looked at before each block; an `AbortSignal` will do. */
  signal?: { readonly aborted: boolean }
}

/** The signal was aborted; what was laid out so far is of no use. */
export class LayoutCancelled extends Error {
  override readonly name = 'LayoutCancelled'
}

/** All pages drawn; `finish()` makes the file. Throws `LayoutCancelled`. */
export function layOut(
  report: Report,
  engine: PdfEngine,
  { onBlock, signal }: LayoutOptions = {},
): PageWriter {
  const page = engine.newDocument({ title: report.title, language: report.language })
  const root = page.element(null, 'Document')
  const paper = paperOf(report)
  const frame = new PageFrame(new Setting(report, engine.text, page, root, paper.printed), paper)
  const setting = new Setting(report, engine.text, page, root, frame.body)
  const flow = new Flow(page, paper, frame.body)
  report.blocks.forEach((block, at) => {
    if (signal?.aborted) throw new LayoutCancelled()
    const neighbours = { above: report.blocks[at - 1], below: report.blocks[at + 1] }
    if (block.kind === 'page-break') flow.breakPage()
    else flow.add(spaced(stripsOf(block, neighbours, setting), neighbours.above, block))
    onBlock?.(at + 1, report.blocks.length)
  })
  flow.finish()
  frame.draw(page.pageCount)
  return page
}

function stripsOf(
  block: Exclude<Block, { kind: 'page-break' }>,
  neighbours: Neighbours,
  setting: Setting,
): Strip[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, setting)
    case 'paragraph':
      return setParagraph(block, neighbours, setting)
    case 'list':
      return setList(block, setting)
    case 'facts':
      return setFacts(block, setting.inLanguage(block.language))
    case 'table':
      return setTable(block, setting.inLanguage(block.language))
    case 'figure':
      return setFigure(block, setting.inLanguage(block.language))
    case 'writing-lines':
      return setWritingLines(block, setting)
    case 'bilingual':
      return setBilingual(block, neighbours, setting)
  }
}

function spaced([first, ...others]: readonly Strip[], above: Block | undefined, block: Block): Strip[] {
  if (!first) return []
  return [above ? { ...first, before: spaceBetween(above, block) } : first, ...others]
}
