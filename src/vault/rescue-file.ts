/**
 * The words that the disk does not take, as an encrypted file that a person can keep elsewhere, and the way back
 * (design.md 3.2). A file is called made only after it was opened again (trust.md: backups that did not restore).
 */
// Through the door, like the pages: then the vault stays one chunk (0.9 kB less on the first screen).
import { passphraseStrength, VaultFailure } from './index.ts'
import { openAge, sealAge, type AgeFault } from './rescue/age.ts'
import { bringBack, type BroughtBack } from './rescue/bring-back.ts'
import { compareAll } from './rescue/compare.ts'
import { readEnvelope, writeEnvelope, type RescuedRecord } from './rescue/envelope.ts'
import type { Found, RescueContents, RescueItem, RescueParts, RescueRules } from './rescue/rescue-types.ts'

export { bringBack }
export type { BroughtBack, Found, RescueContents, RescueItem, RescuedRecord, RescueParts, RescueRules }

/** Far above what a person types; what is larger is another file, or made to fill the memory. */
const MOST_BYTES = 32 * 1024 * 1024
const MEDIA_TYPE = 'application/octet-stream'

export type MadeRescueFile =
  | {
      ok: true
      file: Blob
      /** How many records have words in it that are not on the disk. */ records: number
    }
  | {
      ok: false
      reason: 'nothing-unsaved' | 'weak-passphrase' | 'too-big' | 'locked' | 'stopped' | 'not-made'
    }

export interface MakeOptions {
  /** What unsaved words belong to, and would not be found without. */
  alongside?: (
    unsaved: readonly RescuedRecord[],
  ) => Promise<readonly Omit<RescuedRecord, 'unsaved' | 'after'>[]>
  signal?: AbortSignal
}

export async function makeRescueFile(
  parts: RescueParts,
  passphrase: string,
  { alongside, signal }: MakeOptions = {},
): Promise<MadeRescueFile> {
  if (!passphraseStrength(passphrase).acceptable) return { ok: false, reason: 'weak-passphrase' }
  try {
    const session = parts.session()
    const unsaved = (await parts.unsaved()).map(({ id, kind, revision, body }): RescuedRecord => ({
      id,
      kind,
      body,
      after: revision,
      unsaved: true,
    }))
    if (unsaved.length === 0) return { ok: false, reason: 'nothing-unsaved' }
    const taken = new Set(unsaved.map(({ id }) => id))
    const others = ((await alongside?.(unsaved)) ?? []).filter(({ id }) => !taken.has(id))
    const records = [...unsaved, ...others.map((other) => ({ ...other, after: 0, unsaved: false }))]
    const text = writeEnvelope({ vaultId: session.vaultId, madeAt: parts.now(), records })
    const bytes = await sealAge(text, passphrase, parts.workFactor, signal)
    if (bytes.length > MOST_BYTES) return { ok: false, reason: 'too-big' }
    const file = new Blob([bytes], { type: MEDIA_TYPE })
    const opened = await openAge(new Uint8Array(await file.arrayBuffer()), passphrase, signal)
    if (!opened.ok) return { ok: false, reason: opened.reason === 'stopped' ? 'stopped' : 'not-made' }
    if (opened.text !== text || !readEnvelope(opened.text).ok) return { ok: false, reason: 'not-made' }
    return parts.session() === session
      ? { ok: true, file, records: unsaved.length }
      : { ok: false, reason: 'locked' }
  } catch (error) {
    if (signal?.aborted) return { ok: false, reason: 'stopped' }
    const isLocked = error instanceof VaultFailure && error.reason === 'locked'
    return { ok: false, reason: isLocked ? 'locked' : 'not-made' }
  }
}

export type ReadFault =
  | AgeFault
  | 'too-big'
  /** The browser could not read the file that was chosen. */
  | 'file-unreadable'
  | 'not-ours'
  | 'newer-version'
  /** The vault could not be looked at. */
  | 'storage'

export type ReadRescueFile = { ok: true; contents: RescueContents } | { ok: false; reason: ReadFault }

export async function readRescueFile(
  parts: RescueParts,
  file: Blob,
  passphrase: string,
  rules: RescueRules,
  signal?: AbortSignal,
): Promise<ReadRescueFile> {
  if (file.size > MOST_BYTES) return { ok: false, reason: 'too-big' }
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) return { ok: false, reason: 'file-unreadable' }
  const opened = await openAge(new Uint8Array(bytes), passphrase, signal)
  if (!opened.ok) return opened
  const read = readEnvelope(opened.text)
  if (!read.ok) return read
  try {
    const items = await compareAll(parts, rules, read.envelope)
    return { ok: true, contents: { envelope: read.envelope, items } }
  } catch {
    return { ok: false, reason: 'storage' }
  }
}
