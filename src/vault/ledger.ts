/**
 * What this vault last saved, sealed beside the records: the lowest revision that each id may have, and the ids that
 * were removed. So an older copy put back in a row's place, a row taken away, and a removed row put back are noticed.
 * (The whole database put back to an earlier day cannot be noticed from inside.)
 *
 * It is a lower bound: it never claims what a transaction has not completed, and a row that is newer than the ledger
 * is fine. So losing the ledger loses no record, only this check.
 */
import { open, seal } from './crypto/seal.ts'
import { dayOf, type RecordRow } from './database.ts'

export const LEDGER_ID = 'ledger'
export const LEDGER_KIND = 'ledger'

export interface LedgerEntry {
  kind: string
  revision: number
  removed: boolean
}

/** A change that a transaction is about to make. */
export interface LedgerChange {
  id: string
  kind: string
  revision: number
  removed: boolean
}

type Written = [id: string, kind: string, revision: number, removed: 0 | 1]

export interface Ledger {
  of(id: string): LedgerEntry | undefined
  /** Ids that must be there. */
  idsOf(kind: string): string[]
  /** What is known for certain: a completed transaction, or a row that was read. Never lowers a bound. */
  confirm(change: LedgerChange): void
  /** The row to put in the same transaction as `changes`. Sealing has begun when this returns. */
  sealedWith(
    key: CryptoKey,
    vaultId: string,
    changes: readonly LedgerChange[],
    now: number,
  ): Promise<RecordRow>
  /** Takes over what is stored. False when the row is missing or does not open. */
  merge(key: CryptoKey, vaultId: string, row: RecordRow | undefined): Promise<boolean>
  /** The bounds as they are now: rows read from here on are held against this, whatever is saved meanwhile. */
  copy(): Ledger
  absorb(other: Ledger): void
  readonly revision: number
  all(): LedgerChange[]
}

export function createLedger(from?: Ledger): Ledger {
  const entries = new Map<string, LedgerEntry>()
  let revision = 0

  function confirm({ id, kind, revision: newest, removed }: LedgerChange): void {
    const known = entries.get(id)
    if (known?.removed) return
    if (!known || removed || newest > known.revision) entries.set(id, { kind, revision: newest, removed })
  }

  function absorb(other: Ledger): void {
    revision = Math.max(revision, other.revision)
    for (const change of other.all()) confirm(change)
  }
  if (from) absorb(from)

  const ledger: Ledger = {
    of: (id) => entries.get(id),
    idsOf: (kind) =>
      [...entries].filter(([, entry]) => entry.kind === kind && !entry.removed).map(([id]) => id),
    confirm,
    async sealedWith(key, vaultId, changes, now) {
      revision += 1
      const mine = revision
      const written = new Map<string, Written>()
      for (const [id, entry] of entries) written.set(id, writtenAs({ id, ...entry }))
      for (const change of changes) written.set(change.id, writtenAs(change))
      const label = { vaultId, kind: LEDGER_KIND, id: LEDGER_ID, revision: mine }
      const sealed = await seal(key, label, [...written.values()])
      return { id: LEDGER_ID, kind: LEDGER_KIND, revision: mine, day: dayOf(now), sealed }
    },
    async merge(key, vaultId, row) {
      if (!row || !(row.sealed instanceof Uint8Array)) return false
      const label = { vaultId, kind: LEDGER_KIND, id: LEDGER_ID, revision: row.revision }
      const opened = await open(key, label, row.sealed)
      if (!opened.ok || !Array.isArray(opened.content)) return false
      revision = Math.max(revision, row.revision)
      for (const [id, kind, bound, removed] of opened.content as Written[]) {
        confirm({ id, kind, revision: bound, removed: removed === 1 })
      }
      return true
    },
    copy: () => createLedger(ledger),
    absorb,
    get revision() {
      return revision
    },
    all: () => [...entries].map(([id, entry]) => ({ id, ...entry })),
  }
  return ledger
}

const writtenAs = ({ id, kind, revision, removed }: LedgerChange): Written => [
  id,
  kind,
  revision,
  removed ? 1 : 0,
]
