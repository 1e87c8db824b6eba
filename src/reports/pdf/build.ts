/** A report into a file, and what of it cannot be drawn: everything that runs inside the worker. */
import type { PdfEngine } from './engine.ts'
import type { LoadFont } from './fonts.ts'
import type { UrduStyle } from '@/languages/urdu-letters.ts'
import { layOut, type LayoutOptions } from './layout.ts'
import { listLabels } from './layout/list.ts'
import { openPdfEngine } from './pdf-engine.ts'
import type { Report } from '../report.ts'
import { blocksOf, textsOf, type PlacedText } from '../report-texts.ts'

/** Characters around the one that cannot be drawn, to find it again by. */
const EXCERPT = 24
/** Page numbers and what is cut short. */
const FRAME_CHARACTERS = '0123456789\u2026'

export interface Undrawable {
  /** What a reader calls one character: a grapheme cluster. */
  text: string
  /** The heading, label or row that it stands under, in the report's own words. */
  where: string
  /** As it was typed, with a few words before and after. */
  excerpt: string
}

export interface OpenOptions {
  withPassword?: boolean
  /** Nastaliq unless said. */
  urdu?: UrduStyle
}

/** Rejects when HarfBuzz or a font cannot be read. */
export function openFor(report: Report, loadFont: LoadFont, options: OpenOptions = {}): Promise<PdfEngine> {
  const texts: PlacedText[] = [...textsOf(report)]
  const own = { language: report.language, where: report.title }
  const numbers = new Intl.NumberFormat(report.language).format(1234567890)
  texts.push({ text: FRAME_CHARACTERS + numbers, ...own })
  for (const { block, language } of blocksOf(report)) {
    if (block.kind === 'list') texts.push({ text: listLabels(block, language), language, where: own.where })
  }
  return openPdfEngine({ loadFont, texts, ...options })
}

export interface FileOptions extends LayoutOptions {
  /** The engine was opened `withPassword`. */
  password?: string | undefined
}

export function makeFile(
  report: Report,
  engine: PdfEngine,
  { password, ...options }: FileOptions,
): Uint8Array {
  const locking: PdfEngine =
    password === undefined
      ? engine
      : { ...engine, newDocument: (facts) => engine.newDocument({ ...facts, password }) }
  return layOut(report, locking, options).finish()
}

/** Each character once for each place. */
export function findUndrawable(report: Report, { text: engine }: PdfEngine): Undrawable[] {
  const found = new Map<string, Undrawable>()
  for (const { text, where } of textsOf(report)) {
    for (const cluster of engine.undrawable(text)) {
      const key = `${cluster}\n${where}`
      if (!found.has(key)) found.set(key, { text: cluster, where, excerpt: excerptOf(text, cluster) })
    }
  }
  return [...found.values()]
}

const ELLIPSIS = '\u2026'

function excerptOf(text: string, cluster: string): string {
  const at = Math.max(0, text.indexOf(cluster))
  const before = lastCharacters(text.slice(0, at), EXCERPT)
  const after = firstCharacters(text.slice(at + cluster.length), EXCERPT)
  return `${before}${cluster}${after}`.replace(/\s+/gu, ' ').trim()
}

/** Never half a surrogate pair. */
function firstCharacters(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most))
  const isCut = characters.length > most || text.length > 2 * most
  return isCut ? characters.slice(0, most).join('') + ELLIPSIS : text
}

function lastCharacters(text: string, most: number): string {
  const characters = Array.from(text.slice(-2 * most))
  const isCut = characters.length > most || text.length > 2 * most
  return isCut ? ELLIPSIS + characters.slice(-most).join('') : text
}
