/** All the autosaves of the open vault: one for a record, whoever asks. */
import { computed, shallowReactive, type ComputedRef } from 'vue'
import { createAutosave, type AutosaveParts, type Leftover, type LiveAutosave } from './autosave.ts'
import type { UnsavedWords } from './records.ts'
import type { SaveState } from './types.ts'

export interface Autosaves {
  open(record: { id: string; kind: string; revision?: number }): LiveAutosave
  readonly states: ComputedRef<readonly SaveState[]>
  unsavedWords(): UnsavedWords[]
  flush(): Promise<void>
  retry(): Promise<void>
  /** Saves what can be saved, holds the rest back while `work` removes the records, and forgets them if it did. */
  whileRemoving(ids: readonly string[], work: () => Promise<void>): Promise<void>
  /** The records are gone. */
  end(ids: readonly string[]): void
  endAll(): void
  /** Forgets all, and gives what is not on the disk. */
  takeForLock(): Leftover[]
}

export function createAutosaves(parts: Omit<AutosaveParts, 'onIdle'>): Autosaves {
  const live = shallowReactive(new Map<string, LiveAutosave>())

  const of = (ids: readonly string[]) => ids.flatMap((id) => live.get(id) ?? [])

  function end(ids: readonly string[]): void {
    for (const autosave of of(ids)) {
      autosave.end()
      live.delete(autosave.id)
    }
  }

  return {
    open(record) {
      const known = live.get(record.id)
      if (known) {
        known.adopt()
        return known
      }
      const autosave = createAutosave({ ...parts, onIdle: () => live.delete(record.id) }, record)
      live.set(record.id, autosave)
      return autosave
    },
    states: computed(() => [...live.values()].map((autosave) => autosave.state)),
    unsavedWords: () =>
      [...live.values()].flatMap((autosave) => {
        const words = autosave.unsaved()
        const { id, kind, revision } = autosave
        return words ? [{ id, kind, revision, body: words.body }] : []
      }),
    async flush() {
      await Promise.all([...live.values()].map((autosave) => autosave.flush()))
    },
    async retry() {
      await Promise.all([...live.values()].map((autosave) => autosave.retry()))
    },
    async whileRemoving(ids, work) {
      const held = of(ids)
      await Promise.all(held.map((autosave) => autosave.flush()))
      for (const autosave of held) autosave.pause()
      try {
        await work()
        end(ids)
      } finally {
        for (const autosave of held) autosave.resume()
      }
    },
    end,
    endAll: () => end([...live.keys()]),
    takeForLock() {
      const leftovers = [...live.values()].flatMap((autosave) => autosave.takeForLock() ?? [])
      live.clear()
      return leftovers
    },
  }
}

/** The worst of all, for the header: what failed before what is moving, and that before what is safe. */
export function worstOf(states: readonly SaveState[], lastSavedAt: number): SaveState {
  const order = ['failed', 'editing', 'saving'] as const
  for (const status of order) {
    const found = states.find((state) => state.status === status)
    if (found) return found
  }
  return { status: 'saved', at: lastSavedAt }
}
