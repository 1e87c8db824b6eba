/** A saved file that is brought back: first what it would do, then it does it. Nothing that is here goes without being asked. */
import type { DeskEntry, DeskFile } from '../review/desk-file.ts'
import { idOf, type DeskText } from './desk-text.ts'
import { isSamePerson } from './standing.ts'
import type { Work, WorkEntry } from './work.ts'

export interface BringBackPlan {
  file: DeskFile
  /** `ask`: it has a name that is not the one here, so only the person knows whose work it is. */
  whose: 'same-person' | 'ask'
  fresh: readonly DeskEntry[]
  same: readonly DeskEntry[]
  /** Here and in the file, and not the same. */
  differing: readonly DeskEntry[]
  /** Of texts that the toolkit no longer has. */
  unknown: readonly DeskEntry[]
}

export function planOf(file: DeskFile, work: Work, texts: readonly DeskText[]): BringBackPlan {
  const known = new Set(texts.map(({ id }) => id))
  const plan = { fresh: [] as DeskEntry[], same: [] as DeskEntry[], differing: [] as DeskEntry[] }
  const unknown: DeskEntry[] = []
  for (const entry of file.entries) {
    const id = idOf(entry.folder, entry.key)
    const here = work.entries[id]
    if (!known.has(id)) unknown.push(entry)
    else if (!here) plan.fresh.push(entry)
    else if (isSame(here, entry)) plan.same.push(entry)
    else plan.differing.push(entry)
  }
  return { file, whose: whoseIs(file, work), ...plan, unknown }
}

function whoseIs(file: DeskFile, work: Work): BringBackPlan['whose'] {
  return file.by === '' || isSamePerson(work.by, file.by) ? 'same-person' : 'ask'
}

function isSame(here: WorkEntry, entry: DeskEntry): boolean {
  return (
    here.of === entry.of &&
    here.was === entry.was &&
    here.status === entry.status &&
    here.words === entry.words &&
    here.note === entry.note
  )
}

/** Goes on with it as one's own work. `differing`: which of the two stays. */
export function broughtBack(plan: BringBackPlan, work: Work, differing: 'here' | 'file'): Work {
  const taken = differing === 'file' ? [...plan.fresh, ...plan.differing] : plan.fresh
  const entries = Object.fromEntries(
    taken.map((entry) => [idOf(entry.folder, entry.key), { ...entry, at: 0 }]),
  )
  return {
    ...work,
    by: work.by === '' ? plan.file.by : work.by,
    entries: { ...work.entries, ...entries },
  }
}

/** Lays a colleague's file under one's own work: their marks stay theirs, and may be approved. A newer file of theirs replaces it. */
export function laidUnder(plan: BringBackPlan, work: Work): Work {
  const others = work.before.filter(({ by }) => !isSamePerson(by, plan.file.by))
  return { ...work, before: [...others, plan.file] }
}
