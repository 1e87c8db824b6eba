import { format } from 'prettier'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '@/languages/review/source-hash.ts'
import { coverageOf } from '../../../content/languages/coverage.ts'
import { tableOf, withTable } from '../../../content/languages/readme-table.ts'
import { smallContent, TOOL, type SmallContent } from './small-content.ts'

let content: SmallContent

beforeEach(() => {
  content = smallContent()
})
afterEach(() => content.remove())

function polishTool() {
  const row = coverageOf(content.root).find(
    ({ language, folder }) => language.tag === 'pl' && folder === 'tool',
  )
  if (!row) throw new Error('no row')
  const { keys, translated, draft, checked, approved, stale } = row
  return { keys, translated, draft, checked, approved, stale }
}

describe('coverage', () => {
  it('has a row for each translation and each folder that families read', () => {
    content.write('content/interface/text/en-GB/app.json', '{ "a": "Words of the practitioner" }')
    expect(coverageOf(content.root).map(({ language, folder }) => `${language.tag} ${folder}`)).toEqual([
      'pl family',
      'pl tool',
      'ur family',
      'ur tool',
    ])
  })

  it('counts what a machine made, what was checked and approved, and what holds no longer', () => {
    expect(polishTool()).toEqual({ keys: 3, translated: 3, draft: 3, checked: 0, approved: 0, stale: 0 })
    const review = 'content/tool/review/pl.json'
    const is = hashOf('Poniżej 7 lat')
    const entry = { of: hashOf('Under 7 years'), is, by: 'A. Reviewer', on: '2026-03-12' }
    content.change(review, { 'A1.band': { ...entry, status: 'checked' } })
    expect(polishTool()).toMatchObject({ draft: 2, checked: 1 })
    content.change(review, { 'A1.band': { ...entry, status: 'approved' } })
    expect(polishTool()).toMatchObject({ draft: 2, approved: 1 })
    content.change(`${TOOL}/pl.json`, { 'A1.band': 'Mniej niż 7 lat' })
    expect(polishTool()).toMatchObject({ translated: 3, draft: 2, approved: 0, stale: 1 })
    content.change(`${TOOL}/en-GB.json`, { 'A1.name': 'Meals' })
    expect(polishTool()).toMatchObject({ draft: 1, stale: 2 })
  })

  it('counts as a draft what nobody has said anything of', () => {
    content.write('content/tool/review/pl.json', 'broken')
    expect(polishTool()).toMatchObject({ draft: 3 })
  })

  it('does not count texts that the English does not have', () => {
    content.change(`${TOOL}/pl.json`, { 'A1.name': undefined, 'Z1.name': 'Nic' })
    expect(polishTool()).toMatchObject({ keys: 3, translated: 2 })
  })
})

describe('the table', () => {
  it('is laid out as the formatter would', async () => {
    const table = tableOf(coverageOf(content.root))
    expect(await format(table, { parser: 'markdown' })).toBe(`${table}\n`)
    expect(table).toContain('| Polish   | tool   |     3 |          3 |     3 |       0 |        0 |     0 |')
  })

  it('takes the place of the one before and leaves the rest alone', () => {
    const first = withTable('Before\n<!-- languages -->\n<!-- /languages -->\nAfter\n', 'one') ?? ''
    expect(first).toBe('Before\n<!-- languages -->\n\none\n\n<!-- /languages -->\nAfter\n')
    expect(withTable(first, 'two')).toBe(first.replace('one', 'two'))
    expect(withTable('<!-- /languages --><!-- languages -->', 'x')).toBeUndefined()
  })
})
