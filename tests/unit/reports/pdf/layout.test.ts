/** What a printed report looks like, page by page, drawn by an engine whose letters are all as wide. */
import { describe, expect, it, vi } from 'vitest'
import { LayoutCancelled, layOut } from '@/reports/pdf/layout.ts'
import type { Block, Figure, Report, Table } from '@/reports/report.ts'
import { elementsOf, fakeEngine, heard, type FakeElement, type FakePages, type Mark } from './fake-engine.ts'
import { reportOf, sentences } from './reports-for-tests.ts'

vi.mock('@content/languages.json', () => ({
  default: [
    { tag: 'en-GB', direction: 'ltr' },
    { tag: 'ur', direction: 'rtl' },
  ],
}))

function draw(blocks: Block[], rest: Partial<Report> = {}): FakePages {
  const engine = fakeEngine()
  layOut(reportOf(blocks, rest), engine)
  return engine.written
}

/** Without the marks that keep a date in one piece among letters that run from right to left. */
const plain = (mark: Mark) => mark.text.replace(/[\u2066-\u2069]/gu, '').trim()

const A4 = { short: 595.28, long: 841.89 }
const text = (pages: FakePages, words: string): Mark => {
  const found = pages.marks.find((mark) => mark.kind === 'text' && plain(mark) === words)
  if (!found) throw new Error(`not drawn: ${words}`)
  return found
}
const texts = (pages: FakePages, words: string) => pages.marks.filter((mark) => plain(mark) === words)
const textIn = (pages: FakePages, tag: FakeElement['tag']) =>
  pages.marks.filter((mark) => mark.kind === 'text' && mark.element?.tag === tag)
const paragraph = (words: string): Block => ({ kind: 'paragraph', text: words })
const table = (rows: number, rest: Partial<Table> = {}): Table => ({
  kind: 'table',
  caption: 'Every part',
  columns: [
    { header: 'Part', share: 1 },
    { header: 'Grade', share: 1, align: 'centre' },
  ],
  rows: Array.from({ length: rows }, (_, row) => [`part ${row}`, `grade ${row}`]),
  ...rest,
})

describe('the paper', () => {
  it('is A4, upright or on its side', () => {
    expect(draw([paragraph('one')]).pages).toEqual([{ width: A4.short, height: A4.long }])
    expect(draw([paragraph('one')], { orientation: 'landscape' }).pages).toEqual([
      { width: A4.long, height: A4.short },
    ])
  })

  it('has one page, and its head and foot, for a report with nothing in it', () => {
    const pages = draw([])
    expect(pages.pageCount).toBe(1)
    expect(text(pages, 'Page 1 of 1')).toBeDefined()
  })
})

describe('head and foot', () => {
  const pages = draw([paragraph(sentences(400))], { mark: 'DRAFT' })

  it('number every page out of all pages', () => {
    expect(pages.pageCount).toBeGreaterThan(2)
    for (let page = 1; page <= pages.pageCount; page++) {
      expect(text(pages, `Page ${page} of ${pages.pageCount}`).page).toBe(page)
    }
  })

  it('carry the reference and the mark on every page', () => {
    for (const words of ['AB 12, 12 March 2026', 'DRAFT']) {
      expect(texts(pages, words).map(({ page }) => page)).toEqual(pages.pages.map((_, at) => at + 1))
    }
  })

  it('have no mark once the practitioner says final', () => {
    expect(draw([paragraph('one')]).marks.some(({ text: words }) => words === 'DRAFT')).toBe(false)
  })

  it('name the report from the second page on, where its title no longer stands', () => {
    expect(texts(pages, 'Graded Care Profile').map(({ page }) => page)).toEqual(
      pages.pages.slice(1).map((_, at) => at + 2),
    )
  })

  it('are artifacts, so that nobody hears them on every page', () => {
    for (const words of ['AB 12, 12 March 2026', 'DRAFT', 'Page 1 of 5', 'Graded Care Profile']) {
      for (const mark of texts(pages, words)) expect(mark.element).toBeNull()
    }
  })

  it('cut a reference of a thousand letters to two lines, and say so with an ellipsis', () => {
    const long = draw([paragraph('one')], { reference: 'case '.repeat(200) })
    const foot = long.marks.filter((mark) => mark.kind === 'text' && mark.text.startsWith('case'))
    expect(foot).toHaveLength(2)
    expect(foot[1]!.text.endsWith('\u2026')).toBe(true)
  })
})

