import { beforeAll, describe, expect, it } from 'vitest'
import { Fonts, type FontFace } from '@/reports/pdf/fonts.ts'
import { CellFont } from '@/reports/pdf/ttf-cells.ts'
import { boxOf, Outlines, placed } from '@/reports/pdf/writer/glyf.ts'
import type { FontName } from '@/reports/pdf/writer/font-catalogue.ts'
import { FONT_FILES } from '@/reports/pdf/writer/font-catalogue.ts'
import { markDigits } from '@/reports/pdf/writer/mark.ts'
import { loadFont } from './fonts-for-tests.ts'

let face: FontFace
beforeAll(async () => {
  face = (await Fonts.load([], loadFont, 'nastaliq')).plain(false)
})
const glyph = (character: string) => face.shaper.nominalGlyph(character.codePointAt(0)!)!
const advance = (character: string) => new Outlines(face).advance(glyph(character))

/** Glyph data, advance and side bearing by number. */
function read(program: Uint8Array) {
  const data = new DataView(program.buffer, program.byteOffset, program.byteLength)
  const tables = new Map<string, Uint8Array>()
  for (let entry = 0; entry < data.getUint16(4); entry++) {
    const at = 12 + entry * 16
    const tag = String.fromCharCode(...program.subarray(at, at + 4))
    tables.set(
      tag,
      program.subarray(data.getUint32(at + 8), data.getUint32(at + 8) + data.getUint32(at + 12)),
    )
  }
  const table = (tag: string) => {
    const bytes = tables.get(tag)!
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  const count = table('maxp').getUint16(4)
  return {
    count,
    tags: [...tables.keys()],
    glyph: (number: number) =>
      tables
        .get('glyf')!
        .subarray(table('loca').getUint32(number * 4), table('loca').getUint32(number * 4 + 4)),
    advance: (number: number) => table('hmtx').getUint16(number * 4),
    bearing: (number: number) => table('hmtx').getInt16(number * 4 + 2),
  }
}
const shown = (operand: string) =>
  operand
    .match(/<([0-9a-f]+)>/g)
    ?.join('')
    .replace(/[<>]/g, '')
    .match(/.{4}/g) ?? []
const characters = (cells: CellFont) =>
  [...cells.toUnicode().matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g)].map(([, cid, hex]) => [
    Number.parseInt(cid!, 16),
    String.fromCharCode(...hex!.match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16))),
  ])

