/** The wrapped keys on the disk: making them, opening them with a secret, wrapping them anew. Counts wrong tries. */
import type { Connection } from './connection.ts'
import { newId, sameBytes } from './crypto/bytes.ts'
import { inGroups, newRecoveryKey, readRecoveryKey } from './crypto/recovery-key.ts'
import {
  newDataKey,
  unwrapDataKey,
  wrapUnderPassphrase,
  wrapUnderRecoveryKey,
  type Secret,
} from './crypto/wrap.ts'
import { normalisePassphrase } from './crypto/passphrase.ts'
import { dayOf, type MetaRow } from './database.ts'
import { failureReason, VaultFailure } from './failure.ts'
import { makeHeader, readHeader, wrapsAreWhole, type Header } from './header.ts'
import { createLedger } from './ledger.ts'
import { passphraseStrength } from './passphrase-strength.ts'
import type { Session } from './session.ts'
import { countTry, NO_TRIES, readTries, retryAt, settleTries, type Tries } from './throttle.ts'
import type { CreateResult, Proof, RecoveryKeyResult, Refusal, UnlockResult } from './types.ts'

export interface KeyringParts {
  connection: Connection
  now: () => number
  calibrate: () => Promise<number>
}

export type OpenedSession = { ok: true; session: Session } | Refusal

export interface Keyring {
  /** Epoch ms before which no try is made, or null; as far as this page knows. */
  retryAt(): number | null
  /** Takes over what the database says of earlier tries. */
  readTries(row: MetaRow | undefined): Promise<void>
  create(passphrase: string): Promise<{ result: CreateResult; session?: Session }>
  open(proof: Proof, newPassphrase?: string): Promise<OpenedSession>
  changePassphrase(proof: Proof, next: string): Promise<UnlockResult>
  replaceRecoveryKey(passphrase: string): Promise<RecoveryKeyResult>
}

