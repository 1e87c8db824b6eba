// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import PreviewDrawing from '@/reports/preview/PreviewDrawing.vue'
import type { Drawing } from '@/reports/report.ts'

it('shows the strokes of a finger as they were drawn, and a touch that did not move as a dot', () => {
  const drawing: Drawing = {
    width: 90,
    height: 40,
    shapes: [
      {
        kind: 'polyline',
        points: [
          [1, 2],
          [3, 4],
          [5, 2],
        ],
        width: 2,
        tone: 'ink',
      },
      { kind: 'polyline', points: [[7, 8]], width: 2, tone: 'accent' },
    ],
  }
  const page = mount(PreviewDrawing, { props: { drawing, alt: 'A wave' } })
  expect(page.findAll('polyline').map((stroke) => stroke.attributes('points'))).toEqual([
    '1,2 3,4 5,2',
    '7,8 7,8',
  ])
  expect(page.get('polyline').classes()).toEqual(expect.arrayContaining(['stroke-ink', 'fill-none']))
})
