import * as fc from 'fast-check'
import type { Block, Drawing, Report, ReportText, Shape, TextRun } from '@/reports/report.ts'

export function reportOf(blocks: Block[], rest: Partial<Report> = {}): Report {
  return {
    title: 'Graded Care Profile',
    language: 'en-GB',
    orientation: 'portrait',
    reference: 'AB 12, 12 March 2026',
    pageNumbering: 'Page {page} of {pages}',
    blocks,
    ...rest,
  }
}

export const sentences = (count: number): string => 'The child had a coat that fitted. '.repeat(count).trim()

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Z0-9,.;:'()-]{1,12}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{60,90}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('ناشتہ', 'بچی', 'ਘਰ', '\u{1F600}', '<img onerror=x>', '\u202e!', ''),
  },
)

const typed = (most: number) =>
  fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\n\n')), { maxLength: most })
    .map((words) => words.flat().join(''))

const run = (most: number): fc.Arbitrary<TextRun> =>
  fc.record(
    { text: typed(most), language: fc.constantFrom('en-GB', 'en-US'), strong: fc.boolean() },
    { requiredKeys: ['text'] },
  )

const text = (most: number): fc.Arbitrary<ReportText> =>
  fc.oneof(typed(most), fc.array(run(most), { minLength: 1, maxLength: 3 }))

/** Now and then something that is longer than a page. */
const body = fc.oneof({ weight: 12, arbitrary: text(60) }, { weight: 1, arbitrary: text(1500) })

/** Labels apart from one another: what a drawing puts on top of another is its own affair. */
const drawing: fc.Arbitrary<Drawing> = fc
  .record({
    width: fc.integer({ min: 40, max: 1200 }),
    height: fc.integer({ min: 60, max: 1500 }),
    words: fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 3 }),
  })
  .map(({ width, height, words }) => ({
    width,
    height,
    shapes: [
      { kind: 'rectangle', at: [0, 0], width, height, stroke: 'ink' },
      { kind: 'circle', centre: [20, 20], radius: 10, fill: 'ink' },
      ...words.map((label, at): Shape => ({ kind: 'label', at: [1, 15 + at * 18], text: label, size: 9 })),
    ],
  }))

/** Of the other language than the report, now and then. */
const language = fc.constantFrom('en-GB', 'ur')

const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.record(
    {
      kind: fc.constant('table' as const),
      language,
      caption: text(8),
      columns: fc.array(
        fc.record(
          {
            header: text(4),
            share: fc.constantFrom(0, 0.01, 1, 2, 6),
            align: fc.constantFrom('start' as const, 'centre' as const, 'end' as const),
          },
          { requiredKeys: ['header', 'share'] },
        ),
        { minLength: columns, maxLength: columns },
      ),
      rows: fc.array(
        fc.array(fc.oneof({ weight: 20, arbitrary: text(12) }, { weight: 1, arbitrary: text(900) }), {
          minLength: columns,
          maxLength: columns,
        }),
        { maxLength: 12 },
      ),
    },
    { requiredKeys: ['kind', 'caption', 'columns', 'rows'] },
  ),
)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    text: text(8),
  }),
  fc.record(
    {
      kind: fc.constant('paragraph' as const),
      text: body,
      tone: fc.constantFrom('plain' as const, 'note' as const, 'quote' as const, 'warning' as const),
    },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(text(20), { maxLength: 12 }),
  }),
  fc.record(
    {
      kind: fc.constant('facts' as const),
      language,
      rows: fc.array(fc.record({ label: text(5), value: body }), { maxLength: 8 }),
    },
    { requiredKeys: ['kind', 'rows'] },
  ),
  table,
  fc.record(
    { kind: fc.constant('figure' as const), language, drawing, alt: typed(5), caption: text(6) },
    { requiredKeys: ['kind', 'drawing', 'alt'] },
  ),
  // Now and then more than a page has room for.
  fc.record({
    kind: fc.constant('writing-lines' as const),
    count: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(40)),
  }),
  fc.constant<Block>({ kind: 'page-break' }),
)

export const anyReport: fc.Arbitrary<Report> = fc.record(
  {
    title: typed(12),
    language: fc.constantFrom('en-GB', 'ur'),
    orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
    reference: typed(40),
    mark: fc.constantFrom('DRAFT', 'A very long mark that says more than once that this is only a draft'),
    pageNumbering: fc.constant('Page {page} of {pages}'),
    blocks: fc.array(block, { maxLength: 14 }),
  },
  { requiredKeys: ['title', 'language', 'orientation', 'reference', 'pageNumbering', 'blocks'] },
)
