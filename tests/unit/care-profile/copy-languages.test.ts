/** In which languages a copy is made: a translation that nobody has checked never stands without the English. */
import { describe, expect, it } from 'vitest'
import { isWhollyChecked, reportIn, type Build, type CopyMode } from '@/care-profile/copy-languages.ts'
import { buildFamilyCopy } from '@/care-profile/family-copy.ts'
import { buildReport } from '@/care-profile/report.ts'
import { languageOf } from '@/languages/languages.ts'
import type { Report } from '@/reports/report.ts'
import { textsOf } from '@/reports/report-texts.ts'
import { LANGUAGES_WITH_WORDS, wordsIn } from '../languages/real-words.ts'
import { factsOf, fullAssessment, interpreted, kindsOf, sourceOf, unmarked } from './full-case.ts'

const others = LANGUAGES_WITH_WORDS.filter((tag) => tag !== 'en-GB')
const english = wordsIn('en-GB')
const copy: Build = (words, languages) => buildFamilyCopy(sourceOf(interpreted, { words, copy: languages }))
const record: Build = (words, languages) => buildReport(sourceOf(interpreted, { words, copy: languages }))
const allBut = (...drafts: string[]) => wordsIn('ur', (key) => !drafts.includes(key))

const languagesOf = (report: Report) =>
  report.blocks.some(({ kind }) => kind === 'bilingual') ? 'both' : report.language

describe('a copy in the family’s language alone', () => {
  it('is made where a person has checked all of it', () => {
    const words = { english, family: allBut() }
    expect(isWhollyChecked(words, copy)).toBe(true)
    expect(languagesOf(reportIn('family', words, 'family', copy))).toBe('ur')
  })

  it.each([
    ['a heading', 'care-profile-family.copy.heading'],
    ['one description', 'A2a.5'],
    ['the name of a month', 'calendar.long.3'],
    ['what it says of its language', 'interpreting.fact.copyLanguage'],
    ['what it says of its checking', 'interpreting.translation.checked'],
  ])('is not made where %s is unchecked: both are side by side', (_, draft) => {
    const words = { english, family: allBut(draft) }
    expect(isWhollyChecked(words, copy)).toBe(false)
    expect(languagesOf(reportIn('family', words, 'family', copy))).toBe('both')
  })

  it('does not wait for words that it does not take', () => {
    expect(isWhollyChecked({ english, family: allBut('A2a.1', 'family.view.back') }, copy)).toBe(true)
  })

  it('is the English where the family reads English', () => {
    for (const mode of ['english', 'both', 'family'] as const) {
      const made = reportIn(mode, { english, family: undefined }, 'family', copy)
      expect(languagesOf(made)).toBe('en-GB')
      expect(factsOf(made).join()).not.toContain('Language of this copy')
    }
    expect(isWhollyChecked({ english, family: undefined }, copy)).toBe(true)
  })
})

describe('a copy in English', () => {
  it('is as it always was', () => {
    expect(reportIn('english', { english, family: allBut() }, 'family', copy)).toEqual(
      copy(english, undefined),
    )
  })
})

describe.each(others)('a copy in English and in %s', (language) => {
  const words = (isChecked = false) => ({ english, family: wordsIn(language, () => isChecked) })
  const { ownName } = languageOf(language)

  it.each([
    ['the family copy', 'family', copy],
    ['the report for the record', 'english', record],
  ] as const)('can be made of %s, with no word left without its other language', (_, first, build) => {
    const made = reportIn('both', words(), first, build)
    expect(made.language).toBe(first === 'family' ? language : 'en-GB')
    for (const block of made.blocks) {
      if (block.kind !== 'bilingual') continue
      expect([block.start, block.end].sort()).toEqual([language, 'en-GB'].sort())
      for (const { start, end } of block.pairs) expect(kindsOf(start)).toEqual(kindsOf(end))
    }
    expect(kindsOf(made.blocks)).not.toContain('heading')
  })

  it('has every text of either in it', () => {
    const there = new Set(
      [...textsOf(reportIn('both', words(), 'family', copy))].map(({ text }) => unmarked(text)),
    )
    for (const one of [english, words().family]) {
      const alone = copy(one, undefined)
      const inTitleAndFoot = [alone.title, alone.pageNumbering]
      for (const { text } of textsOf(alone))
        if (!inTitleAndFoot.includes(text)) expect(there).toContain(unmarked(text))
    }
  })

  it.each([
    [false, 'Translation: Translation not yet checked by a person'],
    [true, 'Translation: Translation checked by a person'],
  ])(
    'says on its first page which languages, who interpreted and whether it was checked',
    (isChecked, said) => {
      const made = reportIn('both', words(isChecked), 'family', copy)
      const facts = factsOf(made)
      expect(facts).toContain(`Language of this copy: ${ownName} + English`)
      expect(facts).toContain(said)
      expect(facts).toContain('Who interpreted: A professional interpreter\nS. Noor, 4711')
      const { t } = words().family
      expect(facts.join()).toContain(t('interpreting.who.professional'))
      expect(facts.join()).toContain(t(`interpreting.translation.${isChecked ? 'checked' : 'draft'}`))
    },
  )

  it('begins with the language that it was asked to begin with', () => {
    const first = reportIn('both', words(), 'family', copy).blocks[0]
    expect(first).toMatchObject({ kind: 'bilingual', start: language, end: 'en-GB' })
    const record = reportIn('both', words(), 'english', copy)
    expect(record.blocks[0]).toMatchObject({ start: 'en-GB', end: language })
    expect(factsOf(record)).toContain(`Language of this copy: English + ${ownName}`)
  })
})

it('a copy with drafts is both, whatever was asked: the unchecked never stands alone', () => {
  const made = (['both', 'family'] as CopyMode[]).map((mode) =>
    reportIn(mode, { english, family: wordsIn('ur', () => false) }, 'family', copy),
  )
  expect(made[0]).toEqual(made[1])
  expect(JSON.stringify(made[0])).toContain(english.text('A2a.5'))
})

it('the report for the record says the same in two languages, notes once', () => {
  const build: Build = (words, languages) => buildReport(sourceOf(fullAssessment, { words, copy: languages }))
  const made = reportIn('both', { english, family: allBut() }, 'english', build)
  expect(JSON.stringify(made).match(/PRIVATE evidence/g)).toHaveLength(1)
  expect(JSON.stringify(made).match(/PRIVATE own view/g)).toHaveLength(1)
})
