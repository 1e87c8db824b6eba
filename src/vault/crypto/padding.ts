import type { Bytes } from './bytes.ts'

/** The true length stands before the words, in four bytes, big-endian. */
const LENGTH_BYTES = 4
const SMALLEST = 1024
/** Four sizes for each doubling: at most a quarter is wasted, and a row's size tells little of what was written. */
const STEPS_PER_DOUBLING = 4

/** The size of the padded whole for `length` bytes of content. */
export function paddedSize(length: number): number {
  const needed = length + LENGTH_BYTES
  if (needed <= SMALLEST) return SMALLEST
  const doubling = 2 ** Math.floor(Math.log2(needed))
  const step = doubling / STEPS_PER_DOUBLING
  return Math.ceil(needed / step) * step
}

export function pad(content: Bytes): Bytes {
  const padded = new Uint8Array(paddedSize(content.length))
  new DataView(padded.buffer).setUint32(0, content.length)
  padded.set(content, LENGTH_BYTES)
  return padded
}

/** Undefined when the bytes are not what `pad` makes. */
export function unpad(padded: Bytes): Bytes | undefined {
  if (padded.length < LENGTH_BYTES) return undefined
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  if (paddedSize(length) !== padded.length) return undefined
  return padded.slice(LENGTH_BYTES, LENGTH_BYTES + length)
}
