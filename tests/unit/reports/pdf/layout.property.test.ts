/** Whatever is typed: nothing overlaps, nothing leaves the page, every character is drawn once and in order. */
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { layOut } from '@/reports/pdf/layout.ts'
import type { Block, Report, ReportText } from '@/reports/report.ts'
import { plainText } from '@/reports/text.ts'
import {
  fakeEngine,
  heard,
  isMark,
  type Box,
  type FakeElement,
  type FakePages,
  type Mark,
} from './fake-engine.ts'
import { anyReport } from './reports-for-tests.ts'

// The toolkit speaks English so far; the layout is ready for more.
vi.mock('@content/languages.json', () => ({
  default: [
    { tag: 'en-GB', direction: 'ltr' },
    { tag: 'en-US', direction: 'ltr' },
    { tag: 'ur', direction: 'rtl' },
  ],
}))

// The same reports each time: a check must not pass and fail by luck. The seed once found a heading parted by a blank paragraph.
const RUNS = { seed: -1838794010, numRuns: 250 }
const ROUNDING = 0.05

function draw(report: Report): FakePages {
  const engine = fakeEngine()
  layOut(report, engine)
  return engine.written
}

/** Without white space, and without the marks that keep a date in one piece in a right-to-left text. */
const letters = (text: string) => text.replace(/[\s\u2066-\u2069]+/gu, '')
const textMarks = (pages: FakePages) => pages.marks.filter((mark) => mark.kind === 'text')
const overlaps = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > ROUNDING &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > ROUNDING
const contains = (a: Box, b: Box) =>
  a.left <= b.left + ROUNDING &&
  a.right >= b.right - ROUNDING &&
  a.top <= b.top + ROUNDING &&
  a.bottom >= b.bottom - ROUNDING

function byPage(marks: readonly Mark[]): Mark[][] {
  const pages = new Map<number, Mark[]>()
  for (const mark of marks) pages.set(mark.page, [...(pages.get(mark.page) ?? []), mark])
  return [...pages.values()]
}

/** What is to be read, block by block, labels of lists and drawings included. */
function wordsOf(block: Block): ReportText[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items.flatMap((item, at) => [block.ordered ? `${at + 1}.` : '\u2022', item])
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label, value])
    case 'table':
      return [block.caption, ...block.columns.map(({ header }) => header), ...block.rows.flat()]
    case 'figure':
      return [
        ...block.drawing.shapes.flatMap((shape) => (shape.kind === 'label' ? [shape.text] : [])),
        block.caption ?? '',
      ]
    case 'bilingual':
      return block.pairs.flatMap(({ start, end }) => [...start, ...end].flatMap(wordsOf))
    case 'writing-lines':
    case 'page-break':
      return []
  }
}

describe('any report', () => {
  it('has no text on top of another', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const marks of byPage(textMarks(draw(report)))) {
          const shown = marks.filter((mark) => mark.right > mark.left).sort((a, b) => a.top - b.top)
          shown.forEach((mark, at) => {
            for (const other of shown.slice(at + 1)) {
              if (other.top >= mark.bottom) break
              if (overlaps(mark, other))
                expect.fail(`"${mark.text}" lies on "${other.text}" on page ${mark.page}`)
            }
          })
        }
      }),
      RUNS,
    )
  })

  it('stays within the margins of the page', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const pages = draw(report)
        for (const mark of pages.marks) {
          const { width, height } = pages.pages[mark.page - 1]!
          const printable = { left: 36, top: 24, right: width - 36, bottom: height - 24 }
          if (!contains(printable, mark)) expect.fail(`${mark.kind} "${mark.text}" leaves page ${mark.page}`)
        }
      }),
      RUNS,
    )
  })

  it('has no rule through its text: a line is inside a box or outside', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const marks of byPage(draw(report).marks)) {
          const boxes = marks.filter((mark) => mark.kind !== 'text' && mark.element === null)
          for (const text of marks.filter((mark) => mark.kind === 'text' && mark.right > mark.left)) {
            for (const box of boxes) {
              const isApart = !overlaps(box, text)
              if (!isApart && !contains(box, text)) expect.fail(`a rule goes through "${text.text}"`)
            }
          }
        }
      }),
      RUNS,
    )
  })

  it('has every character once, in reading order', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const [document] = draw(report).roots
        const expected = report.blocks
          .flatMap(wordsOf)
          .map((words) => letters(plainText(words)))
          .join('')
        expect(letters(heard(document!))).toBe(expected)
      }),
      RUNS,
    )
  })

  it('is drawn from top to bottom within every element', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const goesDown = (marks: Mark[]) => {
          marks.forEach((mark, at) => {
            const before = marks[at - 1]
            if (before) expect(mark.page > before.page || mark.top >= before.top - ROUNDING).toBe(true)
          })
        }
        const visit = (element: { children: FakePages['roots'][number]['children'] }) => {
          goesDown(element.children.filter(isMark).filter((mark) => mark.kind === 'text'))
          for (const child of element.children) if (!isMark(child)) visit(child)
        }
        draw(report).roots.forEach(visit)
      }),
      RUNS,
    )
  })

  it('has no heading alone at the foot of a page', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const [document] = draw(report).roots
        const elements = document!.children.filter((child): child is FakeElement => !isMark(child))
        // Elements of the document, with the breaks that were asked for between them, and lines to write on, which are in none.
        const drawn = report.blocks.flatMap((block) => {
          if (block.kind === 'page-break') return [undefined]
          if (block.kind === 'writing-lines') return block.count > 0 ? [undefined] : []
          return elements.splice(0, elementsOf(block, report))
        })
        for (let at = 0; at < drawn.length; at++) {
          const end = drawn.findIndex(
            (element, place) =>
              // A list without items is not seen: what comes after it is what stands under the heading.
              place >= at && (element === undefined || (marksOf(element).length > 0 && !isHeading(element))),
          )
          const [next, headings] = [drawn[end], drawn.slice(at, end).filter(isHeading).flatMap(marksOf)]
          if (!next || headings.length === 0) continue
          at = end
          const height = headings.reduce((sum, line) => sum + line.bottom - line.top, 0)
          // A picture cannot be cut, so headings of many lines may not fit above a large one.
          if (isFigure(next) || height > MOST_HEADINGS) continue
          const pages = new Set([...headings, ...marksOf(next).slice(0, 1)].map(({ page }) => page))
          if (pages.size > 1) expect.fail(`"${headings[0]!.text}" is parted from what it heads`)
        }
      }),
      RUNS,
    )
  })
})

/** How many elements of the document a block is drawn into. */
function elementsOf(block: Block, report: Report): number {
  const { language = report.language } = 'language' in block ? block : {}
  const isInElementOfItsOwn = language !== report.language
  return block.kind === 'figure' && block.caption !== undefined && !isInElementOfItsOwn ? 2 : 1
}

/** So much of a page that a line under them always fits. */
const MOST_HEADINGS = 150

const isHeading = (element: FakeElement | undefined): element is FakeElement =>
  element !== undefined && /^H[123]$/.test(element.tag)

/** In an element for its language or without. */
const isFigure = (element: FakeElement): boolean =>
  element.tag === 'Figure' || element.children.some((child) => !isMark(child) && isFigure(child))

/** In the order in which they are read. */
function marksOf(element: FakeElement): Mark[] {
  return element.children.flatMap((child) => (isMark(child) ? [child] : marksOf(child)))
}
