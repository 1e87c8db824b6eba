/**
 * Wrong passphrases: the wait grows, is kept across reloads, never passes five minutes and never destroys anything.
 * It slows fingers; what slows machines is the key derivation.
 */
import type { MetaRow } from './database.ts'

/** `at`: epoch ms of the last try. A try is counted before it is made, so that a reload does not win a free one. */
export interface Tries {
  count: number
  at: number
}

export const NO_TRIES: Tries = { count: 0, at: 0 }
/** Everybody mistypes. */
const FREE_TRIES = 3
const FIRST_WAIT_MS = 5_000
export const LONGEST_WAIT_MS = 5 * 60_000

export function waitAfter(count: number): number {
  if (count < FREE_TRIES) return 0
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - FREE_TRIES))
}

/**
 * The tries as this clock must see them. When the clock was moved back, the last try lies in the future: the wait
 * then starts again now, so it is never skipped and never longer than itself. Keep what this returns.
 */
export function settleTries(tries: Tries, now: number): Tries {
  return tries.at > now ? { ...tries, at: now } : tries
}

/** Epoch ms before which no try is made, or null. `tries` must be settled. */
export function retryAt(tries: Tries, now: number): number | null {
  const until = tries.at + waitAfter(tries.count)
  return until > now ? until : null
}

export const countTry = (tries: Tries, now: number): Tries => ({ count: tries.count + 1, at: now })

/** A damaged row counts as none: nobody is to be locked out by it. */
export function readTries(row: MetaRow | undefined): Tries {
  const value = row?.value
  if (typeof value !== 'object' || value === null || !('count' in value) || !('at' in value)) return NO_TRIES
  const { count, at } = value
  const usable = Number.isSafeInteger(count) && Number.isFinite(at) && Number(count) >= 0
  return usable ? { count: Number(count), at: Number(at) } : NO_TRIES
}
