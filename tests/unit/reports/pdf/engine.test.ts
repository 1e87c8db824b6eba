import { describe, expect, it } from 'vitest'
import { A4, linesOf, openFor, plain, strong, write, type Passage } from './writing-pdf.ts'
import { contentsOf, letters, readPdf, tagsOf } from './reading-pdf.ts'

const PASSAGES: Record<string, Passage> = {
  English: {
    text: 'The home was warm; there was “food” in the fridge — GCP 4/5 on 12/03/2026 (14:30), ½ a loaf, £3.',
    language: 'en-GB',
  },
  Polish: { text: 'Zażółć gęślą jaźń: dziecko nie zostało przyprowadzone.', language: 'pl' },
  Romanian: { text: 'Casa era curată și caldă; copilul râdea, mânca și se juca în voie.', language: 'ro' },
  Ukrainian: { text: 'Їжа є в холодильнику, дитині 3 роки, ґанок чистий.', language: 'uk' },
  Greek: { text: 'Το σπίτι ήταν ζεστό και καθαρό.', language: 'el' },
  Vietnamese: { text: 'Ngôi nhà ấm áp và sạch sẽ, trẻ được ăn đầy đủ.', language: 'vi' },
  Urdu: {
    text: 'بچے کی ملاقات GCP 4/5 بتاریخ 12/03/2026 کو ہوئی۔ گھر صاف تھا اور کھانا موجود تھا',
    language: 'ur',
  },
  Arabic: { text: 'كان البيت دافئاً ونظيفاً ليلة أمس، ٣ أطفال', language: 'ar' },
  Persian: { text: 'خانه گرم و تمیز بود و کودک می‌خندید', language: 'fa' },
  Sorani: { text: 'ماڵەکە گەرم و پاک بوو، ڕۆژێک منداڵەکە پێکەنی', language: 'ckb' },
  Pashto: { text: 'کور تود او پاک و، ماشوم ښه ډوډۍ خوړله', language: 'ps' },
  Panjabi: { text: 'ਬੱਚੇ ਦੀ ਸਿਹਤ ਚੰਗੀ ਹੈ। GCP 4/5 ਘਰ ਸਾਫ਼ ਸੀ', language: 'pa' },
  Bengali: { text: 'শিশুর স্বাস্থ্য ভালো আছে। ক্ষুধার্ত ১২/০৩/২০২৬', language: 'bn' },
  Tamil: { text: 'குழந்தையின் ஆரோக்கியம் நன்றாக உள்ளது. ஸ்ரீ', language: 'ta' },
  Tigrinya: { text: 'ቆልዓ ጽቡቕ ኣሎ፡ ገዛ ጽሩይ እዩ።', language: 'ti' },
}

describe('what a reader finds in the file', () => {
  it.each(Object.entries(PASSAGES))('%s is searched and copied as it was written', async (_, passage) => {
    const pdf = await readPdf(await write([passage, { ...passage, style: strong }], passage.language))
    const found = letters(pdf.text)
    const wanted = letters(passage.text)
    expect(found.split(wanted).length - 1, `${found}\n${wanted}`).toBe(2)
    expect(pdf.pages.flatMap((page) => page.missing)).toEqual([])
    expect(pdf.text).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc\ue000-\uf8ff\ufffd]/)
  })

  it('scores and dates inside right-to-left sentences stay as they are written', async () => {
    for (const language of ['Urdu', 'Arabic', 'Pashto']) {
      const passage = { ...PASSAGES[language]!, text: `${PASSAGES[language]!.text} GCP 4/5 12/03/2026` }
      const { text } = await readPdf(await write([{ ...passage, base: 'rtl' }], passage.language))
      expect(text).toContain('4/5')
      expect(text).toContain('GCP')
      expect(text).toContain('12/03/2026')
    }
  })

  it('a ligature is copied as its letters', async () => {
    const { text } = await readPdf(await write([{ text: 'The office staff find difficult fjords' }]))
    expect(text).toContain('The office staff find difficult fjords')
  })

  it('a long text on many lines and pages is all there, in order', async () => {
    const text = Array.from({ length: 900 }, (_, n) => `Visit ${n}: fed, warm, well.`).join(' ')
    const pdf = await readPdf(await write([{ text }]))
    expect(pdf.pages.length).toBeGreaterThan(1)
    expect(letters(pdf.text)).toBe(letters(text))
  })
})

