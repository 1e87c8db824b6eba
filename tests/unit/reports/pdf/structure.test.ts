/** The structure of whole reports, walked from the tree to the page and back; and that the walk notices what is wrong. */
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '@/reports/pdf/task.ts'
import type { Block, Report } from '@/reports/report.ts'
import { loadFont } from './fonts-for-tests.ts'
import { reportOf, sentences } from './reports-for-tests.ts'
import { all, faultsOf, heard, isContent, structureOf, type Structure } from './structure.ts'

const URDU = 'یہ بچی ہر صبح ناشتہ کرتی ہے'
const BENGALI = 'শিশুটি প্রতিদিন সকালে নাস্তা করে'

async function structured(report: Report): Promise<Structure> {
  let file: ArrayBuffer | undefined
  await run({ task: 'make', report }, loadFont, (answer) => {
    if (answer.answer === 'failed') throw new Error(answer.detail)
    if (answer.answer === 'made') file = answer.file
  })
  if (!file) throw new Error('no file')
  return structureOf(new Uint8Array(file))
}

const everyKind: Block[] = [
  { kind: 'heading', level: 1, text: 'Graded Care Profile' },
  { kind: 'paragraph', tone: 'warning', text: 'This is a draft.' },
  { kind: 'facts', rows: [{ label: 'Child', value: [{ text: 'AB 12' }] }] },
  { kind: 'heading', level: 2, text: 'Food' },
  {
    kind: 'paragraph',
    text: [{ text: 'Her mother said: ' }, { text: URDU, language: 'ur' }, { text: ' twice' }],
  },
  { kind: 'paragraph', tone: 'quote', text: sentences(150) },
  { kind: 'heading', level: 3, text: 'Breakfast' },
  { kind: 'list', ordered: true, items: ['bread', [{ text: BENGALI, language: 'bn' }]] },
  {
    kind: 'figure',
    alt: 'Food is at grade 3.',
    caption: 'Further to the right means more concern.',
    drawing: {
      width: 200,
      height: 40,
      shapes: [
        { kind: 'rectangle', at: [0, 0], width: 200, height: 40, fill: 'pale', stroke: 'ink' },
        { kind: 'label', at: [10, 25], text: 'Food', size: 9 },
      ],
    },
  },
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
  { kind: 'heading', level: 2, text: 'In two languages' },
  {
    kind: 'bilingual',
    start: 'en-GB',
    end: 'ur',
    pairs: [
      {
        start: [{ kind: 'heading', level: 3, text: 'What we agreed' }],
        end: [{ kind: 'heading', level: 3, text: 'ہم نے کیا طے کیا' }],
      },
      {
        start: [{ kind: 'paragraph', text: 'She eats breakfast every morning.' }],
        end: [{ kind: 'paragraph', text: URDU }],
      },
      {
        start: [{ kind: 'list', items: ['bread', 'milk'] }],
        end: [{ kind: 'list', items: ['روٹی', 'دودھ'] }],
      },
      {
        start: [{ kind: 'paragraph', text: sentences(150) }],
        end: [{ kind: 'paragraph', text: `${URDU}۔ `.repeat(150).trim() }],
      },
    ],
  },
]

const urdu: Report = reportOf(
  [
    { kind: 'heading', level: 1, text: 'نگہداشت کا جائزہ' },
    { kind: 'paragraph', text: URDU },
    { kind: 'paragraph', text: [{ text: 'She said so.', language: 'en-GB' }] },
    {
      kind: 'table',
      caption: 'درجے',
      columns: [
        { header: 'حصہ', share: 1 },
        { header: 'درجہ', share: 1 },
      ],
      rows: Array.from({ length: 60 }, (_, row) => [URDU, String(row)]),
    },
  ],
  {
    language: 'ur',
    title: 'نگہداشت کا جائزہ',
    orientation: 'landscape',
    pageNumbering: 'صفحہ {page} از {pages}',
  },
)

describe.each([
  ['a report with every kind of block', reportOf(everyKind, { mark: 'DRAFT' })],
  ['the same, on its side', reportOf(everyKind, { mark: 'DRAFT', orientation: 'landscape' })],
  ['a report in Urdu', urdu],
  ['a report with nothing in it', reportOf([])],
] as const)('%s', (_, report) => {
  let structure: Structure
  beforeAll(async () => {
    structure = await structured(report)
  })

  it('has a structure without a fault, walked both ways', () => {
    expect(faultsOf(structure)).toEqual([])
  })

  it('says its language and its title', () => {
    expect(structure.document).toMatchObject({ language: report.language, title: report.title })
    expect(structure.document.metadata).toContain(report.title)
  })

  it('keeps head and foot of the pages out of the tree', () => {
    const said = heard(structure).map(({ text }) => text)
    for (const words of [report.reference, report.mark]) if (words) expect(said).not.toContain(words)
    for (const [at, { marked }] of structure.pages.entries()) {
      const artifacts = marked.flatMap(({ owner, text }) => (owner === 'artifact' ? [text] : [])).join('')
      expect(artifacts).toContain('12')
      if (report.language === 'en-GB')
        expect(artifacts).toContain(`Page ${at + 1} of ${structure.pages.length}`)
    }
  })
})

