// @vitest-environment happy-dom
/** The report on the screen: the same words as on paper, in HTML that can be read aloud. */
import { mount } from '@vue/test-utils'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import ReportPreview from '@/reports/preview/ReportPreview.vue'
import type { Block, Drawing, Report } from '@/reports/report.ts'
import { textsOf } from '@/reports/report-texts.ts'
import { anyReport, reportOf } from '../pdf/reports-for-tests.ts'

vi.mock('@content/languages.json', () => ({
  default: [
    { tag: 'en-GB', direction: 'ltr' },
    { tag: 'ur', direction: 'rtl' },
  ],
}))

function show(blocks: Block[], rest: Partial<Report> = {}, headingLevel?: 1 | 2 | 3 | 4): HTMLElement {
  const props = { report: reportOf(blocks, rest), ...(headingLevel && { headingLevel }) }
  return mount(ReportPreview, { props }).element as HTMLElement
}
const one = (page: HTMLElement, selector: string): Element => {
  const found = page.querySelectorAll(selector)
  expect(found, selector).toHaveLength(1)
  return found[0]!
}
const wordsOf = (elements: Iterable<Element>) => Array.from(elements, (element) => element.textContent)

describe('the preview', () => {
  it('says its language and direction', () => {
    expect(show([]).getAttribute('lang')).toBe('en-GB')
    expect(show([], { language: 'ur' }).getAttribute('dir')).toBe('rtl')
  })

  it('shows the mark and the reference that stand on every printed page', () => {
    const page = show([], { mark: 'DRAFT' })
    expect(page.textContent).toContain('DRAFT')
    expect(page.textContent).toContain('AB 12, 12 March 2026')
    expect(show([]).textContent).not.toContain('DRAFT')
  })

  it('has all words of any report, whatever is typed, and runs none of them', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const page = mount(ReportPreview, { props: { report } })
        const element = page.element as HTMLElement
        const shown = element.textContent.replace(/\s/gu, '')
        for (const { text } of textsOf(report)) {
          // The title stands on the page already, and there are no page numbers here.
          if (text === report.title || text === report.pageNumbering) continue
          expect(shown).toContain(text.replace(/\s/gu, ''))
        }
        expect(element.querySelector('img, script, iframe')).toBeNull()
        page.unmount()
      }),
      { numRuns: 40 },
    )
  })
})

describe('headings', () => {
  const levels = ([1, 2, 3] as const).map((level): Block => ({
    kind: 'heading',
    level,
    text: `level ${level}`,
  }))

  it('fit under the heading of the page', () => {
    expect(wordsOf(show(levels).querySelectorAll('h2, h3, h4'))).toEqual(['level 1', 'level 2', 'level 3'])
    expect(wordsOf(show(levels, {}, 3).querySelectorAll('h3, h4, h5'))).toEqual([
      'level 1',
      'level 2',
      'level 3',
    ])
  })
})

describe('text', () => {
  it('that was typed keeps its own direction', () => {
    const quote = one(show([{ kind: 'paragraph', tone: 'quote', text: [{ text: 'ناشتہ' }] }]), 'blockquote')
    expect(quote.getAttribute('dir')).toBe('auto')
    expect(quote.textContent).toBe('ناشتہ')
  })

  it('in another language says which, and runs its way', () => {
    const run = one(
      show([
        {
          kind: 'paragraph',
          text: [
            { text: 'Said: ', language: 'en-GB' },
            { text: 'ناشتہ', language: 'ur' },
          ],
        },
      ]),
      '[lang="ur"]',
    )
    expect(run.getAttribute('dir')).toBe('rtl')
    expect(run.parentElement!.getAttribute('dir')).toBe('ltr')
    expect(run.parentElement!.textContent).toBe('Said: ناشتہ')
  })

  it('that is strong is strong', () => {
    expect(
      one(show([{ kind: 'paragraph', text: [{ text: 'grade 3', strong: true }] }]), 'strong').textContent,
    ).toBe('grade 3')
  })

  it('keeps the line breaks that were typed', () => {
    expect(one(show([{ kind: 'paragraph', text: 'first\nsecond' }]), '.paragraph').textContent).toBe(
      'first\nsecond',
    )
  })

  it('is never markup', () => {
    const page = show([{ kind: 'paragraph', text: [{ text: '<img src=x onerror=alert(1)>' }] }])
    expect(page.querySelector('img')).toBeNull()
    expect(page.textContent).toContain('<img src=x onerror=alert(1)>')
  })
})

