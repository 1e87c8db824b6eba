// @vitest-environment happy-dom
/** Fonts, line heights and directions of the preview, as the page's own rules give them. */
import { readFileSync } from 'node:fs'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { compileStyle, parse } from 'vue/compiler-sfc'
import PreviewDrawing from '@/reports/preview/PreviewDrawing.vue'
import ReportPreview from '@/reports/preview/ReportPreview.vue'
import type { Block } from '@/reports/report.ts'
import { reportOf } from '../pdf/reports-for-tests.ts'

/** Without what only Sass takes for a comment. */
const LETTERS = readFileSync('src/ui/styles/_letters.scss', 'utf8').replace(/^\s*\/\/.*$/gmu, '')

/** The rules of a part, bare of its scope: they are weighed against those of the page. */
function rulesOf(part: string): string {
  const source = readFileSync(`src/reports/preview/${part}.vue`, 'utf8')
  const style = parse(source).descriptor.styles[0]?.content ?? ''
  const { code } = compileStyle({ source: style, filename: part, id: 'data-v-x', scoped: true })
  return code.replaceAll('[data-v-x]', '')
}

function show(blocks: Block[], language: string): HTMLElement {
  const style = document.createElement('style')
  style.textContent = [LETTERS, rulesOf('ReportPreview'), rulesOf('PreviewHeading')].join('\n')
  document.head.append(style)
  return mount(ReportPreview, { props: { report: reportOf(blocks, { language }) }, attachTo: document.body })
    .element as HTMLElement
}

afterEach(() => {
  document.head.replaceChildren()
  document.body.replaceChildren()
})

const facts: Block = { kind: 'facts', rows: [{ label: 'بچہ', value: [{ text: 'Child A' }] }] }
const heading: Block = { kind: 'heading', level: 1, text: 'x' }
const leadingOf = (element: Element | null) => getComputedStyle(element as HTMLElement).lineHeight

describe('the letters of a preview', () => {
  it.each([
    ['ur', 'nastaliq', '2.4'],
    ['ckb', 'naskh', '1.8'],
  ])('of %s are those of its script, in the report and in its facts', (language, letters, leading) => {
    const page = show([facts], language)
    for (const part of [page, page.querySelector('dl')!.closest('[data-letters]')!]) {
      expect(part.getAttribute('data-letters')).toBe(letters)
      expect(getComputedStyle(part as HTMLElement).fontFamily).toContain(letters)
      expect(leadingOf(part)).toBe(leading)
    }
  })

  it('leave headings the room that they need', () => {
    expect(leadingOf(show([heading], 'ur').querySelector('.heading'))).toBe('2.1')
    expect(leadingOf(show([heading], 'ckb').querySelector('.heading'))).toBe('1.6')
    expect(leadingOf(show([heading], 'pl').querySelector('.heading'))).toBe('1.25')
  })
})

describe('what was typed into a fact', () => {
  it('stands where the page begins, in its own direction', () => {
    const value = show([facts], 'ur').querySelector('dd')!
    expect(value.hasAttribute('dir')).toBe(false)
    expect(value.querySelector('bdi')!.getAttribute('dir')).toBe('auto')
  })
})

describe('a label in a drawing', () => {
  it('runs as its language does and keeps its side', () => {
    const label = { kind: 'label', at: [9, 9], text: '5: درجہ', size: 8, anchor: 'end' } as const
    const drawing = { width: 10, height: 10, shapes: [{ ...label, language: 'ur' }, label] }
    const picture = mount(PreviewDrawing, { props: { drawing, alt: 'x' } }).element as SVGElement
    const texts = picture.querySelectorAll('text')
    const said = Array.from(texts, (text) =>
      ['direction', 'text-anchor', 'data-letters'].map((name) => text.getAttribute(name)),
    )
    expect(said).toEqual([
      ['rtl', 'start', 'nastaliq'],
      ['ltr', 'end', null],
    ])
  })
})
