/** What a suggested wording must be before it goes into a file: the toolkit puts it on a family's screen as it stands. */
import type { LanguageTag } from '../languages.ts'
import { hasRightForms, hasRightPlaceholders } from '../review/placeholders.ts'

export const MOST_LETTERS = 2_000

export type WordsFault = 'empty' | 'too-long' | 'control' | 'markup' | 'placeholders' | 'forms'

/** Control characters, marks that turn the direction of what follows, and what stands for a letter that was lost. */
const NOT_IN_A_TEXT = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u
const LOOKS_LIKE_MARKUP = /<\/?[a-z]/i

/** As it goes into the file. What is pasted brings line ends and doubled spaces along; a text is one line. */
export function cleaned(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
}

/** Of cleaned words; undefined when they are fit. */
export function faultOfWords(words: string, english: string, language: LanguageTag): WordsFault | undefined {
  if (words === '') return 'empty'
  if (words.length > MOST_LETTERS) return 'too-long'
  if (NOT_IN_A_TEXT.test(words)) return 'control'
  if (LOOKS_LIKE_MARKUP.test(words)) return 'markup'
  if (!hasRightForms(english, words, language)) return 'forms'
  if (!hasRightPlaceholders(english, words, language)) return 'placeholders'
  return undefined
}
