/** What is said to a family: numbers, names, dates and lists as their language has them, and whether it was checked. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, languageOf } from '@/languages/languages.ts'
import { toolText } from '@/languages/tool-text.ts'
import { openWords, wordsOf, type Words } from '@/languages/words.ts'
import { LANGUAGES_WITH_WORDS, messageFileOf, wordsIn } from './real-words.ts'

const SORANI_DIGITS = '٠١٢٣٤٥٦٧٨٩'
const ISOLATES = /[\u2066-\u2069]/gu

/** Words of a test's own: `{name}` is filled in, nothing else happens. */
function madeUp(
  language: string,
  messages: Record<string, string>,
  unchecked: readonly string[] = [],
  sentences: Record<string, string> = {},
): Words {
  const fill = (key: string, named: Record<string, unknown>) => {
    const message = messages[key]
    if (message === undefined) throw new Error(`no such words: ${key}`)
    return message.replace(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
  }
  const isChecked = (key: string) => !unchecked.includes(key)
  return wordsOf(language, toolText(sentences, language), fill, isChecked, isChecked)
}
const calendar = { 'calendar.digits': '0123456789', 'calendar.date': '{day} {month} {year}' }

describe('numbers', () => {
  it('are in the digits of the language, also inside a date', () => {
    const { t, date } = madeUp('ckb', {
      ...calendar,
      'calendar.digits': SORANI_DIGITS,
      'calendar.long.3': 'ئازار',
      count: '{scored} لە {of}',
    })
    expect(t('count', { scored: 7, of: 10 })).toBe('٧ لە ١٠')
    expect(date('2026-03-12')).toBe('١٢ ئازار ٢٠٢٦')
  })

  it('stay as they are where somebody typed them: a reference is no number', () => {
    const { t } = madeUp('ckb', { ...calendar, 'calendar.digits': SORANI_DIGITS, child: '{child}' })
    expect(t('child', { child: 'AB 12' }).replace(ISOLATES, '')).toBe('AB 12')
  })

  it.each(LANGUAGES_WITH_WORDS)('are in the ten digits that content gives to %s', (language) => {
    const { t, date } = wordsIn(language)
    const digits = Array.from(messageFileOf(language, 'calendar').digits as string)
    expect(new Set(digits).size).toBe(10)
    const own = (number: string) => number.replace(/\d/g, (digit) => digits[Number(digit)]!)
    expect(t('care-profile-report.count', { scored: 7, of: 25 })).toContain(own('25'))
    expect(date('2026-03-12')).toContain(own('2026'))
    if (digits[0] !== '0') expect(date('2026-03-12')).not.toMatch(/[0-9]/)
  })
})

describe('a name in a sentence', () => {
  const differs = ({ t }: Words, by: string) =>
    t('care-profile-report.own-view.differs', { name: '', by, date: '' })

  it.each(LANGUAGES_WITH_WORDS.filter((tag) => directionOf(tag) === 'rtl'))(
    'keeps its own direction in %s, which is written from right to left',
    (language) => {
      expect(differs(wordsIn(language), 'AB 12')).toContain('\u2068AB 12\u2069')
    },
  )

  it.each(LANGUAGES_WITH_WORDS.filter((tag) => directionOf(tag) === 'ltr'))(
    'is put in as it is in %s, unless it is in letters from right to left',
    (language) => {
      const words = wordsIn(language)
      expect(differs(words, 'AB 12')).not.toMatch(ISOLATES)
      expect(differs(words, 'سارہ')).toContain('\u2068سارہ\u2069')
    },
  )

  it('is not put between marks where there is none', () => {
    expect(madeUp('ur', { ...calendar, said: '[{name}]' }).t('said', { name: '' })).toBe('[]')
  })

  it.each(LANGUAGES_WITH_WORDS)('is never read as a message in %s, whatever signs are in it', (language) => {
    const name = "a | b {c} @:d {'e'} %"
    expect(differs(wordsIn(language), name)).toContain(name)
  })
})

describe('a date', () => {
  it('is the one of the day, in English as on paper', () => {
    const { date } = wordsIn('en-GB')
    expect(date('2026-03-12')).toBe('12 March 2026')
    expect(date('2026-01-02', 'short')).toBe('2 Jan 2026')
    expect(date('2024-12-31')).toBe('31 December 2024')
  })

  it.each(LANGUAGES_WITH_WORDS)('names every month of the year in %s, as content has it', (language) => {
    const { date } = wordsIn(language)
    const { long, short } = messageFileOf(language, 'calendar') as Record<string, Record<string, string>>
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, '0')}-09`
      expect(date(day)).toContain(long![month]!)
      expect(date(day, 'short')).toContain(short![month]!)
    }
    expect(new Set(Object.values(long!)).size).toBe(12)
  })
})

describe('a list', () => {
  it('is joined as people say it', () => {
    const { list } = wordsIn('en-GB')
    expect(list([])).toBe('')
    expect(list(['food'])).toBe('food')
    expect(list(['food', 'sleep'])).toBe('food and sleep')
    expect(list(['food', 'sleep', 'play', 'health'])).toBe('food, sleep, play and health')
  })

  it.each(LANGUAGES_WITH_WORDS)('has every part once and in order in %s', (language) => {
    const { list } = wordsIn(language)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const parts = Array.from({ length: count }, (_, at) => `<${at}>`)
        expect(list(parts).match(/<\d+>/g)).toEqual(parts)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what was said', () => {
  const words = madeUp(
    'ur',
    {
      ...calendar,
      good: 'good',
      draft: 'draft',
      'calendar.long.3': 'مارچ',
      'calendar.list.two': '{first} {last}',
    },
    ['draft', 'calendar.long.3', 'calendar.list.two', 'A1.name'],
    { 'A1.name': 'Food', 'A2.name': 'Home' },
  )

  it('is checked where a person has checked every translation in it', () => {
    expect(words.said(({ t }) => t('good'))).toEqual({ value: 'good', isChecked: true })
    expect(words.said(({ text }) => text('A2.name')).isChecked).toBe(true)
  })

  it.each([
    ['a message', ({ t }: Words) => t('good') + t('draft')],
    ['a sentence of the tool', ({ text }: Words) => text('A2.name') + text('A1.name')],
    ['the name of a month', ({ date }: Words) => date('2026-03-12')],
    ['the way a list is joined', ({ list }: Words) => list(['a', 'b'])],
  ])('is unchecked where one of them is a draft: %s', (_, say) => {
    expect(words.said(say).isChecked).toBe(false)
  })

  it('forgets what was said before it, and goes on from there', () => {
    words.t('draft')
    expect(words.said(({ t }) => t('good')).isChecked).toBe(true)
    words.said(({ t }) => t('draft'))
    expect(words.said(({ t }) => t('good')).isChecked).toBe(true)
  })

  it('counts for whatever it is said within', () => {
    const inner: boolean[] = []
    const whole = words.said((outer) => {
      outer.t('good')
      inner.push(outer.said(({ t }) => t('draft')).isChecked, outer.said(({ t }) => t('good')).isChecked)
      return outer.t('good')
    })
    expect(inner).toEqual([false, true])
    expect(whole.isChecked).toBe(false)
    const before = words.said(({ t, said }) => t('draft') + said(({ t: say }) => say('good')).value)
    expect(before.isChecked).toBe(false)
  })

  it('is still counted for the whole where the part came to a fault', () => {
    const whole = words.said(({ t, said }) => {
      expect(() => said(() => t('draft') + t('not there'))).toThrow('not there')
      return t('good')
    })
    expect(whole.isChecked).toBe(false)
  })

  it('does not count the digits that every language is opened with', () => {
    const drafted = madeUp('ur', { ...calendar, good: 'good' }, ['calendar.digits'])
    expect(drafted.said(({ t }) => t('good')).isChecked).toBe(true)
  })
})

describe('the words of a language', () => {
  it('are opened with everything a family’s page needs', async () => {
    const { t, text, date } = await openWords('ur', ['family'], 'graded-care-profile')
    expect(t('family.view.back')).toMatch(/\p{Script=Arabic}/u)
    expect(text('tool.about')).toMatch(/\p{Script=Arabic}/u)
    expect(date('2026-03-12')).toContain('مارچ')
    expect(text.language).toBe('ur')
  })

  it('of English are the source: there is nothing to check', async () => {
    const words = await openWords('en-GB', ['family'], 'partnership')
    expect(words.said(({ t }) => t('family.view.back')).isChecked).toBe(true)
  })

  it('are not there for a language that is not on offer', async () => {
    await expect(openWords('cy', ['family'], 'partnership')).rejects.toThrow()
    expect(() => languageOf('cy')).toThrow('cy')
  })
})
