/**
 * Work on the desk is kept in the open in the browser's storage: it says nothing of any family. A key for each language. It is
 * written at each change, so a closed page loses nothing.
 */
import * as v from 'valibot'
import type { LanguageTag } from '../languages.ts'
import { readDeskFile, writeDeskFile } from '../review/desk-file.ts'
import { Hash, Status } from '../review/review-schema.ts'
import { parseSafely } from '../review/safe-json.ts'
import { NO_WORK, type Work } from './work.ts'

const KEPT_IN = 'toolkit.desk.'
const SET_ASIDE = 'toolkit.desk.set-aside.'
const VERSION = 1

const Kept = v.object({
  version: v.literal(VERSION),
  by: v.string(),
  fileAt: v.number(),
  before: v.array(v.string()),
  entries: v.record(
    v.string(),
    v.object({
      folder: v.string(),
      key: v.string(),
      of: Hash,
      was: Hash,
      status: Status,
      words: v.exactOptional(v.string()),
      note: v.exactOptional(v.string()),
      at: v.number(),
    }),
  ),
})

export type KeepFault = 'full' | 'refused'

/** Undefined when it is kept. */
export function keepWork(language: LanguageTag, work: Work): KeepFault | undefined {
  const before = work.before.map((file) => writeDeskFile(file))
  try {
    localStorage.setItem(keyOf(language), JSON.stringify({ version: VERSION, ...work, before }))
    return undefined
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
    return isFull ? 'full' : 'refused'
  }
}

export type KeptWork =
  | { ok: true; work: Work }
  /** `unreadable`: what was there is not ours to read; it is set aside under another name and not overwritten. */
  | { ok: false; fault: 'refused' | 'unreadable' }

export function keptWork(language: LanguageTag): KeptWork {
  try {
    const text = localStorage.getItem(keyOf(language))
    if (text === null) return { ok: true, work: NO_WORK }
    const work = readWork(text, language)
    if (work) return { ok: true, work }
    localStorage.setItem(SET_ASIDE + language, text)
    return { ok: false, fault: 'unreadable' }
  } catch {
    return { ok: false, fault: 'refused' }
  }
}

/** What another tab has just written. Undefined: nothing that can be read. */
export function workIn(event: StorageEvent, language: LanguageTag): Work | undefined {
  return event.key === keyOf(language) && event.newValue !== null
    ? readWork(event.newValue, language)
    : undefined
}

function keyOf(language: LanguageTag): string {
  return KEPT_IN + language
}

function readWork(text: string, language: LanguageTag): Work | undefined {
  const read = v.safeParse(Kept, parseSafely(text))
  if (!read.success) return undefined
  const { by, fileAt, entries, before } = read.output
  const files = before.map((file) => readDeskFile(file, { languages: [language], knows: () => true }))
  return { by, fileAt, entries, before: files.flatMap((file) => (file.ok ? [file.file] : [])) }
}
