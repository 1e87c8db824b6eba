/**
 * A font made for one document, in which every glyph stands for exactly one source character (pdf.md 3, "cells").
 *
 * Where several characters make one picture (an Indic syllable, a ligature, a letter with marks), the first that
 * takes room draws the whole cluster and the others are blank; together they are as wide as the cluster. That is
 * what lets readers search and copy the text as it was written, in any script.
 */
import type { FontFace } from './fonts.ts'
import {
  boxAround,
  boxOf,
  compositeGlyph,
  Outlines,
  placed,
  polygonGlyph,
  type Component,
} from './writer/glyf.ts'
import { drawMark } from './writer/mark.ts'
import { isBidiControl } from './writer/scripts.ts'
import { writeSfnt, type WrittenGlyph } from './writer/sfnt.ts'
import type { Cluster } from './writer/shaped.ts'

/** Characters whose width pdf.js ignores: they get none (pdf.md 3). */
const TAKES_NO_ROOM = /[\p{Mn}\p{Cf}]/u

/** Break hints: soft hyphen, zero-width space, word joiner. Left in the text they would hide a word from a search. */
const BREAK_HINTS = new Set([0xad, 0x200b, 0x2060, 0xfeff])

/** A CID is two bytes; leaves of composites need numbers too. */
const MOST_CELLS = 60_000
const PER_EM = 1000

/** A letter under hundreds of pasted marks: the first of them are drawn, all of them can be searched. */
const MOST_GLYPHS_IN_CELL = 64

interface Cell {
  character: string
  /** Font units. */
  width: number
  parts: readonly Component[]
}

export class CellFont {
  private readonly cells: Cell[] = []
  private readonly known = new Map<string, number>()
  private readonly outlines: Outlines
  /** Frames of marks: glyphs that the source font does not have, numbered behind its own. */
  private readonly frames: Uint8Array[] = []
  private readonly frameOf = new Map<number, number>()

  constructor(readonly face: FontFace) {
    this.outlines = new Outlines(face)
  }

  get isFull(): boolean {
    return this.cells.length >= MOST_CELLS
  }

  /** Shows the clusters in their order: the operand of TJ, without its brackets. */
  encode(clusters: readonly Cluster[], rightToLeft: boolean): string {
    let operand = ''
    let open = ''
    for (const cluster of clusters) {
      const { cids, width } = this.cluster(cluster, rightToLeft)
      for (const cid of cids) open += hex(cid)
      if (width !== cluster.advance) {
        if (open !== '') operand += `<${open}>`
        open = ''
        operand += `${Math.round((width - cluster.advance) * (PER_EM / this.face.unitsPerEm) * 100) / 100} `
      }
    }
    return open === '' ? operand : `${operand}<${open}>`
  }

  private cluster(cluster: Cluster, rightToLeft: boolean): { cids: number[]; width: number } {
    const characters = Array.from(cluster.text).filter((character) => !leavesNothing(character))
    if (rightToLeft) characters.reverse()
    const [glyph, dx, dy] = cluster.glyphs
    const only = characters.length === 1 ? characters[0] : undefined
    if (only && glyph !== undefined && cluster.glyphs.length === 3 && dx === 0 && dy === 0) {
      // Kerning belongs to the text, not to the glyph: one cell serves every neighbour.
      const width = TAKES_NO_ROOM.test(only) ? 0 : this.outlines.advance(glyph)
      const parts = this.outlines.flatten(placed(glyph, 0, 0))
      return { cids: [this.cell(parts, width, only, `${glyph}`)], width }
    }
    if (characters.length === 0) return { cids: [], width: 0 }

    const roomy = characters.filter((character) => !TAKES_NO_ROOM.test(character)).length
    const drawer = Math.max(
      0,
      characters.findIndex((character) => !TAKES_NO_ROOM.test(character)),
    )
    const share = roomy === 0 ? 0 : Math.floor(Math.max(0, cluster.advance) / roomy)
    const rest = roomy === 0 ? 0 : Math.max(0, cluster.advance) - share * roomy
    const picture = cluster.mark === undefined ? this.picture(drawnGlyphs(cluster)) : this.mark(cluster.mark)
    const cids = characters.map((character, index) => {
      const draws = index === drawer
      const width = TAKES_NO_ROOM.test(character) ? 0 : share + (draws ? rest : 0)
      const key = draws
        ? cluster.mark === undefined
          ? drawnGlyphs(cluster).join()
          : `mark ${cluster.mark}`
        : ''
      return this.cell(draws ? picture : [], width, character, key)
    })
    return { cids, width: share * roomy + rest }
  }

