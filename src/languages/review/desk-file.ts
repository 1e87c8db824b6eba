/**
 * The file that a reviewer saves on the translator's desk and that `npm run languages:import` reads. It comes from outside by
 * post or stick, so nothing in it is believed before it has been looked at.
 */
import * as v from 'valibot'
import type { LanguageTag } from '../languages.ts'
import { Day, Hash, Name, Status } from './review-schema.ts'
import type { ReviewStatus } from './review-file.ts'
import { parseSafely } from './safe-json.ts'

export const DESK_FORMAT = 'neglect-toolkit-review'
export const DESK_VERSION = 1

export interface DeskEntry {
  /** `graded-care-profile`. */
  folder: string
  /** As in a review file. */
  key: string
  /** `hashOf` of the English the reviewer saw. */
  of: string
  /** `hashOf` of the translation the reviewer saw. */
  was: string
  status: ReviewStatus
  /** The better wording that the reviewer suggests. */
  words?: string
  note?: string
}

export interface DeskFile {
  format: typeof DESK_FORMAT
  version: typeof DESK_VERSION
  language: LanguageTag
  /** The reviewer's name. May be empty where every entry is a draft. */
  by: string
  /** YYYY-MM-DD. */
  savedAt: string
  entries: readonly DeskEntry[]
}

export type DeskFault =
  | 'too-big'
  | 'not-json'
  /** JSON, but some other file. */
  | 'other-format'
  | 'other-version'
  /** `at`: where, such as `entries.3.status`. */
  | 'malformed'
  /** `at`: the language. */
  | 'unknown-language'
  /** `at`: `folder:key` of each. */
  | 'unknown-texts'
  /** `at`: `folder:key` of each that stands twice. */
  | 'doubled-texts'
  /** Something counts as checked and nobody is named. */
  | 'no-reviewer'

export type DeskRead = { ok: true; file: DeskFile } | { ok: false; fault: DeskFault; at: readonly string[] }

export interface DeskLimits {
  /** Translations on offer; English is none. */
  languages: readonly LanguageTag[]
  /** Whether there is such a text. */
  knows: (folder: string, key: string) => boolean
  /** Bytes of UTF-8. */
  mostBytes?: number
}

/** Twenty times the size of all texts in one language. */
export const MOST_DESK_BYTES = 5 * 1024 * 1024
const MOST_ENTRIES = 20_000
const MOST_LETTERS = 4_000
const MOST_FAULTS_NAMED = 20

const Letters = v.pipe(v.string(), v.maxLength(MOST_LETTERS))
const ShortId = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

const Envelope = v.object({ format: v.literal(DESK_FORMAT), version: v.number() })
const Entry = v.strictObject({
  folder: ShortId,
  key: ShortId,
  of: Hash,
  was: Hash,
  status: Status,
  words: v.exactOptional(Letters),
  note: v.exactOptional(Letters),
})
const File = v.strictObject({
  format: v.literal(DESK_FORMAT),
  version: v.literal(DESK_VERSION),
  language: ShortId,
  by: Name,
  savedAt: Day,
  entries: v.pipe(v.array(Entry), v.maxLength(MOST_ENTRIES)),
})

/** Never throws. Look at the size of a file before reading it whole: `mostBytes` is checked here a second time. */
export function readDeskFile(text: string, limits: DeskLimits): DeskRead {
  if (isLongerThan(text, limits.mostBytes ?? MOST_DESK_BYTES)) return refused('too-big')
  const value = parseSafely(text)
  if (value === undefined) return refused('not-json')
  const envelope = v.safeParse(Envelope, value)
  if (!envelope.success) return refused('other-format')
  if (envelope.output.version !== DESK_VERSION) return refused('other-version')
  const read = v.safeParse(File, value)
  if (!read.success)
    return refused(
      'malformed',
      read.issues.map((issue) => v.getDotPath(issue) ?? ''),
    )
  const file: DeskFile = read.output
  if (!limits.languages.includes(file.language)) return refused('unknown-language', [file.language])
  const unknown = file.entries.filter(({ folder, key }) => !limits.knows(folder, key))
  if (unknown.length > 0) return refused('unknown-texts', unknown.map(idOf))
  const doubled = doubles(file.entries.map(idOf))
  if (doubled.length > 0) return refused('doubled-texts', doubled)
  if (file.by.trim() === '' && file.entries.some(({ status }) => status !== 'draft'))
    return refused('no-reviewer')
  return { ok: true, file }
}

/** What the desk saves. One entry a line: two states of a review can be compared. */
export function writeDeskFile(file: Omit<DeskFile, 'format' | 'version'>): string {
  const { entries, ...rest } = { format: DESK_FORMAT, version: DESK_VERSION, ...file }
  const head = JSON.stringify(rest).slice(0, -1)
  return `${head},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`
}

function refused(fault: DeskFault, at: readonly string[] = []): DeskRead {
  return { ok: false, fault, at: at.slice(0, MOST_FAULTS_NAMED) }
}

function idOf({ folder, key }: DeskEntry): string {
  return `${folder}:${key}`
}

function doubles(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size)
}

/** A letter takes at most three bytes in UTF-8 for each unit of UTF-16: most texts need not be encoded to be measured. */
function isLongerThan(text: string, bytes: number): boolean {
  if (text.length > bytes) return true
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes
}
