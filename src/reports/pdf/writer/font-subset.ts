/**
 * Cuts a font file down to what a report can use, with HarfBuzz's own subsetter (it ships with harfbuzzjs).
 * Runs when the app is built and in unit tests, never in the app. Same input, same bytes: results are kept in
 * node_modules/.cache under a hash of the font, the request and the subsetter.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FONT_FILES, type FontFile, type FontName } from './font-catalogue.ts'

/** Values of hb_subset_flags_t and hb_subset_sets_t in hb-subset.h. */
const NO_HINTING = 0x1
const DROP_TABLES = 3
const LAYOUT_FEATURES = 6

const BLOB_MODE_WRITABLE = 2

interface Subsetter {
  memory: WebAssembly.Memory
  _initialize(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, context: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_set_clear(set: number): void
  hb_set_invert(set: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_input_set(input: number, which: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_or_fail(face: number, input: number): number
}

const require = createRequire(import.meta.url)
let subsetter: Subsetter | undefined

function open(wasm: Buffer): Subsetter {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(wasm)), {})
  const hb = instance.exports as unknown as Subsetter
  hb._initialize()
  return hb
}

const tag = (name: string) =>
  Array.from(name).reduce((value, letter) => ((value << 8) | letter.charCodeAt(0)) >>> 0, 0)

function cut(hb: Subsetter, font: Uint8Array, file: FontFile): Uint8Array {
  const source = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, source)
  const blob = hb.hb_blob_create(source, font.length, BLOB_MODE_WRITABLE, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  const characters = hb.hb_subset_input_unicode_set(input)
  for (const [first, last] of file.keep) {
    for (let character = first; character <= last; character++) hb.hb_set_add(characters, character)
  }
  const features = hb.hb_subset_input_set(input, LAYOUT_FEATURES)
  hb.hb_set_clear(features)
  if (file.features === 'all') hb.hb_set_invert(features)
  else for (const feature of file.features) hb.hb_set_add(features, tag(feature))
  const dropped = hb.hb_subset_input_set(input, DROP_TABLES)
  for (const table of ['DSIG', 'STAT', 'MATH', 'meta']) hb.hb_set_add(dropped, tag(table))
  hb.hb_subset_input_set_flags(input, NO_HINTING)

  const result = hb.hb_subset_or_fail(face, input)
  if (result === 0) throw new Error(`could not subset ${file.path}`)
  const written = hb.hb_face_reference_blob(result)
  const at = hb.hb_blob_get_data(written, 0)
  const bytes = new Uint8Array(hb.memory.buffer, at, hb.hb_blob_get_length(written)).slice()
  hb.hb_blob_destroy(written)
  hb.hb_face_destroy(result)
  hb.hb_subset_input_destroy(input)
  hb.hb_face_destroy(face)
  hb.hb_blob_destroy(blob)
  hb.free(source)
  return bytes
}

/** The font as it is shipped. `root` is the folder that holds node_modules. Throws if the font is not installed. */
export function subsetFont(name: FontName, root: string): Uint8Array {
  const file = FONT_FILES[name]
  const font = readFileSync(join(root, 'node_modules', file.path))
  const wasm = readFileSync(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))
  const hash = createHash('sha256').update(font).update(wasm).update(JSON.stringify(file)).digest('hex')
  const kept = join(root, 'node_modules/.cache/report-fonts', `${name}-${hash.slice(0, 16)}.ttf`)
  try {
    return new Uint8Array(readFileSync(kept))
  } catch {
    subsetter ??= open(wasm)
    const bytes = cut(subsetter, font, file)
    mkdirSync(dirname(kept), { recursive: true })
    // Written aside and renamed: two builds at once never see half a font.
    const aside = `${kept}.${process.pid}`
    writeFileSync(aside, bytes)
    renameSync(aside, kept)
    return bytes
  }
}
