/** Whole reports of what nobody should type: a sound file that holds every letter, or a code that says it failed. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '@/reports/pdf/messages.ts'
import { run } from '@/reports/pdf/task.ts'
import type { Block, Drawing, Report, ReportText } from '@/reports/report.ts'
import { loadFont } from './fonts-for-tests.ts'
import { reportOf, sentences } from './reports-for-tests.ts'
import { faultsOf, heard, structureOf, type Structure } from './structure.ts'

const URDU = 'یہ بچی ہر صبح ناشتہ کرتی ہے '
const MEGABYTE = 1_000_000

async function answerTo(report: Report): Promise<Answer> {
  const answers: Answer[] = []
  await run({ task: 'make', report }, loadFont, (answer) => answers.push(answer))
  return answers.at(-1) ?? expect.fail('no answer')
}

async function structured(report: Report): Promise<Structure> {
  const answer = await answerTo(report)
  if (answer.answer !== 'made') throw new Error(JSON.stringify(answer))
  return structureOf(new Uint8Array(answer.file))
}

const table = (rows: ReportText[][]): Block => ({
  kind: 'table',
  caption: 'Every item',
  columns: [
    { header: 'Item', share: 1 },
    { header: 'Evidence', share: 3 },
  ],
  rows,
})

/** The same text in every place where somebody may have typed it. */
const everywhere = (text: string): Block[] => [
  { kind: 'heading', level: 1, text },
  { kind: 'paragraph', text },
  { kind: 'paragraph', tone: 'quote', text: [{ text }] },
  { kind: 'list', items: [text, [{ text }]] },
  { kind: 'facts', rows: [{ label: text, value: [{ text }] }] },
  table([[text, [{ text }]]]),
  {
    kind: 'figure',
    alt: `Picture ${text}`,
    caption: text,
    drawing: { width: 90, height: 30, shapes: [{ kind: 'label', at: [0, 20], text, size: 8 }] },
  },
  {
    kind: 'bilingual',
    start: 'en-GB',
    end: 'ur',
    pairs: [{ start: [{ kind: 'paragraph', text }], end: [{ kind: 'paragraph', text }] }],
  },
]

const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '')
const said = (structure: Structure) =>
  letters(
    heard(structure)
      .map(({ text }) => text)
      .join(''),
  )

describe('what is typed or pasted', () => {
  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['line feeds', '\n\r\n\u2028\n'],
    ['zero-width characters', '\u200b\u200c\u200d\ufeff\u2060\u00ad'],
    ['zero-width characters in a word', 'bre\u200bak\u200dfa\u200cst\ufeff'],
    ['half an emoji', 'before \ud83d after \ude00 end'],
    ['control characters', 'a\0b\u0007c\u001b[31md\u007f'],
    ['unbalanced bidi controls', '\u202eabc \u2067\u2066\u202b def\u2069\u2069\u202c\u2069 (ghi'],
    ['bidi controls that nest too deep', `${'\u2067'.repeat(200)}deep${'\u202e'.repeat(200)}deeper`],
    ['marks without letters', '\u0301\u0670\u09cd'],
    ['a word of 10,000 letters', 'neglect'.repeat(1429)],
    ['an Urdu word of 10,000 letters', 'ناشتہ'.repeat(2000)],
    ['brackets and backslashes', '(\\)<<>>[]{}/%endobj endstream'],
    ['placeholders', '{page} of {pages} $& $1'],
    ['emoji and rare scripts', '\u{1F469}\u200d\u{1F467} שלום 漢字'],
  ])('%s: a sound file, wherever it stands', async (_, text) => {
    const report = reportOf(everywhere(text), { title: text || 'A title', reference: text, mark: text })
    const faults = faultsOf(await structured(report))
    // A report whose title is blank was asked for a blank one.
    expect(faults.filter((fault) => fault !== 'there is no title')).toEqual([])
  })

  it('a word of 10,000 letters is cut, and every letter of it is there', async () => {
    const word = 'neglect'.repeat(1429)
    const structure = await structured(reportOf([table([['1', word]]), { kind: 'paragraph', text: word }]))
    expect(said(structure).split(word)).toHaveLength(3)
  })
})

