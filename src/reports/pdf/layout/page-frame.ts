/** What stands on every page round the text: title and mark in the head, reference and page number in the foot. All artifacts. */
import type { Line } from '../engine.ts'
import type { ReportText } from '../../report.ts'
import { FRAME_GAP, RULE, SIZE, type Area, type Paper } from './measures.ts'
import { baselineOf, heightOf, type Align, type Column, type Look, type Setting } from './setting.ts'

/** Lines that head and foot may take; a reference longer than that ends in an ellipsis (it stands whole in the report). */
const MOST_LINES = 2
const ELLIPSIS = '\u2026'
/** The part of the width for the mark and for the page number. */
const END_SHARE = 0.3
const RULE_GAP = 6
const MARK_PADDING = { across: 6, along: 2 }

const LOOK: Look = { size: SIZE.frame, tone: 'grey' }
const MARK_LOOK: Look = { size: SIZE.frame + 1, strong: true }

type Setter = Pick<Setting, 'lines' | 'direction'>

interface FrameTexts {
  title: Line[]
  mark: Line[]
  reference: Line[]
}

export class PageFrame {
  private readonly texts: FrameTexts
  private readonly heads: { start: Column; end: Column }

  constructor(
    private readonly setting: Setter & Pick<Setting, 'report' | 'startOf' | 'indented' | 'drawLine' | 'page'>,
    private readonly paper: Paper,
  ) {
    const { left, right } = paper.printed
    const whole = { left, width: right - left }
    const start = setting.startOf(whole, whole.width * (1 - END_SHARE) - FRAME_GAP)
    this.heads = { start, end: setting.indented(whole, whole.width * (1 - END_SHARE)) }
    const { title, mark = '', reference } = setting.report
    this.texts = {
      title: atMost(MOST_LINES, title, LOOK, start.width, setting),
      mark:
        mark === ''
          ? []
          : atMost(1, mark, MARK_LOOK, this.heads.end.width - 2 * MARK_PADDING.across, setting),
      reference: atMost(
        MOST_LINES,
        typeof reference === 'string' ? [{ text: reference }] : reference,
        LOOK,
        start.width,
        setting,
      ),
    }
  }

  /** What is left for the report's blocks. */
  get body(): Area {
    const { left, right, top, bottom } = this.paper.printed
    return {
      left,
      right,
      top: top + this.headHeight + FRAME_GAP,
      bottom: bottom - this.footHeight - FRAME_GAP,
    }
  }

  private get headHeight(): number {
    return Math.max(heightOf(this.texts.title), heightOf(this.texts.mark)) + 2 * MARK_PADDING.along
  }

  private get footHeight(): number {
    const number = this.numberLines(1, 1)
    const { reference } = this.texts
    const drop = Math.abs(firstBaseline(reference) - firstBaseline(number))
    return Math.max(heightOf(reference), heightOf(number)) + drop + RULE_GAP
  }

  /** Once the number of pages is known. The first page has the title in large letters already. */
  draw(pages: number): void {
    const { page } = this.setting
    for (let number = 1; number <= pages; number++) {
      page.toPage(number)
      if (number > 1)
        this.put(this.texts.title, this.paper.printed.top + MARK_PADDING.along, this.heads.start)
      this.drawMark()
      this.drawFoot(number, pages)
    }
  }

  private drawMark(): void {
    const [line] = this.texts.mark
    if (!line) return
    const { top } = this.paper.printed
    const { page } = this.setting
    const width = line.width + 2 * MARK_PADDING.across
    const { left, width: free } = this.heads.end
    const x = this.isEndAtRight ? left + free - width : left
    page.within(null, () => {
      page.rectangle(
        x,
        top,
        width,
        line.height + 2 * MARK_PADDING.along,
        { stroke: 'ink', width: RULE.box },
        2,
      )
    })
    this.setting.drawLine(null, line, top + MARK_PADDING.along, { left: x, width }, 'centre')
  }

  private drawFoot(number: number, pages: number): void {
    const { page } = this.setting
    const { left, right, bottom } = this.paper.printed
    const top = bottom - this.footHeight
    page.within(null, () => {
      page.moveAndLine(
        [
          [left, top],
          [right, top],
        ],
        { stroke: 'grey', width: RULE.hair },
        false,
      )
    })
    const { reference } = this.texts
    const numbers = this.numberLines(number, pages)
    // Reference and number may be in scripts of different heights: they stand on one baseline.
    const baseline = top + RULE_GAP + Math.max(firstBaseline(reference), firstBaseline(numbers))
    this.put(reference, baseline - firstBaseline(reference), this.heads.start)
    const align = this.isEndAtRight ? 'right' : 'left'
    this.put(numbers, baseline - firstBaseline(numbers), this.heads.end, align)
  }

  private get isEndAtRight(): boolean {
    return this.heads.end.left > this.heads.start.left
  }

  /** On the side that is asked for, whatever the direction of the words. */
  private put(
    lines: readonly Line[],
    top: number,
    column: Column,
    side: 'left' | 'right' = this.isEndAtRight ? 'left' : 'right',
  ): void {
    let y = top
    for (const line of lines) {
      const align: Align = (side === 'left') === (line.direction === 'ltr') ? 'start' : 'end'
      this.setting.drawLine(null, line, y, column, align)
      y += line.height
    }
  }

  private numberLines(number: number, pages: number): Line[] {
    const { pageNumbering, digits = '0123456789' } = this.setting.report
    const figures = (count: number) => String(count).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
    const text = pageNumbering
      .replaceAll('{page}', () => figures(number))
      .replaceAll('{pages}', () => figures(pages))
    return atMost(MOST_LINES, text, LOOK, this.heads.end.width, this.setting)
  }
}

function firstBaseline([line]: readonly Line[]): number {
  return line ? baselineOf(line) : 0
}

/** Put together by the report, so it runs in the report's direction whatever it begins with. */
function atMost(most: number, text: ReportText, look: Look, width: number, setting: Setter): Line[] {
  const lines = setting.lines(text, look, width, setting.direction)
  if (lines.length <= most) return lines
  const kept = Array.from(lines.slice(0, most), (line) => line.text).join(' ')
  const words = Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(kept),
    ({ segment }) => segment,
  )
  const asTyped = (short: string): ReportText => (typeof text === 'string' ? short : [{ text: short }])
  for (let end = words.length; end > 0; end--) {
    const shorter = setting.lines(
      asTyped(words.slice(0, end).join('').trimEnd() + ELLIPSIS),
      look,
      width,
      setting.direction,
    )
    if (shorter.length <= most) return shorter
  }
  return lines.slice(0, most)
}
