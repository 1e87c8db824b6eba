import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/children/civil-date.ts'
import { parsePastDate, parseTypedDate, typedFrom } from '@/children/typed-date.ts'
import { day } from './days.ts'

const typed = (day: string, month: string, year: string) => parseTypedDate({ day, month, year }, 'en-GB')
const faultOf = (day: string, month: string, year: string) => {
  const result = typed(day, month, year)
  return result.ok ? undefined : result.fault
}

describe('a date typed in a hurry is understood', () => {
  it.each([
    ['3', '3', '2024'],
    ['03', '03', '2024'],
    [' 3 ', 'March', '2024'],
    ['3', 'mar', ' 2024'],
    ['3.', 'MAR.', '2024'],
    ['٣', '٣', '٢٠٢٤'],
    ['۳', 'march', '۲۰۲۴'],
    ['3', '3', '2024'],
  ])('%s %s %s', (day, month, year) => {
    expect(typed(day, month, year)).toEqual({ ok: true, date: '2024-03-03' })
  })

  it('takes a month by its name in the language of the screen', () => {
    expect(parseTypedDate({ day: '3', month: 'maja', year: '2024' }, 'pl')).toMatchObject({ ok: false })
    expect(parseTypedDate({ day: '3', month: 'maj', year: '2024' }, 'pl')).toEqual({
      ok: true,
      date: '2024-05-03',
    })
    expect(typed('1', 'Sept', '2023')).toEqual({ ok: true, date: '2023-09-01' })
    expect(typed('29', 'February', '2024')).toEqual({ ok: true, date: '2024-02-29' })
  })
})

it('a piece of a name that two months share is not guessed at', () => {
  const juin = (month: string) => parseTypedDate({ day: '3', month, year: '2024' }, 'fr')
  expect(juin('juin')).toEqual({ ok: true, date: '2024-06-03' })
  expect(juin('juil')).toEqual({ ok: true, date: '2024-07-03' })
  expect(juin('jui')).toEqual({ ok: false, fault: { code: 'part-not-understood', part: 'month' } })
})

describe('what is wrong with a date is said exactly', () => {
  it('nothing typed, or one part forgotten', () => {
    expect(faultOf('', ' ', '')).toEqual({ code: 'empty' })
    expect(faultOf('3', '', '2024')).toEqual({ code: 'part-missing', part: 'month' })
    expect(faultOf('', '3', '2024')).toEqual({ code: 'part-missing', part: 'day' })
  })

  it('a part that is not one', () => {
    expect(faultOf('32', '1', '2024')).toEqual({ code: 'part-not-understood', part: 'day' })
    expect(faultOf('0', '1', '2024')).toEqual({ code: 'part-not-understood', part: 'day' })
    expect(faultOf('1', '13', '2024')).toEqual({ code: 'part-not-understood', part: 'month' })
    expect(faultOf('1', 'Ma', '2024')).toEqual({ code: 'part-not-understood', part: 'month' })
    expect(faultOf('1', 'ju', '2024')).toEqual({ code: 'part-not-understood', part: 'month' })
    expect(faultOf('1', '1', '20244')).toEqual({ code: 'part-not-understood', part: 'year' })
    expect(faultOf('1', '1', '0001')).toEqual({ code: 'part-not-understood', part: 'year' })
    expect(faultOf('-1', '1', '2024')).toEqual({ code: 'part-not-understood', part: 'day' })
    expect(faultOf('1e1', '1', '2024')).toEqual({ code: 'part-not-understood', part: 'day' })
    expect(faultOf('<img onerror=alert(1)>', '1', '2024')).toEqual({
      code: 'part-not-understood',
      part: 'day',
    })
  })

  it('a year of two digits is not guessed at', () => {
    expect(faultOf('3', '3', '24')).toEqual({ code: 'year-too-short' })
  })

  it('a day that the month does not have', () => {
    expect(faultOf('31', '2', '2024')).toEqual({ code: 'not-a-date', days: 29 })
    expect(faultOf('29', '2', '2025')).toEqual({ code: 'not-a-date', days: 28 })
    expect(faultOf('31', 'June', '2025')).toEqual({ code: 'not-a-date', days: 30 })
  })

  it('too long ago, and not yet', () => {
    const range = { earliest: day('2000-06-02'), today: day('2026-06-01') }
    const past = (year: string, month: string, d: string) =>
      parsePastDate({ day: d, month, year }, 'en-GB', range)
    expect(past('1875', '1', '1')).toEqual({ ok: false, fault: { code: 'too-old', earliest: '2000-06-02' } })
    expect(past('2000', '6', '1')).toMatchObject({ ok: false })
    expect(past('2000', '6', '2')).toMatchObject({ ok: true })
    expect(past('2026', '6', '1')).toMatchObject({ ok: true })
    expect(past('2026', '6', '2')).toEqual({ ok: false, fault: { code: 'in-the-future' } })
    expect(past('2126', '6', '2')).toEqual({ ok: false, fault: { code: 'in-the-future' } })
  })

  it('a megabyte pasted into a field is a part that is not understood', () => {
    expect(faultOf('1'.repeat(1_000_000), '1', '2024')).toEqual({ code: 'part-not-understood', part: 'day' })
  })

  it('whatever is typed, the answer is a real day or a fault', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (d, m, y) => {
        const result = typed(d, m, y)
        if (result.ok) expect(day(result.date)).toBe(result.date)
        else expect(result.fault.code).toBeTruthy()
      }),
    )
  })
})

it('a stored date fills the three fields and comes back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000 }), (days) => {
      const date = addDays(day('1900-01-01'), days)
      expect(parseTypedDate(typedFrom(date), 'en-GB')).toEqual({ ok: true, date })
    }),
  )
  expect(typedFrom(undefined)).toEqual({ day: '', month: '', year: '' })
})
