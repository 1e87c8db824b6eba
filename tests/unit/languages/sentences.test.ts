/** A text in sentences, so that the one being read can be marked. */
import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '@/languages/languages.ts'
import { sentencesOf } from '@/languages/read-aloud/sentences.ts'
import { LANGUAGES_WITH_WORDS, wordsIn } from './real-words.ts'

const trimmed = (text: string, language: string) => sentencesOf(text, language).map((part) => part.trim())

afterEach(() => vi.unstubAllGlobals())

describe.each([
  ['a browser that knows sentences', () => undefined],
  [
    'a browser that does not',
    () => void vi.stubGlobal('Intl', { ...Intl, Locale: Intl.Locale, Segmenter: undefined }),
  ],
])('in %s, a text', (_, prepare) => {
  it('is cut where its script ends a sentence', () => {
    prepare()
    expect(trimmed('She eats. Does she? Yes!', 'en-GB')).toEqual(['She eats.', 'Does she?', 'Yes!'])
    expect(trimmed('بچی کھاتی ہے۔ کیا وہ سوتی ہے؟ ہاں۔', 'ur')).toEqual([
      'بچی کھاتی ہے۔',
      'کیا وہ سوتی ہے؟',
      'ہاں۔',
    ])
    expect(trimmed('هل ينام الطفل؟ نعم.', 'ar')).toEqual(['هل ينام الطفل؟', 'نعم.'])
    expect(trimmed('ਬੱਚਾ ਖਾਂਦਾ ਹੈ। ਉਹ ਸੌਂਦਾ ਹੈ।', 'pa')).toEqual(['ਬੱਚਾ ਖਾਂਦਾ ਹੈ।', 'ਉਹ ਸੌਂਦਾ ਹੈ।'])
  })

  it('that is joined again is the text, abbreviations, spaces, line ends and all', () => {
    prepare()
    const part = fc.constantFrom(
      'Dr. Shah',
      'e.g.',
      '0.5 kg',
      '۔',
      '؟',
      '।',
      '...',
      '?!',
      ' ',
      '\n\n',
      'بچی',
      'ਹੈ',
    )
    const text = fc.oneof(
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES.map(({ tag }) => tag)), (typed, language) => {
        const sentences = sentencesOf(typed, language)
        expect(sentences.join('')).toBe(typed)
        expect(sentences).not.toContain('')
      }),
    )
  })

  it('without an end is one sentence, and nothing is none', () => {
    prepare()
    expect(sentencesOf('Food', 'en-GB')).toEqual(['Food'])
    expect(sentencesOf('', 'ur')).toEqual([])
  })
})

it.each(LANGUAGES_WITH_WORDS)(
  'the words before a beginning are read in more than one piece in %s',
  (language) => {
    const { text, t } = wordsIn(language)
    expect(sentencesOf(text('tool.about'), language).length).toBeGreaterThan(1)
    expect(sentencesOf(t('family.about.part.disagree'), language).length).toBeGreaterThan(1)
  },
)
