/** What arrives from other programs by paste: the file is whole, nothing hangs, nothing is dropped unseen. */
import { describe, expect, it } from 'vitest'
import { contentsOf, letters, readPdf } from './reading-pdf.ts'
import { A4, linesOf, openFor, write } from './writing-pdf.ts'

describe('bad input', () => {
  it.each([
    ['control characters', 'a\0b\u0007c\u001bd\u007fe\u0090f', 'abcdef'],
    ['tabs and form feeds, which are spaces', 'one\ttwo\fthree', 'one two three'],
    ['half an emoji', 'before\ud83dafter\ude00end', 'before\ufffdafter\ufffdend'],
    ['unbalanced bidi controls', '\u202e\u202e\u2066\u2067abc\u2069\u2069\u2069 def\u202c', undefined],
    ['zero-width characters', 'a\u200bb\u200cc\u200dd\ufeffe\u00adf', 'abcdef'],
    ['brackets and backslashes', 'a (b) \\ <c> [d] %e', 'a (b) \\ <c> [d] %e'],
    ['noncharacters', 'a\ufffeb\uffffc', 'abc'],
  ])('%s', async (_, text, wanted) => {
    const { text: found, pages } = await readPdf(await write([{ text }]))
    const visible = found.replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    if (wanted !== undefined) expect(visible).toBe(wanted)
    expect(pages[0]?.untagged).toBe(0)
  })

  it('emoji and rare scripts are found by search although only their number is drawn', async () => {
    const { text, pages } = await readPdf(await write([{ text: 'He drew 😀 and שלום' }]))
    expect(text).toContain('😀')
    expect(letters(text)).toContain('Hedrew')
    expect(Array.from('שלום').every((letter) => text.includes(letter))).toBe(true)
    expect(pages[0]?.missing).toEqual([])
  })

  it('a title and an alternative text of half characters and brackets', async () => {
    const engine = await openFor({ text: 'x' })
    const pdf = engine.newDocument({ title: 'A\ud83d (B) \\ \0', language: 'en-GB' })
    pdf.addPage(...A4)
    pdf.bookmark('Half \ude00 (x', 1, 10)
    const figure = pdf.element(null, 'Figure', { alt: '\ud83d)(\\ Żółć' })
    pdf.within(figure, () => pdf.rectangle(1, 1, 9, 9, { fill: 'ink' }))
    const { metadata, pages, outline } = await readPdf(pdf.finish())
    expect((metadata.info as { Title: string }).Title).toContain('A\ufffd (B) \\')
    expect(pages[0]?.tags?.children[0]?.alt).toBe('\ufffd)(\\ Żółć')
    expect(outline[0]?.title).toBe('Half \ufffd (x')
  })

  it('a length that is no number is refused, not written', async () => {
    const engine = await openFor({ text: 'x' })
    const pdf = engine.newDocument({ title: 'x', language: 'en-GB' })
    pdf.addPage(...A4)
    const element = pdf.element(null, 'P')
    expect(() => pdf.within(element, () => pdf.rectangle(NaN, 0, 1, 1, { fill: 'ink' }))).toThrow(
      /not a length/,
    )
  })

  it('a word of 10,000 letters is cut, whole', async () => {
    const text = 'neglect'.repeat(1429)
    const { text: found } = await readPdf(await write([{ text }]))
    expect(found.replace(/\n/g, '')).toBe(text)
  })

  it('10,000 marks on one letter', async () => {
    const { pages } = await readPdf(await write([{ text: `e${'\u0301'.repeat(10_000)} end` }]))
    expect(contentsOf(pages[0]?.tags)).toHaveLength(1)
  })

  it.each([
    ['English', 'The home was warm and clean, and there was food in the fridge. '],
    ['one word', 'a'],
    ['spaces', ' '],
    ['line feeds', '\n'],
    ['zero-width spaces', '\u200b'],
    ['family emoji', '👩‍👩‍👧'],
    ['nested overrides', '\u202e\u2066a\u202b'],
    ['open brackets in two directions', '(ا'],
    ['half emoji', '\ud83d'],
  ])('a paste of 300,000 times %s comes back in the time of a test', async (_, unit) => {
    const text = unit.repeat(Math.ceil(300_000 / unit.length))
    const engine = await openFor({ text })
    const lines = linesOf(engine, { text })
    expect(lines.reduce((total, line) => total + line.text.length, 0)).toBe(unit === '\n' ? 0 : text.length)
  })
})
