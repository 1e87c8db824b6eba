// @vitest-environment happy-dom
/** Room to write by hand, on paper and on the screen. */
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { layOut } from '@/reports/pdf/layout.ts'
import ReportPreview from '@/reports/preview/ReportPreview.vue'
import type { Block, Report } from '@/reports/report.ts'
import { sideBySide } from '@/reports/side-by-side.ts'
import { fakeEngine, heard, type Mark } from './pdf/fake-engine.ts'
import { reportOf, sentences } from './pdf/reports-for-tests.ts'

const lines = (count: number): Block => ({ kind: 'writing-lines', count })
const lead = (text: string, language = 'en-GB'): Block => ({
  kind: 'paragraph',
  text: [{ text, strong: true, language }],
})
function draw(report: Report) {
  const engine = fakeEngine()
  layOut(report, engine)
  const { marks, roots, pages } = engine.written
  // The last rule of each page is the one above its foot, drawn when all pages are there.
  const rules = marks
    .filter(({ kind, element }) => kind === 'path' && element === null)
    .slice(0, -pages.length)
  const text = (words: string): Mark =>
    marks.find((mark) => mark.kind === 'text' && mark.text.includes(words)) ??
    expect.fail(`not drawn: ${words}`)
  return { marks, roots, pages, rules, text }
}

describe('lines to write on', () => {
  const { rules, text, roots, pages } = draw(
    reportOf([lead('In my own words'), lines(4), { kind: 'paragraph', text: 'After' }]),
  )

  it('go across the page, with room for a hand between them', () => {
    expect(rules).toHaveLength(4)
    for (const { left, right } of rules) {
      expect(left).toBeCloseTo(52, 0)
      expect(right).toBeCloseTo(pages[0]!.width - 52, 0)
    }
    const steps = rules.slice(1).map(({ top }, at) => top - rules[at]!.top)
    for (const step of steps) expect(step).toBeGreaterThanOrEqual(24)
    expect(rules[0]!.top - text('In my own words').bottom).toBeGreaterThanOrEqual(18)
    expect(text('After').top).toBeGreaterThan(rules[3]!.bottom)
  })

  it('say nothing to somebody who listens', () => {
    expect(heard(roots[0]!).replaceAll(/\s/g, '')).toBe('InmyownwordsAfter')
  })

  it('are none where none are asked for', () => {
    expect(draw(reportOf([lines(0)])).rules).toEqual([])
  })
})

describe('at the foot of a page', () => {
  const labelled = (above: number) =>
    draw(reportOf([{ kind: 'paragraph', text: sentences(above) }, lead('Name'), lines(3)]))
  const both = (above: number) => {
    const report = (language: string, label: string) =>
      reportOf([{ kind: 'paragraph', text: sentences(above) }, lead(label, language), lines(3)], { language })
    return draw(sideBySide(report('en-GB', 'Name'), report('ur', 'نام')))
  }

  it.each([
    ['a report', labelled, 96],
    ['a report in two languages', both, 60],
  ])('they stay together, and with the label above them, in %s', (_, drawn, most) => {
    const places = new Set<number>()
    for (let above = most - 50; above <= most + 30; above++) {
      const { rules, text } = drawn(above)
      const page = text('Name').page
      places.add(page)
      expect(rules.map((rule) => rule.page)).toEqual([page, page, page])
    }
    // The label has stood on the first page and on the second.
    expect(places.size).toBeGreaterThan(1)
  })

  it('more than a page of them go on, all of them, within the margins', () => {
    const { rules, pages } = draw(reportOf([lines(70)]))
    expect(rules).toHaveLength(70)
    expect(pages.length).toBeGreaterThan(2)
    for (const { bottom, page } of rules) expect(bottom).toBeLessThan(pages[page - 1]!.height - 30)
  })
})

it('on the screen they are seen and not heard', () => {
  const page = mount(ReportPreview, { props: { report: reportOf([lines(3)]) } })
  const block = page.get('.report__lines')
  expect(block.attributes('aria-hidden')).toBe('true')
  expect(block.findAll('.report__line')).toHaveLength(3)
})
