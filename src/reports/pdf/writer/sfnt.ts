/** The file around the outlines: a TrueType program as a PDF embeds it (ISO 32000-1, 9.9: no cmap, post or name). */
import type { FontFace } from '../fonts.ts'
import { boxOf } from './glyf.ts'

const TRUETYPE = 0x00010000
const CHECKSUM_OF_FONT = 0xb1b0afba

export interface WrittenGlyph {
  bytes: Uint8Array
  advance: number
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** `maxComponents`: the longest list of parts in a composite glyph. */
export function writeSfnt(
  face: FontFace,
  glyphs: readonly WrittenGlyph[],
  maxComponents: number,
): Uint8Array {
  const lengths = glyphs.map(({ bytes }) => (bytes.length + 3) & ~3)
  const glyf = new Uint8Array(lengths.reduce((total, length) => total + length, 0))
  const loca = new Uint8Array((glyphs.length + 1) * 4)
  const hmtx = new Uint8Array(glyphs.length * 4)
  let at = 0
  glyphs.forEach(({ bytes, advance }, index) => {
    glyf.set(bytes, at)
    view(loca).setUint32(index * 4, at)
    view(hmtx).setUint16(index * 4, advance)
    // The left side bearing equals xMin, or readers shift the outline.
    view(hmtx).setInt16(index * 4 + 2, boxOf(bytes).xMin)
    at += lengths[index] ?? 0
  })
  view(loca).setUint32(glyphs.length * 4, at)

  const head = face.table('head').slice()
  view(head).setUint32(8, 0)
  view(head).setInt16(50, 1)
  const hhea = face.table('hhea').slice()
  view(hhea).setUint16(34, glyphs.length)
  const maxp = face.table('maxp').slice()
  view(maxp).setUint16(4, glyphs.length)
  view(maxp).setUint16(8, Math.max(view(maxp).getUint16(8), MAX_FLATTENED_POINTS))
  view(maxp).setUint16(10, Math.max(view(maxp).getUint16(10), MAX_FLATTENED_POINTS))
  view(maxp).setUint16(28, Math.max(1, maxComponents))
  view(maxp).setUint16(30, 1)

  const tables: [string, Uint8Array][] = [
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ]
  for (const hinting of ['cvt ', 'fpgm', 'prep']) {
    const table = face.table(hinting)
    if (table.length > 0) tables.push([hinting, table])
  }
  return assemble(tables)
}

/** maxCompositePoints and maxCompositeContours only size a reader's buffers: a generous figure is right. */
const MAX_FLATTENED_POINTS = 4096

function assemble(tables: readonly [string, Uint8Array][]): Uint8Array {
  const sorted = tables.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const directory = 12 + sorted.length * 16
  const size = sorted.reduce((total, [, bytes]) => total + ((bytes.length + 3) & ~3), directory)
  const file = new Uint8Array(size)
  const data = view(file)
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  data.setUint32(0, TRUETYPE)
  data.setUint16(4, sorted.length)
  data.setUint16(6, power * 16)
  data.setUint16(8, Math.log2(power))
  data.setUint16(10, (sorted.length - power) * 16)
  let at = directory
  let headAt = 0
  sorted.forEach(([tag, bytes], index) => {
    const entry = 12 + index * 16
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter)
    file.set(bytes, at)
    const padded = (bytes.length + 3) & ~3
    data.setUint32(entry + 4, checksum(file.subarray(at, at + padded)))
    data.setUint32(entry + 8, at)
    data.setUint32(entry + 12, bytes.length)
    if (tag === 'head') headAt = at
    at += padded
  })
  data.setUint32(headAt + 8, (CHECKSUM_OF_FONT - checksum(file)) >>> 0)
  return file
}

function checksum(bytes: Uint8Array): number {
  const data = view(bytes)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + data.getUint32(at)) >>> 0
  return sum
}
