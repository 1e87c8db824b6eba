/**
 * How old a child is on a given day, as numbers; screens put it into words.
 *
 * The rule: a month of age is complete when its day of the month comes round, and where the month has no such day, on
 * the first of the next. So a child born on 29 February has their birthday on 1 March in common years. That is how
 * English law reads: an age is reached at the commencement of the anniversary of the date of birth (Family Law Reform Act
 * 1969, section 9(1)), and on 28 February the anniversary has not begun. The Act does not name leap days; this is the
 * usual reading of it.
 */
import { daysBetween, partsOf, type CivilDate } from './civil-date.ts'
import type { Birth } from './child.ts'

const DAYS_PER_WEEK = 7
/** The due date is 40 weeks 0 days of pregnancy. */
const PREGNANCY_DAYS = 40 * DAYS_PER_WEEK
/** No pregnancy goes on beyond this: the baby has been born and the record does not say when. */
const LAST_PREGNANCY_WEEK = 44
/** Newborns are spoken of in days, young babies in weeks, babies in months. */
const DAYS_UNTIL = 2 * DAYS_PER_WEEK
const WEEKS_UNTIL = 12 * DAYS_PER_WEEK
const MONTHS_UNTIL = 12

export type Age =
  | { kind: 'unknown' }
  /** The day asked about is before the date of birth. */
  | { kind: 'not-yet-born' }
  /** Unborn: weeks and days of pregnancy; from 40 weeks on the due date has come. */
  | { kind: 'pregnancy'; weeks: number; days: number }
  /** The day asked about is more than 40 weeks before the due date. */
  | { kind: 'before-pregnancy' }
  /** So long after the due date that the child must have been born; the date of birth is wanted. */
  | { kind: 'due-date-passed'; days: number }
  | { kind: 'days'; days: number }
  | { kind: 'weeks'; weeks: number; days: number }
  | { kind: 'months'; months: number }
  | { kind: 'years'; years: number; months: number }

/** In the unit people use for a child of that age. */
export function ageOn(birth: Birth, on: CivilDate): Age {
  switch (birth.kind) {
    case 'unknown':
      return { kind: 'unknown' }
    case 'due':
      return pregnancyOn(birth.date, on)
    case 'born': {
      const days = daysBetween(birth.date, on)
      if (days < 0) return { kind: 'not-yet-born' }
      if (days < DAYS_UNTIL) return { kind: 'days', days }
      if (days < WEEKS_UNTIL) return { kind: 'weeks', ...weeksAndDays(days) }
      const months = completedMonths(birth.date, on)
      if (months < MONTHS_UNTIL) return { kind: 'months', months }
      return { kind: 'years', years: Math.floor(months / 12), months: months % 12 }
    }
  }
}

/** Completed months of age, or undefined where there is no age: not born by then, or the date of birth is not known. */
export function ageInMonths(birth: Birth, on: CivilDate): number | undefined {
  if (birth.kind !== 'born' || on < birth.date) return undefined
  return completedMonths(birth.date, on)
}

/** Completed years; undefined as in `ageInMonths`. */
export function ageInYears(birth: Birth, on: CivilDate): number | undefined {
  const months = ageInMonths(birth, on)
  return months === undefined ? undefined : Math.floor(months / 12)
}

function pregnancyOn(due: CivilDate, on: CivilDate): Age {
  const days = PREGNANCY_DAYS - daysBetween(on, due)
  if (days < 0) return { kind: 'before-pregnancy' }
  const pregnancy = weeksAndDays(days)
  if (pregnancy.weeks >= LAST_PREGNANCY_WEEK) {
    return { kind: 'due-date-passed', days: daysBetween(due, on) }
  }
  return { kind: 'pregnancy', ...pregnancy }
}

function completedMonths(birth: CivilDate, on: CivilDate): number {
  const born = partsOf(birth)
  const then = partsOf(on)
  const begun = (then.year - born.year) * 12 + (then.month - born.month)
  return then.day < born.day ? begun - 1 : begun
}

function weeksAndDays(days: number): { weeks: number; days: number } {
  return { weeks: Math.floor(days / DAYS_PER_WEEK), days: days % DAYS_PER_WEEK }
}
