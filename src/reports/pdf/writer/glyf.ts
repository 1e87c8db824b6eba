/** TrueType outlines: reading the glyphs of an opened font, and writing new ones (OpenType 1.9, table `glyf`). */
import type { FontFace } from '../fonts.ts'

const ARGUMENTS_ARE_WORDS = 0x1
const ARGUMENTS_ARE_OFFSETS = 0x2
const HAS_SCALE = 0x8
const MORE_COMPONENTS = 0x20
const HAS_TWO_SCALES = 0x40
const HAS_TWO_BY_TWO = 0x80
const ONE = 0x4000

export interface Box {
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

/** x' = xx*x + yx*y + dx and y' = xy*x + yy*y + dy, for a glyph that has points of its own. */
export interface Component {
  glyph: number
  dx: number
  dy: number
  xx: number
  xy: number
  yx: number
  yy: number
}

export const placed = (glyph: number, dx: number, dy: number, scale = 1): Component => ({
  glyph,
  dx,
  dy,
  xx: scale,
  xy: 0,
  yx: 0,
  yy: scale,
})

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const f2dot14 = (data: DataView, at: number) => data.getInt16(at) / ONE

/** The outlines of one font file. */
export class Outlines {
  private readonly glyf: Uint8Array
  private readonly loca: DataView
  private readonly hmtx: DataView
  private readonly longLoca: boolean
  private readonly metrics: number
  readonly glyphCount: number

  constructor(face: FontFace) {
    this.glyf = face.table('glyf')
    this.loca = view(face.table('loca'))
    this.hmtx = view(face.table('hmtx'))
    this.longLoca = view(face.table('head')).getInt16(50) === 1
    this.metrics = view(face.table('hhea')).getUint16(34)
    this.glyphCount = view(face.table('maxp')).getUint16(4)
  }

  /** The glyph's bytes; none for a blank such as the space. */
  bytes(glyph: number): Uint8Array {
    const [from, to] = this.longLoca
      ? [this.loca.getUint32(glyph * 4), this.loca.getUint32(glyph * 4 + 4)]
      : [this.loca.getUint16(glyph * 2) * 2, this.loca.getUint16(glyph * 2 + 2) * 2]
    return this.glyf.subarray(from, to)
  }

  advance(glyph: number): number {
    return this.hmtx.getUint16(Math.min(glyph, this.metrics - 1) * 4)
  }

  /** The glyph as a list of glyphs with points of their own; empty for a blank. */
  flatten(at: Component): Component[] {
    const bytes = this.bytes(at.glyph)
    if (bytes.length === 0) return []
    const data = view(bytes)
    if (data.getInt16(0) >= 0) return [at]
    return readComponents(data).flatMap((part) => this.flatten(combine(at, part)))
  }

