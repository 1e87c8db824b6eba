/** The PDF objects of one cell font: program, ToUnicode, descriptor, CIDFont and the Type0 font that pages name. */
import type { CellFont } from '../ttf-cells.ts'
import type { PutFont } from './jspdf-hooks.ts'
import { binary } from './pdf-text.ts'

/** Font descriptor flags (ISO 32000-1, table 123): glyphs are found by number, not by a standard encoding. */
const SYMBOLIC = 4
const REGULAR_STEM = 80
const BOLD_STEM = 140
const CAP_HEIGHT = 714
const PER_EM = 1000

export function embedFont(
  { font, out, newObject, putStream }: PutFont,
  cells: CellFont,
  index: number,
): void {
  const { face } = cells
  const name = `${subsetPrefix(index)}+Report-${face.name}`
  const scale = PER_EM / face.unitsPerEm
  const head = face.table('head')
  const box = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const bounds = [36, 38, 40, 42].map((at) => Math.round(box.getInt16(at) * scale))

  const program = newObject()
  putStream({ data: binary(cells.program()), addLength1: true, objectId: program })
  out('endobj')
  const toUnicode = newObject()
  putStream({ data: cells.toUnicode(), objectId: toUnicode })
  out('endobj')
  const descriptor = newObject()
  out(
    `<< /Type /FontDescriptor /FontName /${name} /Flags ${SYMBOLIC} /FontBBox [${bounds.join(' ')}] /ItalicAngle 0
/Ascent ${Math.round(face.ascent * scale)} /Descent ${Math.round(-face.descent * scale)} /CapHeight ${CAP_HEIGHT}
/StemV ${face.name.endsWith('bold') ? BOLD_STEM : REGULAR_STEM} /FontFile2 ${program} 0 R >>`,
  )
  out('endobj')
  const descendant = newObject()
  out(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /FontDescriptor ${descriptor} 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/CIDToGIDMap /Identity /DW 0 /W ${cells.widths()} >>`,
  )
  out('endobj')
  font.objectNumber = newObject()
  out(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H
/DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
  )
  out('endobj')
  font.isAlreadyPutted = true
}

/** Six letters that mark a subset (ISO 32000-1, 9.6.4); different for each font of the document. */
function subsetPrefix(index: number): string {
  let prefix = ''
  for (let rest = index, letter = 0; letter < 6; letter++) {
    prefix = String.fromCharCode(65 + (rest % 26)) + prefix
    rest = Math.floor(rest / 26)
  }
  return prefix
}
