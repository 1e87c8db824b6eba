/**
 * The recovery key: 130 random bits, printed as seven groups of four characters that are not mistaken for one
 * another (Crockford's base 32: no I, L, O or U), the last two of them a check.
 */
import { randomBytes, utf8, type Bytes } from './bytes.ts'
import { checkSymbols, isWhole } from './check-symbols.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_SYMBOLS = 26
const ALL_SYMBOLS = RANDOM_SYMBOLS + 2
const GROUP = 4
const BITS = 0b11111

/** The canonical text, without groups: what the key is derived from. */
export type RecoveryKey = string & { readonly recoveryKey: true }

export function newRecoveryKey(): RecoveryKey {
  // 256 is a multiple of 32, so five bits of a random byte are evenly spread.
  const symbols = Array.from(randomBytes(RANDOM_SYMBOLS), (byte) => byte & BITS)
  return [...symbols, ...checkSymbols(symbols)]
    .map((symbol) => ALPHABET.charAt(symbol))
    .join('') as RecoveryKey
}

/** Seven groups of four, for paper. */
export function inGroups(key: RecoveryKey): string[] {
  return Array.from({ length: ALL_SYMBOLS / GROUP }, (_, group) =>
    key.slice(group * GROUP, (group + 1) * GROUP),
  )
}

/** Undefined when the check does not fit: a slip of the finger, or not a recovery key at all. */
export function readRecoveryKey(typed: string): RecoveryKey | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const symbols = Array.from(plain, (character) => ALPHABET.indexOf(character))
  if (symbols.length !== ALL_SYMBOLS || symbols.includes(-1) || !isWhole(symbols)) return undefined
  return plain as RecoveryKey
}

/** HKDF suffices: 130 random bits need no slowing down. */
export async function recoveryWrappingKey(key: RecoveryKey, salt: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(key), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('recovery wrap 1') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}
