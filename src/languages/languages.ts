/** The languages the toolkit knows, from content/languages.json; direction and script are read there, never guessed. */
import languages from '@content/languages.json'
import type { LanguageTag } from './tool-text.ts'

export interface Language {
  tag: LanguageTag
  ownName: string
  englishName: string
  direction: 'ltr' | 'rtl'
  script: string
  /** Whether the interface can be shown in it. */
  interface: boolean
}

export const LANGUAGES = languages as readonly Language[]

export const INTERFACE_LANGUAGES = LANGUAGES.filter((language) => language.interface)

/** Throws on a tag that content/languages.json does not list. */
export function languageOf(tag: LanguageTag): Language {
  const found = LANGUAGES.find((language) => language.tag === tag)
  if (!found) throw new Error(`unknown language: ${tag}`)
  return found
}
