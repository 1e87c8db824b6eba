/** Which of our languages a record means, where it says "Urdu", "اردو", "Kurdish" or "ur". */
import { LANGUAGES, type LanguageTag } from '../languages.ts'

/** The first name that one of our languages goes by; undefined if none does. */
export function likelyLanguage(names: readonly string[]): LanguageTag | undefined {
  for (const name of names) {
    const wanted = plain(name)
    if (wanted === '') continue
    const found = LANGUAGES.find(({ tag, ownName, englishName }) =>
      [tag, ownName, englishName, withoutBrackets(englishName)].some((known) => plain(known) === wanted),
    )
    if (found) return found.tag
  }
  return undefined
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLocaleLowerCase('en')
    .replace(/^punjabi\b/, 'panjabi')
}

/** "Kurdish (Sorani)": many write only "Kurdish". */
function withoutBrackets(name: string): string {
  return name.replace(/\s*\(.*\)$/, '')
}
