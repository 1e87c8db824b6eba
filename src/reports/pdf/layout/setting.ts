/** Setting type: a report's texts as lines in a column, and the structure elements they are drawn into. */
import type { LanguageTag } from '@/languages/languages.ts'
import type {
  Line,
  PageWriter,
  StructureAttributes,
  StructureElement,
  StructureTag,
  TextEngine,
} from '../engine.ts'
import type { Report, ReportText, Tone } from '../../report.ts'
import { baseDirection, directionOf, otherLanguage, plainText, runsOf, type Direction } from '../../text.ts'
import type { Area } from './measures.ts'

export interface Look {
  size: number
  strong?: boolean
  tone?: Tone
}

export interface Column {
  left: number
  width: number
}

/** `start` and `end` are of the line's own direction, `page-start` of the report's. */
export type Align = 'start' | 'centre' | 'end' | 'page-start'

/** Letters that are drawn from right to left: their paragraphs carry their text in reading order (pdf.md 3). */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

export class Setting {
  readonly direction: Direction

  constructor(
    readonly report: Report,
    readonly text: TextEngine,
    readonly page: PageWriter,
    readonly root: StructureElement,
    /** Where the blocks stand on every page. */
    readonly body: Area,
  ) {
    this.direction = directionOf(report)
  }

  /**
   * The same page for words of another language: their own direction and line heights, and an element of their own, so that
   * labels and numbers are read in it too.
   */
  inLanguage(language: LanguageTag = this.report.language, area: Area = this.body): Setting {
    const { report, text, page, root } = this
    if (language === report.language && area === this.body) return this
    const element = language === report.language ? root : page.element(root, 'Div', { language })
    return new Setting({ ...report, language }, text, page, element, area)
  }

  /** For words of another language within an element of this one, which say theirs themselves. */
  speaking(language: LanguageTag = this.report.language): Setting {
    const { report, text, page, root, body } = this
    return new Setting({ ...report, language }, text, page, root, body)
  }

  get bodyHeight(): number {
    return this.body.bottom - this.body.top
  }

  /** Empty lines at the end are not set: they would only be a hole in the page. */
  lines(
    text: ReportText,
    { size, strong = false, tone = 'ink' }: Look,
    width: number,
    base: Direction | 'auto' = baseDirection(text, this.report),
  ): Line[] {
    const runs = runsOf(text, this.report.language).map((run) => ({
      text: run.text,
      style: { size, strong: strong || run.strong === true, tone },
      ...(run.language !== undefined && { language: run.language }),
      ...(run.link !== undefined && { link: run.link }),
    }))
    const lines = this.text.lines(runs, width, base)
    const last = lines.findLastIndex((line) => line.text.trim() !== '')
    return lines.slice(0, Math.max(1, last + 1))
  }

  /** An element that holds this text: it says its language and, where letters run from right to left, its wording. */
  element(
    parent: StructureElement,
    tag: StructureTag,
    text: ReportText,
    attributes: StructureAttributes = {},
  ): StructureElement {
    const language = otherLanguage(text, this.report)
    const words = plainText(text)
    return this.page.element(parent, tag, {
      ...attributes,
      ...(language !== undefined && { language }),
      ...(RIGHT_TO_LEFT.test(words) && { actualText: words }),
    })
  }

  /** Draws a line with its upper edge at `top`; `start` is the side where the line's own direction begins. */
  drawLine(
    element: StructureElement | null,
    line: Line,
    top: number,
    column: Column,
    align: Align = 'start',
  ): void {
    if (line.text === '') return
    const free = column.width - line.width
    const atLeft =
      align === 'page-start' ? this.direction === 'ltr' : (align === 'start') === (line.direction === 'ltr')
    const x = column.left + (align === 'centre' ? free / 2 : atLeft ? 0 : free)
    this.page.within(element, () => {
      this.page.line(line, x, top + baselineOf(line))
    })
  }

  /** A column that leaves `indent` free on the side where the report begins. */
  indented({ left, width }: Column, indent: number): Column {
    return { left: this.direction === 'ltr' ? left + indent : left, width: width - indent }
  }

  /** The `width` points on the side where the report begins. */
  startOf({ left, width }: Column, part: number): Column {
    return { left: this.direction === 'ltr' ? left : left + width - part, width: part }
  }
}

/** From the upper edge of a line to its baseline: its leading is shared above and below. */
export function baselineOf(line: Line): number {
  return (line.height - line.ascent - line.descent) / 2 + line.ascent
}

export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0)
}
