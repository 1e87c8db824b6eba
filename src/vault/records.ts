/**
 * Reading and writing whole records. Encryption comes before the transaction, decryption after it (tools.md 5); one
 * sealed row a record.
 */
import type { Connection } from './connection.ts'
import type { RecordRow, VaultDatabase } from './database.ts'
import { VaultFailure } from './failure.ts'
import { LEDGER_ID, LEDGER_KIND, type Ledger } from './ledger.ts'
import { openRow, sealRow, type Session } from './session.ts'
import type { SetAsideList } from './set-aside.ts'
import type { NewRevision, Records, StoredRecord } from './types.ts'
import { removeRows, writeRow } from './writing.ts'

/** Words that are typed and not yet on the disk. */
export interface UnsavedWords {
  id: string
  kind: string
  /** The last revision on the disk; 0 when there is none. */
  revision: number
  body: unknown
}

export interface RecordsParts {
  connection: Connection
  /** Throws VaultFailure('locked'). */
  session(): Session
  mayWrite: () => boolean
  now: () => number
  setAside: SetAsideList
  unsavedWords(): readonly UnsavedWords[]
  /** Rows sealed when the vault locked, which the disk has not taken yet. */
  waitingRows(): ReadonlyMap<string, RecordRow>
  onSaved(id: string, at: number): void
  onRemoved(ids: readonly string[]): void
}

export function createRecords(parts: RecordsParts): Records {
  const { connection, setAside } = parts

  /** The rows that `find` gives and those that must be there, in one snapshot with the ledger; then opened. */
  async function load(
    session: Session,
    find: (database: VaultDatabase) => PromiseLike<RecordRow[]>,
    mustBeThere: readonly string[],
    mayBeAsked: (row: RecordRow) => boolean,
  ): Promise<StoredRecord<unknown>[]> {
    const bounds = session.ledger.copy()
    const [ledgerRow, found, expected] = await connection.use((database) =>
      database.transaction('r', database.records, () =>
        Promise.all([
          database.records.get(LEDGER_ID),
          find(database),
          database.records.bulkGet([...mustBeThere]),
        ]),
      ),
    )
    const rows = new Map<string, RecordRow>()
    for (const row of [...found, ...expected]) if (row && row.id !== LEDGER_ID) rows.set(row.id, row)
    for (const [id, waiting] of parts.waitingRows()) {
      if (mayBeAsked(waiting) && !(Number(rows.get(id)?.revision) >= waiting.revision)) rows.set(id, waiting)
    }
    if (!(await bounds.merge(session.key, session.vaultId, ledgerRow))) {
      setAside.add({ id: LEDGER_ID, kind: LEDGER_KIND, why: ledgerRow ? 'unreadable' : 'missing' })
    }
    session.ledger.absorb(bounds)
    return openAll(session, bounds, rows, mustBeThere)
  }

  async function openAll(
    session: Session,
    bounds: Ledger,
    rows: ReadonlyMap<string, RecordRow>,
    mustBeThere: readonly string[],
  ): Promise<StoredRecord<unknown>[]> {
    for (const id of mustBeThere) {
      const entry = bounds.of(id)
      if (entry && !entry.removed && !rows.has(id)) setAside.add({ id, kind: entry.kind, why: 'missing' })
    }
    const opened = await Promise.all(
      [...rows.values()].map((row) => openRow(session, row, bounds.of(row.id))),
    )
    const sound: StoredRecord<unknown>[] = []
    for (const row of opened) {
      if (row.ok) {
        session.ledger.confirm({ ...row.record, removed: false })
        setAside.drop(row.record.id)
        sound.push(row.record)
      } else setAside.add({ id: row.id, kind: row.kind, why: row.why })
    }
    return sound
  }

  /** What people see is what they typed, on the disk or not. */
  function withUnsaved(records: StoredRecord<unknown>[], wanted: (words: UnsavedWords) => boolean) {
    const byId = new Map(records.map((record) => [record.id, record]))
    for (const { id, kind, revision, body } of parts.unsavedWords().filter(wanted)) {
      const savedAt = byId.get(id)?.savedAt ?? parts.now()
      byId.set(id, { id, kind, revision, savedAt, body: JSON.parse(JSON.stringify(body)) as unknown })
    }
    return [...byId.values()]
  }

  return {
    async list<T>(kind: string) {
      const session = parts.session()
      const records = await load(
        session,
        (database) => database.records.where('kind').equals(kind).toArray(),
        session.ledger.idsOf(kind),
        (row) => row.kind === kind,
      )
      const ofKind = records.filter((record) => record.kind === kind)
      return withUnsaved(ofKind, (words) => words.kind === kind) as StoredRecord<T>[]
    },

    async read<T>(id: string) {
      const session = parts.session()
      const records = await load(
        session,
        () => Promise.resolve([]),
        [id],
        (row) => row.id === id,
      )
      return withUnsaved(records, (words) => words.id === id)[0] as StoredRecord<T> | undefined
    },

    async save<T>({ id, kind, body, basedOn = 0 }: NewRevision<T>) {
      const session = parts.session()
      if (!parts.mayWrite()) throw new VaultFailure('other-tab')
      const { key, vaultId, ledger } = session
      const savedAt = parts.now()
      const change = { id, kind, revision: basedOn + 1, removed: false }
      const [row, ledgerRow] = await Promise.all([
        sealRow(session, { ...change, savedAt, body }),
        ledger.sealedWith(key, vaultId, [change], savedAt),
      ])
      await writeRow(connection, vaultId, { row, basedOn, ledgerRow })
      ledger.confirm(change)
      parts.onSaved(id, savedAt)
      return { id, kind, revision: change.revision, savedAt, body }
    },

    async remove(ids) {
      const session = parts.session()
      if (!parts.mayWrite()) throw new VaultFailure('other-tab')
      const { key, vaultId, ledger } = session
      const gone = ids.map((id) => {
        const { kind = '', revision = 0 } = ledger.of(id) ?? {}
        return { id, kind, revision, removed: true }
      })
      const ledgerRow = await ledger.sealedWith(key, vaultId, gone, parts.now())
      await removeRows(connection, vaultId, ids, ledgerRow)
      for (const change of gone) {
        ledger.confirm(change)
        setAside.drop(change.id)
      }
      parts.onRemoved(ids)
    },
  }
}
