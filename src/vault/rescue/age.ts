/**
 * Text under a passphrase as an `age` file (age-encryption.org/v1), which the public `age` command opens too
 * (design.md 3.15). The file is the library's; the passphrase is stretched here, for two reasons: the library does it
 * in one go, which freezes a tablet for seconds, and it takes on any cost up to 1 GB that a file asks for.
 */
import { Decrypter, Encrypter, Stanza, armor } from 'age-encryption'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { fromUtf8, joinBytes, randomBytes, utf8, type Bytes } from '../crypto/bytes.ts'
import { normalisePassphrase } from '../crypto/passphrase.ts'

export type AgeFault =
  | 'not-age'
  /** Encrypted, but for a key in place of a passphrase. */
  | 'no-passphrase'
  | 'wrong-passphrase'
  /** It asks for more memory than a tablet has. */
  | 'too-costly'
  /** Cut off or altered. */
  | 'broken'
  | 'stopped'

export type OpenedAge = { ok: true; text: string } | { ok: false; reason: AgeFault }

/** log2 of scrypt's N. 17 takes 128 MiB (OWASP's figure); the `age` command makes 18, which is still taken. */
export const WORK_FACTOR = 17
const MOST_WORK_FACTOR = 18
const LABEL = utf8('age-encryption.org/v1/scrypt')
const SALT_BYTES = 16
const WRAPPED_BYTES = 32
const FIRST_LINE = 'age-encryption.org/v1\n'
const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----'
/** A header with a passphrase takes some 150 bytes. */
const LONGEST_HEADER = 4096

class Stopped extends Error {}

function stretch(
  passphrase: string,
  salt: Bytes,
  workFactor: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const onProgress = () => {
    if (signal?.aborted) throw new Stopped()
  }
  onProgress()
  return scryptAsync(utf8(passphrase), joinBytes(LABEL, salt), {
    N: 2 ** workFactor,
    r: 8,
    p: 1,
    dkLen: 32,
    onProgress,
  })
}

/** The key is used once, so the nonce may be zero: the format says so. */
const cipher = (key: Uint8Array) => chacha20poly1305(key, new Uint8Array(12))

export async function sealAge(
  text: string,
  passphrase: string,
  workFactor = WORK_FACTOR,
  signal?: AbortSignal,
): Promise<Bytes> {
  const encrypter = new Encrypter()
  encrypter.addRecipient({
    async wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_BYTES)
      const key = await stretch(normalisePassphrase(passphrase), salt, workFactor, signal)
      return [new Stanza(['scrypt', toBase64(salt), String(workFactor)], cipher(key).encrypt(fileKey))]
    },
  })
  return new Uint8Array(await encrypter.encrypt(utf8(text)))
}

export async function openAge(file: Bytes, passphrase: string, signal?: AbortSignal): Promise<OpenedAge> {
  const bytes = withoutArmour(file)
  if (!bytes || !beginsWith(bytes, FIRST_LINE)) return { ok: false, reason: 'not-age' }
  if (!asAscii(bytes.subarray(0, LONGEST_HEADER)).includes('\n--- ')) return { ok: false, reason: 'broken' }
  let fault: AgeFault = 'broken'
  const decrypter = new Decrypter()
  decrypter.addIdentity({
    async unwrapFileKey(stanzas) {
      const asked = readStanzas(stanzas)
      if (typeof asked === 'string') {
        fault = asked
        return null
      }
      for (const typed of new Set([normalisePassphrase(passphrase), passphrase])) {
        const fileKey = await unwrap(asked, typed, signal)
        if (fileKey) return fileKey
      }
      fault = 'wrong-passphrase'
      return null
    },
  })
  try {
    return { ok: true, text: fromUtf8(new Uint8Array(await decrypter.decrypt(bytes))) }
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, reason: 'stopped' }
    return { ok: false, reason: error instanceof RangeError ? 'too-costly' : fault }
  }
}

interface Asked {
  salt: Bytes
  workFactor: number
  wrapped: Uint8Array
}

function readStanzas(stanzas: readonly Stanza[]): Asked | AgeFault {
  const [stanza, ...others] = stanzas
  if (stanza?.args[0] !== 'scrypt') return 'no-passphrase'
  const [, salt = '', workFactor = ''] = stanza.args
  const asked = { salt: fromBase64(salt), workFactor: Number(workFactor), wrapped: stanza.body }
  if (others.length > 0 || stanza.args.length !== 3 || !/^[1-9]\d*$/.test(workFactor)) return 'broken'
  if (asked.salt?.length !== SALT_BYTES || asked.wrapped.length !== WRAPPED_BYTES) return 'broken'
  return asked.workFactor > MOST_WORK_FACTOR ? 'too-costly' : { ...asked, salt: asked.salt }
}

async function unwrap(asked: Asked, typed: string, signal?: AbortSignal): Promise<Uint8Array | undefined> {
  const key = await stretch(typed, asked.salt, asked.workFactor, signal)
  try {
    return cipher(key).decrypt(asked.wrapped)
  } catch {
    return undefined
  }
}

/** Mail and some copy programs carry a file better as letters: `age -a` makes such. */
function withoutArmour(file: Bytes): Bytes | undefined {
  if (!beginsWith(file, ARMOUR)) return file
  try {
    return new Uint8Array(armor.decode(asAscii(file)))
  } catch {
    return undefined
  }
}

const beginsWith = (bytes: Bytes, text: string) => asAscii(bytes.subarray(0, text.length)) === text

const asAscii = (bytes: Bytes) => new TextDecoder('latin1').decode(bytes)

/** Without padding, as the format wants it. */
const toBase64 = (bytes: Bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')

function fromBase64(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9+/]+$/.test(text)) return undefined
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