describe('headings', () => {
  const heading: Block = { kind: 'heading', level: 2, text: 'The home' }

  it('move to the next page rather than stand alone at the foot', () => {
    for (let filling = 20; filling < 40; filling++) {
      const pages = draw([
        ...Array.from({ length: filling }, () => paragraph('A line.')),
        heading,
        paragraph(sentences(20)),
      ])
      const under = textIn(pages, 'P').filter(({ text: words }) => words !== 'A line.')
      const { page } = text(pages, 'The home')
      expect(under.filter((line) => line.page === page).length).toBeGreaterThanOrEqual(2)
    }
  })

  it('are bookmarks with their level, page and place', () => {
    const pages = draw([
      heading,
      { kind: 'page-break' },
      { kind: 'heading', level: 3, text: 'Food\nand drink' },
      paragraph('one'),
    ])
    expect(pages.bookmarks.map(({ title, level, page }) => [title, level, page])).toEqual([
      ['The home', 2, 1],
      ['Food and drink', 3, 2],
    ])
    expect(pages.bookmarks[0]!.y).toBeCloseTo(text(pages, 'The home').top, 0)
  })

  it('are H1 to H3', () => {
    const pages = draw(
      [1, 2, 3].map((level) => ({ kind: 'heading', level: level as 1, text: `level ${level}` })),
    )
    expect(['H1', 'H2', 'H3'].map((tag) => elementsOf(pages.roots, tag as 'H1').map(heard))).toEqual([
      ['level 1'],
      ['level 2'],
      ['level 3'],
    ])
  })
})

describe('paragraphs', () => {
  it('leave no line alone at the foot or the top of a page', () => {
    for (let lines = 40; lines < 62; lines++) {
      const pages = draw([paragraph(Array.from({ length: lines }, (_, at) => `line ${at}`).join('\n'))])
      for (let page = 1; page <= pages.pageCount; page++) {
        const count = textIn(pages, 'P').filter((mark) => mark.page === page).length
        expect(count).toBeGreaterThanOrEqual(2)
      }
    }
  })

  it('keep the line breaks that were typed', () => {
    const pages = draw([paragraph('first\nsecond')])
    expect(text(pages, 'second').top).toBeGreaterThan(text(pages, 'first').bottom - 0.01)
  })

  it('set a quote in from the edge, with a rule at the side', () => {
    const pages = draw([paragraph('plain'), { kind: 'paragraph', tone: 'quote', text: 'quoted' }])
    const rule = pages.marks.find((mark) => mark.kind === 'rectangle')!
    expect(text(pages, 'quoted').left).toBeGreaterThan(rule.right)
    expect(rule.left).toBe(text(pages, 'plain').left)
    expect(rule.element).toBeNull()
  })

  it('put the rule of an Urdu quote on its right, where it begins', () => {
    const pages = draw([{ kind: 'paragraph', tone: 'quote', text: [{ text: 'ناشتہ' }] }])
    const rule = pages.marks.find((mark) => mark.kind === 'rectangle')!
    expect(rule.left).toBeGreaterThan(text(pages, 'ناشتہ').right)
  })

  it('stand a warning in a ruled box, closed on every page it goes on to', () => {
    const pages = draw([{ kind: 'paragraph', tone: 'warning', text: sentences(300) }])
    const boxes = pages.marks.filter((mark) => mark.kind === 'rectangle')
    expect(pages.pageCount).toBeGreaterThan(1)
    expect(boxes.map(({ page }) => page)).toEqual(pages.pages.map((_, at) => at + 1))
  })

  it('keep "Seen, 3 March" with the words that were seen, and a lead with what it leads', () => {
    for (let filling = 20; filling < 40; filling++) {
      const pages = draw([
        ...Array.from({ length: filling }, () => paragraph('A line.')),
        { kind: 'paragraph', text: [{ text: 'Food: grade 3', strong: true }] },
        { kind: 'paragraph', tone: 'note', text: 'Seen, 3 March' },
        { kind: 'paragraph', tone: 'quote', text: 'an empty plate' },
      ])
      const places = ['Food: grade 3', 'Seen, 3 March', 'an empty plate'].map(
        (words) => text(pages, words).page,
      )
      expect(new Set(places).size).toBe(1)
    }
  })
})

