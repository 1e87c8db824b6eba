/** A drawing for a page that runs from right to left: the same picture as in a mirror, its words unharmed and in that language, whatever sign or number
 * they begin with. */
import { directionOf, type LanguageTag } from '@/languages/languages.ts'
import type { Drawing, Point, Shape } from './report.ts'

/** As the language reads: unchanged where that is from left to right. */
export function drawnFor(language: LanguageTag, drawing: Drawing): Drawing {
  if (directionOf(language) === 'ltr') return drawing
  const { width } = drawing
  const flip = ([x, y]: Point): Point => [width - x, y]
  const mirror = (shape: Shape): Shape => {
    switch (shape.kind) {
      case 'line':
        return { ...shape, from: flip(shape.from), to: flip(shape.to) }
      case 'rectangle':
        return { ...shape, at: [width - shape.at[0] - shape.width, shape.at[1]] }
      case 'circle':
        return { ...shape, centre: flip(shape.centre) }
      case 'polygon':
      case 'polyline':
        return { ...shape, points: shape.points.map(flip) }
      case 'label':
        return {
          ...shape,
          language: shape.language ?? language,
          at: flip(shape.at),
          anchor: ANCHORS[shape.anchor ?? 'start'],
        }
    }
  }
  return { ...drawing, shapes: drawing.shapes.map(mirror) }
}

/** `start` is the left end of a label in a drawing, whatever its words are. */
const ANCHORS = { start: 'end', middle: 'middle', end: 'start' } as const