export function createKeyring({ connection, now, calibrate }: KeyringParts): Keyring {
  let tries: Tries = NO_TRIES
  /** The last count could not be written (no room, for one): then this page's memory is what counts. */
  let onlyInMemory = false

  async function keepTries(next: Tries): Promise<void> {
    tries = next
    try {
      await connection.use((database) => database.meta.put({ name: 'tries', value: next }))
      onlyInMemory = false
    } catch {
      onlyInMemory = true
    }
  }

  async function takeTries(row: MetaRow | undefined): Promise<void> {
    const known = onlyInMemory ? tries : readTries(row)
    const settled = settleTries(known, now())
    tries = settled
    if (settled !== known) await keepTries(settled)
  }

  /** What the database holds, or the refusal that follows from it. */
  async function readRows(): Promise<Header | Refusal> {
    const [headerRow, triesRow] = await connection.use((database) =>
      database.meta.bulkGet(['vault', 'tries']),
    )
    await takeTries(triesRow)
    const read = readHeader(headerRow)
    return read.found === 'header' ? read.header : { ok: false, reason: 'damaged' }
  }

  /** The data key, if the proof is right. Every try is counted before it is made. */
  async function prove(
    proof: Proof,
    purpose: 'work' | 'wrap-anew',
  ): Promise<{ ok: true; key: CryptoKey; header: Header; secret: Secret } | Refusal> {
    const secret = readProof(proof)
    if (!secret) return { ok: false, reason: 'slip' }
    const header = await readRows()
    if ('ok' in header) return header
    const until = retryAt(tries, now())
    if (until !== null) return { ok: false, reason: 'wait', retryAt: until }
    if (isEmpty(secret)) return { ok: false, reason: 'wrong', retryAt: null }
    await keepTries(countTry(tries, now()))
    const key = await unwrapDataKey(header, secret, purpose)
    if (key) {
      await keepTries(NO_TRIES)
      return { ok: true, key, header, secret }
    }
    if (!(await wrapsAreWhole(header))) return { ok: false, reason: 'damaged' }
    return { ok: false, reason: 'wrong', retryAt: retryAt(tries, now()) }
  }

  async function writeHeader(before: Header, after: Header): Promise<void> {
    await connection.use((database) =>
      database.transaction('rw', database.meta, async () => {
        const stored = readHeader(await database.meta.get('vault'))
        if (stored.found !== 'header') throw new VaultFailure('refused')
        // Run twice after a lost connection: the first may have arrived.
        if (sameBytes(stored.header.check, after.check)) return
        if (!sameBytes(stored.header.check, before.check)) throw new VaultFailure('other-tab')
        await database.meta.put({ name: 'vault', value: after })
      }),
    )
  }

  async function wrapAnew(header: Header, dataKey: CryptoKey, passphrase: string): Promise<Header> {
    // A busy moment measures too few: what the device could once do, it can still do.
    const iterations = Math.max(await calibrate(), header.passphraseWrap.iterations)
    const passphraseWrap = await wrapUnderPassphrase(dataKey, header.vaultId, passphrase, iterations)
    const after = await makeHeader({ ...wrapsOf(header), passphraseWrap }, header.createdDay)
    await writeHeader(header, after)
    return after
  }

  async function changePassphrase(
    proof: Proof,
    next: string,
  ): Promise<{ ok: true; header: Header; secret: Secret } | Refusal> {
    if (!passphraseStrength(next).acceptable) return { ok: false, reason: 'weak-passphrase' }
    const proven = await prove(proof, 'wrap-anew')
    if (!proven.ok) return proven
    const header = await wrapAnew(proven.header, proven.key, next)
    return { ok: true, header, secret: { by: 'passphrase', passphrase: next } }
  }

  async function open(proof: Proof, newPassphrase?: string): Promise<OpenedSession> {
    if (newPassphrase === undefined) {
      const proven = await prove(proof, 'work')
      return proven.ok ? { ok: true, session: sessionOf(proven.header, proven.key) } : proven
    }
    const changed = await changePassphrase(proof, newPassphrase)
    if (!changed.ok) return changed
    // Opening with the new passphrase proves that it opens.
    const key = await unwrapDataKey(changed.header, changed.secret)
    return key ? { ok: true, session: sessionOf(changed.header, key) } : { ok: false, reason: 'damaged' }
  }

  async function create(passphrase: string): Promise<{ result: CreateResult; session?: Session }> {
    if (!passphraseStrength(passphrase).acceptable)
      return { result: { ok: false, reason: 'weak-passphrase' } }
    const vaultId = newId()
    const dataKey = await newDataKey()
    const recoveryKey = newRecoveryKey()
    const [passphraseWrap, recoveryWrap] = await Promise.all([
      calibrate().then((iterations) => wrapUnderPassphrase(dataKey, vaultId, passphrase, iterations)),
      wrapUnderRecoveryKey(dataKey, vaultId, recoveryKey),
    ])
    const header = await makeHeader({ vaultId, passphraseWrap, recoveryWrap }, dayOf(now()))
    // Working with what the recovery key opens proves that it opens.
    const key = await unwrapDataKey(header, { by: 'recovery', key: recoveryKey })
    if (!key) return { result: { ok: false, reason: 'storage', failure: 'unknown' } }
    const session = sessionOf(header, key)
    const ledgerRow = await session.ledger.sealedWith(key, vaultId, [], now())
    const made = await connection.use((database) =>
      database.transaction('rw', database.meta, database.records, async () => {
        const stored = readHeader(await database.meta.get('vault'))
        if (stored.found !== 'none') return stored.found === 'header' && stored.header.vaultId === vaultId
        await database.records.clear()
        await database.meta.put({ name: 'vault', value: header })
        await database.records.put(ledgerRow)
        return true
      }),
    )
    if (!made) return { result: { ok: false, reason: 'exists' } }
    await keepTries(NO_TRIES)
    return { result: { ok: true, recoveryKey: inGroups(recoveryKey) }, session }
  }

  async function replaceRecoveryKey(passphrase: string): Promise<RecoveryKeyResult> {
    const proven = await prove({ passphrase }, 'wrap-anew')
    if (!proven.ok) return proven
    const { header, key } = proven
    const recoveryKey = newRecoveryKey()
    const recoveryWrap = await wrapUnderRecoveryKey(key, header.vaultId, recoveryKey)
    await writeHeader(header, await makeHeader({ ...wrapsOf(header), recoveryWrap }, header.createdDay))
    return { ok: true, recoveryKey: inGroups(recoveryKey) }
  }

  return {
    retryAt: () => retryAt(tries, now()),
    readTries: takeTries,
    create: (passphrase) => create(passphrase).catch((error: unknown) => ({ result: storageRefusal(error) })),
    open: (proof, next) => open(proof, next).catch(storageRefusal),
    changePassphrase: (proof, next) =>
      changePassphrase(proof, next).then((changed) => (changed.ok ? { ok: true } : changed), storageRefusal),
    replaceRecoveryKey: (passphrase) => replaceRecoveryKey(passphrase).catch(storageRefusal),
  }
}

function storageRefusal(error: unknown): {
  ok: false
  reason: 'storage'
  failure: ReturnType<typeof failureReason>
} {
  return { ok: false, reason: 'storage', failure: failureReason(error) }
}

const sessionOf = (header: Header, key: CryptoKey): Session => ({
  vaultId: header.vaultId,
  key,
  ledger: createLedger(),
})

const wrapsOf = ({ vaultId, passphraseWrap, recoveryWrap }: Header) => ({
  vaultId,
  passphraseWrap,
  recoveryWrap,
})

/** Undefined for a recovery key with a slip in it, which is not worth a try. */
function readProof(proof: Proof): Secret | undefined {
  if ('passphrase' in proof) return { by: 'passphrase', passphrase: proof.passphrase }
  const key = readRecoveryKey(proof.recoveryKey)
  return key && { by: 'recovery', key }
}

/** No try at all; and some engines refuse to derive from nothing. */
const isEmpty = (secret: Secret): boolean =>
  secret.by === 'passphrase' && normalisePassphrase(secret.passphrase) === ''
