/**
 * A tablet for the tests: its disk, its clocks and its browser's tabs, with the real cipher. The only thing made
 * light is the number of PBKDF2 iterations, which nothing but this seam can lower.
 */
import { forceCloseDatabase, IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { TabChannel, VaultEnvironment, WakeEvent } from '@/vault/environment.ts'
import { createVault, type Vault } from '@/vault/vault.ts'

export const PASSPHRASE = 'a blue kettle on the windowsill'
export const MINUTE_MS = 60_000

export interface Tab extends Vault {
  fire(event: WakeEvent): void
  /** The process is gone: no flush, no farewell. */
  kill(): void
}

export interface Row {
  [column: string]: unknown
}

export function createDevice() {
  const factory = new IDBFactory()
  const marks = new Map<string, string>()
  const clock = { wall: Date.UTC(2026, 2, 12, 9), steady: 1_000 }
  const posts: ((from: object, message: unknown) => void)[] = []
  const locks = createLocks()

  function environment(changes: Partial<VaultEnvironment> = {}) {
    const me = {}
    const listeners: [WakeEvent, () => void][] = []
    const channel: TabChannel = {
      post: (message) => posts.forEach((post) => post(me, structuredClone(message))),
      listen: (listener) => posts.push((from, message) => from !== me && listener(message)),
    }
    const lockTab = locks.tab()
    const made: VaultEnvironment = {
      indexedDB: factory,
      keyRange: IDBKeyRange,
      hasWebCrypto: true,
      now: () => clock.wall,
      monotonic: () => clock.steady,
      marker: {
        getItem: (name) => marks.get(name) ?? null,
        setItem: (name, value) => void marks.set(name, value),
        removeItem: (name) => void marks.delete(name),
      },
      locks: lockTab.manager,
      channel,
      storage: undefined,
      calibrate: () => Promise.resolve(1_000),
      listen: (event, listener) => listeners.push([event, listener]),
      ...changes,
    }
    return {
      environment: made,
      fire: (event: WakeEvent) =>
        listeners.filter(([name]) => name === event).forEach(([, listener]) => listener()),
      kill: () => {
        listeners.length = 0
        lockTab.close()
      },
    }
  }

  /** A tab that has begun to open and may not have come to its end. */
  function startTab(changes: Partial<VaultEnvironment> = {}): { tab: Tab; begun: Promise<void> } {
    const { environment: made, fire, kill } = environment(changes)
    const vault = createVault(made)
    return { tab: { ...vault, fire, kill }, begun: vault.begin() }
  }

  async function openTab(changes: Partial<VaultEnvironment> = {}): Promise<Tab> {
    const { tab, begun } = startTab(changes)
    await begun
    return tab
  }

  return {
    factory,
    marks,
    clock,
    startTab,
    openTab,
    /** A tab with a vault in it, open. */
    async newVault(changes: Partial<VaultEnvironment> = {}) {
      const tab = await openTab(changes)
      const made = await tab.create(PASSPHRASE)
      if (!made.ok) throw new Error(`no vault: ${made.reason}`)
      await tab.enter()
      return { tab, recoveryKey: made.recoveryKey }
    },
    pass(ms: number) {
      clock.wall += ms
      clock.steady += ms
    },
    rows: (store: 'meta' | 'records') => raw<Row[]>(factory, store, 'readonly', (rows) => rows.getAll()),
    put: (store: 'meta' | 'records', row: Row) => raw(factory, store, 'readwrite', (rows) => rows.put(row)),
    erase: (store: 'meta' | 'records', key: string) =>
      raw(factory, store, 'readwrite', (rows) => rows.delete(key)),
  }
}

/** The disk as somebody sees it who has the file and no key. */
async function raw<T>(
  factory: IDBFactory,
  store: string,
  mode: IDBTransactionMode,
  act: (rows: globalThis.IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await settled<globalThis.IDBDatabase>(factory.open('toolkit'))
  try {
    return await settled<T>(act(database.transaction(store, mode).objectStore(store)))
  } finally {
    database.close()
  }
}

export function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(request.error ?? new Error('refused'))
  })
}

