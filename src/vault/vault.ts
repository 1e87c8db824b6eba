/**
 * The vault: what it is now (`state`), who may open it, when it locks. The browser is given in `environment`, so a
 * test can be a tablet that sleeps three hours or a disk that is full.
 */
import { computed, shallowRef } from 'vue'
import { createAutosaves, worstOf } from './autosaves.ts'
import { createConnection, type Connection } from './connection.ts'
import type { VaultEnvironment } from './environment.ts'
import { failureReason, VaultFailure } from './failure.ts'
import { readHeader } from './header.ts'
import { createKeyring } from './keyring.ts'
import { createLockClock, readMinutes, USUAL_MINUTES } from './lock-clock.ts'
import { createOutbox } from './outbox.ts'
import { createPersistence } from './persistence.ts'
import { createRecords } from './records.ts'
import { createSentinel } from './sentinel.ts'
import type { Session } from './session.ts'
import { createSetAside } from './set-aside.ts'
import { createTabs, type TabMessage } from './tabs.ts'
import type {
  Autosave,
  CreateResult,
  DestroyResult,
  LockReason,
  Proof,
  Records,
  UnlockResult,
} from './types.ts'
import type { VaultStatus } from './types.ts'
import { createWriter } from './writer.ts'

/** How often the clocks are compared while the page is awake. */
const CHECK_EVERY_MS = 5_000
/** How often the other tabs are told that somebody works here. */
const TELL_ACTIVITY_EVERY_MS = 10_000

export type Vault = ReturnType<typeof createVault>