  box(glyph: number): Box {
    return boxOf(this.bytes(glyph))
  }
}

export function boxOf(glyph: Uint8Array): Box {
  if (glyph.length === 0) return { xMin: 0, yMin: 0, xMax: 0, yMax: 0 }
  const data = view(glyph)
  return {
    xMin: data.getInt16(2),
    yMin: data.getInt16(4),
    xMax: data.getInt16(6),
    yMax: data.getInt16(8),
  }
}

/** `inner` as `outer` places it. */
function combine(outer: Component, inner: Component): Component {
  return {
    glyph: inner.glyph,
    xx: outer.xx * inner.xx + outer.yx * inner.xy,
    xy: outer.xy * inner.xx + outer.yy * inner.xy,
    yx: outer.xx * inner.yx + outer.yx * inner.yy,
    yy: outer.xy * inner.yx + outer.yy * inner.yy,
    dx: outer.xx * inner.dx + outer.yx * inner.dy + outer.dx,
    dy: outer.xy * inner.dx + outer.yy * inner.dy + outer.dy,
  }
}

function readComponents(data: DataView): Component[] {
  const components: Component[] = []
  let at = 10
  let flags: number
  do {
    flags = data.getUint16(at)
    if (!(flags & ARGUMENTS_ARE_OFFSETS)) throw new Error('a glyph whose parts are joined by point numbers')
    const component = placed(data.getUint16(at + 2), 0, 0)
    at += 4
    if (flags & ARGUMENTS_ARE_WORDS) {
      component.dx = data.getInt16(at)
      component.dy = data.getInt16(at + 2)
      at += 4
    } else {
      component.dx = data.getInt8(at)
      component.dy = data.getInt8(at + 1)
      at += 2
    }
    if (flags & HAS_SCALE) {
      component.xx = component.yy = f2dot14(data, at)
      at += 2
    } else if (flags & HAS_TWO_SCALES) {
      component.xx = f2dot14(data, at)
      component.yy = f2dot14(data, at + 2)
      at += 4
    } else if (flags & HAS_TWO_BY_TWO) {
      component.xx = f2dot14(data, at)
      component.xy = f2dot14(data, at + 2)
      component.yx = f2dot14(data, at + 4)
      component.yy = f2dot14(data, at + 6)
      at += 8
    }
    components.push(component)
  } while (flags & MORE_COMPONENTS)
  return components
}

/** The smallest box around the placed parts (exact for offsets, never too small for scales). */
export function boxAround(parts: readonly { component: Component; box: Box }[]): Box {
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { component: c, box } of parts) {
    for (const x of [box.xMin, box.xMax]) {
      for (const y of [box.yMin, box.yMax]) {
        const [toX, toY] = [c.xx * x + c.yx * y + c.dx, c.xy * x + c.yy * y + c.dy]
        xMin = Math.min(xMin, toX)
        yMin = Math.min(yMin, toY)
        xMax = Math.max(xMax, toX)
        yMax = Math.max(yMax, toY)
      }
    }
  }
  return {
    xMin: Math.floor(xMin),
    yMin: Math.floor(yMin),
    xMax: Math.ceil(xMax),
    yMax: Math.ceil(yMax),
  }
}

function header(bytes: DataView, contours: number, box: Box): void {
  bytes.setInt16(0, contours)
  bytes.setInt16(2, box.xMin)
  bytes.setInt16(4, box.yMin)
  bytes.setInt16(6, box.xMax)
  bytes.setInt16(8, box.yMax)
}

/** A glyph made of others. `indexOf` gives their numbers in the font being written. */
export function compositeGlyph(
  components: readonly Component[],
  box: Box,
  indexOf: (glyph: number) => number,
): Uint8Array {
  const bytes = new Uint8Array(10 + components.length * 16)
  const data = view(bytes)
  header(data, -1, box)
  let at = 10
  components.forEach((component, index) => {
    const { xx, xy, yx, yy } = component
    const upright = xx === 1 && yy === 1 && xy === 0 && yx === 0
    let flags = ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_OFFSETS
    if (!upright) flags |= HAS_TWO_BY_TWO
    if (index < components.length - 1) flags |= MORE_COMPONENTS
    data.setUint16(at, flags)
    data.setUint16(at + 2, indexOf(component.glyph))
    data.setInt16(at + 4, Math.round(component.dx))
    data.setInt16(at + 6, Math.round(component.dy))
    at += 8
    if (!upright) {
      for (const value of [xx, xy, yx, yy]) {
        data.setInt16(at, Math.round(value * ONE))
        at += 2
      }
    }
  })
  return bytes.subarray(0, at)
}

/** A glyph of straight lines. */
export function polygonGlyph(
  contours: readonly (readonly (readonly [x: number, y: number])[])[],
): Uint8Array {
  const points = contours.flat()
  const bytes = new Uint8Array(10 + contours.length * 2 + 2 + points.length * 5)
  const data = view(bytes)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  header(data, contours.length, {
    xMin: Math.min(...xs),
    yMin: Math.min(...ys),
    xMax: Math.max(...xs),
    yMax: Math.max(...ys),
  })
  let at = 10
  let last = -1
  for (const contour of contours) {
    last += contour.length
    data.setUint16(at, last)
    at += 2
  }
  // No instructions; every point on the curve, each coordinate a word relative to the point before.
  at += 2
  bytes.fill(1, at, at + points.length)
  at += points.length
  for (const values of [xs, ys]) {
    values.forEach((value, index) => {
      data.setInt16(at, value - (index > 0 ? (values[index - 1] ?? 0) : 0))
      at += 2
    })
  }
  return bytes
}
