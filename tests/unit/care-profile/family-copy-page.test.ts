/** Signatures on paper, side by side in two languages: whoever signs sees on the same page what the signature means. */
import { describe, expect, it } from 'vitest'
import type { Assessment } from '@/care-profile/assessment.ts'
import { reportIn, type Build } from '@/care-profile/copy-languages.ts'
import { buildFamilyCopy } from '@/care-profile/family-copy.ts'
import { makeFile, openFor } from '@/reports/pdf/build.ts'
import { LANGUAGES_WITH_WORDS, wordsIn } from '../languages/real-words.ts'
import { loadFont } from '../reports/pdf/fonts-for-tests.ts'
import { readPdf } from '../reports/pdf/reading-pdf.ts'
import { fullAssessment, interpreted, sourceOf } from './full-case.ts'

const english = wordsIn('en-GB')

/** What stands on each page from "What you want to say" on. */
async function pagesToSign(language: string, assessment: Assessment): Promise<string[]> {
  const build: Build = (words, copy) => buildFamilyCopy(sourceOf(assessment, { words, copy }))
  const family = language === 'en-GB' ? undefined : wordsIn(language)
  const made = reportIn('both', { english, family }, 'family', build)
  const from = made.blocks.findIndex(({ kind }) => kind === 'page-break')
  const report = { ...made, blocks: made.blocks.slice(from) }
  const pdf = await readPdf(makeFile(report, await openFor(report, loadFont), {}))
  return pdf.pages.map(({ text }) => text)
}

describe.each(LANGUAGES_WITH_WORDS)('what is signed in %s', (language) => {
  it('with an interpreter: all signatures on one page, below what they mean', async () => {
    const pages = await pagesToSign(language, interpreted)
    expect(pages).toHaveLength(2)
    for (const part of [
      'Who has seen this copy',
      'Signing means',
      'Parent or carer: Name',
      'Interpreter: Date',
    ])
      expect(pages[1]).toContain(part)
  })

  it('without one: all of it on one page, or, in high letters, no person cut in two', async () => {
    const pages = await pagesToSign(language, fullAssessment)
    expect(pages).toHaveLength(language === 'ur' ? 2 : 1)
    expect(pages[0]).toContain('Parent or carer: Date')
    const signing = pages.find((page) => page.includes('Practitioner: Name'))
    expect(signing).toContain('Practitioner: Date')
  })
})
