/**
 * What the page layout needs of the writer below it: text cut into lines, and marks put on pages with their tags.
 * `layout.ts` works against these shapes alone; `shape.ts`, `ttf-cells.ts` and `tagged-doc.ts` stand behind them.
 * All lengths are points (1/72 inch); y runs downwards from the top of the page.
 */
import type { LanguageTag } from '@/languages/languages.ts'
import type { Tone } from '../report.ts'

export interface TextStyle {
  /** Font size in points. */
  size: number
  strong: boolean
  tone: Tone
}

export interface StyledRun {
  text: string
  style: TextStyle
  /** Unknown for typed text: the script then chooses the font. */
  language?: LanguageTag
  /** Where the words lead; what is no web, mail or telephone address is left out. */
  link?: string
}

/** One line of shaped text, ready to be drawn. */
export interface Line {
  /** Advance width without the trailing space. */
  readonly width: number
  readonly ascent: number
  readonly descent: number
  /** The line's own advised height (ascent + descent + leading for its tallest script). */
  readonly height: number
  /** The paragraph's base direction: an `rtl` line is put against the right edge. */
  readonly direction: 'ltr' | 'rtl'
  /** The source characters of this line, in logical order. */
  readonly text: string
}

export interface TextEngine {
  /**
   * Shapes a paragraph and cuts it into lines no wider than `width`; a word wider than that is cut between
   * grapheme clusters, never clipped. Line feeds break lines. An empty text gives one empty line.
   */
  lines(runs: StyledRun[], width: number, base: 'ltr' | 'rtl' | 'auto'): Line[]
  /** The grapheme clusters of the text that no shipped font can draw; each is drawn as a visible mark instead. */
  undrawable(text: string): string[]
}

export type StructureTag =
  | 'Document'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link'
  | 'Span'

export interface StructureAttributes {
  language?: LanguageTag
  alt?: string
  /** For TH. */
  scope?: 'Column' | 'Row'
  /** For L whose items have labels; `disc` unless said. */
  numbering?: 'decimal' | 'disc'
  /** Exact logical text, for right-to-left paragraphs (pdf.md 3). */
  actualText?: string
}

/** Somewhere in the structure tree; drawing into it may go on over several pages. */
export interface StructureElement {
  readonly tag: StructureTag
}

export interface PathStyle {
  fill?: Tone
  stroke?: Tone
  width?: number
  dash?: number
}

export interface PageWriter {
  readonly pageCount: number
  addPage(width: number, height: number): void
  /** Back to an earlier page, 1-based: page numbers are drawn when the count is known. */
  toPage(page: number): void
  element(
    parent: StructureElement | null,
    tag: StructureTag,
    attributes?: StructureAttributes,
  ): StructureElement
  /**
   * Everything drawn inside belongs to the element; `null` means an artifact (rules, headers, footers). Drawing
   * outside throws: what has no tag is lost to a screen reader.
   */
  within(element: StructureElement | null, draw: () => void): void
  line(line: Line, x: number, baseline: number): void
  moveAndLine(points: readonly (readonly [number, number])[], style: PathStyle, closed: boolean): void
  rectangle(x: number, y: number, width: number, height: number, style: PathStyle, radius?: number): void
  circle(x: number, y: number, radius: number, style: PathStyle): void
  bookmark(title: string, level: 1 | 2 | 3, y: number): void
  /** The finished file. */
  finish(): Uint8Array
}

export interface DocumentFacts {
  title: string
  language: LanguageTag
  /** The file opens with this alone, in any script; not encrypted unless it is given. The engine was opened for it. */
  password?: string
}

/** Opens the writer: loads HarfBuzz and the fonts, which are cached between calls. */
export interface PdfEngine {
  text: TextEngine
  newDocument(facts: DocumentFacts): PageWriter
}
