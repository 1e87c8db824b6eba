import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addEvidence,
  clearOutcome,
  chooseBand,
  gradeItem,
  markNotScored,
  setDetails,
} from '@/care-profile/assessment-changes.ts'
import { recordOf } from '@/care-profile/assessment.ts'
import { itemListOf, itemsFor, leftOver, standingOf } from '@/care-profile/item-list.ts'
import { structure } from '@/care-profile/structure.ts'
import { day } from '../children/days.ts'
import { begun, born, graded, itemsOf } from './family.ts'

const idsAt = (ageMonths: number) => itemsFor(structure, ageMonths).map(({ id }) => id)
const textKeyAt = (ageMonths: number, id: string) =>
  itemsFor(structure, ageMonths).find((item) => item.id === id)?.textKey

describe('the items for a child of an age', () => {
  it.each([
    [0, 29],
    [23, 29],
    [24, 32],
    [59, 32],
    [60, 32],
    [215, 32],
  ])('at %i months there are %i', (ageMonths, count) => {
    expect(idsAt(ageMonths)).toHaveLength(count)
  })

  it('exactly one set of stimulation items is asked about', () => {
    const stimulation = (ageMonths: number) => idsAt(ageMonths).filter((id) => id.startsWith('D1'))
    expect(stimulation(23)).toEqual(['D1a'])
    expect(stimulation(24)).toEqual(['D1b', 'D1c', 'D1d', 'D1e'])
    expect(stimulation(59)).toEqual(['D1b', 'D1c', 'D1d', 'D1e'])
    expect(stimulation(60)).toEqual(['D1f', 'D1g', 'D1h', 'D1i'])
  })

  it('each is in the words for that age', () => {
    expect(textKeyAt(11, 'A1a')).toBe('A1a.baby')
    expect(textKeyAt(12, 'A1a')).toBe('A1a.child')
    expect(textKeyAt(59, 'A4a')).toBe('A4a.under5')
    expect(textKeyAt(60, 'A4a')).toBe('A4a.from5')
    expect(textKeyAt(84, 'A4a')).toBe('A4a.from7')
    expect(textKeyAt(30, 'A2a')).toBe('A2a')
    expect(itemsFor(structure, 30).find(({ id }) => id === 'A2a')).not.toHaveProperty('band')
  })

  it('no age is without words, and every area and sub-area is there at every age', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 312 }), (ageMonths) => {
        const items = itemsFor(structure, ageMonths)
        expect(new Set(items.map(({ subAreaId }) => subAreaId)).size).toBe(13)
        const bands = new Map(
          structure.areas.flatMap((a) =>
            a.subAreas.flatMap((s) => s.items.map((i) => [i.id, i.bands.length])),
          ),
        )
        for (const item of items) expect(item.band !== undefined).toBe((bands.get(item.id) ?? 0) > 0)
      }),
    )
  })
})

describe('safety practice goes by development', () => {
  it('age proposes a band, the practitioner may choose another', () => {
    expect(textKeyAt(7, 'B1b')).toBe('B1b.notMoving')
    const chosen = chooseBand(begun, 'B1b', 'notMoving')
    const item = itemsOf(chosen).find(({ id }) => id === 'B1b')
    expect(item).toMatchObject({
      band: 'notMoving',
      textKey: 'B1b.notMoving',
      bandChoice: ['notMoving', 'moving', 'infantSchool', 'olderChild'],
    })
    expect(itemsOf(begun).find(({ id }) => id === 'B1b')).toMatchObject({ band: 'moving' })
  })

  it('choosing other words takes back a grade that was read from the first, and keeps the rest', () => {
    const first = graded({ B1b: 2 })
    expect(recordOf(chooseBand(first, 'B1b', 'notMoving'), 'B1b')).toMatchObject({
      band: 'notMoving',
      outcome: { state: 'open' },
    })
    expect(recordOf(chooseBand(first, 'B1b', 'moving'), 'B1b').outcome).toEqual({ state: 'graded', grade: 2 })
    expect(
      recordOf(chooseBand(markNotScored(first, 'B1b', 'not-seen'), 'B1b', 'notMoving'), 'B1b').outcome,
    ).toMatchObject({ state: 'not-scored' })
  })

  it('the band of another item goes by age, whatever is recorded', () => {
    const wrong = gradeItem(begun, 'A1a', 2, 'baby')
    expect(itemsOf(wrong).find(({ id }) => id === 'A1a')).toMatchObject({ band: 'child' })
    expect(itemsOf(chooseBand(begun, 'B1b', 'nonsense')).find(({ id }) => id === 'B1b')).toMatchObject({
      band: 'moving',
    })
  })
})

describe('a change of age during an assessment is found', () => {
  const birth = born('2021-03-20')
  const before = graded({ A3a: 2, A1a: 1, A2a: 4, D1b: 3, B1b: 1 }, begun, birth)

  it('a grade read from the words for another age is kept, named and not counted', () => {
    const after = setDetails(before, { on: day('2026-03-20') })
    const standing = (id: string) => {
      const item = itemsOf(after, birth).find((listed) => listed.id === id)
      return item && standingOf(item, after)
    }
    expect(standing('A3a')).toEqual({ state: 'other-band', grade: 2, band: 'under5' })
    expect(standing('A1a')).toEqual({ state: 'graded', grade: 1 })
    expect(standing('A2a')).toEqual({ state: 'graded', grade: 4 })
    expect(standing('B1b')).toEqual({ state: 'graded', grade: 1 })
    expect(recordOf(after, 'A3a')).toEqual(recordOf(before, 'A3a'))
  })

  it('items that are not for that age any more are left over, with what was written in them', () => {
    const after = setDetails(before, { on: day('2026-03-20') })
    expect(leftOver(itemsOf(before, birth), before)).toEqual([])
    expect(leftOver(itemsOf(after, birth), after)).toEqual(['D1b'])
    const noted = addEvidence(clearOutcome(after, 'D1b'), 'D1c', {
      id: 'e',
      text: 'no books',
      source: 'seen',
    })
    expect(leftOver(itemsOf(noted, birth), noted)).toEqual(['D1c'])
  })

  it('and all is as it was when the date is set right again', () => {
    const after = setDetails(setDetails(before, { on: day('2026-03-20') }), { on: before.on })
    expect(itemsOf(after, birth).map((item) => standingOf(item, after))).toEqual(
      itemsOf(before, birth).map((item) => standingOf(item, before)),
    )
  })
})

it('without an age there is no list, and the reason is said', () => {
  expect(itemListOf(structure, begun, { kind: 'unknown' })).toEqual({
    status: 'no-age',
    reason: 'birth-unknown',
  })
  expect(itemListOf(structure, begun, { kind: 'due', date: day('2026-01-01') })).toEqual({
    status: 'no-age',
    reason: 'not-yet-born',
  })
  expect(itemListOf(structure, begun, born('2026-03-13'))).toEqual({
    status: 'no-age',
    reason: 'not-yet-born',
  })
})
