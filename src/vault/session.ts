/** What exists only while the vault is open, and is dropped whole when it locks. */
import { open, seal } from './crypto/seal.ts'
import { dayOf, type RecordRow } from './database.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import type { SetAsideReason, StoredRecord } from './types.ts'

export interface Session {
  readonly vaultId: string
  /** Not extractable. */
  readonly key: CryptoKey
  readonly ledger: Ledger
}

/** What is sealed in a row. */
interface Content {
  /** Epoch ms. */
  savedAt: number
  body: unknown
}

export interface RowToSeal {
  id: string
  kind: string
  revision: number
  savedAt: number
  body: unknown
}

/** Encryption has begun, and `body` is no longer needed, when this returns. */
export function sealRow(session: Session, row: RowToSeal): Promise<RecordRow> {
  const { id, kind, revision, savedAt } = row
  const content: Content = { savedAt, body: row.body }
  const sealing = seal(session.key, { vaultId: session.vaultId, kind, id, revision }, content)
  return sealing.then((sealed) => ({ id, kind, revision, day: dayOf(savedAt), sealed }))
}

export type OpenedRow =
  { ok: true; record: StoredRecord<unknown> } | { ok: false; id: string; kind: string; why: SetAsideReason }

/** Opens one row, and holds it against what the ledger knows of it. */
export async function openRow(
  session: Session,
  row: RecordRow,
  expected: LedgerEntry | undefined,
): Promise<OpenedRow> {
  const named = { ok: false, id: asText(row.id), kind: expected?.kind ?? asText(row.kind) } as const
  if (!isSound(row)) return { ...named, why: 'unreadable' }
  const { id, kind, revision } = row
  const opened = await open(session.key, { vaultId: session.vaultId, kind, id, revision }, row.sealed)
  if (!opened.ok) return { ...named, why: opened.why }
  if (!isContent(opened.content)) return { ...named, why: 'unreadable' }
  if (expected?.removed) return { ...named, why: 'removed-earlier' }
  if (expected && revision < expected.revision) return { ...named, why: 'older-than-expected' }
  const { savedAt, body } = opened.content
  return { ok: true, record: { id, kind, revision, savedAt, body } }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Whoever can write to the disk can write anything there. */
function isSound(row: RecordRow): boolean {
  const { id, kind, revision, sealed }: Record<keyof RecordRow, unknown> = row
  return (
    typeof id === 'string' &&
    typeof kind === 'string' &&
    Number.isSafeInteger(revision) &&
    sealed instanceof Uint8Array
  )
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && 'savedAt' in value && 'body' in value
}
