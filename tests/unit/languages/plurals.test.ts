/** "1 year", "2 years": which form of a message goes with a number. */
import { describe, expect, it } from 'vitest'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { LANGUAGES } from '@/languages/languages.ts'
import { pluralCategories, pluralForm } from '@/languages/plurals.ts'
import { LANGUAGES_WITH_WORDS, messageFileOf } from './real-words.ts'

const forms = (language: string, counts: readonly number[]) =>
  counts.map((count) => pluralForm(language, count))

describe('the form that goes with a number', () => {
  it('is one of two in English and Urdu', () => {
    expect(forms('en-GB', [1, 2, 0])).toEqual([0, 1, 1])
    expect(forms('ur', [1, 2, 5])).toEqual([0, 1, 1])
  })

  it('is 1 rok, 2 lata, 5 lat in Polish, and 22 lata again', () => {
    expect(forms('pl', [1, 2, 5, 12, 22])).toEqual([0, 1, 2, 2, 1])
  })

  it('is one of all six in Arabic', () => {
    expect(forms('ar', [0, 1, 2, 3, 11, 100])).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('is 1 an, 2 ani, 20 de ani in Romanian', () => {
    expect(forms('ro', [1, 2, 19, 20])).toEqual([0, 1, 1, 2])
  })

  it.each(LANGUAGES.map(({ tag }) => tag))('is always one that a message in %s has', (language) => {
    const all = pluralCategories(language).length
    for (let count = 0; count <= 120; count++) {
      expect(pluralForm(language, count)).toBeGreaterThanOrEqual(0)
      expect(pluralForm(language, count)).toBeLessThan(all)
    }
  })
})

describe.each(LANGUAGES_WITH_WORDS)('an age in %s', (language) => {
  const age = (messageFileOf(language, 'care-profile-report').age ?? {}) as Record<string, string>
  const counted = ['days', 'weeks', 'months', 'years'] as const

  it.each(counted)('in %s has as many forms as the language has, or one', (unit) => {
    expect([1, pluralCategories(language).length]).toContain(age[unit]!.split('|').length)
  })

  it.each(counted)('in %s takes the form that goes with the number', async (unit) => {
    await loadMessages(['care-profile-report'], language)
    const written = age[unit]!.split('|').map((form) => form.trim())
    for (const count of [0, 1, 2, 3, 5, 11, 20, 22, 100]) {
      const form = written[written.length === 1 ? 0 : pluralForm(language, count)]!
      const said = i18n.global.t(
        `care-profile-report.age.${unit}`,
        { [unit]: count },
        { locale: language, plural: count },
      )
      expect(said).toBe(form.replace(`{${unit}}`, String(count)))
    }
  })
})
