/** What is known of one translation: does its review entry still belong to the English, and to the words that stand there? */
import type { ReviewEntry } from '../../../../src/languages/review/review-file.ts'
import { hashOf } from '../../../../src/languages/review/source-hash.ts'

export type Standing =
  /** Nobody has said anything of it. */
  | 'none'
  /** The English has changed since. */
  | 'stale'
  /** The translation has changed since a person checked it. */
  | 'changed'
  | 'draft'
  | 'checked'
  | 'approved'

export function standingOf(entry: ReviewEntry | undefined, english: string, translation: string): Standing {
  if (!entry) return 'none'
  if (entry.of !== hashOf(english)) return 'stale'
  if (entry.status !== 'draft' && entry.is !== hashOf(translation)) return 'changed'
  return entry.status
}

export function faultOfStanding(standing: Standing): string | undefined {
  switch (standing) {
    case 'none':
      return 'no review entry (npm run languages:review)'
    case 'stale':
      return 'stale: the English has changed since this was translated'
    case 'changed':
      return 'changed since a person checked it'
    case 'draft':
    case 'checked':
    case 'approved':
      return undefined
  }
}
