/**
 * All that is needed to say something to a family in one language: messages, the tool's own sentences, dates, lists and
 * numbers. Dates and lists come from content/ and not from the browser: Chromium has no Sorani at all, and writes
 * "2026 M11 3" for a long date in Panjabi. Whoever shows a translation asks here whether a person has checked it.
 */
import { i18n, loadMessages, type FamilyRoom } from './i18n.ts'
import { isolatedIn } from './isolate-value.ts'
import type { LanguageTag } from './languages.ts'
import { loadReview } from './reviews.ts'
import { loadToolText, type ToolFolder, type ToolText } from './tool-text.ts'

/** `t` of vue-i18n, as far as it is used. Numbers come out in the language's own digits, typed words isolated. */
export type Translate = (key: string, named?: Record<string, unknown>, plural?: number) => string

export type DateStyle = 'long' | 'short'

export interface Words {
  readonly language: LanguageTag
  readonly t: Translate
  readonly text: ToolText
  /** Of a civil date, YYYY-MM-DD. */
  date(day: string, style?: DateStyle): string
  /** "a, b and c". */
  list(parts: readonly string[]): string
  /** What `say` says, and whether a person has checked every translation it took. */
  said<T>(say: (words: Words) => T): { value: T; isChecked: boolean }
}

/** Rejects if something has no words in that language: a fault of the build. */
export async function openWords(
  language: LanguageTag,
  rooms: readonly FamilyRoom[],
  folder: ToolFolder,
): Promise<Words> {
  const [text, isMessageChecked, isTextChecked] = await Promise.all([
    loadToolText(folder, language),
    loadReview('family', language),
    loadReview(folder, language),
    loadMessages(['calendar', ...rooms], language),
  ])
  return wordsOf(language, text, i18n.global.t, isMessageChecked, isTextChecked)
}

type MessageOf = (
  key: string,
  named: Record<string, unknown>,
  options: { locale: string; plural?: number },
) => string

/** For `openWords`, and for tests with words of their own. */
export function wordsOf(
  language: LanguageTag,
  text: ToolText,
  message: MessageOf,
  isMessageChecked: (key: string) => boolean,
  isTextChecked: (key: string) => boolean,
): Words {
  let tookUnchecked = false
  const plain = (key: string, named: Record<string, unknown> = {}, plural?: number) => {
    tookUnchecked ||= !isMessageChecked(key)
    return message(key, named, { locale: language, ...(plural !== undefined && { plural }) })
  }
  const digits = Array.from(plain('calendar.digits'))
  const inDigits = (number: number) =>
    String(number).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)

  const words: Words = {
    language,
    t: (key, named = {}, plural) =>
      plain(
        key,
        Object.fromEntries(
          Object.entries(named).map(([name, value]) => [
            name,
            typeof value === 'number' ? inDigits(value) : isolatedIn(language, String(value)),
          ]),
        ),
        plural,
      ),
    text: Object.assign(
      (key: string) => {
        tookUnchecked ||= !isTextChecked(key)
        return text(key)
      },
      { language, has: (key: string) => text.has(key) },
    ),
    date: (day, style = 'long') => {
      const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
      return plain('calendar.date', {
        day: inDigits(dayOfMonth),
        month: plain(`calendar.${style}.${month}`),
        year: inDigits(year),
      })
    },
    list: (parts) => {
      const [last = '', ...others] = parts.toReversed()
      if (others.length === 0) return last
      const first = others
        .toReversed()
        .reduce((before, next) => plain('calendar.list.more', { first: before, next }))
      return plain('calendar.list.two', { first, last })
    },
    said: (say) => {
      const before = tookUnchecked
      tookUnchecked = false
      try {
        const value = say(words)
        return { value, isChecked: !tookUnchecked }
      } finally {
        tookUnchecked ||= before
      }
    },
  }
  return words
}
