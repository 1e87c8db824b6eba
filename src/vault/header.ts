/** The row that holds the wrapped keys. In clear, and useless without the passphrase or the recovery key. */
import { sameBytes, utf8, type Bytes } from './crypto/bytes.ts'
import { MOST_ITERATIONS } from './crypto/passphrase.ts'
import type { Wraps } from './crypto/wrap.ts'
import type { MetaRow } from './database.ts'

export const HEADER_FORMAT = 1

export interface Header extends Wraps {
  format: number
  /** Days since 1970-01-01 UTC. */
  createdDay: number
  /** SHA-256 of the rest: tells a damaged row from a wrong passphrase. No defence against malice: the wraps are. */
  check: Bytes
}

export type ReadHeader = { found: 'none' | 'damaged' | 'newer' } | { found: 'header'; header: Header }

export async function makeHeader(wraps: Wraps, createdDay: number): Promise<Header> {
  const header = { format: HEADER_FORMAT, createdDay, ...wraps }
  return { ...header, check: await checkOf(header) }
}

/** The wrong passphrase and a damaged wrap look the same to the cipher: `wrapsAreWhole` tells them apart. */
export async function wrapsAreWhole(header: Header): Promise<boolean> {
  return sameBytes(await checkOf(header), header.check)
}

async function checkOf(header: Omit<Header, 'check'>): Promise<Bytes> {
  const { passphraseWrap: one, recoveryWrap: two } = header
  const parts = [one.salt, one.iv, one.wrapped, two.salt, two.iv, two.wrapped].map((bytes) =>
    Array.from(bytes),
  )
  const text = JSON.stringify([header.format, header.vaultId, header.createdDay, one.iterations, parts])
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)))
}

export function readHeader(row: MetaRow | undefined): ReadHeader {
  if (!row) return { found: 'none' }
  const value = row.value
  if (!isObject(value)) return { found: 'damaged' }
  if (typeof value.format === 'number' && value.format > HEADER_FORMAT) return { found: 'newer' }
  return isHeader(value) ? { found: 'header', header: value } : { found: 'damaged' }
}

function isHeader(value: Record<string, unknown>): value is Record<string, unknown> & Header {
  return (
    value.format === HEADER_FORMAT &&
    typeof value.vaultId === 'string' &&
    Number.isSafeInteger(value.createdDay) &&
    value.check instanceof Uint8Array &&
    isWrap(value.passphraseWrap) &&
    isIterations(value.passphraseWrap.iterations) &&
    isWrap(value.recoveryWrap)
  )
}

const isIterations = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= MOST_ITERATIONS

function isWrap(value: unknown): value is Record<string, unknown> {
  return (
    isObject(value) &&
    value.salt instanceof Uint8Array &&
    value.iv instanceof Uint8Array &&
    value.wrapped instanceof Uint8Array
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
