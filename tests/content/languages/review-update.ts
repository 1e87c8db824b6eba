/** Brings a review file up to the texts: nothing is ever promoted here, and what a person said is kept while it holds. */
import type { ReviewEntry, ReviewFile } from '../../../src/languages/review/review-file.ts'
import { hashOf } from '../../../src/languages/review/source-hash.ts'
import { standingOf } from './rules/review.ts'

export interface ReviewUpdate {
  file: ReviewFile
  added: string[]
  removed: string[]
  /** Back to draft: the English has changed. With the entry as it was. */
  stale: [string, ReviewEntry][]
  /** Back to draft: the translation has changed since a person checked it. */
  changed: [string, ReviewEntry][]
}

/** Entries come in the order of the English; a text that is not translated has none. */
export function updatedReview(
  english: ReadonlyMap<string, string>,
  translation: ReadonlyMap<string, string>,
  present: ReviewFile,
): ReviewUpdate {
  const update: ReviewUpdate = { file: {}, added: [], removed: [], stale: [], changed: [] }
  const entries: [string, ReviewEntry][] = []
  for (const [key, source] of english) {
    const words = translation.get(key)
    if (words === undefined) continue
    const entry = Object.hasOwn(present, key) ? present[key] : undefined
    const standing = standingOf(entry, source, words)
    if (entry && standing === 'stale') update.stale.push([key, entry])
    if (entry && standing === 'changed') update.changed.push([key, entry])
    if (!entry) update.added.push(key)
    const holds = entry && standing !== 'stale' && standing !== 'changed'
    entries.push([key, holds ? entry : { of: hashOf(source), status: 'draft' }])
  }
  update.file = Object.fromEntries(entries)
  update.removed = Object.keys(present).filter((key) => !Object.hasOwn(update.file, key))
  return update
}