describe('lists', () => {
  it('have a label and a body for each entry, on one line', () => {
    const pages = draw([{ kind: 'list', ordered: true, items: ['bread', 'milk'] }])
    const [list] = elementsOf(pages.roots, 'L')
    expect(list!.attributes.numbering).toBe('decimal')
    expect(
      elementsOf(pages.roots, 'LI').map((item) => item.children.map((child) => 'tag' in child && child.tag)),
    ).toEqual([
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody'],
    ])
    expect(elementsOf(pages.roots, 'Lbl').map(heard)).toEqual(['1.', '2.'])
    expect(text(pages, 'milk').bottom).toBeCloseTo(text(pages, '2.').bottom)
    expect(text(pages, 'milk').left).toBeGreaterThan(text(pages, '2.').right)
  })

  it('line up their numbers at the end: 9 above 10', () => {
    const pages = draw([{ kind: 'list', ordered: true, items: Array.from({ length: 10 }, () => 'bread') }])
    expect(text(pages, '9.').right).toBeCloseTo(text(pages, '10.').right)
  })
})

describe('facts', () => {
  it('put the label beside the value, tall scripts too, on one baseline', () => {
    const pages = draw([{ kind: 'facts', rows: [{ label: 'Child', value: [{ text: 'ناشتہ' }] }] }])
    const [label, value] = [text(pages, 'Child'), text(pages, 'ناشتہ')]
    expect(value.left).toBeGreaterThan(label.right)
    expect(value.bottom).toBeCloseTo(label.bottom)
  })

  it('go on over the page with a value that is longer than one', () => {
    const pages = draw([{ kind: 'facts', rows: [{ label: 'Notes', value: sentences(400) }] }])
    const value = textIn(pages, 'LBody')
    expect(new Set(value.map(({ page }) => page)).size).toBeGreaterThan(1)
    expect(value.map(({ text: words }) => words).join('')).toBe(sentences(400))
  })
})

describe('white', () => {
  it('stays above a row that is cut at the foot of the page', () => {
    const pages = draw([
      paragraph('before'),
      { kind: 'facts', rows: [{ label: 'Notes', value: sentences(400) }] },
    ])
    const [first] = textIn(pages, 'LBody')
    expect(first!.top - text(pages, 'before').bottom).toBeGreaterThan(14)
  })

  it('is left away at the top of a page', () => {
    const tops = (blocks: Block[]) => text(draw(blocks), 'here').top
    expect(tops([paragraph('one'), { kind: 'page-break' }, paragraph('here')])).toBe(
      tops([paragraph('here')]),
    )
  })
})

