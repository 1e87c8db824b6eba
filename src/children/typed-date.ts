/**
 * A date as someone types it: day, month and year in three fields, written as people write them.
 * Says what is wrong as a code, so that the message can stand beside the field in any language.
 */
import { civilDateOf, daysInMonth, type CivilDate } from './civil-date.ts'

export interface TypedDate {
  day: string
  month: string
  year: string
}

export type DatePart = keyof TypedDate

export type DateFault =
  | { code: 'empty' }
  | { code: 'part-missing'; part: DatePart }
  | { code: 'part-not-understood'; part: DatePart }
  /** "23" may be 1923 or 2023: on a child's record that is not ours to guess. */
  | { code: 'year-too-short' }
  /** Such as 31 February; `days` is how many days that month has. */
  | { code: 'not-a-date'; days: number }
  | { code: 'too-old'; earliest: CivilDate }
  | { code: 'in-the-future' }

export type TypedDateResult = { ok: true; date: CivilDate } | { ok: false; fault: DateFault }

/** Shortest piece of a month's name that is taken for it: "Mar" for March. */
const SHORTEST_MONTH_NAME = 3
/** Longest thing that is looked at; a whole page pasted into a date is not understood, quickly. */
const LONGEST_PART = 40
/** Code points of the digit nought in the scripts of the languages offered. */
const NOUGHTS = [0x0660, 0x06f0, 0x09e6, 0x0a66, 0x0be6]
const PARTS: readonly DatePart[] = ['day', 'month', 'year']

/** `locale` says in which language the month may be spelled out. */
export function parseTypedDate(typed: TypedDate, locale: string): TypedDateResult {
  const text = { day: tidy(typed.day), month: tidy(typed.month), year: tidy(typed.year) }
  const missing = PARTS.filter((part) => text[part] === '')
  if (missing.length === PARTS.length) return fault({ code: 'empty' })
  if (missing[0]) return fault({ code: 'part-missing', part: missing[0] })

  const day = wholeNumber(text.day)
  if (day === undefined || day < 1 || day > 31) return fault({ code: 'part-not-understood', part: 'day' })
  const month = wholeNumber(text.month) ?? monthNamed(text.month, locale)
  if (month === undefined || month < 1 || month > 12) {
    return fault({ code: 'part-not-understood', part: 'month' })
  }
  const year = wholeNumber(text.year)
  if (year === undefined || text.year.length > 4) return fault({ code: 'part-not-understood', part: 'year' })
  if (text.year.length < 4) return fault({ code: 'year-too-short' })

  const date = civilDateOf({ year, month, day })
  if (date) return { ok: true, date }
  return year < 1000
    ? fault({ code: 'part-not-understood', part: 'year' })
    : fault({ code: 'not-a-date', days: daysInMonth(year, month) })
}

/** A day that has been: a visit, something that was seen, a birth. Both ends are allowed. */
export function parsePastDate(
  typed: TypedDate,
  locale: string,
  range: { earliest: CivilDate; today: CivilDate },
): TypedDateResult {
  const result = parseTypedDate(typed, locale)
  if (!result.ok) return result
  if (result.date < range.earliest) return fault({ code: 'too-old', earliest: range.earliest })
  if (result.date > range.today) return fault({ code: 'in-the-future' })
  return result
}

/** For filling the three fields from a record. */
export function typedFrom(date: CivilDate | undefined): TypedDate {
  if (!date) return { day: '', month: '', year: '' }
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

function fault(fault: DateFault): TypedDateResult {
  return { ok: false, fault }
}

/** Digits of any of our scripts become 0 to 9; a dot after a number or a short month is dropped. */
function tidy(part: string): string {
  return part
    .slice(0, LONGEST_PART)
    .normalize('NFKC')
    .trim()
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0
      const nought = NOUGHTS.find((zero) => code >= zero && code <= zero + 9)
      return nought === undefined ? digit : String(code - nought)
    })
    .replace(/\.$/, '')
}

function wholeNumber(text: string): number | undefined {
  return /^[0-9]+$/.test(text) ? Number(text) : undefined
}

function monthNamed(text: string, locale: string): number | undefined {
  const typed = text.toLocaleLowerCase(locale)
  if (typed.length < SHORTEST_MONTH_NAME) return undefined
  const names = new Intl.DateTimeFormat(locale, { calendar: 'gregory', month: 'long', timeZone: 'UTC' })
  const found = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) =>
    names
      .format(Date.UTC(2000, month - 1, 15, 12))
      .toLocaleLowerCase(locale)
      .startsWith(typed),
  )
  return found.length === 1 ? found[0] : undefined
}