export function createVault(environment: VaultEnvironment) {
  const { now, monotonic } = environment
  const status = shallowRef<VaultStatus>({ status: 'opening' })
  const minutes = shallowRef(USUAL_MINUTES)
  const lastSavedAt = shallowRef(0)
  const sentinel = createSentinel(environment.marker)
  const setAside = createSetAside()
  const persistence = createPersistence(environment.storage)
  const clock = createLockClock(environment, () => minutes.value)
  const connection = connect(environment)
  const keyring = createKeyring({ connection, now, calibrate: () => environment.calibrate() })
  const tabs = createTabs(environment.channel, hear)
  const lockListeners = new Set<() => void>()

  let session: Session | undefined
  /** Made, and not entered yet: its recovery key is on the screen. */
  let created: Session | undefined
  let toldActivityAt = -Infinity

  const writer = createWriter(environment.locks, () => void retryWrites())
  const mayWrite = () => writer.role.value !== 'other-tab'

  const outbox = createOutbox({
    connection,
    mayWrite,
    beforeRetry,
    now,
    onSaved: (at) => (lastSavedAt.value = at),
  })

  const stored: Records = createRecords({
    connection,
    session: openSession,
    mayWrite,
    now,
    setAside,
    unsavedWords: () => autosaves.unsavedWords(),
    waitingRows: () => outbox.rows,
    onSaved(id, _revision, at) {
      outbox.drop(id)
      lastSavedAt.value = at
    },
    onRemoved(ids) {
      for (const id of ids) outbox.drop(id)
      tabs.tell({ type: 'removed', ids: [...ids] })
    },
  })

  const autosaves = createAutosaves({ save: (record) => stored.save(record), beforeRetry, now, monotonic })

  const records: Records = {
    ...stored,
    remove: (ids) => autosaves.whileRemoving(ids, () => stored.remove(ids)),
  }

  const saveState = computed(() =>
    worstOf([...autosaves.states.value, ...outbox.states.value], lastSavedAt.value),
  )

  function openSession(): Session {
    if (!session) throw new VaultFailure('locked')
    return session
  }

  // --- opening ---------------------------------------------------------------------------------------------------

  async function begin(): Promise<void> {
    if (!environment.hasWebCrypto) return unavailable('no-web-crypto')
    if (!environment.indexedDB || !environment.keyRange) return unavailable('no-indexeddb')
    if (status.value.status !== 'opening') status.value = { status: 'opening' }
    const outcome = await connection.open(() => unavailable('blocked-by-other-tab'))
    if (outcome !== 'open') return unavailable(outcome)
    try {
      await readDatabase()
    } catch {
      unavailable('closed')
    }
    await persistence.look()
  }

  async function readDatabase(): Promise<void> {
    const [rows, recordCount] = await connection.use((database) =>
      database.transaction('r', database.meta, database.records, () =>
        Promise.all([database.meta.bulkGet(['vault', 'tries', 'settings']), database.records.count()]),
      ),
    )
    const [headerRow, triesRow, settingsRow] = rows
    minutes.value = readMinutes(settingsRow?.value)
    await keyring.readTries(triesRow)
    switch (readHeader(headerRow).found) {
      case 'header':
        sentinel.mark()
        return toLocked('start')
      case 'newer':
        return unavailable('newer-version')
      case 'damaged':
        return unavailable('damaged')
      case 'none':
        // Records without the keys to them: that is no first run.
        if (recordCount > 0) return unavailable('damaged')
        status.value = { status: sentinel.wasHere() ? 'missing' : 'absent' }
    }
  }

  function unavailable(reason: Extract<VaultStatus, { status: 'unavailable' }>['reason']): void {
    status.value = { status: 'unavailable', reason }
  }

  function toLocked(reason: LockReason): void {
    status.value = { status: 'locked', reason, retryAt: keyring.retryAt() }
  }

  async function create(passphrase: string): Promise<CreateResult> {
    const before = status.value.status
    if (before !== 'absent' && before !== 'missing') return { ok: false, reason: 'exists' }
    const { result, session: made } = await keyring.create(passphrase)
    if (made) {
      created = made
      sentinel.mark()
      tabs.tell({ type: 'changed' })
    } else if (!result.ok && result.reason === 'exists') await begin()
    return result
  }

  async function enter(): Promise<void> {
    if (!created) return
    const made = created
    created = undefined
    await unlocked(made)
  }

  async function unlocked(opened: Session): Promise<void> {
    await writer.claim()
    session = opened
    lastSavedAt.value = 0
    clock.start()
    status.value = { status: 'unlocked' }
    void outbox.retry()
  }

  async function unlockWith(proof: Proof, newPassphrase?: string): Promise<UnlockResult> {
    if (status.value.status !== 'locked') return { ok: false, reason: 'storage', failure: 'refused' }
    const opened = await keyring.open(proof, newPassphrase)
    // Destroyed, or opened by a second tap, in the meantime.
    const still = status.value as VaultStatus
    if (still.status !== 'locked') return { ok: still.status === 'unlocked' } as UnlockResult
    if (opened.ok) {
      await unlocked(opened.session)
      return { ok: true }
    }
    status.value = { ...still, retryAt: keyring.retryAt() }
    return opened
  }

  async function destroyVault(): Promise<DestroyResult> {
    lockNow('asked', 'now')
    try {
      await outbox.settled()
      await connection.use((database) =>
        database.transaction('rw', database.meta, database.records, async () => {
          await database.records.clear()
          await database.meta.clear()
        }),
      )
    } catch (error) {
      return { ok: false, reason: 'storage', failure: failureReason(error) }
    }
    outbox.clear()
    writer.release()
    sentinel.clear()
    tabs.tell({ type: 'changed' })
    status.value = { status: 'absent' }
    return { ok: true }
  }

  // --- locking ---------------------------------------------------------------------------------------------------

  /** Synchronous: when it returns, the key and every word are out of reach, and the unsaved ones on their way. */
  function lockNow(reason: LockReason, tell: 'now' | 'overdue' | 'nobody'): void {
    if (created) {
      created = undefined
      toLocked(reason)
    }
    if (!session) return
    const closing = session
    for (const leftover of autosaves.takeForLock()) outbox.take(closing, leftover)
    session = undefined
    toLocked(reason)
    setAside.clear()
    for (const listener of lockListeners) {
      try {
        listener()
      } catch {
        // One store's fault must not keep the others from forgetting.
      }
    }
    if (tell !== 'nobody') tabs.tell({ type: 'lock', reason: tell })
    void releaseWhenWritten()
  }

  async function releaseWhenWritten(): Promise<void> {
    await outbox.settled()
    if (!session && outbox.rows.size === 0) writer.release()
  }

  function lockIfOverdue(): boolean {
    if (!session) return status.value.status === 'locked'
    const overdue = clock.check()
    if (overdue === 'no') return false
    lockNow(overdue, 'overdue')
    return true
  }

  function noteActivity(): void {
    if (!session) return
    const overdue = clock.activity()
    if (overdue !== 'no') return lockNow(overdue, 'overdue')
    if (monotonic() - toldActivityAt < TELL_ACTIVITY_EVERY_MS) return
    toldActivityAt = monotonic()
    tabs.tell({ type: 'activity' })
  }

  function hear(message: TabMessage): void {
    switch (message.type) {
      case 'lock':
        if (message.reason === 'now') lockNow('other-tab', 'nobody')
        else lockIfOverdue()
        return
      case 'activity':
        if (session && clock.activity() !== 'no') lockNow('idle', 'nobody')
        return
      case 'changed':
        lockNow('other-tab', 'nobody')
        void begin()
        return
      case 'removed':
        autosaves.end(message.ids)
        for (const id of message.ids) outbox.drop(id)
    }
  }

  // --- writing again ---------------------------------------------------------------------------------------------

  function beforeRetry(): Promise<unknown> {
    return connection.failed ? connection.probe() : Promise.resolve()
  }

  async function retryWrites(): Promise<void> {
    await Promise.all([autosaves.retry(), outbox.retry()])
    if (!session && outbox.rows.size === 0) writer.release()
  }

  async function retryNow(): Promise<void> {
    const { status: current } = status.value
    if (current === 'unavailable') return begin()
    if (current === 'opening') return
    if (connection.failed) await connection.probe()
    await retryWrites()
  }

  function wake(): void {
    lockIfOverdue()
    void retryNow()
  }

  async function setAutoLockMinutes(wanted: number): Promise<void> {
    minutes.value = readMinutes(wanted)
    const value = minutes.value
    await connection.use((database) => database.meta.put({ name: 'settings', value }))
  }

  environment.listen('wake', wake)
  environment.listen('hide', () => void autosaves.flush())
  environment.listen('activity', noteActivity)
  setInterval(lockIfOverdue, CHECK_EVERY_MS)

  return {
    status,
    saveState,
    setAside: setAside.rows,
    writer: writer.role,
    persistence,
    minutes,
    records,
    begin,
    create,
    enter,
    unlock: (passphrase: string) => unlockWith({ passphrase }),
    unlockWithRecoveryKey: (recoveryKey: string, next?: string) => unlockWith({ recoveryKey }, next),
    changePassphrase: (proof: Proof, next: string) => keyring.changePassphrase(proof, next),
    replaceRecoveryKey: (passphrase: string) => keyring.replaceRecoveryKey(passphrase),
    destroyVault,
    lock: (reason: 'asked' | 'cover') => lockNow(reason, 'now'),
    lockIfOverdue,
    onLock(listener: () => void) {
      lockListeners.add(listener)
      return () => void lockListeners.delete(listener)
    },
    autosave<T>(record: { id: string; kind: string; revision?: number }): Autosave<T> {
      openSession()
      return autosaves.open(record)
    },
    flush: () => autosaves.flush(),
    retryNow,
    setAutoLockMinutes,
  }
}

function connect({ indexedDB, keyRange }: VaultEnvironment): Connection {
  if (indexedDB && keyRange) return createConnection(indexedDB, keyRange)
  const refused = () => Promise.reject(new VaultFailure('refused'))
  return {
    open: () => Promise.resolve('no-indexeddb'),
    use: refused,
    probe: () => Promise.resolve(false),
    failed: true,
    close: () => undefined,
  }
}
