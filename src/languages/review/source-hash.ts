/** The short name of a wording: it tells whether a translation still belongs to the English it was made from. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** 48 bits. Nothing secret hangs on it: it only has to tell a few thousand wordings apart. */
const HEX_DIGITS = 12

/** The shape of what `hashOf` returns. */
export const HASH = /^[0-9a-f]{12}$/

export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, HEX_DIGITS)
}
