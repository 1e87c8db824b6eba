/** Reading, writing, autosave and what waits for the disk, put together. */
import { computed, shallowRef, type ComputedRef } from 'vue'
import { createAutosaves, worstOf, type Autosaves } from './autosaves.ts'
import type { Connection } from './connection.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createRecords, type UnsavedWords } from './records.ts'
import { openRow, type Session } from './session.ts'
import type { SetAsideList } from './set-aside.ts'
import type { Records, SaveState } from './types.ts'

export interface DocumentsParts {
  connection: Connection
  /** Throws VaultFailure('locked'). */
  session: () => Session
  mayWrite: () => boolean
  now: () => number
  monotonic: () => number
  setAside: SetAsideList
  onRemoved: (ids: readonly string[]) => void
}

export interface Documents {
  readonly records: Records
  readonly autosaves: Autosaves
  readonly outbox: Outbox
  readonly saveState: ComputedRef<SaveState>
  /** After opening: nothing has been saved yet in this session. */
  fresh(): void
  /** Seals what is unsaved and forgets it. Synchronous as far as plain words and the key go. */
  sealUnsaved(session: Session): void
  /** All words that are not on the disk, those that waited through a lock among them. As of the call. */
  unsaved(session: Session): Promise<UnsavedWords[]>
  retry(): Promise<void>
  /** Removed by another tab: nothing of them may be written again. */
  forget(ids: readonly string[]): void
}

export function createDocuments(parts: DocumentsParts): Documents {
  const { connection, mayWrite, now, monotonic, setAside } = parts
  const lastSavedAt = shallowRef(0)
  const beforeRetry = () => (connection.failed ? connection.probe() : Promise.resolve(true))

  const outbox = createOutbox({
    connection,
    mayWrite,
    beforeRetry,
    now,
    onSaved(at) {
      lastSavedAt.value = at
    },
  })

  const stored: Records = createRecords({
    connection,
    session: parts.session,
    mayWrite,
    now,
    setAside,
    unsavedWords: () => autosaves.unsavedWords(),
    waitingRows: () => outbox.rows,
    onSaved(id, at) {
      outbox.drop(id)
      lastSavedAt.value = at
    },
    onRemoved(ids) {
      for (const id of ids) outbox.drop(id)
      parts.onRemoved(ids)
    },
  })

  const autosaves = createAutosaves({
    save: (record) => stored.save(record),
    beforeRetry,
    now,
    monotonic,
  })

  return {
    records: {
      list: (kind) => stored.list(kind),
      read: (id) => stored.read(id),
      save: (record) => stored.save(record),
      remove: (ids) => autosaves.whileRemoving(ids, () => stored.remove(ids)),
    },
    autosaves,
    outbox,
    saveState: computed(() =>
      worstOf([...autosaves.states.value, ...outbox.states.value], lastSavedAt.value),
    ),
    fresh() {
      lastSavedAt.value = 0
    },
    sealUnsaved(session) {
      for (const leftover of autosaves.takeForLock()) outbox.take(session, leftover)
    },
    async unsaved(session) {
      const typed = JSON.parse(JSON.stringify(autosaves.unsavedWords())) as UnsavedWords[]
      const waiting = [...outbox.rows.values()].filter((row) => !typed.some(({ id }) => id === row.id))
      const opened = await Promise.all(waiting.map((row) => openRow(session, row, undefined)))
      const sealed = opened.flatMap((row) => (row.ok ? [row.record] : []))
      return [
        ...typed,
        ...sealed.map(({ id, kind, revision, body }) => ({ id, kind, revision: revision - 1, body })),
      ]
    },
    async retry() {
      await Promise.all([autosaves.retry(), outbox.retry()])
    },
    forget(ids) {
      autosaves.end(ids)
      for (const id of ids) outbox.drop(id)
    },
  }
}
