/**
 * Where a line may end: after spaces, hyphens, dashes, slashes and zero-width spaces. The part of UAX 14 that
 * alphabets, Arabic, Indic and Ethiopic need; each character is looked at once.
 */

const ZERO_WIDTH_SPACE = 0x200b
const SOFT_HYPHEN_LIKE = new Set([0x2d, 0x2010, 0x58a])
const DASHES = new Set([0x2012, 0x2013, 0x2014])
const SLASH = 0x2f
const ETHIOPIC_WORD_SPACE = 0x1361

export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a && unit !== 0x2007) ||
    unit === 0x205f ||
    unit === 0x3000
  )
}

const DIGIT = /\p{Nd}/u
const isDigit = (unit: number) =>
  unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : DIGIT.test(String.fromCharCode(unit))

/** Whether a line may end before the code unit at `at` (0 < at < text.length). */
export function mayBreakBefore(text: string, at: number): boolean {
  const next = text.charCodeAt(at)
  // Spaces stay at the end of the line they follow.
  if (isSpace(next) || next === ZERO_WIDTH_SPACE) return false
  const last = text.charCodeAt(at - 1)
  if (isSpace(last) || last === ZERO_WIDTH_SPACE || last === ETHIOPIC_WORD_SPACE) return true
  if (SOFT_HYPHEN_LIKE.has(last)) {
    // "-5" and " -x" keep their hyphen; "well-being" may break after it.
    return at >= 2 && !isSpace(text.charCodeAt(at - 2)) && !isDigit(next) && !isClosing(next)
  }
  if (DASHES.has(last)) return !isDigit(next) && !isClosing(next)
  if (last === SLASH) return at >= 2 && !isSpace(text.charCodeAt(at - 2)) && !isDigit(next) && next !== SLASH
  return false
}

const CLOSING = /[\p{Pe}\p{Pf}\p{M}.,;:!?'"\-–—…؟،؛।\u2060\u200d]/u
const isClosing = (unit: number) => CLOSING.test(String.fromCharCode(unit))