describe('the file around the text', () => {
  it('says its title, its language, that it is tagged and that it is meant as PDF/UA', async () => {
    const engine = await openFor({ text: 'x' })
    const pdf = engine.newDocument({ title: 'Profile – Żółć & <A>', language: 'en-GB' })
    pdf.addPage(...A4)
    const read = await readPdf(pdf.finish())
    expect(read.markInfo).toMatchObject({ Marked: true })
    expect(read.preferences).toMatchObject({ DisplayDocTitle: true })
    expect(read.metadata.info).toMatchObject({
      Title: 'Profile – Żółć & <A>',
      Language: 'en-GB',
      PDFFormatVersion: '1.7',
    })
    const xmp = read.metadata.metadata
    expect(xmp.get('dc:title')).toBe('Profile – Żółć & <A>')
    expect(xmp.get('pdfuaid:part')).toBe('1')
  })

  it('a page is as wide as it was asked for, portrait and landscape', async () => {
    const engine = await openFor({ text: 'x' })
    const pdf = engine.newDocument({ title: 'Pages', language: 'en-GB' })
    pdf.addPage(A4[1], A4[0])
    pdf.addPage(...A4)
    pdf.addPage(A4[1], A4[0])
    expect(pdf.pageCount).toBe(3)
    const { pages } = await readPdf(pdf.finish())
    expect(pages.map(({ width, height }) => width > height)).toEqual([true, false, true])
    expect(pages[0]?.width).toBeCloseTo(A4[1], 1)
  })

  it('headings are bookmarks, one under the other', async () => {
    const engine = await openFor({ text: 'x' })
    const pdf = engine.newDocument({ title: 'Headings', language: 'en-GB' })
    pdf.addPage(...A4)
    pdf.bookmark('Summary', 1, 60)
    pdf.bookmark('Area A – Żółć', 2, 90)
    pdf.addPage(...A4)
    pdf.bookmark('بچہ', 3, 60)
    pdf.bookmark('Area B', 2, 90)
    pdf.bookmark('Targets', 1, 300)
    const { outline } = await readPdf(pdf.finish())
    type Item = { title: string; items: Item[] }
    const shown = (items: Item[]): unknown[] => items.map(({ title, items: inner }) => [title, shown(inner)])
    expect(shown(outline as Item[])).toEqual([
      [
        'Summary',
        [
          ['Area A – Żółć', [['بچہ', []]]],
          ['Area B', []],
        ],
      ],
      ['Targets', []],
    ])
  })

  it('one language on a page takes little room', async () => {
    const bytes = await write(Array.from({ length: 20 }, () => PASSAGES.English!))
    expect(bytes.length).toBeLessThan(25_000)
  })

  it('two documents of one engine do not know of each other', async () => {
    const engine = await openFor({ text: 'First Second' })
    const texts = []
    for (const word of ['First', 'Second']) {
      const pdf = engine.newDocument({ title: word, language: 'en-GB' })
      pdf.addPage(...A4)
      const element = pdf.element(null, 'P')
      const [line] = linesOf(engine, { text: word })
      pdf.within(element, () => pdf.line(line!, 50, 50))
      texts.push((await readPdf(pdf.finish())).text)
    }
    expect(texts).toEqual(['First', 'Second'])
  })
})

