import type { PathStyle } from '../engine.ts'
import type { Drawing, Figure, Point, Shape } from '../../report.ts'
import { directionOf } from '../../text.ts'
import { stripsOf } from './lines.ts'
import { SIZE } from './measures.ts'
import { heightOf, type Setting } from './setting.ts'
import { smoothPieces } from './stroke.ts'
import type { Strip } from './strip.ts'

/** So much of a page a picture may take, so that a heading and a caption stand with it. */
const TALLEST = 0.8
const CAPTION_SPACE = 4
/** Labels of a drawing are on one line, however long. */
const NO_WIDTH = 100_000

/** A drawing as it was made, scaled down where it is wider than the text or taller than the page. */
export function setFigure({ drawing, alt, caption }: Figure, setting: Setting): Strip[] {
  const { body, page } = setting
  const width = body.right - body.left
  const element = page.element(setting.root, 'Figure', { alt })
  const captionLines =
    caption === undefined ? [] : setting.lines(caption, { size: SIZE.note, tone: 'grey' }, width)
  const tallest = Math.max(setting.bodyHeight * TALLEST - heightOf(captionLines), setting.bodyHeight / 2)
  const scale = Math.min(1, width / drawing.width, tallest / drawing.height)
  const left = setting.startOf({ left: body.left, width }, drawing.width * scale).left
  const picture: Strip = {
    height: drawing.height * scale,
    before: 0,
    keep: captionLines.length > 0,
    draw: (top) => {
      page.within(element, () => {
        drawShapes(drawing, [left, top], scale, setting)
      })
    },
  }
  if (caption === undefined) return [picture]
  const captionElement = setting.element(setting.root, 'P', caption)
  const strips = stripsOf(captionLines, {
    drawLine: (line, top) => setting.drawLine(captionElement, line, top, { left: body.left, width }),
  })
  return [picture, ...strips.map((strip, at) => (at === 0 ? { ...strip, before: CAPTION_SPACE } : strip))]
}

function drawShapes(drawing: Drawing, origin: Point, scale: number, setting: Setting): void {
  const at = ([x, y]: Point): Point => [origin[0] + x * scale, origin[1] + y * scale]
  // Nothing drawn yet: its description needs a place on the page all the same (ISO 14289-1, 7.3).
  if (drawing.shapes.every(isBlank)) {
    setting.page.rectangle(...origin, drawing.width * scale, drawing.height * scale, { fill: 'paper' })
  }
  for (const shape of drawing.shapes) drawShape(shape, at, scale, setting)
}

function isBlank(shape: Shape): boolean {
  if (shape.kind === 'polyline') return shape.points.length === 0
  return shape.kind === 'label' && shape.text.trim() === ''
}

function drawShape(shape: Shape, at: (point: Point) => Point, scale: number, setting: Setting): void {
  const { page } = setting
  switch (shape.kind) {
    case 'line': {
      const dash = shape.dash === undefined ? {} : { dash: shape.dash * scale }
      page.moveAndLine(
        [at(shape.from), at(shape.to)],
        { stroke: shape.tone, width: shape.width * scale, ...dash },
        false,
      )
      return
    }
    case 'rectangle': {
      const [x, y] = at(shape.at)
      const radius = (shape.radius ?? 0) * scale
      page.rectangle(x, y, shape.width * scale, shape.height * scale, paint(shape, scale), radius)
      return
    }
    case 'circle': {
      const [x, y] = at(shape.centre)
      page.circle(x, y, shape.radius * scale, paint(shape, scale * (shape.strokeWidth ?? 1)))
      return
    }
    case 'polygon':
      page.moveAndLine(shape.points.map(at), paint(shape, scale), true)
      return
    case 'polyline':
      drawStroke(shape, at, scale, setting)
      return
    case 'label':
      drawLabel(shape, at(shape.at), scale, setting)
  }
}

/** Dots at the ends and at sharp turns make the pen round, and show a stroke that never moved. */
function drawStroke(
  { points, width, tone }: Extract<Shape, { kind: 'polyline' }>,
  at: (point: Point) => Point,
  scale: number,
  { page }: Setting,
): void {
  const style = { stroke: tone, width: width * scale }
  for (const piece of smoothPieces(points.map(at))) {
    if (piece.length > 1) page.moveAndLine(piece, style, false)
    const last = piece.at(-1)
    if (piece[0]) page.circle(...piece[0], style.width / 2, { fill: tone })
    if (last && piece.length > 1) page.circle(...last, style.width / 2, { fill: tone })
  }
}

function paint({ fill, stroke }: Pick<PathStyle, 'fill' | 'stroke'>, width: number): PathStyle {
  return { ...(fill && { fill }), ...(stroke && { stroke, width }) }
}

/** `anchor` is of the drawing, not of the script: a drawing keeps its sides in every language. */
function drawLabel(
  { text, size, strong = false, tone = 'ink', anchor = 'start', language }: Extract<Shape, { kind: 'label' }>,
  [x, baseline]: Point,
  scale: number,
  { text: engine, page }: Setting,
): void {
  const style = { size: size * scale, strong, tone }
  const run = { text, style, ...(language !== undefined && { language }) }
  let y = baseline
  for (const line of engine.lines(
    [run],
    NO_WIDTH,
    language === undefined ? 'auto' : directionOf({ language }),
  )) {
    if (line.text === '') continue
    const shift = anchor === 'start' ? 0 : anchor === 'middle' ? line.width / 2 : line.width
    page.line(line, x - shift, y)
    y += line.height
  }
}
