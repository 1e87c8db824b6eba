/** English beside another language: what stands beside what, and what is heard after what. */
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { layOut } from '@/reports/pdf/layout.ts'
import type { Bilingual, Block, ColumnBlock, Report } from '@/reports/report.ts'
import { textsOf } from '@/reports/report-texts.ts'
import { plainText } from '@/reports/text.ts'
import { fakeEngine, heard, type FakePages, type Mark } from './fake-engine.ts'
import { reportOf, sentences } from './reports-for-tests.ts'

vi.mock('@content/languages.json', () => ({ default: [{ tag: 'en-GB', direction: 'ltr' }] }))

const URDU = 'یہ بچی ہر صبح ناشتہ کرتی ہے '
const MIDDLE = 595.28 / 2
const LEAST_GUTTER = 12
const ROUNDING = 0.05

const paragraph = (text: string): ColumnBlock => ({ kind: 'paragraph', text })
const heading = (text: string): ColumnBlock => ({ kind: 'heading', level: 2, text })

function beside(pairs: Bilingual['pairs'], rest: Partial<Bilingual> = {}): Bilingual {
  return { kind: 'bilingual', start: 'en-GB', end: 'ur', pairs, ...rest }
}

function draw(blocks: Block[], rest: Partial<Report> = {}): FakePages {
  const engine = fakeEngine()
  layOut(reportOf(blocks, rest), engine)
  return engine.written
}

function linesWith(pages: FakePages, words: string): Mark[] {
  const found = pages.marks.filter((mark) => mark.kind === 'text' && mark.text.includes(words))
  expect(found, words).not.toHaveLength(0)
  return found
}
const first = (pages: FakePages, words: string): Mark => linesWith(pages, words)[0]!
/** The writer's fake has letters of one ascent. */
const baseline = (mark: Mark) => mark.top

describe('two languages side by side', () => {
  const pages = draw([
    beside([
      { start: [heading('Food')], end: [heading('خوراک')] },
      { start: [paragraph(sentences(8))], end: [paragraph(URDU.repeat(6))] },
      { start: [{ kind: 'list', items: ['bread'] }], end: [{ kind: 'list', items: ['روٹی'] }] },
    ]),
  ])

  it('stand each in a half of the page, English at the left and Urdu against the right', () => {
    for (const line of linesWith(pages, 'child')) expect(line.right).toBeLessThan(MIDDLE)
    const urdu = linesWith(pages, 'بچی')
    for (const line of urdu) expect(line.left).toBeGreaterThan(MIDDLE)
    expect(new Set(urdu.map(({ right }) => Math.round(right))).size).toBe(1)
    expect(new Set(linesWith(pages, 'coat').map(({ left }) => Math.round(left))).size).toBe(1)
  })

  it('begin each pair at one height', () => {
    for (const [english, urdu] of [
      ['Food', 'خوراک'],
      ['The child', 'یہ بچی'],
      ['bread', 'روٹی'],
    ] as const) {
      expect(baseline(first(pages, english))).toBeCloseTo(baseline(first(pages, urdu)), 5)
    }
  })

  it('keep each its own line height', () => {
    const step = (words: string) => {
      const [one, two] = linesWith(pages, words)
      return two!.top - one!.top
    }
    expect(step('بچی') / step('child')).toBeCloseTo(2.4 / 1.4, 5)
  })

  it('have the markers of a list on the side where its language begins', () => {
    const [english, urdu] = linesWith(pages, '\u2022')
    expect(english!.right).toBeLessThan(first(pages, 'bread').left)
    expect(urdu!.left).toBeGreaterThan(first(pages, 'روٹی').right)
  })

  it('are heard pair by pair: the English, then the Urdu, which says that it is Urdu', () => {
    const [document] = pages.roots
    expect(heard(document!).replaceAll(' ', '')).toBe(
      ['Food', 'خوراک', sentences(8), URDU.repeat(6), '\u2022bread', '\u2022روٹی']
        .join('')
        .replaceAll(' ', ''),
    )
    const languages = document!.children.map((child) => ('attributes' in child ? child.attributes : {}))
    expect(
      languages.map((attributes) => ('language' in attributes ? attributes.language : undefined)),
    ).toEqual([undefined, 'ur', undefined, 'ur', undefined, 'ur'])
  })

  it('are mirrored in a report that is written from right to left', () => {
    const mirrored = draw(
      [beside([{ start: [paragraph(URDU)], end: [paragraph('English')] }], { start: 'ur', end: 'en-GB' })],
      { language: 'ur' },
    )
    expect(first(mirrored, 'بچی').left).toBeGreaterThan(MIDDLE)
    expect(first(mirrored, 'English').right).toBeLessThan(MIDDLE)
  })

  it('use the whole of a page on its side', () => {
    const wide = draw([beside([{ start: [paragraph('English')], end: [paragraph(URDU)] }])], {
      orientation: 'landscape',
    })
    expect(first(wide, 'بچی').right).toBeGreaterThan(700)
  })

  it('leave a side empty where there is no translation', () => {
    const half = draw([
      beside([
        { start: [paragraph('Only English')], end: [] },
        { start: [], end: [] },
      ]),
    ])
    expect(first(half, 'Only English').right).toBeLessThan(MIDDLE)
  })

  it('are given to the fonts each in its own language, with the heading they stand under', () => {
    const texts = [
      ...textsOf(
        reportOf([
          beside([
            { start: [heading('Food')], end: [heading('خوراک')] },
            { start: [paragraph('bread')], end: [paragraph('روٹی')] },
          ]),
        ]),
      ),
    ].slice(-4)
    expect(texts).toEqual([
      { text: 'Food', language: 'en-GB', where: 'Food' },
      { text: 'خوراک', language: 'ur', where: 'خوراک' },
      { text: 'bread', language: 'en-GB', where: 'Food' },
      { text: 'روٹی', language: 'ur', where: 'خوراک' },
    ])
  })
})

