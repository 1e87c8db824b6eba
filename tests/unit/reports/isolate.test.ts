/** Numbers and addresses in right-to-left text keep their order. */
import bidiFactory from 'bidi-js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated } from '@/reports/isolate.ts'
import { runsOf } from '@/reports/text.ts'

const bidi = bidiFactory()

/** As it stands on the page, from left to right, without what is not seen. */
function seen(text: string): string {
  const levels = bidi.getEmbeddingLevels(text, 'rtl')
  return bidi.getReorderedString(text, levels).replace(/[\u2066-\u2069]/gu, '')
}

const around = (text: string) => `کل ${text} پر فون کیا`

describe('in an Urdu sentence', () => {
  it.each([
    '12-03-2026',
    '2026-03-12',
    '020-7946-0000',
    '+44 20 7946 0000',
    '(020) 7946 0000',
    '+44 (0)20 7946 0000',
    '0123 456 7890',
    '۰۳۰۰-۱۲۳-۴۵۶۷',
    'anna.b@example.org',
    'https://example.org/a-1/2',
  ])('%s stands on the page as it was typed', (typed) => {
    expect(isolated(around(typed))).toBe(around(`\u2066${typed}\u2069`))
    expect(seen(isolated(around(typed)))).toContain(typed)
  })

  it.each(['12-03-2026', '020-7946-0000', '+44 20 7946 0000'])(
    '%s would be turned round without',
    (typed) => {
      expect(seen(around(typed))).not.toContain(typed)
    },
  )

  it.each(['GCP 4', '3-5', '2025', '2024 2025 2026', '14:30', 'well-being', '(2)', '0.5', '0 1 2'])(
    '%s is left as it is',
    (typed) => {
      expect(isolated(around(typed))).toBe(around(typed))
    },
  )

  it.each(['4/5', 'GCP 4/5', '12/03/2026', '14:30', '12,5'])('%s needs nothing to stay', (typed) => {
    expect(isolated(around(typed))).toBe(around(typed))
    expect(seen(around(typed))).toContain(typed)
  })

  it('the full stop, the comma and the bracket after it stay outside', () => {
    expect(isolated('(12-03-2026)')).toBe('(\u206612-03-2026\u2069)')
    expect(isolated('(0123 456 7890)')).toBe('(\u20660123 456 7890\u2069)')
    expect(isolated('anna@example.org.')).toBe('\u2066anna@example.org\u2069.')
    expect(isolated('12-03-2026, 13-03-2026')).toBe('\u206612-03-2026\u2069, \u206613-03-2026\u2069')
  })
})

describe('isolating', () => {
  it('adds only isolates, in pairs, and twice is once', () => {
    const part = fc.constantFrom(
      '12-03-2026',
      '+44 20 7946 0000',
      'a@b.org',
      '4/5',
      ' ',
      'بچہ',
      '-',
      '\u2066',
      '\u2069',
      '(',
      '7',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const once = isolated(text)
        const plain = (one: string) => one.replace(/[\u2066\u2069]/gu, '')
        expect(plain(once)).toBe(plain(text))
        expect(isolated(once)).toBe(once)
      }),
    )
  })

  it('a very long run of digits and spaces takes no time', () => {
    const hostile = `${'0 1'.repeat(20_000)} ${'0-'.repeat(20_000)}${'a.'.repeat(20_000)}`
    expect(isolated(hostile).length).toBeGreaterThanOrEqual(hostile.length)
  })
})

describe('the runs of a text', () => {
  const date = '12-03-2026'
  const inIsolates = `\u2066${date}\u2069`
  it('are isolated where their language runs from right to left', () => {
    expect(runsOf(date, 'ur')).toEqual([{ text: inIsolates, language: 'ur' }])
    expect(runsOf([{ text: date, language: 'ar' }], 'en-GB')[0]?.text).toBe(inIsolates)
    expect(runsOf([{ text: `بچہ ${date}` }], 'en-GB')[0]?.text).toBe(`بچہ ${inIsolates}`)
    expect(runsOf([{ text: date }], 'ur')[0]?.text).toBe(inIsolates)
    expect(runsOf([{ text: 'بچہ ' }, { text: date, language: 'en-GB' }], 'en-GB')[1]?.text).toBe(inIsolates)
  })

  it('are left alone in English', () => {
    expect(runsOf(`Seen ${date}`, 'en-GB')[0]?.text).toBe(`Seen ${date}`)
    expect(runsOf([{ text: `Seen ${date}` }], 'ur')[0]?.text).toBe(`Seen ${date}`)
  })
})
