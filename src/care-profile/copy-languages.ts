/**
 * In which languages a report is made. English alone, or both side by side; the family's language alone only where a person has
 * checked every translation in it, because an unchecked one never stands without the English.
 */
import type { FactRow } from '@/children/interpreting-facts.ts'
import { languageOf, type LanguageTag } from '@/languages/languages.ts'
import type { Words } from '@/languages/words.ts'
import { sideBySide } from '@/reports/side-by-side.ts'
import type { Report, TextRun } from '@/reports/report.ts'

export const COPY_MODES = ['english', 'both', 'family'] as const
export type CopyMode = (typeof COPY_MODES)[number]

/** What the first page says of its languages. */
export interface CopyLanguages {
  /** As they stand from the beginning of the line. */
  languages: readonly LanguageTag[]
  isChecked: boolean
}

export interface CopyWords {
  english: Words
  /** Undefined: the family reads English, or nobody has said what they read. */
  family: Words | undefined
}

/** Whose language the page begins with. */
export type First = 'english' | 'family'

export type Build = (words: Words, copy: CopyLanguages | undefined) => Report

/** Whether a person has checked every translation that the report would take, with what it says of itself. */
export function isWhollyChecked({ family }: CopyWords, build: Build): boolean {
  if (family === undefined) return true
  const alone = { languages: [family.language], isChecked: true }
  return family.said((words) => build(words, alone)).isChecked
}

/** `family` where something is unchecked, gives both. */
export function reportIn(mode: CopyMode, words: CopyWords, first: First, build: Build): Report {
  const { english, family } = words
  if (mode === 'english' || !family) return build(english, undefined)
  const isChecked = isWhollyChecked(words, build)
  if (mode === 'family' && isChecked) return build(family, { languages: [family.language], isChecked })
  const inOrder = first === 'family' ? ([family, english] as const) : ([english, family] as const)
  const copy = { languages: inOrder.map(({ language }) => language), isChecked }
  return sideBySide(build(inOrder[0], copy), build(inOrder[1], copy))
}

/** For the first page. */
export function copyRows({ t }: Words, copy: CopyLanguages | undefined): FactRow[] {
  if (!copy) return []
  // Each in its own name and its own letters.
  const names = copy.languages.map((language): TextRun => ({ text: languageOf(language).ownName, language }))
  return [
    [
      t('interpreting.fact.copyLanguage'),
      names.flatMap((name, at) => (at === 0 ? [name] : [{ text: ' + ' }, name])),
    ],
    [
      t('interpreting.fact.translation'),
      t(`interpreting.translation.${copy.isChecked ? 'checked' : 'draft'}`),
    ],
  ]
}
