/** The one transaction by which words reach the disk. Only ciphertext comes here, so it also works when locked. */
import type { Connection } from './connection.ts'
import { sameBytes } from './crypto/bytes.ts'
import type { RecordRow, VaultDatabase } from './database.ts'
import { VaultFailure } from './failure.ts'
import { readHeader } from './header.ts'

export interface RowToWrite {
  row: RecordRow
  /** The revision that the writer last knew; 0 for a new id. */
  basedOn: number
  ledgerRow?: RecordRow
}

/**
 * Resolves when the transaction has completed with strict durability.
 * Rejects with VaultFailure: `other-tab` when a newer revision is stored, `refused` when the vault itself is gone.
 */
export function writeRow(connection: Connection, vaultId: string, write: RowToWrite): Promise<void> {
  const { row, basedOn, ledgerRow } = write
  return connection.use((database) =>
    database.transaction('rw', database.meta, database.records, async () => {
      await mustBeThisVault(database, vaultId)
      const stored = await database.records.get(row.id)
      if (stored && !(stored.revision <= basedOn)) {
        // The connection may have died between the commit and its news: then these very bytes are there already.
        if (stored.revision === row.revision && sameBytes(stored.sealed, row.sealed)) return
        throw new VaultFailure('other-tab')
      }
      await database.records.put(row)
      if (ledgerRow) await database.records.put(ledgerRow)
    }),
  )
}

export function removeRows(
  connection: Connection,
  vaultId: string,
  ids: readonly string[],
  ledgerRow: RecordRow,
): Promise<void> {
  return connection.use((database) =>
    database.transaction('rw', database.meta, database.records, async () => {
      await mustBeThisVault(database, vaultId)
      await database.records.bulkDelete([...ids])
      await database.records.put(ledgerRow)
    }),
  )
}

/** Without its header a row could never be opened again: to call it saved would be a lie. */
async function mustBeThisVault(database: VaultDatabase, vaultId: string): Promise<void> {
  const header = readHeader(await database.meta.get('vault'))
  if (header.found !== 'header' || header.header.vaultId !== vaultId) throw new VaultFailure('refused')
}
