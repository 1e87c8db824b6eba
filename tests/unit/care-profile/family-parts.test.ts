/** The profile as a family hears it: what goes well comes first, and nothing is added up. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markNotApplicable, markNotScored, setNotReliable } from '@/care-profile/assessment-changes.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import { familyParts } from '@/care-profile/family-parts.ts'
import { GRADES, type Grade } from '@/care-profile/scoring.ts'
import { structure } from '@/care-profile/structure.ts'
import { summarise } from '@/care-profile/summary.ts'
import { begun, born, graded, itemsOf } from './family.ts'

const partsOf = (assessment: Assessment) => familyParts(summarise(structure, itemsOf(assessment), assessment))
const ids = (parts: readonly { itemId: string }[]) => parts.map(({ itemId }) => itemId)
const all = itemsOf(begun).map(({ id }) => id)

describe('the parts that a family hears', () => {
  it('are what goes well at grades 1 and 2, some days at 3, and worries at 4 and 5', () => {
    const { well, between, worry } = partsOf(graded({ A1a: 1, A1b: 2, A1c: 3, A2a: 4, A2b: 5 }))
    expect([ids(well), ids(between), ids(worry)]).toEqual([['A1a', 'A1b'], ['A1c'], ['A2a', 'A2b']])
    expect(well[0]).toMatchObject({ grade: 1, textKey: expect.stringMatching(/^A1a.*\.1$/) as string })
  })

  it('keep the order of the profile: a 5 does not stand before a 4, nor a 1 before a 2', () => {
    const { well, worry } = partsOf(graded({ A1b: 1, A1a: 2, A2b: 5, A2a: 4, A2c: 5 }))
    expect(ids(well)).toEqual(['A1a', 'A1b'])
    expect(ids(worry)).toEqual(['A2a', 'A2b', 'A2c'])
  })

  it('are not known yet where nobody looked, could not look, or looked with the words for another age', () => {
    expect(partsOf(begun).notYet).toEqual(all)
    expect(partsOf(markNotScored(begun, 'A1a', 'declined', 'said no')).notYet).toContain('A1a')
    const asBaby = graded({ A1a: 4 }, begun, born('2026-01-01'))
    expect(partsOf(asBaby).worry).toEqual([])
    expect(partsOf(asBaby).notYet).toContain('A1a')
  })

  it('are silent about what does not apply', () => {
    const parts = partsOf(markNotApplicable(begun, 'A1a', 'other'))
    expect(JSON.stringify(parts)).not.toContain('A1a')
  })

  it('leave a part that was set aside out of the picture, graded or not', () => {
    const unreliable = structure.areas
      .flatMap(({ subAreas }) => subAreas)
      .find(({ mayBeUnreliable }) => mayBeUnreliable)!
    const [item] = itemsOf(begun).filter(({ subAreaId }) => subAreaId === unreliable.id)
    const setAside = setNotReliable(graded({ [item!.id]: 5 }), { subArea: unreliable.id, reason: 'autism' })
    const parts = partsOf(setAside)
    expect(parts.apart).toEqual([unreliable.id])
    expect(parts.worry).toEqual([])
    expect(parts.notYet).not.toContain(item!.id)
  })

  it('have every item once, whatever is graded, and carry no sum', () => {
    const grades = fc.dictionary(fc.constantFrom(...all), fc.constantFrom<Grade>(...GRADES))
    fc.assert(
      fc.property(grades, (given) => {
        const parts = partsOf(graded(given))
        const heard = [...ids(parts.well), ...ids(parts.between), ...ids(parts.worry), ...parts.notYet]
        expect([...heard].sort()).toEqual([...all].sort())
        for (const { itemId, grade } of [...parts.well, ...parts.between, ...parts.worry])
          expect(given[itemId]).toBe(grade)
        expect(Object.keys(parts).sort()).toEqual(['apart', 'between', 'notYet', 'well', 'worry'])
      }),
      { numRuns: 60 },
    )
  })
})
