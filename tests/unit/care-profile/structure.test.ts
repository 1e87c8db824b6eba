import { describe, expect, it } from 'vitest'
import stored from '@content/graded-care-profile/structure.json'
import { parseStructure, structure } from '@/care-profile/structure.ts'

const items = structure.areas.flatMap((area) => area.subAreas.flatMap((subArea) => subArea.items))
type Stored = { areas: { id: string; subAreas: { id: string; items: Record<string, unknown>[] }[] }[] }
const withA1a = (changes: Record<string, unknown>): Stored => {
  const copy = structuredClone(stored) as unknown as Stored
  Object.assign(copy.areas[0]!.subAreas[0]!.items[0]!, changes)
  return copy
}

describe('the structure of the profile', () => {
  it('has four areas, thirteen sub-areas and every item of the published structure', () => {
    expect(structure.areas.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D'])
    expect(structure.areas.map(({ subAreas }) => subAreas.map(({ id }) => id).join(' '))).toEqual([
      'A1 A2 A3 A4 A5',
      'B1 B2',
      'C1 C2',
      'D1 D2 D3 D4',
    ])
    expect(items).toHaveLength(37)
  })

  it('lets only C2 be set aside, and only safety practice go by development', () => {
    const subAreas = structure.areas.flatMap((area) => area.subAreas)
    expect(subAreas.filter(({ mayBeUnreliable }) => mayBeUnreliable).map(({ id }) => id)).toEqual(['C2'])
    expect(items.filter(({ bandBy }) => bandBy === 'development').map(({ id }) => id)).toEqual(['B1b'])
  })
})

describe('content that is not right does not get in', () => {
  const band = (id: string, fromMonths: number, toMonths: number | null) => ({ id, fromMonths, toMonths })

  it.each<[string, unknown]>([
    ['a gap between bands', withA1a({ bands: [band('a', 0, 12), band('b', 13, null)] })],
    ['bands that overlap', withA1a({ bands: [band('a', 0, 12), band('b', 11, null)] })],
    ['bands that stop before the item does', withA1a({ bands: [band('a', 0, 12)] })],
    ['a band that ends before it begins', withA1a({ bands: [band('a', 0, 0), band('b', 0, null)] })],
    ['an item in the wrong sub-area', withA1a({ id: 'A2z' })],
    ['an id that stands twice', withA1a({ id: 'A1b' })],
    ['an id of no kind', withA1a({ id: '../A1a' })],
    ['a field nobody knows', withA1a({ bandsBy: 'age' })],
    ['ages in fractions', withA1a({ fromMonths: 0.5 })],
    ['nothing', null],
  ])('%s', (_, content) => {
    expect(() => parseStructure(content)).toThrow()
  })
})
