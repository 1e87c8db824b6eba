/** A vault in memory with the promises of the real one (src/vault): revisions, autosaves, one removal, lock. */
import { shallowRef } from 'vue'
import type { Autosave, Records, SaveState, StoredRecord } from '@/vault/index.ts'

export function createFakeVault() {
  const disk = new Map<string, string>()
  const autosaves = new Map<string, { pending: { body: unknown } | null; revision: number; kind: string }>()
  const lockListeners = new Set<() => void>()
  let clock = 1_000
  let nextId = 0
  const fake = { locked: false, refuse: false, removeCalls: [] as string[][], slow: new Set<string>() }

  const parse = (text: string) => JSON.parse(text) as StoredRecord<unknown>
  const check = () => {
    if (fake.locked) throw new Error('locked')
  }
  const write = (id: string, kind: string, body: unknown, basedOn = 0) => {
    if (fake.refuse) throw new Error('full')
    const before = disk.get(id)
    if ((before === undefined ? 0 : parse(before).revision) !== basedOn) throw new Error('other-tab')
    const record = { id, kind, revision: basedOn + 1, savedAt: (clock += 1_000), body }
    disk.set(id, JSON.stringify(record))
    return record
  }
  const tick = () => Promise.resolve()

  const records: Records = {
    async list<T>(kind: string) {
      await tick()
      check()
      return [...disk.values()].map(parse).filter((record) => record.kind === kind) as StoredRecord<T>[]
    },
    async read<T>(id: string) {
      await tick()
      if (fake.slow.has(id)) for (let n = 0; n < 20; n += 1) await tick()
      check()
      const text = disk.get(id)
      return text === undefined ? undefined : (parse(text) as StoredRecord<T>)
    },
    async save<T>({ id, kind, body, basedOn }: { id: string; kind: string; body: T; basedOn?: number }) {
      await tick()
      check()
      return write(id, kind, body, basedOn) as StoredRecord<T>
    },
    async remove(ids) {
      await tick()
      check()
      if (fake.refuse) throw new Error('full')
      fake.removeCalls.push([...ids])
      for (const id of ids) {
        disk.delete(id)
        autosaves.delete(id)
      }
    },
  }

  function autosave<T>(record: { id: string; kind: string; revision?: number }): Autosave<T> {
    const own = autosaves.get(record.id) ?? {
      pending: null,
      revision: record.revision ?? 0,
      kind: record.kind,
    }
    autosaves.set(record.id, own)
    const state = shallowRef<SaveState>({ status: 'saved', at: 0 })
    const flush = async () => {
      await tick()
      if (!own.pending || autosaves.get(record.id) !== own) return
      try {
        own.revision = write(record.id, own.kind, own.pending.body, own.revision).revision
        own.pending = null
        state.value = { status: 'saved', at: clock }
      } catch {
        state.value = { status: 'failed', reason: 'full', since: clock }
      }
    }
    return {
      get state() {
        return state.value
      },
      edit(body) {
        own.pending = { body }
        state.value = { status: 'editing' }
      },
      flush,
      async stop() {
        await flush()
        if (!own.pending) autosaves.delete(record.id)
      },
    }
  }

  return {
    fake,
    newId: () => `id-${(nextId += 1)}`,
    vault: {
      records,
      autosave,
      onLock(listener: () => void) {
        lockListeners.add(listener)
        return () => lockListeners.delete(listener)
      },
    },
    lock() {
      fake.locked = true
      for (const listener of lockListeners) listener()
    },
    unlock: () => (fake.locked = false),
    put: (id: string, kind: string, body: unknown) => write(id, kind, body),
    onDisk: (id: string) => {
      const text = disk.get(id)
      return text === undefined ? undefined : parse(text).body
    },
    ids: () => [...disk.keys()].toSorted(),
    openAutosaves: () => [...autosaves.keys()],
  }
}
