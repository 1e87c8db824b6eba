/**
 * The tables, and what stands in clear in them: opaque ids, kind codes, revisions, the day of the last save, and
 * the wrapped keys. Everything that a person wrote is in `sealed`. Nothing is encrypted or decrypted inside a
 * transaction: it fails in Firefox and WebKit and silently loses fields in cursors (tools.md 5).
 */
import Dexie, { type EntityTable } from 'dexie'
import type { Bytes } from './crypto/bytes.ts'

export const DATABASE_NAME = 'toolkit'
export const SCHEMA_VERSION = 1
/** Dexie keeps room between its versions. */
const NATIVE_PER_VERSION = 10

export interface RecordRow {
  id: string
  kind: string
  /** 1 for the first save, then one more each time; gaps are allowed. */
  revision: number
  /** Days since 1970-01-01 UTC: coarse on purpose. The exact time is sealed. */
  day: number
  sealed: Bytes
}

/** Rows about the vault itself: the wrapped keys, the wrong tries, the minutes to the lock. */
export interface MetaRow {
  name: 'vault' | 'tries' | 'settings'
  value: unknown
}

export class VaultDatabase extends Dexie {
  declare readonly meta: EntityTable<MetaRow, 'name'>
  declare readonly records: EntityTable<RecordRow, 'id'>

  constructor(factory: IDBFactory, keyRange: typeof IDBKeyRange) {
    super(DATABASE_NAME, {
      indexedDB: neverNewer(factory),
      IDBKeyRange: keyRange,
      autoOpen: false,
      cache: 'disabled',
      // Chrome says "complete" before the disk has it, unless asked (trust.md). Firefox and WebKit take it too.
      chromeTransactionDurability: 'strict',
    })
    this.version(SCHEMA_VERSION).stores({ meta: 'name', records: 'id, kind' })
  }
}

/**
 * Dexie answers a database of a newer version by opening it without a version, and may then alter it. An older
 * toolkit has no business there: the second open is refused.
 */
function neverNewer(factory: IDBFactory): IDBFactory {
  const asked = SCHEMA_VERSION * NATIVE_PER_VERSION
  return {
    open(name: string, version?: number) {
      if (version !== asked) throw new DOMException('newer database', 'VersionError')
      return factory.open(name, version)
    },
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first: unknown, second: unknown) => factory.cmp(first, second),
  }
}

const DAY_MS = 86_400_000

/** The coarse time that stands in clear. */
export const dayOf = (epochMs: number): number => Math.floor(epochMs / DAY_MS)
