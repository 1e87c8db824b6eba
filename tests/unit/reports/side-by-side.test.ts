// @vitest-environment happy-dom
/** One report out of two that say the same in two languages. */
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { layOut } from '@/reports/pdf/layout.ts'
import ReportPreview from '@/reports/preview/ReportPreview.vue'
import { textsOf } from '@/reports/report-texts.ts'
import type { Block, Drawing, Facts, Figure, Report, Table } from '@/reports/report.ts'
import { sideBySide } from '@/reports/side-by-side.ts'
import { elementsOf, fakeEngine, heard, isMark, type FakeElement, type Mark } from './pdf/fake-engine.ts'
import { reportOf } from './pdf/reports-for-tests.ts'

const facts = (label: string, value: string): Facts => ({
  kind: 'facts',
  rows: [{ label, value: [{ text: value }] }],
})
const table = (caption: string, ...headers: [string, string]): Table => ({
  kind: 'table',
  caption,
  columns: headers.map((header) => ({ header, share: 1 })),
  rows: [['1', '2']],
})
const drawing: Drawing = {
  width: 100,
  height: 30,
  shapes: [{ kind: 'rectangle', at: [0, 0], width: 100, height: 30, stroke: 'ink' }],
}
const figure = (alt: string, caption: string): Figure => ({ kind: 'figure', drawing, alt, caption })
const typed: Block = { kind: 'paragraph', tone: 'quote', text: [{ text: 'She ate. \n Typed once.' }] }
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
const pageBreak: Block = { kind: 'page-break' }
const lead = (text: string, language: string): Block => ({
  kind: 'paragraph',
  text: [{ text, strong: true, language }],
})

const english = (blocks: Block[], rest: Partial<Report> = {}) => reportOf(blocks, rest)
const urdu = (blocks: Block[], rest: Partial<Report> = {}) =>
  reportOf(blocks, {
    language: 'ur',
    title: 'نگہداشت',
    reference: [{ text: 'AB 12' }, { text: ' · ' }, { text: '12 مارچ 2026', language: 'ur' }],
    pageNumbering: 'صفحہ {page} از {pages}',
    ...rest,
  })

function draw(report: Report) {
  const engine = fakeEngine()
  layOut(report, engine)
  return engine.written
}

describe('running text', () => {
  const made = sideBySide(
    english([heading('Food'), paragraph('She eats.'), { kind: 'list', items: ['bread'] }]),
    urdu([heading('خوراک'), paragraph('وہ کھاتی ہے۔'), { kind: 'list', items: ['روٹی'] }]),
  )

  it('stands pair by pair in one block, so that a heading stays with what it heads', () => {
    expect(made.blocks).toEqual([
      {
        kind: 'bilingual',
        start: 'en-GB',
        end: 'ur',
        pairs: [
          { start: [heading('Food')], end: [heading('خوراک')] },
          { start: [paragraph('She eats.')], end: [paragraph('وہ کھاتی ہے۔')] },
          { start: [{ kind: 'list', items: ['bread'] }], end: [{ kind: 'list', items: ['روٹی'] }] },
        ],
      },
    ])
  })

  it('begins with the first one’s language, whose direction is the page’s', () => {
    expect(made.language).toBe('en-GB')
    const turned = sideBySide(urdu([paragraph('وہ')]), english([paragraph('She')]))
    expect(turned.language).toBe('ur')
    expect(turned.blocks[0]).toMatchObject({ start: 'ur', end: 'en-GB' })
  })
})

describe('what somebody typed', () => {
  it('stands once, across the page, where it was typed', () => {
    const made = sideBySide(
      english([paragraph('Evidence:'), typed, paragraph('After')]),
      urdu([paragraph('ثبوت:'), typed, paragraph('بعد')]),
    )
    expect(made.blocks.map(({ kind }) => kind)).toEqual(['bilingual', 'paragraph', 'bilingual'])
    expect(made.blocks[1]).toBe(typed)
  })

  it('is not a name that is the same in both languages: that stands in both', () => {
    const made = sideBySide(english([lead('GCP', 'en-GB')]), urdu([lead('GCP', 'ur')]))
    expect(made.blocks).toMatchObject([{ kind: 'bilingual', pairs: [{}] }])
    const named = (language: string): Block => ({ kind: 'paragraph', text: [{ text: 'GCP', language }] })
    const inTheirs = sideBySide(english([named('en-GB')]), urdu([named('ur')]))
    expect(inTheirs.blocks[0]?.kind).toBe('bilingual')
    const plain = sideBySide(english([paragraph('GCP')]), urdu([paragraph('GCP')]))
    expect(plain.blocks[0]?.kind).toBe('bilingual')
  })

  it('stands twice where it is not the same', () => {
    const other: Block = { kind: 'paragraph', text: [{ text: 'something else' }] }
    expect(sideBySide(english([typed]), urdu([other])).blocks[0]?.kind).toBe('bilingual')
  })
})

