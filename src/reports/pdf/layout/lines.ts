/** Lines of running text as strips: never one line alone at the foot or the top of a page. */
import type { Line } from '../engine.ts'
import { baselineOf } from './setting.ts'
import type { Box, Strip } from './strip.ts'

/** Fewest lines of a paragraph that stand together at the foot or at the top of a page. */
const TOGETHER = 2

export interface LineStrips {
  drawLine: (line: Line, top: number, at: number) => void
  box?: Box
  /** The last line stays with what follows. */
  keepLast?: boolean
}

export function stripsOf(lines: readonly Line[], { drawLine, box, keepLast = false }: LineStrips): Strip[] {
  return lines.map((line, at) => {
    const left = lines.length - 1 - at
    const keep = left === 0 ? keepLast : at < TOGETHER - 1 || left < TOGETHER
    return {
      height: line.height,
      before: 0,
      baseline: baselineOf(line),
      keep,
      draw: (top: number) => drawLine(line, top, at),
      ...(box && { box }),
    }
  })
}
