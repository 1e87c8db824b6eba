import { describe, expect, it } from 'vitest'
import {
  disagree,
  markNotApplicable,
  markNotScored,
  setDetails,
  setNotReliable,
} from '@/care-profile/assessment-changes.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import { structure } from '@/care-profile/structure.ts'
import { summarise } from '@/care-profile/summary.ts'
import { day } from '../children/days.ts'
import { begun, born, graded, itemsOf } from './family.ts'

const summaryOf = (assessment: Assessment, birth?: Parameters<typeof itemsOf>[1]) =>
  summarise(structure, itemsOf(assessment, birth), assessment)
const area = (assessment: Assessment, id: string) =>
  summaryOf(assessment).areas.find((found) => found.id === id)!
const subArea = (assessment: Assessment, id: string) =>
  summaryOf(assessment)
    .areas.flatMap(({ subAreas }) => subAreas)
    .find((found) => found.id === id)!

describe('the summary of a profile', () => {
  it('holds every area, sub-area and item of this child, and no total', () => {
    const summary = summaryOf(begun)
    expect(summary.areas.flatMap(({ subAreas }) => subAreas)).toHaveLength(13)
    expect(summary.areas.flatMap(({ subAreas }) => subAreas.flatMap(({ items }) => items))).toHaveLength(32)
    expect(Object.keys(summary).toSorted()).toEqual(['areas', 'leftOver'])
    expect(area(begun, 'A').derived).toMatchObject({ outcome: { status: 'not-scored' }, scored: 0, of: 15 })
  })

  it('one poor item shows through to its area', () => {
    const assessment = graded({ A1a: 2, A1b: 2, A1c: 4, A1d: 2, A2a: 1, A2b: 1, A2c: 1 })
    expect(subArea(assessment, 'A1').derived).toMatchObject({
      outcome: { grade: 4 },
      rule: 'one-high',
      drivers: ['A1c'],
      scored: 4,
      of: 4,
    })
    expect(area(assessment, 'A').derived).toMatchObject({
      outcome: { grade: 4 },
      drivers: ['A1'],
      scored: 7,
      of: 15,
      provisional: true,
    })
  })

  it('what does not apply is not missing, what is not scored is', () => {
    const assessment = markNotApplicable(
      markNotScored(graded({ A5a: 2, A5b: 2 }), 'A5c', 'not-asked'),
      'A5d',
      'no-diagnosis',
    )
    expect(subArea(assessment, 'A5').derived).toMatchObject({ outcome: { grade: 2 }, scored: 2, of: 3 })
    expect(subArea(markNotApplicable(begun, 'B2a', 'never-left'), 'B2').derived).toMatchObject({
      outcome: { status: 'not-scored' },
      of: 0,
    })
  })

  it('R9: C2 set aside as not reliable leaves area C to C1, items and all', () => {
    const both = graded({ C1a: 3, C1b: 3, C1c: 3, C2a: 5, C2b: 5 })
    expect(area(both, 'C').derived).toMatchObject({ outcome: { grade: 5 }, of: 5 })
    const aside = setNotReliable(both, { subArea: 'C2', reason: 'withdrawn since illness' })
    expect(area(aside, 'C').derived).toMatchObject({
      outcome: { grade: 3 },
      rule: 'single',
      drivers: ['C1'],
      scored: 3,
      of: 3,
    })
    expect(subArea(aside, 'C2')).toMatchObject({
      notReliable: 'withdrawn since illness',
      derived: { outcome: { grade: 5 } },
    })
    expect(subArea(aside, 'C1')).not.toHaveProperty('notReliable')
    expect(area(setNotReliable(aside, null), 'C').derived).toMatchObject({ outcome: { grade: 5 } })
  })

  it('R9 is for C2 alone: no other concern can be set aside', () => {
    const hidden = setNotReliable(graded({ B1a: 5 }), { subArea: 'B1', reason: 'x' })
    expect(area(hidden, 'B').derived).toMatchObject({ outcome: { grade: 5 } })
    expect(subArea(hidden, 'B1')).not.toHaveProperty('notReliable')
  })

  it('R8: stimulation is derived from the set for the age, like any other', () => {
    expect(subArea(graded({ D1b: 2, D1c: 2, D1d: 4 }), 'D1').derived).toMatchObject({
      outcome: { grade: 4 },
      scored: 3,
      of: 4,
    })
    expect(subArea(graded({ D1b: 2 }), 'D1').derived).toMatchObject({
      outcome: { grade: 2 },
      provisional: true,
    })
  })

  it('a disagreement stands beside the grade and changes nothing', () => {
    const assessment = graded({ A4a: 4 })
    const disagreement = {
      of: 'A4',
      grade: 2,
      reason: 'head lice treated that week',
      by: 'R. Shah',
      on: day('2026-03-12'),
    } as const
    const with_ = disagree(disagree(assessment, disagreement), { ...disagreement, of: 'A' })
    expect(subArea(with_, 'A4')).toMatchObject({ derived: subArea(assessment, 'A4').derived, disagreement })
    expect(area(with_, 'A').derived).toEqual(area(assessment, 'A').derived)
    expect(area(with_, 'A').disagreement?.of).toBe('A')
    expect(area(with_, 'B')).not.toHaveProperty('disagreement')
  })

  it('a grade from another age’s words is shown and not counted', () => {
    const birth = born('2021-03-20')
    const older = setDetails(graded({ A3a: 4, D1b: 5, A3b: 1 }, begun, birth), { on: day('2026-03-20') })
    const summary = summaryOf(older, birth)
    const a3 = summary.areas[0]!.subAreas[2]!
    expect(a3.derived).toMatchObject({ outcome: { status: 'not-scored' }, scored: 0, of: 3 })
    expect(a3.items[0]!.standing).toEqual({ state: 'other-band', grade: 4, band: 'under5' })
    expect(summary.leftOver).toEqual(['D1b'])
  })

  it('the tie rule of the assessment is the one that is used', () => {
    const tied = graded({ A3a: 1, A3b: 2, A3c: 3 })
    expect(subArea(tied, 'A3').derived.outcome).toEqual({ status: 'graded', grade: 3 })
    expect(subArea(setDetails(tied, { tieRule: 'mean' }), 'A3').derived.outcome).toEqual({
      status: 'graded',
      grade: 2,
    })
    expect(area(setDetails(tied, { tieRule: 'judgement' }), 'A').derived).toMatchObject({
      rule: 'awaits-judgement',
      drivers: ['A3'],
    })
  })
})
