/** The shape of an entry of a review file, and of its parts, for files that people and other programs write. */
import * as v from 'valibot'
import { parseSafely } from './safe-json.ts'
import type { ReviewFile, ReviewStatus } from './review-file.ts'
import { HASH } from './source-hash.ts'

export const REVIEW_STATUSES = ['draft', 'checked', 'approved'] as const satisfies readonly ReviewStatus[]

const MOST_LETTERS_OF_A_NAME = 100
/** Control characters, line ends, and marks that turn the direction of what follows: a name has none. */
const NOT_IN_A_NAME = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069<>]/u

export const Status = v.picklist(REVIEW_STATUSES)
export const Hash = v.pipe(v.string(), v.regex(HASH))
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(isDay))
export const Name = v.pipe(
  v.string(),
  v.maxLength(MOST_LETTERS_OF_A_NAME),
  v.check((name) => !NOT_IN_A_NAME.test(name)),
)
const WrittenName = v.pipe(
  Name,
  v.check((name) => name.trim() !== ''),
)

/** A draft says nothing of a reviewer; a translation that counts as checked says who, when and which wording. */
const Entry = v.variant('status', [
  v.strictObject({ of: Hash, status: v.literal('draft') }),
  v.strictObject({
    of: Hash,
    status: v.picklist(['checked', 'approved']),
    is: Hash,
    by: WrittenName,
    on: Day,
  }),
])
const Entries = v.record(v.string(), Entry)

export type ReviewRead =
  | { ok: true; file: ReviewFile }
  /** `at`: the keys whose entries are wrong; none where the whole is not a review file. */
  | { ok: false; fault: 'not-json' | 'malformed'; at: readonly string[] }

/** Reads content/<folder>/review/<language>.json. */
export function readReviewFile(text: string): ReviewRead {
  const value = parseSafely(text)
  if (value === undefined) return { ok: false, fault: 'not-json', at: [] }
  const read = v.safeParse(Entries, value)
  // An array passes for a record without keys.
  if (Array.isArray(value)) return { ok: false, fault: 'malformed', at: [] }
  if (read.success) return { ok: true, file: read.output }
  const keys = read.issues.flatMap(({ path }) => (path ? [String(path[0].key)] : []))
  return { ok: false, fault: 'malformed', at: [...new Set(keys)] }
}

function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const found = new Date(Date.UTC(year, month - 1, date))
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date
}
