/** A report that is written from right to left, upright and on its side: everything stands on the other side. */
import { describe, expect, it, vi } from 'vitest'
import { layOut } from '@/reports/pdf/layout.ts'
import { fakeEngine, type Mark } from './fake-engine.ts'
import { reportOf } from './reports-for-tests.ts'

// Its direction is known by its script where the toolkit does not list the language.
vi.mock('@content/languages.json', () => ({ default: [{ tag: 'en-GB', direction: 'ltr' }] }))

describe.each(['portrait', 'landscape'] as const)('a report in Urdu, %s', (orientation) => {
  const engine = fakeEngine()
  layOut(
    reportOf(
      [
        { kind: 'heading', level: 1, text: 'عنوان' },
        { kind: 'list', ordered: true, items: ['روٹی'] },
        { kind: 'facts', rows: [{ label: 'بچہ', value: 'نام' }] },
        {
          kind: 'table',
          caption: 'درجے',
          columns: [
            { header: 'حصہ', share: 1 },
            { header: 'درجہ', share: 1 },
          ],
          rows: [['کھانا', 'تین']],
        },
      ],
      { language: 'ur', orientation, mark: 'مسودہ', reference: 'AB 12، مارچ' },
    ),
    engine,
  )
  const { marks, pages } = engine.written
  const page = pages[0]!
  const text = (words: string): Mark =>
    marks.find((mark) => mark.kind === 'text' && mark.text === words) ?? expect.fail(`not drawn: ${words}`)
  const fromRight = (words: string) => page.width - text(words).right

  it('begins at the right: heading, caption, first column, label, marker', () => {
    for (const words of ['عنوان', 'درجے', 'بچہ', '1.']) expect(fromRight(words)).toBeCloseTo(52, 0)
    expect(text('حصہ').left).toBeGreaterThan(text('درجہ').right)
    expect(text('کھانا').left).toBeGreaterThan(text('تین').right)
    expect(text('بچہ').left).toBeGreaterThan(text('نام').right)
    expect(text('1.').left).toBeGreaterThan(text('روٹی').right)
  })

  it('has its mark and its page number at the left, the reference at the right', () => {
    expect(text('مسودہ').right).toBeLessThan(page.width / 3)
    expect(text('Page 1 of 1').left).toBeCloseTo(52, 0)
    expect(fromRight('AB 12، مارچ')).toBeCloseTo(52, 0)
  })

  it('has reference and number on one baseline, however tall the script of each', () => {
    expect(text('AB 12، مارچ').top).toBeCloseTo(text('Page 1 of 1').top, 5)
  })
})
