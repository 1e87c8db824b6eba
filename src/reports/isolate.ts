/**
 * Numbers and addresses that must keep their order inside right-to-left text. The Unicode bidi algorithm turns
 * `12-03-2026` into `2026-03-12` there and a phone number round in groups (pdf.md 7.5); between isolates they stay.
 * Plain ranges such as `3-5` are left to the reader's own direction. Scores and dates with slashes keep their order by
 * themselves, and an isolate would part `GCP 4/5` in the middle.
 */

const ISOLATE = '\u2066'
const END = '\u2069'

const MAIL = String.raw`(?<![.%+-])[\w.%+-]{1,64}@[\w-]+(?:\.[\w-]+)+`
const WEB = String.raw`(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'*+,;=%]*[\w/]`
/** Two hyphens or more: 12-03-2026, 2026-03-12, 020-7946-0000. */
const HYPHENATED = String.raw`\+?\p{Nd}+(?:-\p{Nd}+){2,}`
/** Begins as a phone number does, and goes on in groups. The seven digits or more are counted afterwards. */
const PHONE = String.raw`(?:\+\p{Nd}*|\(\+?\p{Nd}+\)|[0٠۰]\p{Nd}*)(?:[ \u00a0.-]?\(\p{Nd}+\)|[ \u00a0.-]\p{Nd}+|(?<=\))\p{Nd}+)+`

/** What somebody has isolated already comes first, so that it is passed over whole. */
const FOUND = new RegExp(
  String.raw`(?<done>[\u2066-\u2068][^\u2066-\u2069]*\u2069)|(?<![\w\p{Nd}\u2069])(?:${MAIL}|${WEB}|${HYPHENATED}|(?<phone>${PHONE}))(?![\p{Nd}\u2066])`,
  'gu',
)

const LEAST_DIGITS_OF_A_PHONE = 7
const NOT_A_DIGIT = /\P{Nd}/gu

const RIGHT_TO_LEFT_ISOLATE = '\u2067'
const FIRST_STRONG_ISOLATE = '\u2068'
const ISOLATED_WHOLE = /^[\u2066-\u2068][^\u2066-\u2069]*\u2069$/u
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u

/**
 * Words that keep their own order whatever stands beside them in the line (UAX 9): a day, a name. Those of unknown direction
 * speak for themselves. Twice makes no difference; what only parts others stays as it is.
 */
export function setApart(text: string, direction?: 'ltr' | 'rtl'): string {
  if (!LETTER_OR_DIGIT.test(text) || ISOLATED_WHOLE.test(text)) return text
  const begin =
    direction === undefined ? FIRST_STRONG_ISOLATE : direction === 'rtl' ? RIGHT_TO_LEFT_ISOLATE : ISOLATE
  return begin + text + END
}

/** Twice makes no difference. Only for text that stands in right-to-left surroundings. */
export function isolated(text: string): string {
  return text.replace(FOUND, (found: string, done: string | undefined, phone: string | undefined) => {
    if (done !== undefined) return found
    const isShort = phone !== undefined && found.replace(NOT_A_DIGIT, '').length < LEAST_DIGITS_OF_A_PHONE
    return isShort ? found : ISOLATE + found + END
  })
}
