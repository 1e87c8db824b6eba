/**
 * Dates as people mean them: a day in a calendar, without a time or a zone (design 3.11).
 *
 * A `Date` at midnight is yesterday in half of the world, so none is kept: a date is the ISO text itself, and sums are done
 * on day numbers. Where `Intl` needs a `Date` it is given noon UTC and told that the zone is UTC.
 */

declare const civil: unique symbol
/** `YYYY-MM-DD`, always a day that exists, years 1000 to 9999. Sorts and compares as text. */
export type CivilDate = string & { readonly [civil]: true }

export interface DateParts {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

const MS_PER_DAY = 86_400_000
const NOON_MS = MS_PER_DAY / 2
const FIRST_YEAR = 1000
const LAST_YEAR = 9999
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Undefined when there is no such day. */
export function civilDateOf({ year, month, day }: DateParts): CivilDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  if (!whole || year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as CivilDate
}

/** Reads a stored date; anything else than an existing day in ISO form is undefined. */
export function readCivilDate(stored: unknown): CivilDate | undefined {
  const match = typeof stored === 'string' ? ISO.exec(stored) : null
  if (!match) return undefined
  return civilDateOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

export function isCivilDate(stored: unknown): stored is CivilDate {
  return readCivilDate(stored) !== undefined
}

export function partsOf(date: CivilDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Summer time does not touch it. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Throws when the sum leaves the years 1000 to 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const noon = new Date((dayNumber(date) + days) * MS_PER_DAY + NOON_MS)
  const sum = civilDateOf({
    year: noon.getUTCFullYear(),
    month: noon.getUTCMonth() + 1,
    day: noon.getUTCDate(),
  })
  if (!sum) throw new RangeError('date out of range')
  return sum
}

/**
 * The same day in another month, as one says "in three months": where that month is too short, its last day
 * (30 November and three months is 28 February). Ages are counted by another rule: see age.ts.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
  const sum = civilDateOf({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
  if (!sum) throw new RangeError('date out of range')
  return sum
}

/** The day it is for the practitioner: `now` in epoch milliseconds, `timeZone` an IANA name such as `Europe/London`. */
export function todayAt(now: number, timeZone: string): CivilDate {
  const written = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(written.find((piece) => piece.type === type)?.value)
  const today = civilDateOf({ year: part('year'), month: part('month'), day: part('day') })
  if (!today) throw new RangeError('the clock is out of range')
  return today
}

export type DateStyle = 'long' | 'short'

/** In the words of the locale, and in its digits; always the Gregorian calendar, which records are kept in. */
export function formatCivilDate(date: CivilDate, locale: string, style: DateStyle = 'long'): string {
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone: 'UTC',
    day: 'numeric',
    month: style,
    year: 'numeric',
  }).format(dayNumber(date) * MS_PER_DAY + NOON_MS)
}

/** Days since 1 January 1970. */
function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
