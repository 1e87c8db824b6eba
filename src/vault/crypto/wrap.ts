/**
 * The data key, wrapped twice: under the passphrase and under the recovery key. Changing either rewrites these few
 * bytes and no record.
 */
import { randomBytes, utf8, type Bytes } from './bytes.ts'
import { passphraseKey } from './passphrase.ts'
import { recoveryWrappingKey, type RecoveryKey } from './recovery-key.ts'

const SALT_BYTES = 16
const IV_BYTES = 12
const DATA_KEY = { name: 'AES-GCM', length: 256 } as const

export interface Wrap {
  salt: Bytes
  iv: Bytes
  wrapped: Bytes
}

export interface PassphraseWrap extends Wrap {
  iterations: number
}

/** What opens a wrap. */
export type Secret = { by: 'passphrase'; passphrase: string } | { by: 'recovery'; key: RecoveryKey }

/** Made extractable only so that it can be wrapped; unwrap it again to work with it. */
export function newDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(DATA_KEY, true, ['encrypt', 'decrypt'])
}

function additionalData(vaultId: string, by: Secret['by'], iterations: number): Bytes {
  return utf8(JSON.stringify(['wrap', 1, vaultId, by, iterations]))
}

export async function wrapUnderPassphrase(
  dataKey: CryptoKey,
  vaultId: string,
  passphrase: string,
  iterations: number,
): Promise<PassphraseWrap> {
  const salt = randomBytes(SALT_BYTES)
  const wrapping = await passphraseKey(passphrase, salt, iterations)
  const wrap = await wrapKey(dataKey, wrapping, salt, additionalData(vaultId, 'passphrase', iterations))
  return { ...wrap, iterations }
}

export async function wrapUnderRecoveryKey(
  dataKey: CryptoKey,
  vaultId: string,
  key: RecoveryKey,
): Promise<Wrap> {
  const salt = randomBytes(SALT_BYTES)
  const wrapping = await recoveryWrappingKey(key, salt)
  return wrapKey(dataKey, wrapping, salt, additionalData(vaultId, 'recovery', 0))
}

async function wrapKey(dataKey: CryptoKey, wrapping: CryptoKey, salt: Bytes, bound: Bytes): Promise<Wrap> {
  const iv = randomBytes(IV_BYTES)
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, wrapping, {
    name: 'AES-GCM',
    iv,
    additionalData: bound,
  })
  return { salt, iv, wrapped: new Uint8Array(wrapped) }
}

/** What the wraps of one vault are. */
export interface Wraps {
  vaultId: string
  passphraseWrap: PassphraseWrap
  recoveryWrap: Wrap
}

/**
 * The data key, or undefined when the secret is not the right one. `extractable` only to wrap it anew; the key that
 * works on records is never extractable.
 */
export async function unwrapDataKey(
  wraps: Wraps,
  secret: Secret,
  purpose: 'work' | 'wrap-anew' = 'work',
): Promise<CryptoKey | undefined> {
  const { vaultId } = wraps
  const wrap = secret.by === 'passphrase' ? wraps.passphraseWrap : wraps.recoveryWrap
  const iterations = secret.by === 'passphrase' ? wraps.passphraseWrap.iterations : 0
  const wrapping =
    secret.by === 'passphrase'
      ? await passphraseKey(secret.passphrase, wrap.salt, iterations)
      : await recoveryWrappingKey(secret.key, wrap.salt)
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      wrap.wrapped,
      wrapping,
      { name: 'AES-GCM', iv: wrap.iv, additionalData: additionalData(vaultId, secret.by, iterations) },
      DATA_KEY,
      purpose === 'wrap-anew',
      ['encrypt', 'decrypt'],
    )
  } catch {
    return undefined
  }
}
