/** A picture for a page that runs from right to left: as in a mirror, its words unharmed. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnFor } from '@/reports/mirror.ts'
import type { Drawing, Point, Shape } from '@/reports/report.ts'

const picture: Drawing = {
  width: 100,
  height: 50,
  shapes: [
    { kind: 'line', from: [10, 5], to: [40, 6], width: 1, tone: 'ink', dash: 2 },
    { kind: 'rectangle', at: [10, 10], width: 30, height: 8, fill: 'pale', radius: 2 },
    { kind: 'circle', centre: [20, 20], radius: 4, fill: 'ink' },
    {
      kind: 'polygon',
      points: [
        [0, 0],
        [10, 0],
        [5, 9],
      ],
      fill: 'accent',
    },
    {
      kind: 'polyline',
      points: [
        [1, 1],
        [2, 2],
      ],
      width: 1,
      tone: 'ink',
    },
    { kind: 'label', at: [10, 30], text: 'Food 3', size: 9 },
    { kind: 'label', at: [50, 30], text: 'middle', size: 9, anchor: 'middle' },
    { kind: 'label', at: [90, 30], text: 'خوراک', size: 9, anchor: 'end', language: 'ur', strong: true },
  ],
}

describe('a picture', () => {
  it('is as it was drawn in a language from left to right', () => {
    expect(drawnFor('pl', picture)).toBe(picture)
    expect(drawnFor('pa', picture)).toBe(picture)
  })

  it('is mirrored in a language from right to left: what was at the left is at the right', () => {
    expect(drawnFor('ur', picture)).toEqual({
      width: 100,
      height: 50,
      shapes: [
        { kind: 'line', from: [90, 5], to: [60, 6], width: 1, tone: 'ink', dash: 2 },
        { kind: 'rectangle', at: [60, 10], width: 30, height: 8, fill: 'pale', radius: 2 },
        { kind: 'circle', centre: [80, 20], radius: 4, fill: 'ink' },
        {
          kind: 'polygon',
          points: [
            [100, 0],
            [90, 0],
            [95, 9],
          ],
          fill: 'accent',
        },
        {
          kind: 'polyline',
          points: [
            [99, 1],
            [98, 2],
          ],
          width: 1,
          tone: 'ink',
        },
        { kind: 'label', at: [90, 30], text: 'Food 3', size: 9, anchor: 'end', language: 'ur' },
        { kind: 'label', at: [50, 30], text: 'middle', size: 9, anchor: 'middle', language: 'ur' },
        {
          kind: 'label',
          at: [10, 30],
          text: 'خوراک',
          size: 9,
          anchor: 'start',
          language: 'ur',
          strong: true,
        },
      ],
    })
  })

  it('stays within its edges, and twice mirrored is where it was', () => {
    const point = fc.tuple(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 90 }),
    ) as fc.Arbitrary<Point>
    const shape: fc.Arbitrary<Shape> = fc.oneof(
      fc.record({
        kind: fc.constant('line' as const),
        from: point,
        to: point,
        width: fc.constant(1),
        tone: fc.constant('ink' as const),
      }),
      fc.record({ kind: fc.constant('circle' as const), centre: point, radius: fc.constant(3) }),
      fc.record({ kind: fc.constant('polygon' as const), points: fc.array(point) }),
      point.map((at): Shape => ({ kind: 'rectangle', at, width: 200 - at[0], height: 5 })),
      fc.record({
        kind: fc.constant('label' as const),
        at: point,
        text: fc.string(),
        size: fc.constant(9),
        anchor: fc.constantFrom('start' as const, 'middle' as const, 'end' as const),
      }),
    )
    fc.assert(
      fc.property(fc.array(shape), (shapes) => {
        const drawing = { width: 200, height: 100, shapes }
        const mirrored = drawnFor('ar', drawing)
        const named = drawing.shapes.map((shape) =>
          shape.kind === 'label' ? { ...shape, language: 'ar' } : shape,
        )
        expect(drawnFor('ar', mirrored)).toEqual({ ...drawing, shapes: named })
        for (const one of mirrored.shapes) {
          if (one.kind === 'rectangle') expect(one.at[0]).toBeGreaterThanOrEqual(0)
          if (one.kind === 'rectangle') expect(one.at[0] + one.width).toBeLessThanOrEqual(200)
        }
      }),
    )
  })
})
