/**
 * What one person has done on the desk in one language. Plain data that is never changed in place: each function gives the next
 * state. An entry holds for the wording that was seen, by its hashes, so it does not speak for words that came later.
 */
import type { DeskEntry, DeskFile } from '../review/desk-file.ts'
import type { ReviewStatus } from '../review/review-file.ts'

export interface WorkEntry extends DeskEntry {
  /** Epoch ms of the last change here; 0 where it came from a file. */
  at: number
}

export interface Work {
  /** Name or initials; empty until it is given. */
  by: string
  /** By `folder:key`. `words` are as typed: they may still need mending. */
  entries: Readonly<Record<string, WorkEntry>>
  /** Files of colleagues, oldest first: what they did lies under one's own work and stays theirs. */
  before: readonly DeskFile[]
  /** When a file was last handed over, epoch ms; 0 for never. */
  fileAt: number
}

export const NO_WORK: Work = { by: '', entries: {}, before: [], fileAt: 0 }

/** The text as it lies in front of the person. */
export interface Shown {
  id: string
  folder: string
  key: string
  of: string
  was: string
}

export function withName(work: Work, by: string): Work {
  return { ...work, by: by.trim() }
}

/** A mark that stood there was set on other words, so it goes. Undefined: no words of one's own. */
export function withWords(work: Work, shown: Shown, words: string | undefined, at: number): Work {
  return put(work, { ...entryFor(work, shown), status: 'draft', words, at })
}

export function withNote(work: Work, shown: Shown, note: string, at: number): Work {
  return put(work, { ...entryFor(work, shown), note: note === '' ? undefined : note, at })
}

/** `draft` takes a mark back. */
export function withMark(work: Work, shown: Shown, status: ReviewStatus, at: number): Work {
  return put(work, { ...entryFor(work, shown), status, at })
}

export function without(work: Work, id: string): Work {
  return { ...work, entries: Object.fromEntries(Object.entries(work.entries).filter(([key]) => key !== id)) }
}

/** How many texts were changed since a file was last handed over. */
export function changedSinceFile(work: Work): number {
  return Object.values(work.entries).filter(({ at }) => at > work.fileAt).length
}

interface Change extends Omit<WorkEntry, 'words' | 'note'> {
  words: string | undefined
  note: string | undefined
}

/** Bound to what is shown now. A mark on other wording is not carried over; words and notes are. */
function entryFor(work: Work, { id, folder, key, of, was }: Shown): Change {
  const kept = work.entries[id]
  const isForThis = kept?.of === of && kept.was === was
  const status = isForThis ? kept.status : 'draft'
  return { folder, key, of, was, status, words: kept?.words, note: kept?.note, at: kept?.at ?? 0 }
}

function put(work: Work, { words, note, ...entry }: Change): Work {
  const id = `${entry.folder}:${entry.key}`
  if (entry.status === 'draft' && words === undefined && note === undefined) return without(work, id)
  const next = { ...entry, ...(words !== undefined && { words }), ...(note !== undefined && { note }) }
  return { ...work, entries: { ...work.entries, [id]: next } }
}
