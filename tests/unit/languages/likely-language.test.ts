/** Which of our languages a record means: people write it as they say it. */
import { describe, expect, it } from 'vitest'
import { likelyLanguage } from '@/languages/family-view/likely-language.ts'
import { LANGUAGES } from '@/languages/languages.ts'

describe('the language that a record means', () => {
  it.each(LANGUAGES)('is $englishName, by its tag, its own name or its English name', (language) => {
    const { tag, ownName, englishName } = language
    for (const name of [tag, ownName, englishName, englishName.toUpperCase(), `  ${ownName} `])
      expect(likelyLanguage([name])).toBe(tag)
  })

  it('is known by the short name and by another spelling', () => {
    expect(likelyLanguage(['Kurdish'])).toBe('ckb')
    expect(likelyLanguage(['Panjabi'])).toBe('pa')
    expect(likelyLanguage(['Punjabi'])).toBe('pa')
    expect(likelyLanguage(['punjabi (gurmukhi)'])).toBe('pa')
  })

  it('is not a neighbour: another Kurdish, or Panjabi in other letters', () => {
    expect(likelyLanguage(['Kurdish (Kurmanji)', 'Panjabi (Shahmukhi)', 'Western Panjabi'])).toBeUndefined()
  })

  it('is the first of several that we have', () => {
    expect(likelyLanguage(['Welsh', '', 'Polish', 'Urdu'])).toBe('pl')
    expect(likelyLanguage([])).toBeUndefined()
    expect(likelyLanguage(['', '  '])).toBeUndefined()
  })
})