describe('where a page ends', () => {
  it('a pair goes whole to the next page', () => {
    for (let filling = 30; filling < 60; filling++) {
      const pages = draw([
        ...Array.from({ length: filling }, () => paragraph('A line.')),
        beside([{ start: [paragraph(sentences(6))], end: [paragraph(URDU.repeat(6))] }]),
      ])
      const used = new Set([...linesWith(pages, 'child'), ...linesWith(pages, 'بچی')].map(({ page }) => page))
      expect(used.size).toBe(1)
    }
  })

  it('a pair longer than a page goes on in both columns', () => {
    const pages = draw([beside([{ start: [paragraph(sentences(220))], end: [paragraph(URDU.repeat(180))] }])])
    for (const words of ['child', 'بچی']) {
      expect(linesWith(pages, words).map(({ page }) => page)).toContain(1)
      expect(linesWith(pages, words).map(({ page }) => page)).toContain(2)
    }
  })

  it('headings go with the pair they head', () => {
    for (let filling = 30; filling < 60; filling++) {
      const pages = draw([
        ...Array.from({ length: filling }, () => paragraph('A line.')),
        beside([
          { start: [heading('Food')], end: [heading('خوراک')] },
          { start: [paragraph(sentences(2))], end: [paragraph(URDU)] },
        ]),
      ])
      expect(first(pages, 'Food').page).toBe(first(pages, 'child').page)
      expect(first(pages, 'خوراک').page).toBe(first(pages, 'بچی').page)
    }
  })
})

const words = (unit: string, most: number) =>
  fc.integer({ min: 0, max: most }).map((count) => unit.repeat(count))

function side(unit: string): fc.Arbitrary<ColumnBlock[]> {
  const text = fc.oneof({ weight: 9, arbitrary: words(unit, 12) }, { weight: 1, arbitrary: words(unit, 260) })
  return fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 3 as const),
        text: words(unit, 4),
      }),
      fc.record({
        kind: fc.constant('paragraph' as const),
        text,
        tone: fc.constantFrom('plain' as const, 'note' as const, 'quote' as const, 'warning' as const),
      }),
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(text, { maxLength: 5 }),
      }),
    ),
    { maxLength: 3 },
  )
}

const anyBilingual = fc
  .array(fc.record({ start: side('word '), end: side('لفظ ') }), { maxLength: 10 })
  .map((pairs) => beside(pairs))

describe('whatever stands in the two columns', () => {
  const letters = (text: string) => text.replace(/\s+/gu, '')
  const said = (blocks: readonly ColumnBlock[]): string =>
    blocks
      .map((block) =>
        block.kind === 'list'
          ? block.items
              .map((item, at) => (block.ordered ? `${at + 1}.` : '\u2022') + plainText(item))
              .join('')
          : plainText(block.text),
      )
      .join('')

  it('every word is drawn once and in order, on the page, in its own column, and none on another', () => {
    fc.assert(
      fc.property(
        anyBilingual,
        fc.constantFrom('portrait' as const, 'landscape' as const),
        (block, orientation) => {
          const pages = draw([paragraph('Before'), block, paragraph('After')], { orientation })
          const inner = block.pairs.map(({ start, end }) => said(start) + said(end)).join('')
          expect(letters(heard(pages.roots[0]!))).toBe(letters(`Before${inner}After`))

          const middle = pages.pages[0]!.width / 2
          const body = { top: 60, bottom: pages.pages[0]!.height - 50 }
          const byColumn = new Map<string, Mark[]>()
          for (const mark of pages.marks) {
            if (mark.kind !== 'text' || !/word|لفظ/.test(mark.text)) continue
            const isEnglish = mark.text.includes('word')
            if (isEnglish) expect(mark.right).toBeLessThan(middle - LEAST_GUTTER / 2)
            else expect(mark.left).toBeGreaterThan(middle + LEAST_GUTTER / 2)
            expect(mark.top).toBeGreaterThan(body.top)
            expect(mark.bottom).toBeLessThan(body.bottom)
            const column = `${mark.page} ${isEnglish}`
            byColumn.set(column, [...(byColumn.get(column) ?? []), mark])
          }
          for (const marks of byColumn.values()) {
            marks.forEach((mark, at) => {
              const above = marks[at - 1]
              if (above) expect(mark.top).toBeGreaterThan(above.bottom - ROUNDING)
            })
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
