/** Names of languages to pick from, in the words of the locale: ours first, then others that families here often speak. */
import { LANGUAGES } from '@/languages/languages.ts'

/** British Sign Language (bfi) is one of them. */
const OFTEN_SPOKEN =
  'cy bfi pnb hi gu bn ta te ne kmr fa prs ps tr sk cs hu lt uk ru pt es fr so am ti sw yo zh vi ml'

export function languageNames(locale: string): string[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  return [
    ...LANGUAGES.map(({ englishName }) => englishName),
    ...OFTEN_SPOKEN.split(' ').flatMap((tag) => names.of(tag) ?? []),
  ]
}
