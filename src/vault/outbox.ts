/**
 * What was unsaved when the vault locked: sealed with the key before the key was dropped, and written, or kept and
 * tried again, as ciphertext. Nothing here can be read without the passphrase.
 */
import { computed, shallowReactive, type ComputedRef } from 'vue'
import type { Leftover } from './autosave.ts'
import type { Connection } from './connection.ts'
import type { RecordRow } from './database.ts'
import { failureReason } from './failure.ts'
import { createRetry } from './retry.ts'
import { sealRow, type Session } from './session.ts'
import type { SaveState } from './types.ts'
import { writeRow } from './writing.ts'

interface Waiting {
  vaultId: string
  row: RecordRow
  basedOn: number
  state: SaveState
}

export interface Outbox {
  /** Sealing has begun when this returns. */
  take(session: Session, leftover: Leftover): void
  readonly states: ComputedRef<readonly SaveState[]>
  readonly rows: ReadonlyMap<string, RecordRow>
  retry(): Promise<void>
  /** A newer revision of this id is on the disk, or the record was removed. */
  drop(id: string): void
  /** Words of a vault that is no more cannot be opened again, whatever is done with them. */
  keepOnly(vaultId: string | undefined): void
  /** Resolves when nothing is on its way any more; what failed stays. */
  settled(): Promise<void>
}

export interface OutboxParts {
  connection: Connection
  mayWrite: () => boolean
  beforeRetry: () => Promise<unknown>
  now: () => number
  onSaved(at: number): void
}

export function createOutbox(parts: OutboxParts): Outbox {
  const waiting = shallowReactive(new Map<string, Waiting>())
  const rows = new Map<string, RecordRow>()
  const underWay = shallowReactive(new Set<Promise<void>>())
  const retrying = createRetry(() => void retry())

  function follow(work: Promise<void>): Promise<void> {
    const followed: Promise<void> = work.finally(() => underWay.delete(followed))
    underWay.add(followed)
    return followed
  }

  async function write(id: string): Promise<void> {
    const item = waiting.get(id)
    if (!item) return
    try {
      if (!parts.mayWrite()) throw new DOMException('another tab writes', 'ReadOnlyError')
      await writeRow(parts.connection, item.vaultId, item)
      drop(id)
      parts.onSaved(parts.now())
    } catch (error) {
      if (waiting.get(id) !== item) return
      const since = item.state.status === 'failed' ? item.state.since : parts.now()
      const reason = parts.mayWrite() ? failureReason(error) : 'other-tab'
      waiting.set(id, { ...item, state: { status: 'failed', reason, since } })
      retrying.later()
    }
  }

  async function retry(): Promise<void> {
    if (waiting.size === 0) return
    await parts.beforeRetry()
    await Promise.all([...waiting.keys()].map((id) => follow(write(id))))
  }

  function drop(id: string): void {
    waiting.delete(id)
    rows.delete(id)
    if (waiting.size === 0) retrying.done()
  }

  return {
    take(session, { id, kind, body, revision, underWay: writing }) {
      // Past the write that is still on its way, whether or not that one arrives.
      const sealedAs = revision + (writing ? 2 : 1)
      const { vaultId } = session
      const sealing = sealRow(session, { id, kind, revision: sealedAs, savedAt: parts.now(), body })
      const work = async () => {
        const row = await sealing
        const arrived = (await writing?.succeeded) ?? false
        if (arrived && writing?.sameWords) return
        const basedOn = arrived ? revision + 1 : revision
        waiting.set(id, { vaultId, row, basedOn, state: { status: 'saving' } })
        rows.set(id, row)
        await write(id)
      }
      void follow(work())
    },
    states: computed(() => {
      const states = [...waiting.values()].map((item) => item.state)
      return underWay.size > 0 ? [...states, { status: 'saving' }] : states
    }),
    rows,
    retry,
    drop,
    keepOnly(vaultId) {
      for (const [id, item] of [...waiting]) if (item.vaultId !== vaultId) drop(id)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all([...underWay])
    },
  }
}