/** Web Locks for one lock: first come, first served; a closed tab lets go. */
function createLocks() {
  type Waiting = { tab: object; begin: () => void }
  let holder: object | undefined
  const queue: Waiting[] = []

  function next() {
    if (holder) return
    queue.shift()?.begin()
  }

  return {
    tab() {
      const me = {}
      function request(
        _name: string,
        options: { ifAvailable?: boolean; signal?: AbortSignal },
        work: (lock: unknown) => unknown,
      ) {
        return new Promise<unknown>((resolve, reject) => {
          const begin = () => {
            holder = me
            void Promise.resolve(work({}))
              .then(resolve)
              .finally(() => {
                if (holder === me) holder = undefined
                next()
              })
          }
          if (!holder) return void Promise.resolve().then(begin)
          if (options.ifAvailable) {
            resolve(work(null))
            return
          }
          const waiting = { tab: me, begin }
          queue.push(waiting)
          options.signal?.addEventListener('abort', () => {
            const place = queue.indexOf(waiting)
            if (place >= 0) queue.splice(place, 1)
            reject(new DOMException('given up', 'AbortError'))
          })
        })
      }
      return {
        manager: { request } as unknown as LockManager,
        close() {
          if (holder === me) holder = undefined
          next()
        },
      }
    },
  }
}

// --- a disk with faults ------------------------------------------------------------------------------------------

const stores = IDBObjectStore as unknown as { prototype: globalThis.IDBObjectStore }
const databases = IDBDatabase as unknown as { prototype: globalThis.IDBDatabase }

/** Every write is refused for want of room, until restored. */
export function fillDisk() {
  return vi.spyOn(stores.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
}

/** Writes look well, and the transaction is then given up before it completes. */
export function abortWrites() {
  const put = stores.prototype.put
  return vi.spyOn(stores.prototype, 'put').mockImplementation(function (
    this: globalThis.IDBObjectStore,
    ...row
  ) {
    const request = put.apply(this, row)
    request.addEventListener('success', () => {
      try {
        this.transaction.abort()
      } catch {
        // Given up already.
      }
    })
    return request
  })
}

type Asked = Parameters<globalThis.IDBDatabase['transaction']>
type Begin = (database: globalThis.IDBDatabase, asked: Asked) => void

/** Dexie keeps hold of `transaction` when it opens: the fault must be in place before, and be switched on later. */
const onTransaction = new Set<Begin>()
const begin = databases.prototype.transaction
databases.prototype.transaction = function (this: globalThis.IDBDatabase, ...asked: Asked) {
  for (const look of onTransaction) look(this, asked)
  return begin.apply(this, asked)
}

export function mendConnections() {
  onTransaction.clear()
}

/** WebKit in the background: the connection looks open, and no transaction begins. `times`: how often. */
export function loseConnection(times = Infinity) {
  let left = times
  const lose: Begin = () => {
    left -= 1
    if (left >= 0) throw new DOMException('The database connection is closing.', 'InvalidStateError')
  }
  onTransaction.add(lose)
  return { mend: () => onTransaction.delete(lose), usedUp: () => left < 0 }
}

/** Remembers what is asked of connections from now on, and closes them as the browser does in the background. */
export function watchConnections() {
  const seen = new Set<globalThis.IDBDatabase>()
  const asked: Asked[] = []
  onTransaction.add((database, what) => {
    seen.add(database)
    asked.push(what)
  })
  return {
    asked,
    closeAll() {
      for (const database of seen) forceCloseDatabase(database as never)
      seen.clear()
    },
  }
}

/** Lets what is already under way in the (unhurried) database and cipher come to its end. */
export async function quiet(turns = 30): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

const realSetTimeout = setTimeout
const LIMIT_TURNS = 4_000

/** Waits for what must come true; the limit only ends a test that would hang. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < LIMIT_TURNS; turn += 1) {
    if (holds()) return
    await new Promise((resolve) => realSetTimeout(resolve, 2))
  }
  throw new Error('it did not come true')
}