describe('tables, pictures and facts', () => {
  const made = sideBySide(
    english([facts('Child', 'AB 12'), table('Grades', 'Part', 'Grade'), figure('A picture', 'The profile')]),
    urdu([facts('بچہ', 'AB 12'), table('درجے', 'حصہ', 'درجہ'), figure('تصویر', 'خاکہ')]),
  )

  it('stand in both languages: facts row by row, the others one after the other, each whole in its own', () => {
    expect(made.blocks.map((block) => [block.kind, 'language' in block ? block.language : ''])).toEqual([
      ['facts', 'en-GB'],
      ['table', 'en-GB'],
      ['table', 'ur'],
      ['figure', 'en-GB'],
      ['figure', 'ur'],
    ])
  })

  it('are given to the fonts each in its own language', () => {
    const languageOf = (text: string) => [...textsOf(made)].find((one) => one.text === text)?.language
    expect(['Child', 'بچہ', 'Part', 'حصہ', 'The profile', 'خاکہ'].map(languageOf)).toEqual([
      'en-GB',
      'ur',
      'en-GB',
      'ur',
      'en-GB',
      'ur',
    ])
    expect(languageOf('AB 12')).toBeUndefined()
  })

  it('begin on paper at the side of their own language', () => {
    const pages = draw(made)
    const text = (words: string): Mark =>
      pages.marks.find((mark) => mark.text === words) ?? expect.fail(`not drawn: ${words}`)
    const width = pages.pages[0]!.width
    for (const words of ['Child', 'Grades']) expect(text(words).left).toBeCloseTo(52, 0)
    for (const words of ['بچہ', 'درجے']) expect(width - text(words).right).toBeCloseTo(52, 0)
    expect(text('حصہ').left).toBeGreaterThan(text('درجہ').right)
    expect(text('Part').right).toBeLessThan(text('Grade').left)
    const [left, right] = pages.marks.filter(({ kind, element }) => kind === 'rectangle' && element !== null)
    expect(left!.left).toBeCloseTo(52, 0)
    expect(width - right!.right).toBeCloseTo(52, 0)
  })

  it('are heard each in its own language, and those of the report’s own need no element for it', () => {
    const pages = draw(made)
    const divs = elementsOf(pages.roots, 'Div')
    expect(divs.map(({ attributes }) => attributes.language)).toEqual(['ur', 'ur'])
    expect(divs.map(heard).join()).toContain('درجہ')
    expect(divs.map(heard).join()).not.toContain('Grade')
    const figures = elementsOf(pages.roots, 'Figure')
    expect(figures.map(({ attributes }) => attributes.alt)).toEqual(['A picture', 'تصویر'])
    // A row of facts: both labels, then what they say, once.
    const [item] = elementsOf(pages.roots, 'LI')
    expect(heard(item!)).toContain('AB 12')
    expect(heard(item!).match(/AB 12/g)).toHaveLength(1)
    const spans = elementsOf([item!], 'Span').map((span) => [heard(span), span.attributes.language])
    expect(spans).toEqual([
      ['Child', undefined],
      ['بچہ', 'ur'],
      ['AB 12', undefined],
    ])
    const inner = (element: FakeElement): FakeElement[] =>
      element.children.flatMap((child) => (isMark(child) ? [] : [child, ...inner(child)]))
    for (const element of divs.flatMap(inner)) expect(element.attributes.language).toBeUndefined()
  })

  it('say on the screen which language they are in, and which way they run', () => {
    const page = mount(ReportPreview, { props: { report: made } }).element as HTMLElement
    const own = (selector: string) => {
      const around = page.querySelector(selector)?.closest('[lang]')
      return [around?.getAttribute('lang'), around?.getAttribute('dir')]
    }
    const label = page.querySelector('dt[lang="ur"]')
    expect([label?.textContent.trim(), label?.getAttribute('dir')]).toEqual(['بچہ', 'rtl'])
    expect(page.querySelectorAll('dd')).toHaveLength(1)
    const urdus = [...page.querySelectorAll('div[lang="ur"]')]
    expect(urdus.map((part) => [part.getAttribute('dir'), part.getAttribute('data-letters')])).toEqual(
      Array.from({ length: 2 }, () => ['rtl', 'nastaliq']),
    )
    expect(urdus.map((part) => part.textContent).join()).toContain('درجہ')
    expect(own('dl')).toEqual(['en-GB', 'ltr'])
  })
})

describe('facts that differ', () => {
  it('say both, one under the other, each at the side of its own language', () => {
    const both = (label: string, value: string): Block => ({ kind: 'facts', rows: [{ label, value }] })
    const made = sideBySide(english([both('Language', 'English')]), urdu([both('زبان', 'انگریزی')]))
    expect(made.blocks).toMatchObject([
      { otherLanguage: 'ur', rows: [{ value: 'English', other: { label: 'زبان', value: 'انگریزی' } }] },
    ])
    const pages = draw(made)
    const mark = (words: string) => pages.marks.find(({ text }) => text === words)!
    expect(mark('انگریزی').top).toBeGreaterThanOrEqual(mark('English').bottom - 0.01)
    expect(mark('انگریزی').element?.attributes.language).toBe('ur')
    expect(mark('English').left).toBeGreaterThan(mark('Language').right)
    expect(mark('انگریزی').right).toBeLessThan(mark('زبان').left)
    expect(mark('انگریزی').left).toBeGreaterThan(mark('English').right)
  })
})