describe('what a screen reader hears', () => {
  async function tagged() {
    const engine = await openFor({ text: 'English بچہ ٹھیک ہے', language: 'ur' })
    const pdf = engine.newDocument({ title: 'Tags', language: 'en-GB' })
    const line = (text: string) => linesOf(engine, { text })[0]!
    pdf.addPage(...A4)
    const root = pdf.element(null, 'Document')
    const heading = pdf.element(root, 'H1')
    const paragraph = pdf.element(root, 'P')
    const list = pdf.element(root, 'L')
    const item = pdf.element(list, 'LI')
    const label = pdf.element(item, 'Lbl')
    const body = pdf.element(item, 'LBody')
    const table = pdf.element(root, 'Table')
    const row = pdf.element(table, 'TR')
    const header = pdf.element(row, 'TH', { scope: 'Row' })
    const cell = pdf.element(row, 'TD')
    const figure = pdf.element(root, 'Figure', { alt: 'A profile: warmth 2, food 4' })
    pdf.within(null, () => pdf.line(line('DRAFT'), 50, 20))
    pdf.within(heading, () => pdf.line(line('Care'), 50, 50))
    const mixed = engine.text.lines(
      [
        { text: 'Mother said ', style: plain, language: 'en-GB' },
        { text: 'بچہ ٹھیک ہے', style: plain, language: 'ur' },
        { text: ' and smiled', style: plain, language: 'en-GB' },
      ],
      400,
      'ltr',
    )[0]!
    pdf.within(paragraph, () => pdf.line(mixed, 50, 80))
    pdf.within(label, () => pdf.line(line('•'), 50, 110))
    pdf.within(body, () => pdf.line(line('one'), 60, 110))
    pdf.within(header, () => pdf.line(line('Area'), 50, 130))
    pdf.within(cell, () => pdf.line(line('2'), 150, 130))
    pdf.within(figure, () => {
      pdf.rectangle(50, 200, 100, 50, { fill: 'pale', stroke: 'ink' }, 5)
      pdf.within(null, () =>
        pdf.moveAndLine(
          [
            [50, 260],
            [150, 260],
          ],
          { stroke: 'grey' },
          false,
        ),
      )
      pdf.circle(100, 225, 10, { stroke: 'accent', dash: 2 })
    })
    pdf.addPage(...A4)
    pdf.within(paragraph, () => pdf.line(line('and goes on overleaf'), 50, 50))
    pdf.toPage(1)
    pdf.within(null, () => pdf.line(line('Page 1 of 2'), 50, 800))
    return readPdf(pdf.finish())
  }

  it('the elements in their order, with the other language in a span of its own', async () => {
    const { pages } = await tagged()
    expect(tagsOf(pages[0]?.tags)).toBe('Root(Document(H1 P(Span) L(LI(Lbl LBody)) Table(TR(TH TD)) Figure))')
    const paragraph = pages[0]?.tags?.children[0]?.children[1]
    expect(paragraph?.children[0]?.language).toBe('ur')
    expect(paragraph?.contents).toHaveLength(2)
    expect(pages[0]?.tags?.children[0]?.children.at(-1)?.alt).toBe('A profile: warmth 2, food 4')
  })

  it('a paragraph over a page end is one paragraph', async () => {
    const { pages } = await tagged()
    expect(tagsOf(pages[1]?.tags)).toBe('Root(Document(P))')
  })

  it('everything drawn is either content of one element or an artifact', async () => {
    const { pages } = await tagged()
    for (const page of pages) {
      expect(page.untagged).toBe(0)
      const drawn = page.sequences.filter(({ owner }) => owner !== 'Artifact').map(({ owner }) => owner)
      expect(new Set(drawn).size, 'a number is used once').toBe(drawn.length)
      const inTree = contentsOf(page.tags).map((id) => id.replace(/^.*mc/, ''))
      expect(inTree.toSorted()).toEqual(drawn.toSorted())
      expect(page.sequences.every(({ paints }) => paints > 0)).toBe(true)
    }
    expect(pages[0]?.sequences.filter(({ owner }) => owner === 'Artifact').length).toBe(3)
  })

  it('drawing outside of any element is refused', async () => {
    const engine = await openFor({ text: 'x' })
    const pdf = engine.newDocument({ title: 'x', language: 'en-GB' })
    pdf.addPage(...A4)
    const [line] = linesOf(engine, { text: 'lost' })
    expect(() => pdf.line(line!, 50, 50)).toThrow(/outside/)
    expect(() => pdf.rectangle(0, 0, 9, 9, { fill: 'ink' })).toThrow(/outside/)
  })
})