describe('tables', () => {
  const tall = sentences(300)
  const rows = Array.from({ length: 50 }, (_, row) => [`item ${row}`, row === 20 ? tall : `note ${row}`])

  it('of 50 rows with a cell taller than a page lose nothing, and repeat their header row', async () => {
    const structure = await structured(reportOf([table(rows)]))
    expect(faultsOf(structure)).toEqual([])
    expect(said(structure)).toBe(letters(['Every item', 'Item', 'Evidence', ...rows.flat()].join('')))
    structure.pages.forEach(({ marked }) => {
      const page = marked.map(({ text }) => text).join('')
      expect(page).toContain('Evidence')
    })
  })

  it.each(['portrait', 'landscape'] as const)(
    'of cells that are all taller than a page, %s',
    async (orientation) => {
      const structure = await structured(
        reportOf([table([[sentences(90), URDU.repeat(300)]])], { orientation }),
      )
      expect(faultsOf(structure)).toEqual([])
      expect(structure.pages.length).toBeGreaterThan(2)
    },
  )

  it('without rows, or with more columns than a page has room for', async () => {
    const wide: Block = {
      kind: 'table',
      caption: '',
      columns: Array.from({ length: 40 }, (_, at) => ({ header: `column ${at}`, share: 1 })),
      rows: [Array.from({ length: 40 }, (_, at) => `cell ${at}`)],
    }
    for (const block of [table([]), wide]) {
      expect(faultsOf(await structured(reportOf([block])))).toEqual([])
    }
  })

  it.each([
    ['English', 'The child had a coat that fitted. '],
    ['Urdu', URDU],
    ['one word', 'a'],
  ])('with a megabyte of %s in one cell', async (_, unit) => {
    const text = unit.repeat(Math.ceil(MEGABYTE / unit.length)).trim()
    const structure = await structured(reportOf([table([['1', text]])]))
    expect(faultsOf(structure)).toEqual([])
    expect(said(structure)).toContain(letters(text))
  })
})

describe('reports that are hardly one', () => {
  it('a report with nothing in it is one page with its head and foot', async () => {
    const structure = await structured(reportOf([]))
    expect(faultsOf(structure)).toEqual([])
    expect(structure.pages).toHaveLength(1)
  })

  it('a report of page breaks is one page', async () => {
    const structure = await structured(reportOf([{ kind: 'page-break' }, { kind: 'page-break' }]))
    expect(structure.pages).toHaveLength(1)
  })

  it('lists, facts and columns without anything in them', async () => {
    const structure = await structured(
      reportOf([
        { kind: 'list', items: [] },
        { kind: 'facts', rows: [] },
        { kind: 'bilingual', start: 'en-GB', end: 'ur', pairs: [] },
      ]),
    )
    expect(faultsOf(structure)).toEqual([])
  })

  it('a language nobody has heard of', async () => {
    const answer = await answerTo(
      reportOf([{ kind: 'paragraph', text: 'one' }], { language: 'qaa-x-unknown' }),
    )
    expect(answer.answer).toBe('made')
  })
})

describe('drawings', () => {
  const figure = (drawing: Drawing): Report => reportOf([{ kind: 'figure', alt: 'A drawing', drawing }])

  it('with a place that is no number: a code, not half a file', async () => {
    for (const number of [NaN, Infinity]) {
      const drawing: Drawing = {
        width: 90,
        height: 90,
        shapes: [{ kind: 'circle', centre: [number, 10], radius: 5, fill: 'ink' }],
      }
      expect(await answerTo(figure(drawing))).toMatchObject({ answer: 'failed', fault: 'not-made' })
    }
  })

  it('wider and taller than any page are made smaller', async () => {
    const drawing: Drawing = {
      width: 90_000,
      height: 500_000,
      shapes: [{ kind: 'rectangle', at: [0, 0], width: 90_000, height: 500_000, stroke: 'ink' }],
    }
    const structure = await structured(figure(drawing))
    expect(faultsOf(structure)).toEqual([])
    expect(structure.pages).toHaveLength(1)
  })
})
