/**
 * From what a person types to a key that wraps the data key: PBKDF2-SHA256, which every engine has, Lockdown Mode
 * included (Argon2id needs WASM and fails on iOS at 48 MiB: trust.md).
 */
import { utf8, type Bytes } from './bytes.ts'

/** Bitwarden's and OWASP's floor. A vault is never made under it. */
export const FEWEST_ITERATIONS = 600_000
/** Above this a stored number is damage or malice: it would hold the device for minutes. */
export const MOST_ITERATIONS = 20_000_000
const AIM_MS = 500
const PROBE_ITERATIONS = 100_000
const PROBES = 3
const ROUND_TO = 10_000

/**
 * The same passphrase in all the forms in which keyboards and clipboards give it.
 * - NFKC: an accent typed on one keyboard and composed on another is one accent; full-width letters are letters.
 * - White space: tablets add a space after a suggested word.
 * - Quotation marks and dashes: iOS curls and joins them as soon as the field shows its text.
 * Changing this locks people out: a change needs a new version in the wrap.
 */
export function normalisePassphrase(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F]/g, '"')
    .replace(/[-\u2010-\u2015\u2212]+/g, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A key that can wrap and unwrap the data key and do nothing else. About half a second. */
export async function passphraseKey(typed: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const secret = utf8(normalisePassphrase(typed))
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  secret.fill(0)
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

/** How many iterations take this device about half a second; never fewer than the floor. */
export async function calibrateIterations(clock: () => number = () => performance.now()): Promise<number> {
  const times: number[] = []
  for (let probe = 0; probe < PROBES; probe += 1) {
    const before = clock()
    await passphraseKey('calibration', new Uint8Array(16), PROBE_ITERATIONS)
    times.push(clock() - before)
  }
  // The quickest probe is the device's speed; a slower one met other work.
  const fastest = Math.max(Math.min(...times), 0.1)
  const wanted = Math.round((PROBE_ITERATIONS * AIM_MS) / fastest / ROUND_TO) * ROUND_TO
  return Math.min(MOST_ITERATIONS, Math.max(FEWEST_ITERATIONS, wanted))
}
