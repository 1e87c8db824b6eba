/**
 * The languages on offer: content/languages.json has their tags and names, and nothing that can be worked out from a
 * tag. A language is offered because it stands there; the build fails if any of its texts is missing.
 */
import languages from '@content/languages.json'

/** BCP 47, such as `en-GB` or `ur`. */
export type LanguageTag = string

export interface Language {
  tag: LanguageTag
  ownName: string
  englishName: string
  direction: 'ltr' | 'rtl'
  /** ISO 15924, such as `Arab`. */
  script: string
}

/** The language that everything is written in first, and that the practitioner's screens are in. */
export const ENGLISH: LanguageTag = 'en-GB'

/** Scripts written from right to left (Unicode, Scripts.txt and Bidi_Class R and AL) that living languages use. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Yezi', 'Mand'])

/** The usual script of a language, from the likely subtags that every browser carries (CLDR). */
export function scriptOf(tag: LanguageTag): string {
  return new Intl.Locale(tag).maximize().script ?? 'Latn'
}

export function directionOf(tag: LanguageTag): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(scriptOf(tag)) ? 'rtl' : 'ltr'
}

export const LANGUAGES: readonly Language[] = languages.map((language) => ({
  ...language,
  script: scriptOf(language.tag),
  direction: directionOf(language.tag),
}))

/** Throws on a tag that content/languages.json does not list. */
export function languageOf(tag: LanguageTag): Language {
  const found = LANGUAGES.find((language) => language.tag === tag)
  if (!found) throw new Error(`unknown language: ${tag}`)
  return found
}
