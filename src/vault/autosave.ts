/**
 * Typing to disk, truthfully. *Saved* is said only after a strict transaction has completed (`Records.save`); a
 * failure is said, stays said, keeps the words and goes on trying. One write at a time; the latest words win.
 *
 * editing -> saving -> saved, or failed until a later try succeeds (failed -> saved or editing).
 */
import { shallowRef } from 'vue'
import { failureReason } from './failure.ts'
import { createRetry } from './retry.ts'
import type { Autosave, NewRevision, SaveState } from './types.ts'

export const DEBOUNCE_MS = 250
/** Steady typing is written this often, so that every keystroke is safe within a second. */
export const LONGEST_WAIT_MS = 700

export interface AutosaveParts {
  save(record: NewRevision<unknown>): Promise<{ revision: number; savedAt: number }>
  /** Before a try that follows a failure: look whether the database is there again. */
  beforeRetry: () => Promise<unknown>
  now: () => number
  monotonic: () => number
  /** Nothing is unsaved and nobody holds it any more. */
  onIdle(): void
}

/** What the lock takes along: the newest words, and the write that is still on its way. */
export interface Leftover {
  id: string
  kind: string
  body: unknown
  /** The last revision known to be on the disk. */
  revision: number
  /** True when the write under way carries these very words; undefined when none is under way. */
  underWay: { sameWords: boolean; succeeded: Promise<boolean> } | undefined
}

export interface LiveAutosave extends Autosave<unknown> {
  readonly id: string
  readonly kind: string
  readonly revision: number
  /** The newest words that are not known to be on the disk. */
  unsaved(): { body: unknown } | undefined
  retry(): Promise<void>
  /** No writes until `resume`: its record is being removed. */
  pause(): void
  resume(): void
  /** Forget everything: the record is gone. */
  end(): void
  /** Forget everything, and give what is not on the disk. */
  takeForLock(): Leftover | undefined
  adopt(): void
}

export function createAutosave(
  parts: AutosaveParts,
  record: { id: string; kind: string; revision?: number },
): LiveAutosave {
  const { id, kind } = record
  const state = shallowRef<SaveState>({ status: 'saved', at: 0 })
  let revision = record.revision ?? 0
  let newest: { body: unknown } | undefined
  let inFlight: { body: unknown } | undefined
  let writing: Promise<boolean> | undefined
  let firstEditAt: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let users = 1
  let paused = false
  let ended = false
  const retrying = createRetry(() => void retry())

  function schedule(): void {
    if (writing || paused || ended || !newest || state.value.status === 'failed') return
    clearTimeout(timer)
    const waited = firstEditAt === undefined ? 0 : parts.monotonic() - firstEditAt
    timer = setTimeout(() => void attempt(), Math.max(0, Math.min(DEBOUNCE_MS, LONGEST_WAIT_MS - waited)))
  }

  /** True when the words reached the disk. */
  function attempt(): Promise<boolean> {
    if (writing) return writing
    if (!newest || paused || ended) return Promise.resolve(false)
    clearTimeout(timer)
    inFlight = newest
    newest = undefined
    firstEditAt = undefined
    if (state.value.status !== 'failed') state.value = { status: 'saving' }
    writing = write(inFlight.body)
    return writing
  }

  async function write(body: unknown): Promise<boolean> {
    const outcome = await settled(parts.save({ id, kind, body, basedOn: revision }))
    const words = inFlight
    inFlight = undefined
    writing = undefined
    if (outcome.ok) {
      revision = outcome.saved.revision
      retrying.done()
      state.value = newest ? { status: 'editing' } : { status: 'saved', at: outcome.saved.savedAt }
      schedule()
      leaveIfIdle()
    } else if (!ended) {
      newest ??= words
      const since = state.value.status === 'failed' ? state.value.since : parts.now()
      state.value = { status: 'failed', reason: failureReason(outcome.error), since }
      retrying.later()
    }
    return outcome.ok
  }

  async function retry(): Promise<void> {
    if (ended || state.value.status !== 'failed') return
    await parts.beforeRetry()
    await attempt()
  }

  function forget(): void {
    ended = true
    newest = inFlight = undefined
    clearTimeout(timer)
    retrying.done()
  }

  function leaveIfIdle(): void {
    if (users <= 0 && !newest && !writing && !ended) {
      forget()
      parts.onIdle()
    }
  }

  async function flush(): Promise<void> {
    do await attempt()
    while (newest && state.value.status !== 'failed' && !paused && !ended)
  }

  return {
    id,
    kind,
    get state() {
      return state.value
    },
    get revision() {
      return revision
    },
    edit(body) {
      if (ended) return
      newest = { body }
      firstEditAt ??= parts.monotonic()
      if (state.value.status !== 'failed') state.value = { status: 'editing' }
      schedule()
    },
    flush,
    async stop() {
      users -= 1
      await flush()
      leaveIfIdle()
    },
    unsaved: () => newest ?? inFlight,
    retry,
    pause() {
      paused = true
      clearTimeout(timer)
    },
    resume() {
      paused = false
      schedule()
    },
    end: forget,
    takeForLock() {
      const words = newest ?? inFlight
      const underWay = writing && { sameWords: newest === undefined, succeeded: writing }
      forget()
      return words && { id, kind, body: words.body, revision, underWay }
    },
    adopt() {
      users += 1
    },
  }
}

type Settled = { ok: true; saved: { revision: number; savedAt: number } } | { ok: false; error: unknown }

function settled(saving: Promise<{ revision: number; savedAt: number }>): Promise<Settled> {
  return saving.then(
    (saved) => ({ ok: true, saved }),
    (error: unknown) => ({ ok: false, error }),
  )
}
