/** A report in each language comes back out of its PDF as it was written (pdf.md 9). */
import { describe, expect, it } from 'vitest'
import { makeFile, openFor } from '@/reports/pdf/build.ts'
import { loadFont } from './fonts-for-tests.ts'
import { inFile } from './in-file.ts'
import { SAMPLES, type LanguageSample } from './mixed-lines.ts'
import { poppler, qpdf, withProgram } from './programs.ts'
import { letters, readPdf } from './reading-pdf.ts'
import { reportOf } from './reports-for-tests.ts'

/** Presentation forms, private use, and the mark for what could not be read. */
const WRONG_LETTERS = /[\ufb50-\ufdff\ufe70-\ufefc\ue000-\uf8ff\ufffd]/u
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu

/** One language alone: poppler takes the direction of a page from most of its letters. */
async function make({ language, lines }: LanguageSample): Promise<Uint8Array> {
  const report = reportOf(
    lines.flatMap((line) => [
      { kind: 'paragraph', text: line },
      { kind: 'paragraph', text: [{ text: line, language, strong: true }] },
    ]),
    { language, title: lines[0]!, reference: '12', pageNumbering: '{page}/{pages}' },
  )
  return makeFile(report, await openFor(report, loadFont), {})
}

function expectLines(found: string, { lines }: LanguageSample): void {
  const text = letters(found.replace(BIDI_CONTROLS, ''))
  for (const line of lines) {
    expect(text.split(letters(line)).length - 1, `${line}\n${found}`).toBeGreaterThanOrEqual(2)
  }
  expect(found).not.toMatch(WRONG_LETTERS)
}

describe.each(SAMPLES)('$name', (sample) => {
  it('is read by pdf.js as it was written, with a shape for every letter', async () => {
    const pdf = await readPdf(await make(sample))
    expectLines(pdf.text, sample)
    for (const literal of ['4/5', '12/03/2026']) expect(pdf.text).toContain(literal)
    expect(pdf.pages.flatMap((page) => page.missing)).toEqual([])
    expect(pdf.pages.map((page) => page.untagged)).toEqual(pdf.pages.map(() => 0))
  })

  withProgram('pdftotext')('is read by poppler as it was written', async () => {
    const { status, out } = inFile(await make(sample), (file) =>
      poppler('pdftotext', ['-enc', 'UTF-8', file, '-']),
    )
    expect(status).toBe(0)
    expectLines(out, sample)
  })

  withProgram('pdffonts')('has every font in it, cut to what it needs', async () => {
    const { out } = inFile(await make(sample), (file) => poppler('pdffonts', [file]))
    const fonts = out.trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.* CID TrueType +Identity-H +yes yes yes /)
  })

  withProgram('qpdf')('qpdf finds nothing to complain of', async () => {
    const { status, out } = inFile(await make(sample), (file) => qpdf(['--check', file]))
    expect({ status, warned: /warning/i.test(out) }, out).toEqual({ status: 0, warned: false })
  })
})
