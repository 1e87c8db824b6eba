import { baseCompile } from '@intlify/message-compiler'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formsOf,
  hasRightForms,
  hasRightPlaceholders,
  placeholdersOf,
  pluralCount,
} from '@/languages/review/placeholders.ts'

describe('placeholders of a message', () => {
  it('are found as often as they stand there', () => {
    expect(placeholdersOf('{a} and {b}, {a}')).toEqual(['{a}', '{b}', '{a}'])
  })

  it('are no text that only looks a little like one', () => {
    expect(placeholdersOf('A plain sentence (with brackets).')).toEqual([])
  })

  it.each([
    ['lost', '{name} graded', 'ocenione'],
    ['doubled', '{name} graded', '{name} {name}'],
    ['misspelt', '{name} graded', '{imię} ocenia'],
    ['left open', '{name} graded', '{name ocenia'],
    ['new', 'Graded', '{name} ocenia'],
    ['another message fetched', 'Graded', 'ocenione @:vault.unlock.open'],
  ])('are wrong when one is %s', (_what, english, translation) => {
    expect(hasRightPlaceholders(english, translation, 'pl')).toBe(false)
  })

  it('may stand in another order', () => {
    expect(hasRightPlaceholders('{first} and {last}', '{last} i {first}', 'pl')).toBe(true)
  })

  it('may leave the number out of a form that is said of one number only', () => {
    const english = '{days} day | {days} days'
    expect(hasRightPlaceholders(english, 'jeden dzień | {days} dni | {days} dni | {days} dnia', 'pl')).toBe(
      true,
    )
    expect(hasRightPlaceholders(english, '{days} dzień | dni | {days} dni | {days} dnia', 'pl')).toBe(false)
    const arabic = '{days} يوم | يوم | يومان | {days} أيام | {days} يوماً | {days} يوم'
    expect(hasRightPlaceholders(english, arabic, 'ar')).toBe(true)
  })

  it('keep the number in a form that is said of fractions only', () => {
    const translation = 'jeden dzień | {days} dni | {days} dni | dnia'
    expect(hasRightPlaceholders('{days} day | {days} days', translation, 'pl')).toBe(false)
  })

  it('keep the number where one form is said of nothing and of one', () => {
    expect(hasRightPlaceholders('{days} day | {days} days', 'ਇੱਕ ਦਿਨ | {days} ਦਿਨ', 'pa')).toBe(false)
  })

  it('leave out no name beside the number', () => {
    const english = '{name} for {days} day | {name} for {days} days'
    expect(
      hasRightPlaceholders(english, 'jeden dzień | {name} {days} | {name} {days} | {name} {days}', 'pl'),
    ).toBe(false)
  })
})

describe('plural forms of a message', () => {
  it.each([
    ['en-GB', 2],
    ['pl', 4],
    ['ro', 3],
    ['ar', 6],
    ['ur', 2],
  ])('of %s may be %i', (language, count) => {
    expect(pluralCount(language)).toBe(count)
  })

  it('are one, or all that the language tells apart', () => {
    expect(hasRightForms('{n} day | {n} days', '{n} dni', 'pl')).toBe(true)
    expect(hasRightForms('{n} day | {n} days', '{n} dzień | {n} dni', 'pl')).toBe(false)
    expect(hasRightForms('{n} day | {n} days', 'a {n} | b {n} | c {n} | d {n}', 'pl')).toBe(true)
  })

  it('are one where the English has one: nobody gives that text a number', () => {
    expect(hasRightForms('Graded', 'a | b | c | d', 'pl')).toBe(false)
  })

  it('are parted where the message compiler parts them', () => {
    const word = fc.constantFrom('day', '{n}', "{'|'}", ' ', 'x {n} y')
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1, maxLength: 6 }), (forms) => {
        const message = forms.map((words) => `a${words.join('')}`).join(' | ')
        const { body } = baseCompile(message, { location: false }).ast
        const compiled = 'cases' in body ? (body.cases as unknown[]).length : 1
        expect(formsOf(message)).toHaveLength(compiled)
      }),
    )
  })
})
