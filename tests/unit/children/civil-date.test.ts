import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  civilDateOf,
  daysBetween,
  formatCivilDate,
  isLeapYear,
  partsOf,
  readCivilDate,
  todayAt,
  type CivilDate,
} from '@/children/civil-date.ts'
import { day } from './days.ts'

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(day('1900-01-01'), days))

describe('a date is a day, in every time zone', () => {
  it('keeps what was written', () => {
    expect(readCivilDate('2026-03-29')).toBe('2026-03-29')
    expect(formatCivilDate(day('2026-03-29'), 'en-GB')).toBe('29 March 2026')
    expect(formatCivilDate(day('2026-01-01'), 'en-GB')).toBe('1 January 2026')
    expect(formatCivilDate(day('2026-12-31'), 'en-GB', 'short')).toBe('31 Dec 2026')
  })

  it.each(['Pacific/Kiritimati', 'America/St_Johns', 'Europe/London', 'Pacific/Pago_Pago'])(
    'is written the same on a tablet set to %s',
    (zone) => {
      const before = process.env.TZ
      try {
        process.env.TZ = zone
        expect(formatCivilDate(day('2026-03-29'), 'en-GB')).toBe('29 March 2026')
        expect(addDays(day('2026-03-28'), 1)).toBe('2026-03-29')
        expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
      } finally {
        if (before === undefined) delete process.env.TZ
        else process.env.TZ = before
      }
    },
  )

  it('stays in the Gregorian calendar whatever the language is used to', () => {
    expect(formatCivilDate(day('2026-03-21'), 'fa')).toContain('۲۰۲۶')
  })

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '0099-01-01',
    null,
    20260101,
    {},
  ])('does not take %j for a day', (stored) => {
    expect(readCivilDate(stored)).toBeUndefined()
  })

  it('knows leap years, the centuries too', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false])
    expect(readCivilDate('2000-02-29')).toBe('2000-02-29')
  })

  it('takes only whole numbers for a day', () => {
    expect(civilDateOf({ year: 2026, month: 1.5, day: 1 })).toBeUndefined()
    expect(civilDateOf({ year: NaN, month: 1, day: 1 })).toBeUndefined()
  })
})

describe('sums with dates', () => {
  it('counts days across the change to summer time and across a leap day', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2)
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(daysBetween(day('2025-03-01'), day('2024-03-01'))).toBe(-365)
  })

  it('gives the last day of a month that is too short', () => {
    expect(addMonths(day('2025-11-30'), 3)).toBe('2026-02-28')
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15')
    expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15')
  })

  it('does not invent a day outside the calendar it knows', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  })

  it('adding days and counting them are each other undone', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  it('every day read back is the same day, and the next day sorts after it', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(readCivilDate(date)).toBe(date)
        expect(civilDateOf(partsOf(date))).toBe(date)
        expect(addDays(date, 1) > date).toBe(true)
      }),
    )
  })
})

describe('today is the day where the practitioner is', () => {
  // 2026-03-12 at 23:30 in London: still the 12th there, already the 13th on Kiritimati (UTC+14).
  const lateEvening = Date.UTC(2026, 2, 12, 23, 30)

  it.each<[string, CivilDate]>([
    ['Europe/London', day('2026-03-12')],
    ['Pacific/Kiritimati', day('2026-03-13')],
    ['America/St_Johns', day('2026-03-12')],
  ])('in %s', (timeZone, expected) => {
    expect(todayAt(lateEvening, timeZone)).toBe(expected)
  })

  it('changes at midnight of summer time, not of UTC', () => {
    expect(todayAt(Date.UTC(2026, 6, 1, 22, 59), 'Europe/London')).toBe('2026-07-01')
    expect(todayAt(Date.UTC(2026, 6, 1, 23, 0), 'Europe/London')).toBe('2026-07-02')
  })
})