describe('lists', () => {
  const steps = (...items: string[]): Block => ({ kind: 'list', ordered: true, items })

  it('stand item by item, and go on counting', () => {
    const made = sideBySide(english([steps('a', 'b')]), urdu([steps('ا', 'ب')]))
    expect(made.blocks).toMatchObject([
      {
        pairs: [
          { start: [{ items: ['a'] }], end: [{ items: ['ا'] }] },
          { start: [{ items: ['b'], from: 2 }], end: [{ items: ['ب'], from: 2 }] },
        ],
      },
    ])
    const drawn = draw(made).marks.map(({ text }) => text)
    expect(drawn).toContain('1.')
    expect(drawn).toContain('2.')
    const page = mount(ReportPreview, { props: { report: made } }).element as HTMLElement
    const starts = [...page.querySelectorAll('ol')].map((list) => list.getAttribute('start'))
    expect(starts).toEqual([null, null, '2', '2'])
  })

  it('leave no single item at the foot of a page or at the top of the next', () => {
    const items = Array.from({ length: 5 }, (_, at) => `thing ${at}`)
    for (let count = 0; count < 60; count++) {
      const before = Array.from({ length: count }, () => paragraph('Some words.'))
      const made = sideBySide(english([...before, steps(...items)]), urdu([...before, steps(...items)]))
      const { marks } = draw(made)
      const pageOf = (words: string) => marks.find(({ text }) => text === words)!.page
      expect(pageOf('thing 1')).toBe(pageOf('thing 0'))
      expect(pageOf('thing 4')).toBe(pageOf('thing 3'))
    }
  })

  it('of different lengths stand whole', () => {
    const made = sideBySide(english([steps('a', 'b')]), urdu([steps('ا')]))
    expect(made.blocks).toMatchObject([{ pairs: [{ start: [{ items: ['a', 'b'] }] }] }])
  })
})

describe('what has no words', () => {
  it('stands once: a break, and lines to write on', () => {
    const blocks: Block[] = [{ kind: 'writing-lines', count: 2 }, { kind: 'page-break' }]
    expect(sideBySide(english(blocks), urdu(blocks)).blocks).toEqual(blocks)
  })
})

describe('the frame of the pages', () => {
  const made = (first: Partial<Report> = {}, second: Partial<Report> = {}) =>
    sideBySide(
      english([], {
        reference: [{ text: 'AB 12' }, { text: ' · ' }, { text: '12 March', language: 'en-GB' }],
        ...first,
      }),
      urdu([], second),
    )

  it('has title and page number in both languages, each in its own order', () => {
    expect(made().title).toBe('Graded Care Profile · نگہداشت')
    expect(made().pageNumbering).toBe(
      '\u2068Page {page} of {pages}\u2069 · \u2068صفحہ {page} از {pages}\u2069',
    )
    expect(made({}, { title: 'Graded Care Profile' }).title).toBe('Graded Care Profile')
  })

  it('names the child once, and the day in both languages', () => {
    const { reference } = made()
    const runs = typeof reference === 'string' ? [] : reference
    expect(runs.filter(({ text }) => text.includes('AB 12'))).toHaveLength(1)
    expect(runs.flatMap(({ language, text }) => (language ? [[language, text]] : []))).toEqual([
      ['en-GB', '\u206612 March\u2069'],
      ['ur', '\u206712 مارچ 2026\u2069'],
    ])
    // What was typed speaks for itself, and what only parts others stays bare.
    expect(runs.slice(0, 2)).toEqual([{ text: '\u2068AB 12\u2069' }, { text: ' · ' }])
  })

  it('has the mark of a draft in both, and none once it is final', () => {
    const { mark } = made({ mark: 'DRAFT' }, { mark: 'مسودہ' })
    expect(mark).toEqual([
      { text: '\u2066DRAFT\u2069', language: 'en-GB' },
      { text: ' · ' },
      { text: '\u2067مسودہ\u2069', language: 'ur' },
    ])
    expect(made()).not.toHaveProperty('mark')
  })

  it('counts the pages in the digits of neither alone', () => {
    expect(made({ digits: '0123456789' }, { digits: '٠١٢٣٤٥٦٧٨٩' })).not.toHaveProperty('digits')
  })
})

describe('two reports that are not alike', () => {
  it.each([
    ['one has more', [paragraph('a')], [paragraph('b'), paragraph('c')]],
    ['one has less', [paragraph('a'), paragraph('b')], [paragraph('c')]],
    ['one has another kind in the same place', [paragraph('a')], [heading('b')]],
    ['one has a break where the other has words', [pageBreak], [heading('b')]],
  ])('are not put together: %s', (_, first, second) => {
    expect(() => sideBySide(english(first), urdu(second))).toThrow('not built alike')
  })

  it('nor are those that are in two languages already', () => {
    const both = sideBySide(english([paragraph('a')]), urdu([paragraph('b')]))
    expect(() => sideBySide(both, both)).toThrow('already')
  })
})