describe('tables', () => {
  it('repeat the header row on each page, unheard after the first time', () => {
    const pages = draw([table(120)])
    const heads = texts(pages, 'Part')
    expect(heads.map(({ page }) => page)).toEqual(pages.pages.map((_, at) => at + 1))
    expect(heads.map(({ element }) => element?.tag)).toEqual([
      'TH',
      ...pages.pages.slice(1).map(() => undefined),
    ])
    const tops = new Set(heads.slice(1).map(({ top }) => top))
    expect(tops.size).toBe(1)
  })

  it('say which cells head a column and which head a row', () => {
    const pages = draw([table(1)])
    const scopes = elementsOf(pages.roots, 'TH').map((cell) => [heard(cell), cell.attributes.scope])
    expect(scopes).toEqual([
      ['Part', 'Column'],
      ['Grade', 'Column'],
      ['part 0', 'Row'],
    ])
    expect(elementsOf(pages.roots, 'TD').map(heard)).toEqual(['grade 0'])
    expect(elementsOf(pages.roots, 'Caption').map(heard)).toEqual(['Every part'])
  })

  it('stay whole when they are small, and move to the next page with their heading', () => {
    for (let filling = 20; filling < 40; filling++) {
      const pages = draw([
        ...Array.from({ length: filling }, () => paragraph('A line.')),
        { kind: 'heading', level: 2, text: 'Grades' },
        table(5),
      ])
      const places = ['Grades', 'Every part', 'part 0', 'part 4'].map((words) => text(pages, words).page)
      expect(new Set(places).size).toBe(1)
    }
  })

  it('break a cell that is taller than a page, and lose nothing of it', () => {
    const rows = Array.from({ length: 50 }, (_, row) => [
      `part ${row}`,
      row === 20 ? sentences(250) : 'short',
    ])
    const pages = draw([table(0, { rows })])
    const cell = elementsOf(pages.roots, 'TD')[20]!
    expect(heard(cell)).toBe(sentences(250))
    const lines = pages.marks.filter(({ element }) => element === cell)
    expect(new Set(lines.map(({ page }) => page)).size).toBeGreaterThan(1)
    expect(text(pages, 'part 21').page).toBe(lines.at(-1)!.page)
  })

  it('say again what a row is about where it goes on, unheard', () => {
    const pages = draw([table(0, { rows: [['Warmth', sentences(400)]] })])
    const heads = texts(pages, 'Warmth')
    expect(heads.map(({ page }) => page)).toEqual(pages.pages.map((_, at) => at + 1))
    expect(heads.map(({ element }) => element?.tag)).toEqual(['TH', ...heads.slice(1).map(() => undefined)])
  })

  it('keep a row of ordinary height whole', () => {
    const rows = Array.from({ length: 40 }, (_, row) => [`part ${row}`, sentences(6)])
    const pages = draw([table(0, { rows })])
    for (const cell of elementsOf(pages.roots, 'TD')) {
      expect(
        new Set(pages.marks.filter(({ element }) => element === cell).map(({ page }) => page)).size,
      ).toBe(1)
    }
  })

  it('give a column without a share enough room for a word', () => {
    const pages = draw([
      table(0, {
        columns: [
          { header: 'Part', share: 0 },
          { header: 'Grade', share: 100 },
        ],
      }),
    ])
    expect(text(pages, 'Grade').left - text(pages, 'Part').left).toBeGreaterThan(34)
  })
})

describe('figures', () => {
  const figure = (width: number, height: number): Figure => ({
    kind: 'figure',
    alt: 'Grade 3 for food.',
    caption: 'The profile',
    drawing: {
      width,
      height,
      shapes: [
        { kind: 'rectangle', at: [0, 0], width, height, stroke: 'ink' },
        { kind: 'label', at: [width, height], text: 'end', size: 10, anchor: 'end' },
        { kind: 'label', at: [width / 2, height / 2], text: 'middle', size: 10, anchor: 'middle' },
      ],
    },
  })
  const frame = (pages: FakePages) => pages.marks.find((mark) => mark.kind === 'rectangle')!

  it('carry the words for someone who cannot see them', () => {
    const pages = draw([figure(300, 100)])
    expect(elementsOf(pages.roots, 'Figure')[0]!.attributes.alt).toBe('Grade 3 for food.')
  })

  it('keep their size where there is room', () => {
    const { left, right, top, bottom } = frame(draw([figure(300, 100)]))
    expect(right - left).toBeCloseTo(300)
    expect(bottom - top).toBeCloseTo(100)
  })

  it('are scaled down, letters too, to the width of the text', () => {
    const pages = draw([figure(2000, 100)])
    const { left, right, top, bottom } = frame(pages)
    expect((bottom - top) / (right - left)).toBeCloseTo(100 / 2000)
    expect(right).toBeLessThanOrEqual(A4.short - 50)
    expect(text(pages, 'end').size).toBeCloseTo((10 * (right - left)) / 2000)
  })

  it('are scaled down to stand on one page with their heading and caption', () => {
    const pages = draw([paragraph('one'), { kind: 'heading', level: 2, text: 'Picture' }, figure(300, 3000)])
    const places = [frame(pages).page, text(pages, 'Picture').page, text(pages, 'The profile').page]
    expect(new Set(places).size).toBe(1)
  })

  it('put labels where their anchor says', () => {
    const pages = draw([figure(300, 100)])
    const { left, right } = frame(pages)
    expect(text(pages, 'end').right).toBeCloseTo(right)
    expect((text(pages, 'middle').left + text(pages, 'middle').right) / 2).toBeCloseTo((left + right) / 2)
  })
})

