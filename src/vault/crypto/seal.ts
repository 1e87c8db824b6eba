/**
 * One row, sealed: version byte · IV (12 bytes) · AES-256-GCM ciphertext with its tag (16 bytes).
 *
 * The additional data names the vault, the row's kind, id and revision, and the version: a row that is moved,
 * renamed or given another revision does not open (design.md 3.1).
 */
import { fromUtf8, joinBytes, randomBytes, utf8, type Bytes } from './bytes.ts'
import { pad, unpad } from './padding.ts'

export const SEAL_VERSION = 1
const VERSION_BYTES = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** What a sealed row is bound to. */
export interface Label {
  vaultId: string
  kind: string
  id: string
  revision: number
}

export type Opened = { ok: true; content: unknown } | { ok: false; why: 'unreadable' | 'newer-format' }

/** JSON keeps the parts apart whatever characters are in them. */
function additionalData(label: Label, version: number): Bytes {
  return utf8(JSON.stringify(['seal', version, label.vaultId, label.kind, label.id, label.revision]))
}

/**
 * Seals any JSON value. The value is read and the encryption begun before this returns, so the caller may drop
 * both value and key at once: the lock counts on it.
 */
export function seal(key: CryptoKey, label: Label, content: unknown): Promise<Bytes> {
  const iv = randomBytes(IV_BYTES)
  const words = utf8(JSON.stringify(content))
  const padded = pad(words)
  const sealing = crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: additionalData(label, SEAL_VERSION) },
    key,
    padded,
  )
  // WebCrypto has taken its copy by now ("get a copy of the bytes" comes before the promise is returned).
  words.fill(0)
  padded.fill(0)
  return sealing.then((ciphertext) => joinBytes(Uint8Array.of(SEAL_VERSION), iv, new Uint8Array(ciphertext)))
}

export async function open(key: CryptoKey, label: Label, sealed: Bytes): Promise<Opened> {
  const version = sealed[0]
  if (version === undefined || sealed.length < VERSION_BYTES + IV_BYTES + TAG_BYTES) {
    return { ok: false, why: 'unreadable' }
  }
  if (version > SEAL_VERSION) return { ok: false, why: 'newer-format' }
  const iv = sealed.subarray(VERSION_BYTES, VERSION_BYTES + IV_BYTES)
  try {
    const padded = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: additionalData(label, version) },
      key,
      sealed.subarray(VERSION_BYTES + IV_BYTES),
    )
    const words = unpad(new Uint8Array(padded))
    if (!words) return { ok: false, why: 'unreadable' }
    return { ok: true, content: JSON.parse(fromUtf8(words)) as unknown }
  } catch {
    return { ok: false, why: 'unreadable' }
  }
}
