import { describe, expect, it } from 'vitest'
import { cleaned, faultOfWords } from '@/languages/desk/better-words.ts'
import { faultOfName } from '@/languages/desk/reviewer-name.ts'

describe('better words', () => {
  it('may be any sentence of the language', () => {
    expect(faultOfWords('Dorosły myśli o tym wcześniej.', 'The adult thinks ahead.', 'pl')).toBeUndefined()
    expect(faultOfWords('بڑے پہلے سے سوچتے ہیں۔', 'The adult thinks ahead.', 'ur')).toBeUndefined()
  })

  it('are not nothing', () => {
    expect(faultOfWords(cleaned(' \n '), 'Food', 'pl')).toBe('empty')
  })

  it('keep every placeholder, each as often as the English', () => {
    expect(faultOfWords('{date}, {child}', '{child}, {date}', 'pl')).toBeUndefined()
    expect(faultOfWords('{child}', '{child}, {date}', 'pl')).toBe('placeholders')
    expect(faultOfWords('{child} {child} {date}', '{child}, {date}', 'pl')).toBe('placeholders')
    expect(faultOfWords('{dziecko}, {date}', '{child}, {date}', 'pl')).toBe('placeholders')
    expect(faultOfWords('Jedzenie {name}', 'Food', 'pl')).toBe('placeholders')
  })

  it('have one form, or as many as the language tells apart, where the English has forms', () => {
    const english = '{days} day | {days} days'
    expect(
      faultOfWords('{days} dzień | {days} dni | {days} dni | {days} dnia', english, 'pl'),
    ).toBeUndefined()
    expect(faultOfWords('Dni: {days}', english, 'pl')).toBeUndefined()
    expect(faultOfWords('{days} dzień | {days} dni', english, 'pl')).toBe('forms')
    expect(faultOfWords('jedzenie | picie', 'Food', 'pl')).toBe('forms')
  })

  it('have at most 2,000 letters', () => {
    expect(faultOfWords('a'.repeat(2_000), 'Food', 'pl')).toBeUndefined()
    expect(faultOfWords('a'.repeat(2_001), 'Food', 'pl')).toBe('too-long')
  })

  it('have nothing in them that cannot be seen, or that turns the line round, and no markup', () => {
    for (const sign of ['\u0000', '\u0007', '\u202e', '\u2067', '\ufffd'])
      expect(faultOfWords(`Jedzenie${sign}`, 'Food', 'pl')).toBe('control')
    expect(faultOfWords('<b>Jedzenie', 'Food', 'pl')).toBe('markup')
    // Sorani and Urdu need this one.
    expect(faultOfWords('می\u200cخورد', 'Food', 'ur')).toBeUndefined()
  })

  it('are tidied as they would be on paper: one line, single spaces, letters composed', () => {
    expect(cleaned('  Jedzenie\r\n i  picie\t')).toBe('Jedzenie i picie')
    expect(cleaned('Jakos\u0301c\u0301')).toBe('Jakość')
  })
})

describe('the name of whoever checks', () => {
  it('is needed, and can be initials', () => {
    expect(faultOfName('A.K.')).toBeUndefined()
    expect(faultOfName('  ')).toBe('empty')
    expect(faultOfName('<script>')).toBe('malformed')
    expect(faultOfName('a'.repeat(101))).toBe('malformed')
  })
})