describe('what is heard', () => {
  let structure: Structure
  beforeAll(async () => {
    structure = await structured(reportOf(everyKind, { mark: 'DRAFT' }))
  })

  it('of a bilingual page is one language of a pair, then the other, each in its own voice', () => {
    const said = heard(structure)
    const from = said.findIndex(({ text }) => text === 'What we agreed')
    expect(
      said.slice(from, from + 12).map(({ tag, language, text }) => [tag, language, text.trim()]),
    ).toEqual([
      ['H3', 'en-GB', 'What we agreed'],
      ['H3', 'ur', 'ہم نے کیا طے کیا'],
      ['P', 'en-GB', 'She eats breakfast every morning.'],
      ['P', 'ur', URDU],
      ['Lbl', 'en-GB', '\u2022'],
      ['LBody', 'en-GB', 'bread'],
      ['Lbl', 'en-GB', '\u2022'],
      ['LBody', 'en-GB', 'milk'],
      ['Lbl', 'ur', '\u2022'],
      ['LBody', 'ur', 'روٹی'],
      ['Lbl', 'ur', '\u2022'],
      ['LBody', 'ur', 'دودھ'],
    ])
  })

  it('of a run in another language says that language, in a paragraph and in a list', () => {
    const spans = all(structure.elements).filter(({ tag }) => tag === 'Span')
    expect(spans.map(({ language }) => language)).toContain('ur')
    const items = all(structure.elements).filter(({ tag }) => tag === 'LBody')
    expect(items.map(({ language }) => language)).toContain('bn')
  })

  it('of a table is its header row once, although it stands on every page', () => {
    const headers = heard(structure).filter(({ tag, text }) => tag === 'TH' && text === 'Evidence')
    expect(headers).toHaveLength(1)
    const again = structure.pages.filter(({ marked }) =>
      marked.some(({ owner, text }) => owner === 'artifact' && text.includes('Evidence')),
    )
    expect(again.length).toBeGreaterThan(1)
  })

  it('of a picture is its description', () => {
    expect(heard(structure)).toContainEqual({ tag: 'Figure', language: 'en-GB', text: 'Food is at grade 3.' })
  })
})

describe('the walk', () => {
  let sound: Structure
  beforeAll(async () => {
    sound = await structured(reportOf(everyKind))
  })

  const tagged = (structure: Structure, tag: string) =>
    all(structure.elements).find((each) => each.tag === tag) ?? expect.fail(`no ${tag}`)
  const content = (structure: Structure) =>
    structure.pages[0]?.marked.find(({ owner }) => typeof owner === 'number') ?? expect.fail('no content')

  it.each<[string, string, (structure: Structure) => unknown]>([
    ['a mark outside of everything', 'page 1: f belongs to nobody', ({ pages }) => pages[0]?.loose.push('f')],
    [
      'content inside content',
      'page 1: marked content inside marked content',
      ({ pages }) => {
        if (pages[0]) pages[0].nested = 1
      },
    ],
    [
      'content that the tree forgets',
      'page 1: content 0 is not in the tree',
      (structure) => {
        const owner = all(structure.elements).find(({ children }) =>
          children.some((child) => isContent(child) && child.page === 1 && child.mcid === 0),
        )
        owner?.children.shift()
      },
    ],
    [
      'content that is not drawn',
      'page 1: content 0 of the tree is not drawn',
      ({ pages }) => {
        if (pages[0]) pages[0].marked = pages[0].marked.filter(({ owner }) => owner !== 0)
      },
    ],
    [
      'a number used twice',
      'page 1: a number is used twice',
      (structure) => structure.pages[0]?.marked.push(content(structure)),
    ],
    [
      'a parent tree that says otherwise',
      'page 1: the parent tree gives content 0 to another',
      ({ pages }) => {
        if (pages[0]) pages[0].parents[0] = 1
      },
    ],
    [
      'a parent tree that knows more',
      'page 1: content 999 is in the parent tree alone',
      ({ pages }) => {
        if (pages[0]) pages[0].parents[999] = 1
      },
    ],
    ['a wrong parent', 'P: names another parent', (structure) => void (tagged(structure, 'P').parent = 1)],
    ['a header cell without scope', 'TH: no scope', (structure) => delete tagged(structure, 'TH').scope],
    [
      'a picture without words',
      'Figure: no words instead',
      (structure) => void (tagged(structure, 'Figure').alt = ' '),
    ],
    ['a list of paragraphs', 'P in L', (structure) => void (tagged(structure, 'LI').tag = 'P')],
    ['a level that is skipped', 'H3 after H1', (structure) => void (tagged(structure, 'H2').tag = 'H1')],
    ['a bookmark less', 'the bookmarks are not the headings', ({ bookmarks }) => void bookmarks.splice(1, 1)],
    [
      'a document without a language',
      'the document has no language',
      ({ document }) => void (document.language = ''),
    ],
    ['no PDF/UA', 'PDF/UA is not named', ({ document }) => void (document.metadata = '<dc:title>')],
  ])('notices %s', (_, fault, spoil) => {
    const spoilt = structuredClone(sound)
    spoil(spoilt)
    expect(faultsOf(spoilt)).toContain(fault)
  })
})
