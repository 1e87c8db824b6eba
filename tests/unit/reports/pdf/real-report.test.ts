/** A long report made with the real fonts and the real writer, and read back as a browser reads it. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Answer } from '@/reports/pdf/messages.ts'
import { run } from '@/reports/pdf/task.ts'
import type { Block, Report } from '@/reports/report.ts'
import { plainText } from '@/reports/text.ts'
import { loadFont } from './fonts-for-tests.ts'
import { contentsOf, letters, readPdf } from './reading-pdf.ts'
import { reportOf, sentences } from './reports-for-tests.ts'

const LONG_WORD = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbaugesellschaft'
const evidence = sentences(160).slice(0, 5000)

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: 'Graded Care Profile' },
  { kind: 'paragraph', tone: 'warning', text: 'This is a draft.' },
  {
    kind: 'facts',
    rows: [
      { label: 'Child', value: [{ text: 'AB 12' }] },
      { label: 'Long word', value: [{ text: LONG_WORD.repeat(3) }] },
    ],
  },
  { kind: 'heading', level: 2, text: 'Food' },
  { kind: 'paragraph', tone: 'note', text: 'Seen, 3 March' },
  { kind: 'paragraph', tone: 'quote', text: [{ text: evidence }] },
  { kind: 'paragraph', tone: 'quote', text: [{ text: 'یہ بچی ہر صبح ناشتہ کرتی ہے' }] },
  {
    kind: 'list',
    ordered: true,
    items: ['bread', [{ text: 'milk, and a ' }, { text: 'cup', strong: true }]],
  },
  {
    kind: 'figure',
    alt: 'Food is at grade 3.',
    caption: 'Further to the right means more concern.',
    drawing: {
      width: 300,
      height: 60,
      shapes: [
        { kind: 'rectangle', at: [0, 0], width: 300, height: 60, fill: 'pale', stroke: 'ink', radius: 3 },
        { kind: 'circle', centre: [150, 30], radius: 6, fill: 'ink' },
        { kind: 'label', at: [10, 34], text: 'Preparation', size: 9, strong: true },
      ],
    },
  },
  { kind: 'page-break' },
  { kind: 'heading', level: 2, text: 'Every item' },
  {
    kind: 'table',
    caption: 'Items and grades',
    columns: [
      { header: 'Item', share: 1 },
      { header: 'Evidence', share: 3 },
    ],
    rows: Array.from({ length: 50 }, (_, row) => [
      `item ${row}`,
      row === 20 ? sentences(260) : `note ${row}`,
    ]),
  },
]

async function make(report: Report, task: 'make' | 'check' = 'make'): Promise<Answer[]> {
  const answers: Answer[] = []
  await run({ task, report }, loadFont, (answer) => answers.push(answer))
  return answers
}

async function fileOf(report: Report): Promise<Uint8Array> {
  const last = (await make(report)).at(-1)
  if (last?.answer !== 'made') throw new Error(JSON.stringify(last))
  return new Uint8Array(last.file)
}

/** What a screen reader is given: text inside tagged content, without heads, feet and repeated rows. */
async function taggedText(bytes: Uint8Array): Promise<string> {
  const task = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  let text = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    let isTagged = false
    for (const item of items) {
      if ('str' in item) text += isTagged ? item.str : ''
      else isTagged = item.type === 'beginMarkedContentProps'
    }
  }
  await task.destroy()
  return text
}

function source(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.text)]
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? at + 1 : ''} ${plainText(item)}`)
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [plainText(label), plainText(value)])
    case 'table':
      return [block.caption, ...block.columns.map(({ header }) => header), ...block.rows.flat()].map(
        plainText,
      )
    case 'figure':
      return [
        ...block.drawing.shapes.flatMap((shape) => (shape.kind === 'label' ? [shape.text] : [])),
        plainText(block.caption ?? ''),
      ]
    case 'bilingual':
      return block.pairs.flatMap(({ start, end }) => [...start, ...end].flatMap(source))
    case 'writing-lines':
    case 'page-break':
      return []
  }
}

describe.each(['portrait', 'landscape'] as const)('a long report, %s', (orientation) => {
  const report = reportOf(blocks, { orientation, mark: 'DRAFT' })

  it('says every word that was typed, once and in order, to whoever hears it', async () => {
    const expected = letters(report.blocks.flatMap(source).join(' '))
    expect(letters(await taggedText(await fileOf(report)))).toBe(expected)
  })

  it('has everything tagged, and no letter that a font lacks', async () => {
    const read = await readPdf(await fileOf(report))
    expect(read.pages.length).toBeGreaterThan(4)
    for (const page of read.pages) {
      expect(page.untagged).toBe(0)
      expect(page.missing).toEqual([])
      expect(new Set(contentsOf(page.tags)).size).toBe(contentsOf(page.tags).length)
    }
  })

  it('has reference, mark and page number on every page', async () => {
    const { pages } = await readPdf(await fileOf(report))
    pages.forEach(({ text }, at) => {
      expect(text).toContain('AB 12, 12 March 2026')
      expect(text).toContain('DRAFT')
      expect(text).toContain(`Page ${at + 1} of ${pages.length}`)
    })
  })

  it('has its headings as bookmarks, and its picture in words', async () => {
    const { outline, pages } = await readPdf(await fileOf(report))
    const titles = outline.map((entry) => entry.title)
    expect(titles).toEqual(['Graded Care Profile'])
    expect(JSON.stringify(pages.map(({ tags }) => tags))).toContain('Food is at grade 3.')
  })
})

describe('the worker’s task', () => {
  it('tells how far it is, up to the file', async () => {
    const answers = await make(reportOf(blocks))
    const parts = answers.flatMap((answer) => (answer.answer === 'progress' ? [answer.part] : []))
    expect(parts.length).toBeGreaterThan(2)
    expect(parts).toEqual([...parts].sort((a, b) => a - b))
    expect(parts.every((part) => part >= 0 && part < 1)).toBe(true)
  })

  it('names what no font can draw, with its place, and makes the file all the same', async () => {
    const report = reportOf([
      { kind: 'heading', level: 2, text: 'Food' },
      {
        kind: 'paragraph',
        tone: 'quote',
        text: [{ text: 'She said \u{1F600} twice \u{1F600} in the kitchen, and 漢 once' }],
      },
    ])
    expect(await make(report, 'check')).toEqual([
      {
        answer: 'checked',
        undrawable: [
          {
            text: '\u{1F600}',
            where: 'Food',
            excerpt: 'She said \u{1F600} twice \u{1F600} in the kitchen,…',
          },
          { text: '漢', where: 'Food', excerpt: '…e \u{1F600} in the kitchen, and 漢 once' },
        ],
      },
    ])
    const { text } = await readPdf(await fileOf(report))
    expect(text).toContain('\u{1F600}')
  })

  it('finds nothing to name in a report in English', async () => {
    expect(await make(reportOf(blocks, { mark: 'DRAFT' }), 'check')).toEqual([
      { answer: 'checked', undrawable: [] },
    ])
  })

  it('says which part failed when a font cannot be read', async () => {
    const answers: Answer[] = []
    const broken = () => Promise.reject(new Error('font sans: 404'))
    await run({ task: 'make', report: reportOf(blocks) }, broken, (answer) => answers.push(answer))
    expect(answers).toEqual([{ answer: 'failed', fault: 'not-opened', detail: 'font sans: 404' }])
  })
})
