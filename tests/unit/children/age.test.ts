import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageInMonths, ageInYears, ageOn } from '@/children/age.ts'
import type { Birth } from '@/children/child.ts'
import { addDays } from '@/children/civil-date.ts'
import { day } from './days.ts'

const born = (iso: string): Birth => ({ kind: 'born', date: day(iso) })
const due = (iso: string): Birth => ({ kind: 'due', date: day(iso) })

describe('the age of a child who has been born', () => {
  it('is in days for a newborn, weeks for a young baby, months for a baby, then years and months', () => {
    const baby = born('2026-01-01')
    expect(ageOn(baby, day('2026-01-01'))).toEqual({ kind: 'days', days: 0 })
    expect(ageOn(baby, day('2026-01-14'))).toEqual({ kind: 'days', days: 13 })
    expect(ageOn(baby, day('2026-01-15'))).toEqual({ kind: 'weeks', weeks: 2, days: 0 })
    expect(ageOn(baby, day('2026-03-25'))).toEqual({ kind: 'weeks', weeks: 11, days: 6 })
    expect(ageOn(baby, day('2026-03-26'))).toEqual({ kind: 'months', months: 2 })
    expect(ageOn(baby, day('2026-12-31'))).toEqual({ kind: 'months', months: 11 })
    expect(ageOn(baby, day('2027-01-01'))).toEqual({ kind: 'years', years: 1, months: 0 })
    expect(ageOn(baby, day('2028-05-30'))).toEqual({ kind: 'years', years: 2, months: 4 })
  })

  it('changes on the birthday and not on the day before', () => {
    expect(ageInYears(born('2020-06-15'), day('2025-06-14'))).toBe(4)
    expect(ageInYears(born('2020-06-15'), day('2025-06-15'))).toBe(5)
    expect(ageInMonths(born('2024-03-31'), day('2026-03-30'))).toBe(23)
    expect(ageInMonths(born('2024-03-31'), day('2026-03-31'))).toBe(24)
  })

  it('a child born on 29 February has their birthday on 1 March in common years', () => {
    const leapling = born('2024-02-29')
    expect(ageInYears(leapling, day('2025-02-28'))).toBe(0)
    expect(ageInYears(leapling, day('2025-03-01'))).toBe(1)
    expect(ageInYears(leapling, day('2028-02-28'))).toBe(3)
    expect(ageInYears(leapling, day('2028-02-29'))).toBe(4)
    expect(ageInYears(leapling, day('2042-02-28'))).toBe(17)
    expect(ageInYears(leapling, day('2042-03-01'))).toBe(18)
  })

  it('a month that is too short is complete on the first of the next', () => {
    expect(ageInMonths(born('2026-01-31'), day('2026-02-28'))).toBe(0)
    expect(ageInMonths(born('2026-01-31'), day('2026-03-01'))).toBe(1)
  })

  it('before the date of birth there is no age', () => {
    expect(ageOn(born('2026-01-02'), day('2026-01-01'))).toEqual({ kind: 'not-yet-born' })
    expect(ageInMonths(born('2026-01-02'), day('2026-01-01'))).toBeUndefined()
    expect(ageInMonths(born('2026-01-02'), day('2026-01-02'))).toBe(0)
  })

  it('nobody grows younger from one day to the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 9_000 }), (start, later) => {
        const date = addDays(day('1990-01-01'), start)
        const on = addDays(date, later)
        const months = ageInMonths({ kind: 'born', date }, on) ?? -1
        const next = ageInMonths({ kind: 'born', date }, addDays(on, 1)) ?? -1
        expect(next - months === 0 || next - months === 1).toBe(true)
      }),
    )
  })
})

describe('a child who is not yet born', () => {
  it('is 40 weeks on the due date', () => {
    expect(ageOn(due('2026-08-01'), day('2026-08-01'))).toEqual({ kind: 'pregnancy', weeks: 40, days: 0 })
    expect(ageOn(due('2026-08-01'), day('2026-07-31'))).toEqual({ kind: 'pregnancy', weeks: 39, days: 6 })
    expect(ageOn(due('2026-08-01'), day('2026-08-10'))).toEqual({ kind: 'pregnancy', weeks: 41, days: 2 })
    expect(ageOn(due('2026-08-01'), day('2025-10-25'))).toEqual({ kind: 'pregnancy', weeks: 0, days: 0 })
  })

  it('is not counted before the pregnancy, nor for ever after the due date', () => {
    expect(ageOn(due('2026-08-01'), day('2025-10-24'))).toEqual({ kind: 'before-pregnancy' })
    expect(ageOn(due('2026-08-01'), day('2026-08-28'))).toEqual({ kind: 'pregnancy', weeks: 43, days: 6 })
    expect(ageOn(due('2026-08-01'), day('2026-08-29'))).toEqual({ kind: 'due-date-passed', days: 28 })
  })

  it('has no age in months, before or after the due date: only a date of birth gives one', () => {
    expect(ageInMonths(due('2026-08-01'), day('2026-07-01'))).toBeUndefined()
    expect(ageInMonths(due('2026-08-01'), day('2026-12-01'))).toBeUndefined()
  })

  it('born early or late, the age is counted from the day of birth', () => {
    expect(ageOn(born('2026-06-20'), day('2026-08-01'))).toEqual({ kind: 'weeks', weeks: 6, days: 0 })
    expect(ageOn(born('2026-08-12'), day('2026-08-14'))).toEqual({ kind: 'days', days: 2 })
  })
})

it('an unknown date of birth gives no age', () => {
  expect(ageOn({ kind: 'unknown' }, day('2026-01-01'))).toEqual({ kind: 'unknown' })
  expect(ageInMonths({ kind: 'unknown' }, day('2026-01-01'))).toBeUndefined()
})
