/**
 * How good a passphrase is, as a code that a screen turns into words. Length first, any script, spaces and emoji
 * welcome, nothing demanded of its composition (NIST SP 800-63B); what everybody tries first is refused.
 */
import { normalisePassphrase } from './crypto/passphrase.ts'
import { COMMON_WORDS } from './common-words.ts'

export type StrengthCode =
  'empty' | 'blank' | 'too-short' | 'too-long' | 'common' | 'weak' | 'fair' | 'strong'

export interface Strength {
  code: StrengthCode
  acceptable: boolean
}

export const SHORTEST_PASSPHRASE = 12
/** UTF-16 units: room for 300 of the longest emoji; a pasted document is a mistake. */
const LONGEST_PASSPHRASE = 10_000
const FAIR_BITS = 40
const STRONG_BITS = 60
/** A letter or two beside a common word are no help. */
const LETTERS_THAT_COUNT = 3

export function passphraseStrength(typed: string): Strength {
  const code = strengthCode(typed)
  return { code, acceptable: code === 'fair' || code === 'strong' }
}

function strengthCode(typed: string): StrengthCode {
  if (typed === '') return 'empty'
  if (typed.length > LONGEST_PASSPHRASE) return 'too-long'
  const text = normalisePassphrase(typed)
  // Characters that show nothing (white space, zero width, controls) are nothing that a person can type again.
  if (!/[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(text)) return 'blank'
  if (lengthAsSeen(text) < SHORTEST_PASSPHRASE) return 'too-short'
  if (isCommon(text)) return 'common'
  const bits = roughBits(text)
  if (bits < FAIR_BITS) return 'weak'
  return bits < STRONG_BITS ? 'fair' : 'strong'
}

/** Characters as a person counts them: a family emoji is one. */
function lengthAsSeen(text: string): number {
  // Firefox has it since 125; before that, code points will do.
  if (!('Segmenter' in Intl)) return Array.from(text).length
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text)).length
}

/** Common words, in any number and order, with digits and signs around them. */
function isCommon(text: string): boolean {
  if (/[^\p{ASCII}]/u.test(text)) return false
  let letters = text
    .toLowerCase()
    .replace(/@/g, 'a')
    .replace(/0/g, 'o')
    .replace(/\$/g, 's')
    .replace(/[^a-z]/g, '')
  if (letters === '') return false
  const before = letters
  for (const word of COMMON_WORDS) letters = letters.replaceAll(word, '')
  return letters !== before && letters.length < LETTERS_THAT_COUNT
}

/** Bits that a character adds, about what it does within ordinary words: new, seen before, foreseeable. */
const ASCII_BITS = { fresh: 3, seen: 1.5 }
const LETTER_BITS = { fresh: 4, seen: 2 }
const IDEOGRAPH_BITS = { fresh: 7, seen: 3.5 }
const FORESEEABLE_BITS = 0.12
const FIRST_BEYOND_ASCII = 0x80
/** From here on come the ideographs, and above them the emoji. */
const FIRST_IDEOGRAPH = 0x2e80

/** An estimate, kept low. A run (aaaa) or a row (abcd, 4321) adds next to nothing. */
function roughBits(text: string): number {
  const seen = new Set<number>()
  let previous: number | undefined
  let bits = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (previous !== undefined && Math.abs(point - previous) <= 1) bits += FORESEEABLE_BITS
    else bits += seen.has(point) ? bitsOf(point).seen : bitsOf(point).fresh
    seen.add(point)
    previous = point
  }
  return bits
}

function bitsOf(point: number): { fresh: number; seen: number } {
  if (point < FIRST_BEYOND_ASCII) return ASCII_BITS
  return point < FIRST_IDEOGRAPH ? LETTER_BITS : IDEOGRAPH_BITS
}
