/**
 * AES-256 with a password, revision 6 (ISO 32000-2, 7.6.4.3.4 and 7.6.4.4): what Acrobat X and every reader since
 * opens. jsPDF's own encryption is RC4 with 40 bits, which is no protection (pdf.md 6).
 */
import { cbc, ecb } from '@noble/ciphers/aes.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { Encryption } from './encryption.ts'
import { hexadecimal } from './pdf-text.ts'

/** Everything is allowed to whoever has the password, reading aloud (bit 10) above all. Bits 1 and 2 must be 0. */
const PERMISSIONS = -4
const MOST_BYTES = 127
const BLOCK = 16
const SALT = 8
const KEY = 32
const NO_VECTOR = new Uint8Array(BLOCK)
const ROUNDS = 64
const REPEATS = 64

export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array

const random: FillRandom = (bytes) => crypto.getRandomValues(bytes)

/** Throws on an empty password: it would open for everyone. */
export function aes256(password: string, fill: FillRandom = random): Encryption {
  if (password === '') throw new Error('an empty password')
  const bytes = (length: number) => fill(new Uint8Array(length))
  const fileKey = bytes(KEY)

  // Some readers prepare what is typed by RFC 4013 and some take it as it is. The file has room for two passwords with
  // the same rights: one for each kind, so that a word in any script opens it everywhere.
  const user = entryFor(utf8(password), new Uint8Array(), fileKey, bytes(2 * SALT))
  const owner = entryFor(utf8(prepared(password)), user.entry, fileKey, bytes(2 * SALT))

  const permissions = new Uint8Array(BLOCK)
  new DataView(permissions.buffer).setInt32(0, PERMISSIONS, true)
  // "T": the metadata is encrypted too.
  permissions.set([0xff, 0xff, 0xff, 0xff, ...Array.from('Tadb', (letter) => letter.charCodeAt(0))], 4)
  permissions.set(bytes(4), 12)
  const sealedPermissions = ecb(fileKey, { disablePadding: true }).encrypt(permissions)

  return {
    dictionary: {
      userEntry: user.entry,
      ownerEntry: owner.entry,
      permissions: PERMISSIONS,
      version: 5,
      revision: 6,
      others: [
        '/Length 256',
        '/CF << /StdCF << /Type /CryptFilter /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >>',
        '/StmF /StdCF /StrF /StdCF /EncryptMetadata true',
        `/UE <${hexadecimal(user.key)}> /OE <${hexadecimal(owner.key)}> /Perms <${hexadecimal(sealedPermissions)}>`,
      ].join(' '),
    },
    seal(plain) {
      const vector = bytes(BLOCK)
      const sealed = cbc(fileKey, vector).encrypt(plain)
      const both = new Uint8Array(BLOCK + sealed.length)
      both.set(vector)
      both.set(sealed, BLOCK)
      return both
    },
  }
}

/** The hash with its two salts (U or O), and the file's key locked with the password (UE or OE). */
function entryFor(password: Uint8Array, userEntry: Uint8Array, fileKey: Uint8Array, salts: Uint8Array) {
  const validation = salts.subarray(0, SALT)
  const forKey = salts.subarray(SALT)
  const entry = joined(hardened(password, validation, userEntry), salts)
  const lock = hardened(password, forKey, userEntry)
  return { entry, key: cbc(lock, NO_VECTOR, { disablePadding: true }).encrypt(fileKey) }
}

/** Algorithm 2.B: a hash that takes its time. */
function hardened(password: Uint8Array, salt: Uint8Array, userEntry: Uint8Array): Uint8Array {
  let key: Uint8Array = sha256(joined(password, salt, userEntry))
  for (let round = 1, last = 0; round <= ROUNDS || last > round - 1 - 32; round++) {
    const once = joined(password, key, userEntry)
    const repeated = new Uint8Array(once.length * REPEATS)
    for (let at = 0; at < REPEATS; at++) repeated.set(once, at * once.length)
    const mixed = cbc(key.subarray(0, BLOCK), key.subarray(BLOCK, 2 * BLOCK), {
      disablePadding: true,
    }).encrypt(repeated)
    // The first block as a number, divided by three: 256 leaves 1, so the sum of its bytes has the same rest.
    const rest = mixed.subarray(0, BLOCK).reduce((sum, byte) => sum + byte, 0) % 3
    key = (rest === 0 ? sha256 : rest === 1 ? sha384 : sha512)(mixed)
    last = mixed.at(-1) ?? 0
  }
  return key.slice(0, KEY)
}

const NOTHING = /[\u00ad\u034f\u1806\u180b-\u180d\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/gu
const SPACES = /\p{Zs}/gu

/** SASLprep (RFC 4013) without its prohibitions: what one reader refuses to type another may take. */
function prepared(password: string): string {
  return password.replace(NOTHING, '').replace(SPACES, ' ').normalize('NFKC') || password
}

const utf8 = (text: string) => new TextEncoder().encode(text).subarray(0, MOST_BYTES)

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
