/** What somebody sent in for one text: other words, or that the present ones are right. The same from a desk file and from XLIFF. */
import type { DeskFile } from '../../../../src/languages/review/desk-file.ts'
import type { ReviewStatus } from '../../../../src/languages/review/review-file.ts'
import { hashOf } from '../../../../src/languages/review/source-hash.ts'
import type { ReadUnit } from '../xliff/read.ts'

export interface Proposal {
  folder: string
  key: string
  /** Where it stands in the file, for messages: `line 12`, `entry 3`. */
  at: string
  /** `hashOf` of the English it was made for. */
  of: string
  /** `hashOf` of the translation that was seen, where the file says so. */
  was?: string
  /** Undefined: the present words. */
  words: string | undefined
  status: ReviewStatus
  by?: string
  on?: string
  /**
   * A desk file holds what a reviewer said of a text, a draft too. XLIFF holds every text: a draft with the present words says
   * nothing of it.
   */
  isWordOfReviewer: boolean
  note?: string
}

export interface Reviewer {
  by: string
  /** YYYY-MM-DD */
  on: string
}

/** `reviewer`: who stands for what the file calls checked without saying who did it. */
export function proposalsOfXliff(units: readonly ReadUnit[], reviewer?: Reviewer): Proposal[] {
  return units
    .filter(({ target }) => target !== undefined)
    .map(({ folder, key, source, target, status, by, on, line }) => ({
      folder,
      key,
      at: `line ${line}`,
      of: hashOf(source),
      words: target,
      status,
      ...(by && on ? { by, on } : reviewer),
      isWordOfReviewer: false,
    }))
}

export function proposalsOfDesk({ by, savedAt, entries }: DeskFile): Proposal[] {
  return entries.map(({ folder, key, of, was, status, words, note }, index) => ({
    folder,
    key,
    at: `entry ${index + 1}`,
    of,
    was,
    words,
    status,
    by,
    on: savedAt,
    isWordOfReviewer: true,
    ...(note !== undefined && { note }),
  }))
}
