/**
 * The vault: what it is now (`status`), who may open it, when it locks. The browser is given in `environment`, so a
 * test can be a tablet that sleeps three hours or a disk that is full.
 */
import { shallowRef } from 'vue'
import { createConnection, noConnection } from './connection.ts'
import { createDocuments } from './documents.ts'
import type { VaultEnvironment } from './environment.ts'
import { failureReason, VaultFailure } from './failure.ts'
import { createKeyring } from './keyring.ts'
import { readMinutes, USUAL_MINUTES } from './lock-clock.ts'
import { createLockGuard } from './lock-guard.ts'
import { lookForVault } from './opening.ts'
import { createPersistence } from './persistence.ts'
import { createSentinel } from './sentinel.ts'
import { createRescueDoor } from './rescue/door.ts'
import type { Session } from './session.ts'
import { createSetAside } from './set-aside.ts'
import { createTabs, type TabMessage } from './tabs.ts'
import type {
  Autosave,
  CreateResult,
  DestroyResult,
  LockReason,
  Proof,
  Refusal,
  UnlockResult,
  VaultStatus,
} from './types.ts'
import { createWriter } from './writer.ts'

const NOT_NOW: Refusal = { ok: false, reason: 'storage', failure: 'refused' }

export type Vault = ReturnType<typeof createVault>

