/**
 * Placeholders of a message (`{name}`) and its plural forms (parted by `|`), read without the message compiler, which the
 * app does not carry. A translation that loses one shows a gap where a name or a number should stand.
 */
import type { LanguageTag } from '../languages.ts'
import { pluralCategories } from '../plurals.ts'

/** `{name}`, and `@`, which in a message fetches another message. A brace alone counts, so that it cannot go unseen. */
const PLACEHOLDER = /\{[^{}]*\}|[{}@]/g
const PIPE_OUTSIDE_BRACES = /\|(?![^{}]*\})/

/** The forms of a message: one, or one for each kind of number that its language tells apart. */
export function formsOf(message: string): string[] {
  return message.split(PIPE_OUTSIDE_BRACES).map((form) => form.trim())
}

/** In the order of the text, each as often as it stands there: `['{child}', '{date}']`. */
export function placeholdersOf(text: string): string[] {
  return text.match(PLACEHOLDER) ?? []
}

/** How many forms a message may have beside one. */
export function pluralCount(language: LanguageTag): number {
  return pluralCategories(language).length
}

/** One form where the English has one; where it has more, one or as many as the language tells apart. */
export function hasRightForms(english: string, translation: string, language: LanguageTag): boolean {
  const forms = formsOf(translation).length
  return forms === 1 || (formsOf(english).length > 1 && forms === pluralCount(language))
}

/**
 * Each placeholder as often as in the English (in its last form, which is said of most numbers). A form that is said of one
 * number only may leave out that number: "one day", and in Arabic "two days" in one word.
 */
export function hasRightPlaceholders(english: string, translation: string, language: LanguageTag): boolean {
  const wanted = placeholdersOf(formsOf(english).at(-1) ?? '').sort()
  const forms = formsOf(translation)
  return forms.every((form, index) => {
    const found = placeholdersOf(form).sort()
    if (found.join() === wanted.join()) return true
    const missing = wanted.find((name) => !found.includes(name))
    return (
      found.join() === wanted.filter((name) => name !== missing).join() &&
      forms.length > 1 &&
      isForOneNumber(language, index)
    )
  })
}

/** Beyond the last number (three digits and round) at which any language in CLDR changes its form for whole numbers. */
const NUMBERS_TRIED = 1001

function isForOneNumber(language: LanguageTag, form: number): boolean {
  const category = pluralCategories(language)[form]
  const rules = new Intl.PluralRules(language)
  let found = 0
  for (let number = 0; number < NUMBERS_TRIED; number += 1) {
    if (rules.select(number) === category) found += 1
    if (found > 1) return false
  }
  return found === 1
}
