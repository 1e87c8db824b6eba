/**
 * The children on this device, and the one whose record is open. Everything goes through the vault; what is held here in
 * clear is forgotten when it locks.
 */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { newId, useVault, type Autosave } from '@/vault/index.ts'
import { CHILD_KIND, type Child } from './child.ts'
import { formIdOf } from './child-form.ts'
import { listDocuments, type DocumentEntry } from './child-documents.ts'
import { findByReference } from './child-search.ts'
import { parseChild } from './child-validation.ts'

export interface ChildEntry {
  id: string
  child: Child
  /** Of the record or of anything that belongs to it; epoch milliseconds. */
  lastChange: number
  documents: DocumentEntry[]
  /** Something of this child is in no report that left the device. */
  unexported: boolean
}

export interface UnreadableChild {
  id: string
  /** `newer`: written by a later version of the toolkit. `malformed`: it opens, and is no child's record. */
  reason: 'newer' | 'malformed'
}

export type OpenedChild =
  | { status: 'open'; child: Child }
  | { status: 'not-found' }
  | { status: 'unreadable'; reason: UnreadableChild['reason'] }

export const useChildren = defineStore('children', () => {
  const vault = useVault()
  const status = shallowRef<'not-loaded' | 'loading' | 'ready'>('not-loaded')
  const entries = shallowRef<readonly ChildEntry[]>([])
  const unreadable = shallowRef<readonly UnreadableChild[]>([])
  const current = shallowRef<{ readonly id: string; readonly child: Child } | null>(null)
  let autosave: Autosave<Child> | null = null
  const removalListeners = new Set<(childId: string) => void>()
  /** Go up when what is awaited is no longer wanted: another child was opened, or the vault has locked. */
  let turn = 0
  let locks = 0

  vault.onLock(() => {
    locks += 1
    letGo()
    entries.value = []
    unreadable.value = []
    status.value = 'not-loaded'
  })

  const unexportedCount = computed(() => entries.value.filter((entry) => entry.unexported).length)

  /** Reads the list anew; the last changed comes first. Rejects with VaultFailure. */
  async function load(): Promise<void> {
    const mine = locks
    if (status.value === 'not-loaded') status.value = 'loading'
    try {
      const [records, documents] = await Promise.all([
        vault.records.list<unknown>(CHILD_KIND),
        listDocuments(vault.records),
      ])
      if (mine !== locks) return
      const faulty: UnreadableChild[] = []
      const read = records.flatMap(({ id, savedAt, body }): ChildEntry[] => {
        const parsed = parseChild(body)
        if (!parsed.ok) {
          faulty.push({ id, reason: parsed.reason })
          return []
        }
        const own = documents.filter((document) => document.childId === id)
        return [
          {
            id,
            child: parsed.value,
            documents: own,
            lastChange: Math.max(savedAt, ...own.map((document) => document.savedAt)),
            unexported: own.some((document) => document.unexported),
          },
        ]
      })
      entries.value = read.sort((a, b) => b.lastChange - a.lastChange)
      unreadable.value = faulty
      status.value = 'ready'
    } catch (failure) {
      if (status.value === 'loading') status.value = 'not-loaded'
      throw failure
    }
  }

  function search(typed: string): ChildEntry[] {
    return findByReference(entries.value, ({ child }) => child.reference, typed)
  }

  /**
   * Keeps a new child and gives the id. The words are the vault's from here on: if the disk refuses them now, it goes on
   * trying, and its save state says so.
   */
  async function create(child: Child): Promise<string> {
    const id = newId()
    const saving = vault.autosave<Child>({ id, kind: CHILD_KIND })
    saving.edit(child)
    await saving.stop()
    return id
  }

  /** Opens a child's record for showing and for `edit`; the one that was open is let go. Rejects with VaultFailure. */
  async function open(id: string): Promise<OpenedChild> {
    if (current.value?.id === id) return { status: 'open', child: current.value.child }
    const closing = close()
    const mine = (turn += 1)
    await closing
    const record = await vault.records.read<unknown>(id)
    if (record?.kind !== CHILD_KIND) return { status: 'not-found' }
    const parsed = parseChild(record.body)
    if (!parsed.ok) return { status: 'unreadable', reason: parsed.reason }
    if (mine === turn) {
      autosave = vault.autosave<Child>({ id, kind: CHILD_KIND, revision: record.revision })
      current.value = { id, child: parsed.value }
    }
    return { status: 'open', child: parsed.value }
  }

  /** Takes the place of the open record and is saved by itself. */
  function edit(child: Child): void {
    if (!current.value || !autosave) return
    current.value = { id: current.value.id, child }
    autosave.edit(child)
  }

  async function close(): Promise<void> {
    const closing = autosave
    letGo()
    await closing?.stop()
  }

  /** All that would go with this child: for the page that asks. */
  async function belongings(id: string): Promise<DocumentEntry[]> {
    return (await listDocuments(vault.records)).filter((document) => document.childId === id)
  }

  /**
   * Removes the child and everything that belongs to it, in one transaction: all of it goes or none. The vault ends their
   * autosaves, and who has something of this child open is told. Rejects with VaultFailure.
   */
  async function remove(id: string): Promise<void> {
    const documents = await belongings(id)
    await vault.records.remove([id, formIdOf(id), ...documents.map((document) => document.id)])
    if (current.value?.id === id) letGo()
    for (const forget of removalListeners) forget(id)
    entries.value = entries.value.filter((entry) => entry.id !== id)
    unreadable.value = unreadable.value.filter((entry) => entry.id !== id)
  }

  function letGo(): void {
    turn += 1
    autosave = null
    current.value = null
  }

  /** `forget` is called when a child is gone. Gives the way to stop listening. */
  function onRemoved(forget: (childId: string) => void): () => void {
    removalListeners.add(forget)
    return () => removalListeners.delete(forget)
  }

  return {
    status,
    entries,
    unreadable,
    current,
    unexportedCount,
    load,
    search,
    create,
    open,
    edit,
    close,
    belongings,
    remove,
    onRemoved,
  }
})
