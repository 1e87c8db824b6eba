/**
 * In which letters a language is shown. Each kind has its font and its line height in `ui/styles/_letters.scss`: marks above
 * and below need room, and Nastaliq, which runs down from the right, needs the most (pdf.md 7.10).
 */
import { scriptOf, type LanguageTag } from './languages.ts'
import { keptUrduLetters } from './urdu-letters.ts'

export type Letters = 'alphabet' | 'naskh' | 'nastaliq' | 'gurmukhi' | 'bengali' | 'tamil' | 'ethiopic'

const BY_SCRIPT: Readonly<Record<string, Letters>> = {
  Guru: 'gurmukhi',
  Beng: 'bengali',
  Taml: 'tamil',
  Ethi: 'ethiopic',
}

export function lettersOf(language: LanguageTag): Letters {
  const script = scriptOf(language)
  if (script !== 'Arab') return BY_SCRIPT[script] ?? 'alphabet'
  const isUrdu = new Intl.Locale(language).language === 'ur'
  return isUrdu && keptUrduLetters() === 'nastaliq' ? 'nastaliq' : 'naskh'
}