describe('a font of cells', () => {
  it('a plain letter is one cell, used again, and kerning stays in the text', () => {
    const cells = new CellFont(face)
    const a = { text: 'A', advance: advance('A') - 30, glyphs: [glyph('A'), 0, 0] }
    expect(cells.encode([a, { ...a, advance: advance('A') }], false)).toBe('<0001>30 <0001>')
    expect(characters(cells)).toEqual([[1, 'A']])
    expect(cells.widths()).toBe(`[1 [${advance('A')}]]`)
  })

  it('two letters with one picture are two cells, each one character, together as wide', () => {
    const cells = new CellFont(face)
    const operand = cells.encode(
      [{ text: 'fi', advance: 601, glyphs: [glyph('f'), 0, 0, glyph('i'), 300, 0] }],
      false,
    )
    expect(shown(operand)).toEqual(['0001', '0002'])
    expect(characters(cells)).toEqual([
      [1, 'f'],
      [2, 'i'],
    ])
    const program = read(cells.program())
    expect([program.advance(1), program.advance(2)]).toEqual([301, 300])
    expect(program.glyph(1).length, 'draws both').toBeGreaterThan(0)
    expect(program.glyph(2).length, 'is blank').toBe(0)
  })

  it('right to left the characters of a cluster are shown from the last to the first', () => {
    const cells = new CellFont(face)
    cells.encode([{ text: 'ab', advance: 600, glyphs: [glyph('a'), 0, 0, glyph('b'), 300, 0] }], true)
    expect(characters(cells).map(([, character]) => character)).toEqual(['b', 'a'])
    expect(read(cells.program()).glyph(1).length).toBeGreaterThan(0)
  })

  it('a mark takes no room and its letter draws both', () => {
    const cells = new CellFont(face)
    cells.encode(
      [{ text: 'e\u0301', advance: 500, glyphs: [glyph('e'), 0, 0, glyph('\u0301'), 250, 40] }],
      false,
    )
    const program = read(cells.program())
    expect([program.advance(1), program.advance(2)]).toEqual([500, 0])
    expect([program.glyph(1).length > 0, program.glyph(2).length]).toEqual([true, 0])
  })

  it('bidi controls and the word joiner leave nothing in the file', () => {
    const cells = new CellFont(face)
    const blank = { advance: 0, glyphs: [glyph(' '), 0, 0] }
    const controls = ['\u200e', '\u200f', '\u061c', '\u202e', '\u2066', '\u2069', '\u2060']
    expect(
      cells.encode(
        controls.map((text) => ({ ...blank, text })),
        false,
      ),
    ).toBe('')
  })

  it('a character beyond the first plane is one cell with both halves in its name', () => {
    const cells = new CellFont(face)
    cells.encode([{ text: '😀', advance: 900, glyphs: [], mark: markDigits(0x1f600) }], false)
    expect(characters(cells)).toEqual([[1, '😀']])
    expect(read(cells.program()).glyph(1).length, 'a box').toBeGreaterThan(0)
  })

  it('the left side bearing is where the outline begins, or readers would shift it', () => {
    const cells = new CellFont(face)
    cells.encode(
      [
        { text: 'j', advance: advance('j'), glyphs: [glyph('j'), 0, 0] },
        { text: 'V', advance: 700, glyphs: [glyph('V'), 55, 0] },
      ],
      false,
    )
    const program = read(cells.program())
    for (const number of [1, 2]) expect(program.bearing(number)).toBe(boxOf(program.glyph(number)).xMin)
    expect(program.bearing(2)).toBe(boxOf(new Outlines(face).bytes(glyph('V'))).xMin + 55)
  })

  it('holds what a PDF asks for and no more', () => {
    const cells = new CellFont(face)
    cells.encode([{ text: 'A', advance: 600, glyphs: [glyph('A'), 0, 0] }], false)
    const program = read(cells.program())
    expect(program.tags).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])
    expect(program.count).toBe(2)
  })

  it('parts of a glyph move with it and shrink with it', () => {
    const outlines = new Outlines(face)
    const still = outlines.flatten(placed(glyph('é'), 0, 0))
    expect(still.length, 'made of two').toBe(2)
    expect(outlines.flatten(placed(glyph('é'), 100, 20))).toEqual(
      still.map((part) => ({ ...part, dx: part.dx + 100, dy: part.dy + 20 })),
    )
    expect(outlines.flatten(placed(glyph('é'), 0, 0, 0.5))).toEqual(
      still.map((part) => ({ ...part, xx: 0.5, yy: 0.5, dx: part.dx / 2, dy: part.dy / 2 })),
    )
  })

  it('a letter under hundreds of marks stays a glyph that readers accept', () => {
    const cells = new CellFont(face)
    const marks = Array.from({ length: 5000 }, () => [glyph('\u0301'), 0, 0]).flat()
    cells.encode(
      [{ text: `e${'\u0301'.repeat(5000)}`, advance: 500, glyphs: [glyph('e'), 0, 0, ...marks] }],
      false,
    )
    expect(read(cells.program()).glyph(1).length).toBeLessThan(2000)
  })

  it.each(Object.keys(FONT_FILES) as FontName[])('every glyph of %s can be taken apart', async (name) => {
    const { openFaceForTests } = await import('./open-face.ts')
    const opened = await openFaceForTests(name)
    const outlines = new Outlines(opened)
    for (let number = 0; number < outlines.glyphCount; number++) {
      for (const part of outlines.flatten(placed(number, 0, 0))) {
        expect(outlines.bytes(part.glyph).length).toBeGreaterThan(0)
      }
    }
  })
})