describe('page breaks', () => {
  it('begin a page, but never leave one empty', () => {
    const stop: Block = { kind: 'page-break' }
    const pages = draw([stop, paragraph('one'), stop, stop, paragraph('two'), stop])
    expect(pages.pageCount).toBe(2)
    expect(text(pages, 'two').page).toBe(2)
  })
})

describe('languages', () => {
  it('say which text is in another language', () => {
    const pages = draw([{ kind: 'paragraph', text: [{ text: 'ناشتہ', language: 'ur' }] }])
    expect(elementsOf(pages.roots, 'P')[0]!.attributes).toEqual({ language: 'ur', actualText: 'ناشتہ' })
  })

  it('set Urdu that somebody typed into an English report against the right', () => {
    const pages = draw([paragraph('An English line'), { kind: 'paragraph', text: [{ text: 'ناشتہ' }] }])
    expect(text(pages, 'ناشتہ').left).toBeGreaterThan(text(pages, 'An English line').right)
  })

  it('mirror the columns of a report that is written from right to left', () => {
    const pages = draw(
      [
        table(1),
        { kind: 'facts', rows: [{ label: 'label', value: 'value' }] },
        { kind: 'list', items: ['entry'] },
      ],
      { language: 'ur' },
    )
    expect(text(pages, 'Part').left).toBeGreaterThan(text(pages, 'Grade').right)
    expect(text(pages, 'label').left).toBeGreaterThan(text(pages, 'value').right)
    expect(text(pages, '\u2022').left).toBeGreaterThan(text(pages, 'entry').right)
    expect(text(pages, 'Page 1 of 1').left).toBeLessThan(text(pages, 'AB 12, 12 March 2026').left)
  })

  it('leave a date that stands alone on the side where the report begins', () => {
    const pages = draw([{ kind: 'paragraph', text: [{ text: '12/03/2026' }] }], { language: 'ur' })
    expect(text(pages, '12/03/2026').right).toBeGreaterThan(A4.short / 2)
  })
})

describe('while it is made', () => {
  const blocks = Array.from({ length: 20 }, (_, at) => paragraph(`line ${at}`))

  it('says how many blocks are done', () => {
    const onBlock = vi.fn()
    layOut(reportOf(blocks), fakeEngine(), { onBlock })
    expect(onBlock.mock.calls.at(0)).toEqual([1, 20])
    expect(onBlock.mock.calls.at(-1)).toEqual([20, 20])
  })

  it('stops before the next block when it is cancelled', () => {
    const controller = new AbortController()
    const engine = fakeEngine()
    const stopAtThree = (done: number) => {
      if (done === 3) controller.abort()
    }
    expect(() =>
      layOut(reportOf(blocks), engine, { onBlock: stopAtThree, signal: controller.signal }),
    ).toThrow(LayoutCancelled)
    expect(textIn(engine.written, 'P').map(({ text: words }) => words)).toEqual([
      'line 0',
      'line 1',
      'line 2',
    ])
  })
})
