/** A child's record, as the family's screen wants it: whose it is, and which of our languages they most likely read. */
import type { Child } from './child.ts'
import type { Family } from '@/languages/family-view/family-page.ts'
import { likelyLanguage } from '@/languages/family-view/likely-language.ts'
import { ENGLISH } from '@/languages/languages.ts'

/** A language beside English comes first: who has one in the record rarely wants English alone. */
export function familyOf(id: string, child: Child): Family {
  const named = child.languages
    .filter(({ reads }) => reads)
    .concat(child.languages.filter(({ reads }) => !reads))
  const known = named.flatMap(({ name }) => likelyLanguage([name]) ?? [])
  return { id, likely: known.find((tag) => tag !== ENGLISH) ?? known[0] }
}