  private picture(glyphs: readonly number[]): Component[] {
    const parts: Component[] = []
    for (let at = 0; at < glyphs.length; at += 3) {
      const [glyph = 0, dx = 0, dy = 0] = glyphs.slice(at, at + 3)
      parts.push(...this.outlines.flatten(placed(glyph, dx, dy)))
    }
    return parts
  }

  private mark(digits: string): Component[] {
    const { advance, frame, digits: shown, digitScale } = drawMark(digits)
    let glyph = this.frameOf.get(advance)
    if (glyph === undefined) {
      glyph = this.outlines.glyphCount + this.frames.push(polygonGlyph(frame)) - 1
      this.frameOf.set(advance, glyph)
    }
    const parts = [placed(glyph, 0, 0)]
    for (const { digit, x, y } of shown) {
      const drawn = this.face.shaper.nominalGlyph(digit.charCodeAt(0))
      if (drawn !== undefined) parts.push(...this.outlines.flatten(placed(drawn, x, y, digitScale)))
    }
    return parts
  }

  /** CIDs count from 1: 0 is .notdef. */
  private cell(parts: readonly Component[], width: number, character: string, picture: string): number {
    const key = `${picture}|${width}|${character}`
    let cid = this.known.get(key)
    if (cid === undefined) {
      cid = this.cells.push({ character, width, parts })
      this.known.set(key, cid)
    }
    return cid
  }

  /** The TrueType program; glyph numbers are CIDs. */
  program(): Uint8Array {
    const leaves = new Map<number, number>()
    const drawings: (() => Uint8Array)[] = []
    let maxComponents = 1
    for (const { parts } of this.cells) {
      const [part] = parts
      if (!part) {
        drawings.push(() => new Uint8Array())
      } else if (parts.length === 1 && isUnmoved(part)) {
        drawings.push(() => this.leaf(part.glyph))
        // A composite may use this very glyph as its leaf.
        if (!leaves.has(part.glyph)) leaves.set(part.glyph, drawings.length)
      } else {
        maxComponents = Math.max(maxComponents, parts.length)
        const boxes = parts.map((component) => ({ component, box: boxOf(this.leaf(component.glyph)) }))
        drawings.push(() => compositeGlyph(parts, boxAround(boxes), (glyph) => leaves.get(glyph) ?? 0))
      }
    }
    for (const { parts } of this.cells) {
      for (const { glyph } of parts) {
        if (leaves.has(glyph)) continue
        drawings.push(() => this.leaf(glyph))
        leaves.set(glyph, drawings.length)
      }
    }
    const glyphs: WrittenGlyph[] = drawings.map((draw, index) => ({
      bytes: draw(),
      advance: this.cells[index]?.width ?? 0,
    }))
    return writeSfnt(
      this.face,
      [{ bytes: new Uint8Array(), advance: this.face.unitsPerEm / 2 }, ...glyphs],
      maxComponents,
    )
  }

  private leaf(glyph: number): Uint8Array {
    return this.frames[glyph - this.outlines.glyphCount] ?? this.outlines.bytes(glyph)
  }

  /** The `/W` array: widths by CID in thousandths. */
  widths(): string {
    const scale = PER_EM / this.face.unitsPerEm
    return `[1 [${this.cells.map(({ width }) => Math.round(width * scale)).join(' ')}]]`
  }

  /** The ToUnicode CMap: each CID is one character. */
  toUnicode(): string {
    const lines = this.cells.map(({ character }, index) => `<${hex(index + 1)}> <${utf16(character)}>`)
    const blocks: string[] = []
    for (let at = 0; at < lines.length; at += MOST_LINES_IN_BLOCK) {
      const block = lines.slice(at, at + MOST_LINES_IN_BLOCK)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
  }
}

/** ISO 32000 keeps PostScript's limit. */
const MOST_LINES_IN_BLOCK = 100

const hex = (value: number) => value.toString(16).padStart(4, '0')

function utf16(character: string): string {
  let units = ''
  for (let at = 0; at < character.length; at++) units += hex(character.charCodeAt(at))
  return units
}

const drawnGlyphs = ({ glyphs }: Cluster) =>
  glyphs.length > MOST_GLYPHS_IN_CELL * 3 ? glyphs.slice(0, MOST_GLYPHS_IN_CELL * 3) : glyphs

const leavesNothing = (character: string) => {
  const codePoint = character.codePointAt(0) ?? 0
  return BREAK_HINTS.has(codePoint) || isBidiControl(codePoint)
}

const isUnmoved = ({ dx, dy, xx, xy, yx, yy }: Component) =>
  dx === 0 && dy === 0 && xx === 1 && xy === 0 && yx === 0 && yy === 1
