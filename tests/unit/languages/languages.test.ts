// @vitest-environment happy-dom
/** Which languages are on offer, and what follows from a tag alone. */
import { afterEach, describe, expect, it } from 'vitest'
import languages from '@content/languages.json'
import { i18n, loadMessages, type MessageRoom } from '@/languages/i18n.ts'
import { isolatedIn } from '@/languages/isolate-value.ts'
import { directionOf, ENGLISH, languageOf, LANGUAGES, scriptOf } from '@/languages/languages.ts'
import { lettersOf } from '@/languages/letters.ts'
import { loadReview } from '@/languages/reviews.ts'
import { keepUrduLetters } from '@/languages/urdu-letters.ts'
import { filesMissing } from './real-words.ts'

const reviews = import.meta.glob<Record<string, { status: string }>>('@content/*/review/*.json', {
  import: 'default',
  eager: true,
})

describe('the languages on offer', () => {
  it('are those of content, with script and direction worked out from the tag', () => {
    expect(LANGUAGES.map(({ tag }) => tag)).toEqual(languages.map(({ tag }) => tag))
    const known = Object.fromEntries(
      LANGUAGES.map(({ tag, script, direction }) => [tag, [script, direction]]),
    )
    expect(known).toMatchObject({
      'en-GB': ['Latn', 'ltr'],
      ur: ['Arab', 'rtl'],
      pl: ['Latn', 'ltr'],
      ro: ['Latn', 'ltr'],
      ar: ['Arab', 'rtl'],
      ckb: ['Arab', 'rtl'],
      pa: ['Guru', 'ltr'],
    })
  })

  it('say nothing in content that a tag says by itself', () => {
    for (const language of languages) expect(Object.keys(language)).toEqual(['tag', 'ownName', 'englishName'])
  })

  it.each(languages.map(({ tag }) => tag))('are offered with all their files: %s', (tag) => {
    expect(filesMissing(tag)).toEqual([])
  })

  it('are not asked for by a tag that is not listed', () => {
    expect(languageOf('ur').ownName).toBe('اردو')
    expect(() => languageOf('xx')).toThrow('xx')
  })
})

describe('direction and script', () => {
  it('are right for languages that nobody has listed yet', () => {
    expect(['fa', 'ps', 'he', 'dv', 'syr', 'pa-PK', 'az-Arab'].map(directionOf)).toEqual(
      Array.from({ length: 7 }, () => 'rtl'),
    )
    expect(['so', 'ti', 'bn', 'zh', 'pa', 'ku', 'az'].map(directionOf)).toEqual(
      Array.from({ length: 7 }, () => 'ltr'),
    )
    expect(scriptOf('pa-PK')).toBe('Arab')
    expect(scriptOf('ti')).toBe('Ethi')
  })
})

describe('the letters of a language', () => {
  afterEach(() => keepUrduLetters('nastaliq'))

  it('follow from its script', () => {
    expect(['en-GB', 'pl', 'ar', 'ckb', 'pa', 'bn', 'ta', 'ti', 'zh'].map(lettersOf)).toEqual([
      'alphabet',
      'alphabet',
      'naskh',
      'naskh',
      'gurmukhi',
      'bengali',
      'tamil',
      'ethiopic',
      'alphabet',
    ])
  })

  it('are Nastaliq for Urdu, and Naskh where that was chosen; no other language follows that choice', () => {
    expect(lettersOf('ur')).toBe('nastaliq')
    expect(lettersOf('ur-PK')).toBe('nastaliq')
    keepUrduLetters('naskh')
    expect(lettersOf('ur')).toBe('naskh')
    keepUrduLetters('nastaliq')
    expect(lettersOf('ar')).toBe('naskh')
  })
})

describe('a value in a sentence', () => {
  it('is isolated in a language from right to left, whatever it is', () => {
    expect(isolatedIn('ar', 'AB 12')).toBe('\u2068AB 12\u2069')
    expect(isolatedIn('ckb', 'سارا')).toBe('\u2068سارا\u2069')
  })

  it('is isolated in English only where it has letters from right to left', () => {
    expect(isolatedIn(ENGLISH, 'AB 12')).toBe('AB 12')
    expect(isolatedIn('pa', 'ਸਾਰਾ')).toBe('ਸਾਰਾ')
    for (const name of ['سارہ', 'M (שרה)', '\u{1e900}']) expect(isolatedIn(ENGLISH, name)).toContain('\u2068')
  })

  it('that is empty stays empty', () => {
    expect(isolatedIn('ar', '')).toBe('')
  })
})

describe('the messages of a room', () => {
  it('come in the language that was asked for', async () => {
    await loadMessages(['interpreting'], 'ar')
    await loadMessages(['interpreting'])
    expect(i18n.global.t('interpreting.mode.phone', {}, { locale: 'ar' })).toMatch(/\p{Script=Arabic}/u)
    expect(i18n.global.t('interpreting.mode.phone')).toBe('By phone')
  })

  it('never fall back on English in silence', async () => {
    await expect(loadMessages(['desk'], 'ur')).rejects.toThrow('desk in ur')
    await expect(loadMessages(['family', 'nowhere' as MessageRoom])).rejects.toThrow('nowhere in en-GB')
    await loadMessages(['family'])
    expect(i18n.global.t('family.view.back', {}, { locale: 'xx' })).toBe('family.view.back')
  })
})

describe('whether a person has checked a translation', () => {
  it('needs no asking in English', async () => {
    expect((await loadReview('family', ENGLISH))('family.view.back')).toBe(true)
  })

  it('is no without a review file, for any key', async () => {
    const isChecked = await loadReview('family', 'xx')
    expect(['family.view.back', 'constructor', '__proto__'].map(isChecked)).toEqual([false, false, false])
  })

  it('is what the review files say, and no for what they do not name', async () => {
    for (const [path, review] of Object.entries(reviews)) {
      const [, , folder = '', , file = ''] = path.split('/')
      const isChecked = await loadReview(folder, file.replace('.json', ''))
      expect(isChecked('constructor')).toBe(false)
      for (const [key, { status }] of Object.entries(review)) expect(isChecked(key)).toBe(status !== 'draft')
    }
  })
})
