/** Signs that a translation is not one: left in English, cut short, or written with letters of another script. */
import { formsOf, placeholdersOf } from '../../../../src/languages/review/placeholders.ts'
import { scriptOf } from '../listed.ts'

const LATIN_WORD = /\p{Script=Latin}+[\p{Script=Latin}\d]*/gu
const ITEM_CODE = /\b[A-Z]\d+[a-z]?\b/g

/** Of English texts longer than this, how much shorter or longer a translation may be. */
const LONG = 25
const RATIO = { least: 0.5, most: 2 }
/** A single word can take three in another language. */
const SHORT = { times: 3, more: 20 }

const FULL_STOP = /[.۔।።]["”»’)\]]*$/u
/** "Ask what the baby drinks" can be a question elsewhere. */
const SENTENCE_END = /[.۔।።?؟!]["”»’)\]]*$/u

/** Marks that cannot be seen: soft hyphen, zero-width space, direction marks, isolates, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060-\u2069\ufeff]/
/** Joiners: part of the spelling in some scripts, a leftover elsewhere. */
const JOINER = /[\u200c\u200d]/
const SCRIPTS_WITHOUT_JOINERS = new Set(['Latn', 'Cyrl', 'Grek', 'Ethi', 'Hans', 'Hant', 'Jpan', 'Kore'])

export function faultOfSameWords(english: string, translation: string): string | undefined {
  const isWords = /\p{L}{3}/u.test(withoutPlaceholders(english))
  return isWords && english === translation ? 'same as English' : undefined
}

/** `allowed`: names that stay in Latin letters in any script. */
export function faultOfLatin(
  translation: string,
  language: string,
  allowed: readonly string[],
): string | undefined {
  if (scriptOf(language) === 'Latn') return undefined
  const bare = withoutPlaceholders(translation).replace(ITEM_CODE, ' ')
  const words = (bare.match(LATIN_WORD) ?? []).filter((word) => !allowed.includes(word))
  return words.length > 0 ? `Latin letters: ${words.join(', ')}` : undefined
}

/** Of a message with plural forms the longest counts: languages have two of them, or six. */
export function faultOfLength(english: string, translation: string): string | undefined {
  const from = lengthOf(english)
  const to = lengthOf(translation)
  if (from <= LONG) {
    return to > from * SHORT.times + SHORT.more ? `length: ${to} letters for ${from}` : undefined
  }
  const ratio = to / from
  return ratio < RATIO.least || ratio > RATIO.most
    ? `length: ${ratio.toFixed(2)} times the English (${RATIO.least} to ${RATIO.most})`
    : undefined
}

function lengthOf(text: string): number {
  return Math.max(...formsOf(text).map((form) => Array.from(withoutPlaceholders(form)).length))
}

export function faultOfFullStop(english: string, translation: string): string | undefined {
  const isSentence = english.endsWith('.')
  if (isSentence && !SENTENCE_END.test(translation)) return 'no full stop'
  // "Jan" may be "sty." elsewhere: a short text without a full stop can be an abbreviation.
  const isTooMuch = !isSentence && english.length > LONG && FULL_STOP.test(translation)
  return isTooMuch ? 'a full stop that the English does not have' : undefined
}

/** `wrong`: letters that look right and are another language's, with the right one: `{ "ك": "ک" }`. */
export function faultsOfLetters(
  translation: string,
  language: string,
  wrong: Readonly<Record<string, string>>,
): string[] {
  const faults: string[] = []
  const joiner = SCRIPTS_WITHOUT_JOINERS.has(scriptOf(language)) ? JOINER.exec(translation) : null
  const unseen = INVISIBLE.exec(translation) ?? joiner
  if (unseen) faults.push(`an invisible character: ${codeOf(unseen[0])}`)
  if (/[<>]/.test(translation)) faults.push('an angle bracket')
  for (const letter of new Set(translation)) {
    if (Object.hasOwn(wrong, letter))
      faults.push(`letter ${codeOf(letter)} in place of ${codeOf(wrong[letter] ?? '')}`)
  }
  return faults
}

export function withoutPlaceholders(text: string): string {
  return placeholdersOf(text)
    .reduce((rest, placeholder) => rest.replace(placeholder, ' '), text)
    .trim()
}

function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