export function createVault(environment: VaultEnvironment) {
  const { now, monotonic, indexedDB, keyRange } = environment
  const status = shallowRef<VaultStatus>({ status: 'opening' })
  const minutes = shallowRef(USUAL_MINUTES)
  const sentinel = createSentinel(environment.marker)
  const setAside = createSetAside()
  const persistence = createPersistence(environment.storage)
  const connection = indexedDB && keyRange ? createConnection(indexedDB, keyRange) : noConnection()
  const keyring = createKeyring({ connection, now, calibrate: environment.calibrate })
  const writer = createWriter(environment.locks, () => void retryWrites())
  const tabs = createTabs(environment.channel, hear)
  const guard = createLockGuard({
    environment,
    minutes: () => minutes.value,
    isOpen: () => session !== undefined || created !== undefined,
    lock: (reason) => lockNow(reason, 'overdue'),
    tellActivity: () => tabs.tell({ type: 'activity' }),
  })
  const lockListeners = new Set<() => void>()

  let session: Session | undefined
  /** Made, and not entered yet: its recovery key is on the screen. */
  let created: Session | undefined
  let beginning: Promise<void> | undefined

  const documents = createDocuments({
    connection,
    session: openSession,
    mayWrite: () => writer.role.value !== 'other-tab',
    now,
    monotonic,
    setAside,
    onRemoved: (ids) => tabs.tell({ type: 'removed', ids: [...ids] }),
  })

  function openSession(): Session {
    if (!session) throw new VaultFailure('locked')
    return session
  }

  /** Read afresh after a wait: much may have happened. */
  const statusNow = (): VaultStatus['status'] => status.value.status

  // --- opening -----------------------------------------------------------------------------------------------

  /** One at a time: two would quarrel over the status. */
  function begin(): Promise<void> {
    beginning ??= look().finally(() => {
      beginning = undefined
    })
    return beginning
  }

  async function look(): Promise<void> {
    status.value = { status: 'opening' }
    const found = await lookForVault(environment, connection, sentinel, () => {
      status.value = { status: 'unavailable', reason: 'blocked-by-other-tab' }
    })
    await documents.outbox.settled()
    documents.outbox.keepOnly(found.found === 'vault' ? found.vaultId : undefined)
    switch (found.found) {
      case 'vault':
        minutes.value = readMinutes(found.meta.settings?.value)
        await keyring.readTries(found.meta.tries)
        toLocked('start')
        break
      case 'unavailable':
        status.value = { status: 'unavailable', reason: found.reason }
        break
      case 'absent':
      case 'missing':
        status.value = { status: found.found }
    }
    await persistence.look()
  }

  function toLocked(reason: LockReason): void {
    status.value = { status: 'locked', reason, retryAt: keyring.retryAt() }
  }

  async function create(passphrase: string): Promise<CreateResult> {
    if (statusNow() !== 'absent' && statusNow() !== 'missing') return { ok: false, reason: 'exists' }
    const { result, session: made } = await keyring.create(passphrase)
    if (made) {
      created = made
      guard.start()
      sentinel.mark()
      tabs.tell({ type: 'changed' })
    } else if (!result.ok && result.reason === 'exists') await begin()
    return result
  }

  async function enter(): Promise<void> {
    const made = created
    created = undefined
    if (made) await unlocked(made)
  }

  async function unlocked(opened: Session): Promise<void> {
    session = opened
    guard.start()
    await writer.claim()
    // Locked or destroyed while the other tabs were asked.
    if (session !== opened) return
    documents.fresh()
    status.value = { status: 'unlocked' }
    void documents.outbox.retry()
  }

  async function unlockWith(proof: Proof, newPassphrase?: string): Promise<UnlockResult> {
    if (statusNow() !== 'locked') return NOT_NOW
    const opened = await keyring.open(proof, newPassphrase)
    // Opened by a second tap, or destroyed by another tab, in the meantime.
    if (statusNow() === 'unlocked') return { ok: true }
    if (status.value.status !== 'locked') return NOT_NOW
    if (opened.ok) {
      await unlocked(opened.session)
      return statusNow() === 'unlocked' ? { ok: true } : NOT_NOW
    }
    status.value = { ...status.value, retryAt: keyring.retryAt() }
    return opened
  }

  async function destroyVault(): Promise<DestroyResult> {
    lockNow('asked', 'now')
    try {
      await documents.outbox.settled()
      await connection.use((database) =>
        database.transaction('rw', database.meta, database.records, async () => {
          await database.records.clear()
          await database.meta.clear()
        }),
      )
    } catch (error) {
      return { ok: false, reason: 'storage', failure: failureReason(error) }
    }
    sentinel.clear()
    writer.release()
    tabs.tell({ type: 'changed' })
    await begin()
    return { ok: true }
  }

  // --- locking -----------------------------------------------------------------------------------------------

  /** Synchronous: when it returns, the key and every word are out of reach, and the unsaved ones on their way. */
  function lockNow(reason: LockReason, tell: 'now' | 'overdue' | 'nobody'): void {
    if (!session && !created) return
    if (session) documents.sealUnsaved(session)
    session = created = undefined
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
    void documents.outbox.settled().then(releaseWriter)
  }

  /** What is locked and written needs no turn at writing; what still waits for the disk does. */
  function releaseWriter(): void {
    if (!session && documents.outbox.rows.size === 0) writer.release()
  }

  function hear(message: TabMessage): void {
    switch (message.type) {
      case 'lock':
        if (message.reason === 'now') lockNow('other-tab', 'nobody')
        else guard.lockIfOverdue()
        return
      case 'activity':
        guard.noteActivityElsewhere()
        return
      case 'changed':
        lockNow('other-tab', 'nobody')
        void begin()
        return
      case 'removed':
        documents.forget(message.ids)
    }
  }

  // --- trying again ------------------------------------------------------------------------------------------

  async function retryWrites(): Promise<void> {
    await documents.retry()
    releaseWriter()
  }

  async function retryNow(): Promise<void> {
    if (statusNow() === 'opening') return
    if (statusNow() === 'unavailable') return begin()
    if (connection.failed) await connection.probe()
    await retryWrites()
  }

  async function setAutoLockMinutes(wanted: number): Promise<void> {
    const value = readMinutes(wanted)
    minutes.value = value
    await connection.use((database) => database.meta.put({ name: 'settings', value }))
  }

  const rescue = createRescueDoor({
    session: openSession,
    records: documents.records,
    unsaved: () => documents.unsaved(openSession()),
    isUnsaved: (id) => documents.autosaves.unsavedWords().some((words) => words.id === id),
    isMissing: (id) => setAside.rows.value.some((row) => row.id === id && row.why === 'missing'),
    now,
    workFactor: environment.fileWorkFactor,
  })

  guard.watch()
  environment.listen('wake', () => void retryNow())
  environment.listen('hide', () => void documents.autosaves.flush())

  return {
    status,
    saveState: documents.saveState,
    setAside: setAside.rows,
    writer: writer.role,
    persistence,
    minutes,
    records: documents.records,
    begin,
    create,
    enter,
    unlock: (passphrase: string) => unlockWith({ passphrase }),
    unlockWithRecoveryKey: (recoveryKey: string, next?: string) => unlockWith({ recoveryKey }, next),
    changePassphrase: (proof: Proof, next: string) => keyring.changePassphrase(proof, next),
    replaceRecoveryKey: (passphrase: string) => keyring.replaceRecoveryKey(passphrase),
    destroyVault,
    lock: (reason: 'asked' | 'cover') => lockNow(reason, 'now'),
    /** For the router and for resume, before anything is painted. True when it is locked. */
    lockIfOverdue: () => guard.lockIfOverdue() || statusNow() === 'locked',
    onLock: (listener: () => void) => {
      lockListeners.add(listener)
      return () => void lockListeners.delete(listener)
    },
    autosave: <T>(record: { id: string; kind: string; revision?: number }): Autosave<T> => {
      openSession()
      return documents.autosaves.open(record)
    },
    flush: () => documents.autosaves.flush(),
    retryNow,
    ...rescue,
    setAutoLockMinutes,
  }
}
