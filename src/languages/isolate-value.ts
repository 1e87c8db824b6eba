/**
 * A name or number that is put into a sentence keeps its own direction and does not turn the words round it (UAX 9,
 * isolates). Where no letter of the other direction can be, nothing is put in.
 */
import { directionOf, type LanguageTag } from './languages.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const END = '\u2069'
const RIGHT_TO_LEFT_LETTER =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

export function isolatedIn(language: LanguageTag, value: string): string {
  const isNeeded = directionOf(language) === 'rtl' || RIGHT_TO_LEFT_LETTER.test(value)
  return isNeeded && value !== '' ? FIRST_STRONG_ISOLATE + value + END : value
}
