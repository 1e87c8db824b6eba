/** What is on this device: no vault, a vault, one that vanished, or something that cannot be opened. */
import type { Connection } from './connection.ts'
import type { MetaRow } from './database.ts'
import type { VaultEnvironment } from './environment.ts'
import { readHeader } from './header.ts'
import type { Sentinel } from './sentinel.ts'
import type { UnavailableReason } from './types.ts'

export interface Meta {
  tries: MetaRow | undefined
  settings: MetaRow | undefined
}

export type Found =
  | { found: 'unavailable'; reason: UnavailableReason }
  | { found: 'absent' | 'missing' }
  | { found: 'vault'; vaultId: string; meta: Meta }

export async function lookForVault(
  environment: VaultEnvironment,
  connection: Connection,
  sentinel: Sentinel,
  onBlocked: () => void,
): Promise<Found> {
  if (!environment.hasWebCrypto) return unavailable('no-web-crypto')
  if (!environment.indexedDB || !environment.keyRange) return unavailable('no-indexeddb')
  const outcome = await connection.open(onBlocked)
  if (outcome !== 'open') return unavailable(outcome)
  try {
    return await readDatabase(connection, sentinel)
  } catch {
    return unavailable('closed')
  }
}

async function readDatabase(connection: Connection, sentinel: Sentinel): Promise<Found> {
  const [[headerRow, tries, settings], recordCount] = await connection.use((database) =>
    database.transaction('r', database.meta, database.records, () =>
      Promise.all([database.meta.bulkGet(['vault', 'tries', 'settings']), database.records.count()]),
    ),
  )
  const read = readHeader(headerRow)
  switch (read.found) {
    case 'header':
      sentinel.mark()
      return { found: 'vault', vaultId: read.header.vaultId, meta: { tries, settings } }
    case 'newer':
      return unavailable('newer-version')
    case 'damaged':
      return unavailable('damaged')
    case 'none':
      // Records without the keys to them: that is no first run.
      if (recordCount > 0) return unavailable('damaged')
      return { found: sentinel.wasHere() ? 'missing' : 'absent' }
  }
}

const unavailable = (reason: UnavailableReason): Found => ({ found: 'unavailable', reason })
