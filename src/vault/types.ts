/** The shapes that other rooms see. No sentence stands here: screens turn codes into words. */

/** Why the vault cannot be opened at all on this device, now. */
export type UnavailableReason =
  /** Not a secure context (http), or a browser without WebCrypto. */
  | 'no-web-crypto'
  | 'no-indexeddb'
  /** The browser refuses storage: some private modes, or site data switched off. */
  | 'storage-refused'
  /** The database was written by a newer version of the toolkit. */
  | 'newer-version'
  /** Another tab holds the database in an older version. */
  | 'blocked-by-other-tab'
  /** The browser neither opened nor refused (seen in WebKit). */
  | 'not-answering'
  /** The browser closed the database and did not let us open it again. */
  | 'closed'
  /** The row that holds the wrapped keys cannot be read. */
  | 'damaged'

/** `start`: the page was loaded. `clock`: the device's clock was moved back. `other-tab`: locked there. */
export type LockReason = 'start' | 'asked' | 'cover' | 'idle' | 'clock' | 'other-tab'

export type VaultStatus =
  | { status: 'opening' }
  | { status: 'absent' }
  | { status: 'missing' }
  | { status: 'unavailable'; reason: UnavailableReason }
  /** `retryAt`: epoch ms before which a passphrase is not even tried. */
  | { status: 'locked'; reason: LockReason; retryAt: number | null }
  | { status: 'unlocked' }

export type SaveFailureReason = 'full' | 'closed' | 'refused' | 'other-tab' | 'unknown'

/** `at` and `since` are epoch ms; `at: 0` means that nothing has been saved since the vault was opened. */
export type SaveState =
  | { status: 'saved'; at: number }
  | { status: 'editing' }
  | { status: 'saving' }
  | { status: 'failed'; reason: SaveFailureReason; since: number }

export type Refusal =
  | { ok: false; reason: 'wrong'; retryAt: number | null }
  | { ok: false; reason: 'wait'; retryAt: number }
  | { ok: false; reason: 'slip' }
  | { ok: false; reason: 'weak-passphrase' }
  | { ok: false; reason: 'damaged' }
  | { ok: false; reason: 'storage'; failure: SaveFailureReason }

export type UnlockResult = { ok: true } | Refusal
export type RecoveryKeyResult = { ok: true; recoveryKey: string[] } | Refusal
export type CreateResult =
  | { ok: true; recoveryKey: string[] }
  | { ok: false; reason: 'exists' | 'weak-passphrase' }
  | { ok: false; reason: 'storage'; failure: SaveFailureReason }
export type DestroyResult = { ok: true } | { ok: false; reason: 'storage'; failure: SaveFailureReason }

/** What a person shows to be allowed to change a key. */
export type Proof = { passphrase: string } | { recoveryKey: string }

export interface StoredRecord<T> {
  id: string
  kind: string
  revision: number
  /** Epoch ms. */
  savedAt: number
  body: T
}

export interface NewRevision<T> {
  id: string
  kind: string
  body: T
  /** The revision that was read. Left out for a new id. */
  basedOn?: number
}

export interface Records {
  /** Rows that cannot be trusted are left out and named in `setAside`. Rejects with VaultFailure. */
  list<T>(kind: string): Promise<StoredRecord<T>[]>
  read<T>(id: string): Promise<StoredRecord<T> | undefined>
  /** Resolves only after a strict-durability transaction has completed. Rejects with VaultFailure. */
  save<T>(record: NewRevision<T>): Promise<StoredRecord<T>>
  /** One transaction for all of them. */
  remove(ids: readonly string[]): Promise<void>
}

export type SetAsideReason =
  /** Altered or damaged: it does not open under its own name, kind and revision. */
  | 'unreadable'
  /** Sealed by a newer version of the toolkit. */
  | 'newer-format'
  /** An older copy has taken the place of what was saved. */
  | 'older-than-expected'
  /** It was saved here, and it is gone. */
  | 'missing'
  /** It was removed here, and it is back. */
  | 'removed-earlier'

export interface SetAside {
  id: string
  kind: string
  why: SetAsideReason
}

export interface Autosave<T> {
  /** Reactive. */
  readonly state: SaveState
  edit(body: T): void
  /** Resolves when the attempt is over; `state` tells how it went. */
  flush(): Promise<void>
  stop(): Promise<void>
}

/** `unguarded`: this browser has no Web Locks, so two tabs may both write; a newer revision still wins. */
export type Writer = 'this-tab' | 'other-tab' | 'unguarded'
export type Persistence = 'unknown' | 'granted' | 'refused'
