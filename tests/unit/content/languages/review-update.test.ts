import { describe, expect, it } from 'vitest'
import type { ReviewFile } from '@/languages/review/review-file.ts'
import { hashOf } from '@/languages/review/source-hash.ts'
import { updatedReview } from '../../../content/languages/review-update.ts'
import { reviewFileText } from '../../../content/languages/store.ts'

const ENGLISH = new Map([
  ['a', 'Food'],
  ['b', 'Drink'],
])
const POLISH = new Map([
  ['b', 'Picie'],
  ['a', 'Jedzenie'],
])
const draft = (english: string) => ({ of: hashOf(english), status: 'draft' as const })
const checked = (english: string, translation: string) => ({
  of: hashOf(english),
  status: 'checked' as const,
  is: hashOf(translation),
  by: 'A. Reviewer',
  on: '2026-03-12',
})

describe('bringing a review file up to the texts', () => {
  it('makes every new text a draft, in the order of the English', () => {
    const { file, added } = updatedReview(ENGLISH, POLISH, {})
    expect(Object.entries(file)).toEqual([
      ['a', draft('Food')],
      ['b', draft('Drink')],
    ])
    expect(added).toEqual(['a', 'b'])
  })

  it('keeps what a person said, while it holds', () => {
    const present: ReviewFile = { a: checked('Food', 'Jedzenie'), b: draft('Drink') }
    expect(updatedReview(ENGLISH, POLISH, present)).toEqual({
      file: present,
      added: [],
      removed: [],
      stale: [],
      changed: [],
    })
  })

  it('takes back what was said of other English, and names it', () => {
    const old = checked('Meals', 'Jedzenie')
    const { file, stale } = updatedReview(ENGLISH, POLISH, { a: old, b: draft('Drink') })
    expect(file.a).toEqual(draft('Food'))
    expect(stale).toEqual([['a', old]])
  })

  it('takes back what was said of other words, and names it', () => {
    const old = checked('Food', 'Posiłki')
    const { file, changed } = updatedReview(ENGLISH, POLISH, { a: old, b: draft('Drink') })
    expect(file.a).toEqual(draft('Food'))
    expect(changed).toEqual([['a', old]])
  })

  it('never says that a person has checked what none has', () => {
    const { file } = updatedReview(ENGLISH, POLISH, { a: { ...checked('Food', 'x'), status: 'approved' } })
    expect(Object.values(file).map(({ status }) => status)).toEqual(['draft', 'draft'])
  })

  it('removes texts that have gone, and has none for what is not translated', () => {
    const { file, removed } = updatedReview(ENGLISH, new Map([['a', 'Jedzenie']]), {
      b: draft('Drink'),
      z: draft('Z'),
    })
    expect(Object.keys(file)).toEqual(['a'])
    expect(removed).toEqual(['b', 'z'])
  })

  it('is not led astray by names that every object has', () => {
    const english = new Map([['constructor', 'Builder']])
    expect(updatedReview(english, new Map([['constructor', 'Budowniczy']]), {}).added).toEqual([
      'constructor',
    ])
  })
})

describe('a review file as it is written', () => {
  it('has one entry a line where it fits, so that one change is one line', async () => {
    const text = await reviewFileText({ a: draft('Food'), b: draft('Drink') })
    expect(text.split('\n').map((line) => line.slice(0, 16))).toEqual([
      '{',
      '  "a": { "of": "',
      '  "b": { "of": "',
      '}',
      '',
    ])
  })

  it('says the same when it is read back, however long the names', async () => {
    const file = { a: { ...checked('Food', 'Jedzenie'), by: 'A "long" name '.repeat(7).trim() } }
    expect(JSON.parse(await reviewFileText(file))).toEqual(file)
  })
})
