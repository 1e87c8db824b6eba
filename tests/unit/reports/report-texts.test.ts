import { describe, expect, it } from 'vitest'
import { textsOf } from '@/reports/report-texts.ts'
import type { Block } from '@/reports/report.ts'
import { reportOf } from './pdf/reports-for-tests.ts'

const blocks: Block[] = [
  { kind: 'facts', rows: [{ label: 'Carer', value: [{ text: 'M' }] }] },
  { kind: 'heading', level: 2, text: 'Food' },
  { kind: 'paragraph', text: [{ text: 'typed' }] },
  { kind: 'list', items: ['bread'] },
  { kind: 'page-break' },
  {
    kind: 'table',
    caption: 'Every part',
    columns: [
      { header: 'Part', share: 1 },
      { header: 'Grade', share: 1 },
    ],
    rows: [['Meals', '3']],
  },
  {
    kind: 'figure',
    alt: 'heard, not drawn',
    caption: 'The profile',
    drawing: {
      width: 10,
      height: 10,
      shapes: [
        { kind: 'label', at: [0, 0], text: 'label', size: 9 },
        { kind: 'circle', centre: [0, 0], radius: 1 },
      ],
    },
  },
]

describe('the texts of a report', () => {
  const found = [...textsOf(reportOf(blocks, { mark: 'DRAFT' }))]
  const whereOf = (text: string) => found.find((one) => one.text === text)?.where

  it('are everything that will be drawn: a font left out would be a letter left out', () => {
    expect(found.map(({ text }) => text)).toEqual([
      'Graded Care Profile',
      'AB 12, 12 March 2026',
      'DRAFT',
      'Page {page} of {pages}',
      'Carer',
      'M',
      'Food',
      'typed',
      'bread',
      'Every part',
      'Part',
      'Grade',
      'Meals',
      '3',
      'label',
      'The profile',
    ])
  })

  it('say where they stand: under which heading, beside which label, in which row and column', () => {
    expect(whereOf('M')).toBe('Graded Care Profile › Carer')
    expect(whereOf('typed')).toBe('Food')
    expect(whereOf('bread')).toBe('Food')
    expect(whereOf('3')).toBe('Food › Meals › Grade')
    expect(whereOf('label')).toBe('Food')
  })

  it('name the language of the report’s own words, and none for what was typed', () => {
    const languages = Object.fromEntries(found.map(({ text, language }) => [text, language]))
    expect(languages).toMatchObject({ Food: 'en-GB', Carer: 'en-GB' })
    expect(languages['typed']).toBeUndefined()
    expect(languages['AB 12, 12 March 2026']).toBeUndefined()
  })
})