describe('tables', () => {
  const page = show([
    {
      kind: 'table',
      caption: 'Every part',
      columns: [
        { header: 'Part', share: 1 },
        { header: 'Grade', share: 1 },
      ],
      rows: [
        ['Food', '3'],
        ['Home', '2'],
      ],
    },
  ])

  it('are real ones, with heads for columns and rows', () => {
    expect(one(page, 'caption').textContent).toBe('Every part')
    expect(wordsOf(page.querySelectorAll('thead th[scope="col"]'))).toEqual(['Part', 'Grade'])
    expect(wordsOf(page.querySelectorAll('tbody th[scope="row"]'))).toEqual(['Food', 'Home'])
    expect(wordsOf(page.querySelectorAll('tbody td'))).toEqual(['3', '2'])
  })

  it('can be scrolled by keyboard where they are wider than the screen', () => {
    const frame = one(page, '[tabindex="0"]')
    expect(frame.getAttribute('aria-labelledby')).toBe(one(page, 'caption').id)
  })
})

describe('lists and facts', () => {
  it('are lists', () => {
    expect(
      wordsOf(show([{ kind: 'list', ordered: true, items: ['bread', 'milk'] }]).querySelectorAll('ol > li')),
    ).toEqual(['bread', 'milk'])
    expect(wordsOf(show([{ kind: 'list', items: ['bread'] }]).querySelectorAll('ul > li'))).toEqual(['bread'])
    const facts = show([{ kind: 'facts', rows: [{ label: 'Child', value: [{ text: 'AB' }] }] }])
    expect(wordsOf(facts.querySelectorAll('dt'))).toEqual(['Child'])
    expect(wordsOf(facts.querySelectorAll('dd'))).toEqual(['AB'])
  })
})

describe('figures', () => {
  const drawing: Drawing = {
    width: 90,
    height: 40,
    shapes: [
      { kind: 'line', from: [1, 2], to: [3, 4], width: 0.5, tone: 'pale', dash: 2 },
      { kind: 'rectangle', at: [5, 6], width: 7, height: 8, fill: 'pale', radius: 1 },
      { kind: 'circle', centre: [9, 10], radius: 11, fill: 'paper', stroke: 'ink', strokeWidth: 2 },
      {
        kind: 'polygon',
        points: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        fill: 'ink',
      },
      { kind: 'label', at: [12, 13], text: 'Food', size: 9, strong: true, anchor: 'end', tone: 'grey' },
    ],
  }
  const page = show([{ kind: 'figure', drawing, alt: 'Food is at 3.', caption: 'The profile' }])

  it('are pictures with words for who cannot see them', () => {
    const svg = one(page, 'svg[role="img"]')
    expect(svg.getAttribute('aria-label')).toBe('Food is at 3.')
    expect(svg.getAttribute('viewBox')).toBe('0 0 90 40')
    expect(one(page, 'figcaption').textContent).toBe('The profile')
  })

  it('draw each shape where it is, in tones of the page', () => {
    const attributes = (tag: string, ...names: string[]) => {
      const shape = one(page, `svg ${tag}`)
      return names.map((name) => shape.getAttribute(name))
    }
    expect(attributes('line', 'x1', 'y1', 'x2', 'y2', 'stroke-width', 'stroke-dasharray')).toEqual([
      '1',
      '2',
      '3',
      '4',
      '0.5',
      '2',
    ])
    expect(attributes('rect', 'x', 'y', 'width', 'height', 'rx')).toEqual(['5', '6', '7', '8', '1'])
    expect(attributes('circle', 'cx', 'cy', 'r', 'stroke-width')).toEqual(['9', '10', '11', '2'])
    expect(attributes('polygon', 'points')).toEqual(['0,0 1,0 1,1'])
    expect(attributes('text', 'x', 'y', 'font-size', 'text-anchor')).toEqual(['12', '13', '9', 'end'])
    expect(one(page, 'svg text').textContent).toBe('Food')
    expect(one(page, 'svg circle').classList).toContain('fill-paper')
    expect(one(page, 'svg circle').classList).toContain('stroke-ink')
  })

  it('have no style of their own, which the security policy would drop', () => {
    expect(page.querySelector('[style]')).toBeNull()
  })
})
