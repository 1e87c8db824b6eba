/** The file that goes to the partnership: what one person has done, in the format that `npm run languages:import` reads. */
import type { LanguageTag } from '../languages.ts'
import { writeDeskFile, type DeskEntry } from '../review/desk-file.ts'
import { cleaned, MOST_LETTERS } from './better-words.ts'
import type { Standing } from './standing.ts'
import type { Work } from './work.ts'

const JSON_TYPE = 'application/json'

/** Words that still need mending stay on the device: the import would refuse the whole file for them. */
export function entriesForFile(standings: Iterable<Standing>): DeskEntry[] {
  const entries: DeskEntry[] = []
  for (const { mine, wordsFault, translation, isMineCurrent } of standings) {
    if (!mine) continue
    const { folder, key, of, was, status, note } = mine
    const typed = mine.words === undefined || wordsFault ? undefined : cleaned(mine.words)
    const words = isMineCurrent && typed === translation ? undefined : typed
    if (status === 'draft' && words === undefined && note === undefined) continue
    entries.push({
      folder,
      key,
      of,
      was,
      status,
      ...(words !== undefined && { words }),
      ...(note !== undefined && { note: cleaned(note).slice(0, MOST_LETTERS) }),
    })
  }
  return entries
}

/** `savedAt`: YYYY-MM-DD. */
export function deskFile(
  work: Work,
  standings: Iterable<Standing>,
  language: LanguageTag,
  savedAt: string,
): File {
  const text = writeDeskFile({ language, by: work.by, savedAt, entries: entriesForFile(standings) })
  return new File([text], `translation-${language}-${savedAt}.json`, { type: JSON_TYPE })
}
