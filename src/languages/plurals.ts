/** Which form of a message goes with a number: "1 year | {years} years" in English, up to six forms elsewhere (CLDR). */
import type { LanguageTag } from './languages.ts'

/** The order in which a message gives its forms, as far as its language has them. */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']

export function pluralCategories(language: LanguageTag): readonly Intl.LDMLPluralRule[] {
  const has = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return ORDER.filter((category) => has.includes(category))
}

/** The place of the form for `count`, from 0. */
export function pluralForm(language: LanguageTag, count: number): number {
  return pluralCategories(language).indexOf(new Intl.PluralRules(language).select(count))
}
