/** Everything that the vault takes from the browser, in one place: tests bring their own clock, database and tabs. */
import { calibrateIterations } from './crypto/passphrase.ts'

export type WakeEvent = 'wake' | 'hide' | 'activity'

/** The part of BroadcastChannel that is used. */
export interface TabChannel {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
}

export interface VaultEnvironment {
  /** Undefined where the browser has none or refuses to name it. */
  indexedDB: IDBFactory | undefined
  keyRange: typeof IDBKeyRange | undefined
  hasWebCrypto: boolean
  /** Epoch ms, by the device's clock, which people and networks move. */
  now: () => number
  /** Ms since the page was loaded: never moves back, may stand still while the device sleeps. */
  monotonic: () => number
  /** Storage beside IndexedDB, for the marker. */
  marker: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  locks: Pick<LockManager, 'request'> | undefined
  channel: TabChannel | undefined
  storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined
  /** PBKDF2 iterations for a new wrap. */
  calibrate: () => Promise<number>
  /** log2 of scrypt's N for a rescue file; the usual when left out. */
  fileWorkFactor?: number
  /** `wake`: the page may have slept. `hide`: it may never be seen again. `activity`: somebody touched it. */
  listen(event: WakeEvent, listener: () => void): void
}

/** A getter of the browser that may throw (site data switched off) or be missing (old or small engines). */
function orNothing<T>(get: () => T | null | undefined): T | undefined {
  try {
    return get() ?? undefined
  } catch {
    return undefined
  }
}

export function browserEnvironment(): VaultEnvironment {
  return {
    indexedDB: orNothing(() => globalThis.indexedDB),
    keyRange: orNothing(() => globalThis.IDBKeyRange),
    hasWebCrypto: orNothing(() => globalThis.crypto.subtle) !== undefined,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    marker: orNothing(() => globalThis.localStorage),
    locks: orNothing(() => navigator.locks),
    channel: orNothing(openChannel),
    storage: orNothing(() => navigator.storage),
    calibrate: () => calibrateIterations(),
    listen: listenToBrowser,
  }
}

function openChannel(): TabChannel {
  const channel = new BroadcastChannel('toolkit-vault')
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', (event) => listener(event.data)),
  }
}

const ACTIVITY = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const

function listenToBrowser(event: WakeEvent, listener: () => void): void {
  if (typeof document === 'undefined') return
  // Capturing, on the window: before anything in the page hears of it.
  const early = { capture: true, passive: true } as const
  switch (event) {
    case 'wake':
      for (const name of ['pageshow', 'focus', 'online'] as const)
        window.addEventListener(name, listener, early)
      document.addEventListener('resume', listener, early)
      document.addEventListener('visibilitychange', () => document.hidden || listener(), early)
      return
    case 'hide':
      window.addEventListener('pagehide', listener, early)
      document.addEventListener('freeze', listener, early)
      document.addEventListener('visibilitychange', () => document.hidden && listener(), early)
      return
    case 'activity':
      for (const name of ACTIVITY) window.addEventListener(name, listener, early)
      return
  }
}
