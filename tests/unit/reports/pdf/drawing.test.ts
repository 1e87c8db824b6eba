/** A child's drawing in the file: strokes of a finger as lines, never as a picture of dots, and words for who cannot see. */
import { describe, expect, it } from 'vitest'
import { smoothPieces } from '@/reports/pdf/layout/stroke.ts'
import { run } from '@/reports/pdf/task.ts'
import type { Drawing, Point } from '@/reports/report.ts'
import { loadFont } from './fonts-for-tests.ts'
import { PdfFile } from './pdf-objects.ts'
import { reportOf } from './reports-for-tests.ts'
import { faultsOf, structureOf } from './structure.ts'

async function fileOf(drawing: Drawing): Promise<Uint8Array> {
  let file: Uint8Array | undefined
  const report = reportOf([{ kind: 'figure', alt: 'A house, drawn by the child', drawing }])
  await run({ task: 'make', report }, loadFont, (answer) => {
    if (answer.answer === 'failed') throw new Error(answer.detail)
    if (answer.answer === 'made') file = new Uint8Array(answer.file)
  })
  return file ?? expect.fail('no file')
}

const stroke = (points: Point[]): Drawing['shapes'][number] => ({
  kind: 'polyline',
  points,
  width: 3,
  tone: 'ink',
})
const wave = (count: number): Point[] =>
  Array.from({ length: count }, (_, at): Point => [at / 10, 40 + 20 * Math.sin(at / 40)])

describe('strokes', () => {
  it('are vectors with words instead, inside the figure', async () => {
    const file = await fileOf({ width: 200, height: 100, shapes: [stroke(wave(900)), stroke([[5, 5]])] })
    expect(faultsOf(structureOf(file))).toEqual([])
    const pdf = new PdfFile(file)
    const [first] = pdf.pages
    const operators = pdf.operations(first!.page).map(({ operator }) => operator)
    expect(operators.filter((operator) => operator === 'l').length).toBeGreaterThan(800)
    expect(operators).not.toContain('Do')
  })

  it('of a hundred thousand points are a file all the same', async () => {
    const file = await fileOf({ width: 200, height: 100, shapes: [stroke(wave(100_000))] })
    expect(faultsOf(structureOf(file))).toEqual([])
  })

  it('without a point leave the figure its place', async () => {
    const file = await fileOf({ width: 200, height: 100, shapes: [stroke([])] })
    expect(faultsOf(structureOf(file))).toEqual([])
  })
})

describe('the pieces of a stroke', () => {
  it('end at sharp turns, so that no line runs out into a spike', () => {
    const there: Point[] = [
      [0, 0],
      [10, 0],
      [20, 1],
      [0, 2],
    ]
    expect(smoothPieces(there)).toEqual([
      [
        [0, 0],
        [10, 0],
        [20, 1],
      ],
      [
        [20, 1],
        [0, 2],
      ],
    ])
  })

  it('leave out where the finger rested', () => {
    expect(
      smoothPieces([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([[[1, 1]]])
  })

  it('are never long, and miss no point', () => {
    const pieces = smoothPieces(wave(5000))
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1000)
    const joined = pieces.flatMap((piece, at) => (at === 0 ? piece : piece.slice(1)))
    expect(joined).toEqual(wave(5000))
  })
})
