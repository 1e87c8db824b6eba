/**
 * A report as a plain document: what it says and in which order, nothing about how it is drawn.
 *
 * The tools build one of these; `preview/` shows it in HTML and `pdf/` writes it as a tagged PDF. Both read the
 * same object, so what was seen on the screen is what goes into the case record. It is plain data (it crosses
 * into a worker), so no functions, dates or class instances stand in it.
 */

import type { LanguageTag } from '@/languages/languages.ts'

/** A stretch of text in one language and weight. Typed text of unknown language leaves `language` out. */
export interface TextRun {
  text: string
  language?: LanguageTag
  strong?: boolean
  /**
   * Where these words lead: an address that the report's author has put behind them (https, mailto, tel). Typed text is
   * never turned into a link.
   */
  link?: string
}

/** Line feeds in the text are kept as line breaks. */
export type ReportText = string | TextRun[]

export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: ReportText
}

export interface Paragraph {
  kind: 'paragraph'
  text: ReportText
  /** `note` is small and grey, `quote` is set in from the edge, `warning` stands in a rule of its own. */
  tone?: 'plain' | 'note' | 'quote' | 'warning'
}

export interface List {
  kind: 'list'
  ordered?: boolean
  /** Which of a longer list the first item is, where the list goes on from one before; 1 where it is left out. */
  from?: number
  items: ReportText[]
}

/** Pairs of a short label and what it says: who, when, by whom. */
export interface Facts {
  kind: 'facts'
  /** Of its plain texts, and the side where it begins; the report's own where it is left out. */
  language?: LanguageTag
  /** Where every row says the same in a second language too: of its plain texts there. */
  otherLanguage?: LanguageTag
  rows: FactsRow[]
}

export interface FactsRow {
  label: ReportText
  value: ReportText
  /** At the far side; its value is left out where it is the same in both, as names are. */
  other?: { label: ReportText; value?: ReportText }
}

export interface Table {
  kind: 'table'
  /** Of its plain texts, and the side where it begins; the report's own where it is left out. */
  language?: LanguageTag
  caption: ReportText
  /** `share` is the column's part of the width; shares are added up and divided. */
  columns: { header: ReportText; share: number; align?: 'start' | 'centre' | 'end' }[]
  /** The first cell of a row is its header. Every row has as many cells as there are columns. */
  rows: ReportText[][]
}

/** Points (1/72 inch), origin at the top left, y downwards. */
export type Shape =
  | { kind: 'line'; from: Point; to: Point; width: number; tone: Tone; dash?: number }
  | {
      kind: 'rectangle'
      at: Point
      width: number
      height: number
      fill?: Tone
      stroke?: Tone
      radius?: number
    }
  | { kind: 'circle'; centre: Point; radius: number; fill?: Tone; stroke?: Tone; strokeWidth?: number }
  | { kind: 'polygon'; points: Point[]; fill?: Tone; stroke?: Tone }
  /** One stroke of a pen or a finger; a stroke of one point is a dot. */
  | { kind: 'polyline'; points: Point[]; width: number; tone: Tone }
  | {
      kind: 'label'
      at: Point
      text: string
      size: number
      strong?: boolean
      anchor?: 'start' | 'middle' | 'end'
      tone?: Tone
      language?: LanguageTag
    }

export type Point = readonly [x: number, y: number]

/** Few tones, all legible in black and white: a drawing never depends on colour. */
export type Tone = 'ink' | 'grey' | 'pale' | 'paper' | 'accent'

export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}

export interface Figure {
  kind: 'figure'
  /** Of its plain texts, and the side where it begins; the report's own where it is left out. */
  language?: LanguageTag
  drawing: Drawing
  /** What the picture says, for someone who cannot see it. */
  alt: string
  caption?: ReportText
}

/** What may stand in one of two columns. */
export type ColumnBlock = Heading | Paragraph | List

/** The same words in two languages, pair by pair: the two sides of a pair begin at one height. */
export interface Bilingual {
  kind: 'bilingual'
  /** The language of the side where the report begins, at the left in English; plain texts on that side are in it. */
  start: LanguageTag
  end: LanguageTag
  pairs: { start: ColumnBlock[]; end: ColumnBlock[] }[]
}

/** Empty lines for handwriting, across the page. */
export interface WritingLines {
  kind: 'writing-lines'
  count: number
}

export interface PageBreak {
  kind: 'page-break'
}

export type Block = Heading | Paragraph | List | Facts | Table | Figure | Bilingual | WritingLines | PageBreak

export interface Report {
  title: string
  language: LanguageTag
  orientation: 'portrait' | 'landscape'
  /** In the foot of every page: the child's reference and the date, say. */
  reference: ReportText
  /** In the head of every page until the practitioner says final, such as "DRAFT". */
  mark?: ReportText
  /** "Page {page} of {pages}" with both placeholders, in the report's language. */
  pageNumbering: string
  /** The ten digits that page numbers are written in, from nought; 0123456789 where it is left out. */
  digits?: string
  blocks: Block[]
}
