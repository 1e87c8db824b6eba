import type { Session } from '../session.ts'
import type { Records } from '../types.ts'
import type { UnsavedWords } from '../records.ts'
import type { Envelope, RescuedRecord } from './envelope.ts'

/** What the vault lends to the making and reading of a rescue file. */
export interface RescueParts {
  /** Throws VaultFailure('locked'). */
  session: () => Session
  records: Records
  /** All words that are not on the disk, as they are when it is called. */
  unsaved: () => Promise<UnsavedWords[]>
  isUnsaved: (id: string) => boolean
  /** The ledger knows of it, and its row is gone. */
  isMissing: (id: string) => boolean
  now: () => number
  /** log2 of scrypt's N; the usual when left out. */
  workFactor: number | undefined
}

/** What the rooms know of their records, and the vault does not. */
export interface RescueRules {
  /** This version of the toolkit can show it. */
  isSound: (record: RescuedRecord) => boolean
  /** The id without which it cannot be found in the toolkit. */
  parentOf: (record: RescuedRecord) => string | undefined
  /** For a parent that is neither here nor in the file. */
  standIn: () => { kind: string; body: unknown }
  /** The body that a copy has, so that people can tell the two apart. Undefined: a copy is of no use. */
  asCopy: (record: RescuedRecord) => object | undefined
}

export type Found =
  | 'new'
  /** The file goes on from just what is here. */
  | 'newer'
  | 'same'
  /** What is here was saved after the file was made. */
  | 'older'
  /** Both went their own way, or it cannot be known. */
  | 'conflicting'
  /** A person removed it here, or what it belongs to. */
  | 'removed-here'
  /** Damaged, or of a version or kind that this toolkit does not know. */
  | 'unreadable'

export interface RescueItem {
  record: RescuedRecord
  found: Found
  /** The revision here, which a `newer` one takes the place of; 0 when there is none. */
  here: number
}

export interface RescueContents {
  envelope: Envelope
  /** What will be brought back, or why not. */
  items: readonly RescueItem[]
}
