// @vitest-environment happy-dom
/** One's place on a screen whose words change for longer or shorter ones. */
import { expect, it } from 'vitest'
import { topmost } from '@/languages/family-view/topmost.ts'

const BOX_TOP = 50

/** A scrolled box with blocks of these heights, as a browser would lay them out. */
function scrolled(heights: number[], scrollTop: number) {
  const box = document.createElement('div')
  Object.defineProperty(box, 'scrollTop', { value: scrollTop, writable: true })
  box.getBoundingClientRect = () => new DOMRect(0, BOX_TOP, 300, 400)
  heights.forEach((_, at) => {
    const block = box.appendChild(document.createElement('p'))
    block.className = at === 0 ? 'other' : 'pair'
    block.getBoundingClientRect = () => {
      const above = heights.slice(0, at).reduce((sum, height) => sum + height, 0)
      return new DOMRect(0, BOX_TOP + above - box.scrollTop, 300, heights[at])
    }
  })
  return { box, heights }
}

it('the first that begins on the screen stands there after, however long the words above it have become', () => {
  const { box, heights } = scrolled([40, 100, 100, 100], 150)
  const anchor = topmost(box, '.pair')
  heights.splice(0, 4, 60, 250, 180, 90)
  anchor?.restore()
  // It began 90 px under the edge (40 + 100 + 100 - 150), and does so again.
  expect(box.scrollTop).toBe(60 + 250 + 180 - 90)
})

it('one that begins right at the edge counts, what is past does not', () => {
  const { box, heights } = scrolled([0, 100, 100], 100)
  const anchor = topmost(box, '.pair')
  heights[1] = 130
  anchor?.restore()
  expect(box.scrollTop).toBe(130)
})

it('one so long that nothing else begins on the screen is held by its own beginning', () => {
  const { box, heights } = scrolled([40, 100, 900], 300)
  const anchor = topmost(box, '.pair')
  heights[1] = 150
  anchor?.restore()
  expect(box.scrollTop).toBe(350)
})

it('at the beginning one stays at the beginning', () => {
  expect(topmost(scrolled([40, 100], 0).box, '.pair')).toBeUndefined()
})

it('where nothing is left to hold on to, nothing moves', () => {
  expect(topmost(scrolled([40, 100], 500).box, '.pair')).toBeUndefined()
  expect(topmost(scrolled([40, 100], 10).box, '.nothing')).toBeUndefined()
})

it('what begins under the bar does not count as seen', () => {
  const { box, heights } = scrolled([0, 100, 60, 100], 30)
  const anchor = topmost(box, '.pair', 90)
  heights[2] = 200
  anchor?.restore()
  expect(box.scrollTop).toBe(30 + 140)
})
