/** Paths as PDF operators, in PDF's coordinates. */
import type { PathStyle } from '../engine.ts'
import { number } from './pdf-text.ts'
import { fillColour, strokeColour } from './tones.ts'

type Point = readonly [x: number, y: number]

/** How far the control points of a quarter circle stand from its ends, over its radius. */
const KAPPA = 0.5522847498

const HAIRLINE = 0.5

const at = ([x, y]: Point) => `${number(x)} ${number(y)}`
const curve = (a: Point, b: Point, to: Point) => `${at(a)} ${at(b)} ${at(to)} c`

export function polygonPath(points: readonly Point[], closed: boolean): string {
  const path = points.map((point, index) => `${at(point)} ${index === 0 ? 'm' : 'l'}`)
  return [...path, ...(closed && path.length > 0 ? ['h'] : [])].join(' ')
}

/** `x` and `y` are the lower left corner. */
export function rectanglePath(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2)
  if (r <= 0) return `${at([x, y])} ${at([width, height])} re`
  const k = r * (1 - KAPPA)
  const [right, top] = [x + width, y + height]
  return [
    `${at([x + r, y])} m`,
    `${at([right - r, y])} l`,
    curve([right - k, y], [right, y + k], [right, y + r]),
    `${at([right, top - r])} l`,
    curve([right, top - k], [right - k, top], [right - r, top]),
    `${at([x + r, top])} l`,
    curve([x + k, top], [x, top - k], [x, top - r]),
    `${at([x, y + r])} l`,
    curve([x, y + k], [x + k, y], [x + r, y]),
    'h',
  ].join(' ')
}

export function circlePath(x: number, y: number, r: number): string {
  const k = r * KAPPA
  return [
    `${at([x + r, y])} m`,
    curve([x + r, y + k], [x + k, y + r], [x, y + r]),
    curve([x - k, y + r], [x - r, y + k], [x - r, y]),
    curve([x - r, y - k], [x - k, y - r], [x, y - r]),
    curve([x + k, y - r], [x + r, y - k], [x + r, y]),
    'h',
  ].join(' ')
}

/** The path with its colours, leaving the graphics state as it was; undefined if nothing would be seen. */
export function painting(path: string, { fill, stroke, width, dash }: PathStyle): string | undefined {
  if (path === '' || (!fill && !stroke)) return undefined
  const operators = ['q']
  if (fill) operators.push(fillColour(fill))
  if (stroke) {
    operators.push(strokeColour(stroke), `${number(width ?? HAIRLINE)} w`)
    if (dash !== undefined && dash > 0) operators.push(`[${number(dash)}] 0 d`)
  }
  return [...operators, path, fill && stroke ? 'B' : fill ? 'f' : 'S', 'Q'].join(' ')
}
