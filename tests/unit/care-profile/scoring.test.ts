import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deriveArea,
  deriveSubArea,
  gradeOf,
  GRADES,
  TIE_RULES,
  type Derivation,
  type Grade,
  type Part,
  type TieRule,
} from '@/care-profile/scoring.ts'

const parts = (...grades: (Grade | null)[]): Part[] =>
  grades.map((grade, place) => ({ id: `i${place + 1}`, grade }))
const derive = (grades: (Grade | null)[], tieRule: TieRule = 'higher') =>
  deriveSubArea(parts(...grades), tieRule)
const single = (id: string, grade: Grade | null) => ({
  id,
  derived: deriveSubArea([{ id: `${id}a`, grade }], 'higher'),
})

describe('the vectors of the domain reference', () => {
  it('T1: the grade given most often', () => {
    expect(derive([1, 2, 2, 3])).toMatchObject({
      outcome: { grade: 2 },
      rule: 'most-frequent',
      drivers: ['i2', 'i3'],
    })
  })
  it('T2: a tie goes to the higher', () => {
    expect(derive([1, 1, 2, 2])).toMatchObject({
      outcome: { grade: 2 },
      rule: 'tie-higher',
      drivers: ['i3', 'i4'],
    })
  })
  it('T3: all different and none above 3 goes to the highest', () => {
    expect(derive([1, 2, 3])).toMatchObject({ outcome: { grade: 3 }, rule: 'tie-higher', drivers: ['i3'] })
  })
  it('T4: one item at grade 4 decides the sub-area', () => {
    expect(derive([2, 2, 2, 4])).toMatchObject({ outcome: { grade: 4 }, rule: 'one-high', drivers: ['i4'] })
  })
  it('T5: of two that would decide, the higher does', () => {
    expect(derive([1, 1, 4, 5])).toMatchObject({ outcome: { grade: 5 }, rule: 'one-high', drivers: ['i4'] })
  })
  it('T6: a tie with a 3 goes to the 3', () => {
    expect(derive([3, 3, 1, 1])).toMatchObject({
      outcome: { grade: 3 },
      rule: 'tie-higher',
      drivers: ['i1', 'i2'],
    })
  })
  it('T7: a 3 does not decide alone', () => {
    expect(derive([3, 1, 1, 1])).toMatchObject({ outcome: { grade: 1 }, rule: 'most-frequent' })
  })
  it('T8: what does not apply is left aside', () => {
    expect(derive([2])).toMatchObject({
      outcome: { grade: 2 },
      rule: 'single',
      scored: 1,
      of: 1,
      provisional: false,
    })
  })
  it('T9: nothing scored is a state, not a grade', () => {
    expect(derive([])).toEqual({
      outcome: { status: 'not-scored' },
      rule: 'none',
      drivers: [],
      scored: 0,
      of: 0,
      provisional: false,
    })
    expect(derive([null, null])).toMatchObject({
      outcome: { status: 'not-scored' },
      rule: 'none',
      scored: 0,
      of: 2,
      provisional: false,
    })
    expect(gradeOf(derive([null]))).toBeNull()
  })
  it('T10: the same rule one level up', () => {
    const grades: Grade[] = [2, 2, 4, 1, 2]
    const area = deriveArea(
      grades.map((grade, place) => single(`A${place + 1}`, grade)),
      'higher',
    )
    expect(area).toMatchObject({ outcome: { grade: 4 }, rule: 'one-high', drivers: ['A3'], scored: 5, of: 5 })
  })
  it('T11: with C2 set aside as not reliable, area C rests on C1', () => {
    expect(deriveArea([single('C1', 3)], 'higher')).toMatchObject({
      outcome: { grade: 3 },
      rule: 'single',
      drivers: ['C1'],
    })
  })
})

describe('the tie rule that a partnership can choose', () => {
  it('mean: to the nearest whole, a half going up, all scored items named', () => {
    expect(derive([1, 2, 3], 'mean')).toMatchObject({
      outcome: { grade: 2 },
      rule: 'tie-mean',
      drivers: ['i1', 'i2', 'i3'],
    })
    expect(derive([1, 2], 'mean')).toMatchObject({ outcome: { grade: 2 } })
    expect(derive([2, 3], 'mean')).toMatchObject({ outcome: { grade: 3 } })
    expect(derive([1, 1, 3, 3], 'mean')).toMatchObject({ outcome: { grade: 2 } })
    expect(derive([1, 1, 2, 2, 3], 'mean')).toMatchObject({ outcome: { grade: 2 } })
  })

  it('judgement: no grade is derived, and what it is between is said', () => {
    expect(derive([1, 1, 3, 3, 2], 'judgement')).toMatchObject({
      outcome: { status: 'needs-judgement', between: [1, 3] },
      rule: 'tie-judgement',
      drivers: ['i1', 'i2', 'i3', 'i4'],
    })
  })

  it('has no say where there is no tie', () => {
    for (const tieRule of TIE_RULES) {
      expect(derive([1, 2, 2, 3], tieRule)).toMatchObject({ outcome: { grade: 2 }, rule: 'most-frequent' })
      expect(derive([1, 1, 4, 5], tieRule)).toMatchObject({ outcome: { grade: 5 }, rule: 'one-high' })
      expect(derive([3], tieRule)).toMatchObject({ outcome: { grade: 3 }, rule: 'single' })
    }
  })

  it('an area waits for the judgement on a sub-area, unless another decides alone', () => {
    const tied = { id: 'A1', derived: derive([1, 2], 'judgement') }
    expect(deriveArea([tied, single('A2', 1), single('A3', 1)], 'judgement')).toMatchObject({
      outcome: { status: 'needs-judgement', between: [1, 2] },
      rule: 'awaits-judgement',
      drivers: ['A1'],
      scored: 4,
    })
    expect(deriveArea([tied, single('A2', 4)], 'judgement')).toMatchObject({
      outcome: { grade: 4 },
      drivers: ['A2'],
    })
    expect(deriveArea([tied, single('A2', 1), single('A3', 5)], 'judgement')).toMatchObject({
      outcome: { grade: 5 },
      drivers: ['A3'],
    })
    expect(deriveArea([tied], 'judgement')).toMatchObject({ outcome: { status: 'needs-judgement' } })
  })
})

describe('how much was scored', () => {
  it('less than half is provisional, half is not', () => {
    expect(derive([2, null, null])).toMatchObject({ scored: 1, of: 3, provisional: true })
    expect(derive([2, null])).toMatchObject({ scored: 1, of: 2, provisional: false })
    expect(derive([2, 2, null, null, null])).toMatchObject({ scored: 2, of: 5, provisional: true })
  })

  it('an area counts items, not sub-areas', () => {
    const whole = { id: 'A1', derived: derive([2, 2, 2, 2]) }
    const empty = (id: string) => ({ id, derived: derive([null, null]) })
    expect(deriveArea([whole, empty('A2'), empty('A3')], 'higher')).toMatchObject({
      scored: 4,
      of: 8,
      provisional: false,
    })
    expect(deriveArea([whole, empty('A2'), empty('A3'), empty('A4')], 'higher')).toMatchObject({
      scored: 4,
      of: 10,
      provisional: true,
    })
  })

  it('a sub-area of which nothing was scored leaves its area to the others', () => {
    expect(deriveArea([single('B1', 2), single('B2', null)], 'higher')).toMatchObject({
      outcome: { grade: 2 },
      rule: 'single',
      scored: 1,
      of: 2,
    })
  })
})

const grade = fc.constantFrom(...GRADES)
const maybeGrades = fc.array(fc.option(grade, { nil: null }), { maxLength: 9 })
const tieRule = fc.constantFrom(...TIE_RULES)
const result = (derived: Derivation) => ({ outcome: derived.outcome, rule: derived.rule })

describe('whatever the grades', () => {
  it('their order makes no difference', () => {
    fc.assert(
      fc.property(
        maybeGrades.chain((grades) =>
          fc.tuple(
            fc.constant(parts(...grades)),
            fc.shuffledSubarray(parts(...grades), { minLength: grades.length }),
          ),
        ),
        tieRule,
        ([inOrder, shuffled], rule) => {
          const [a, b] = [deriveSubArea(inOrder, rule), deriveSubArea(shuffled, rule)]
          expect({ ...a, drivers: a.drivers.toSorted() }).toEqual({ ...b, drivers: b.drivers.toSorted() })
        },
      ),
    )
  })

  it('an item that is not scored makes no difference to the grade', () => {
    fc.assert(
      fc.property(maybeGrades, tieRule, (grades, rule) => {
        expect(result(derive([...grades, null], rule))).toEqual(result(derive(grades, rule)))
      }),
    )
  })

  it('one more 4 or 5 never makes care look better', () => {
    fc.assert(
      fc.property(maybeGrades, fc.constantFrom<Grade>(4, 5), tieRule, (grades, high, rule) => {
        const after = gradeOf(derive([...grades, high], rule))
        expect(after).toBeGreaterThanOrEqual(high)
        expect(after).toBeGreaterThanOrEqual(gradeOf(derive(grades, rule)) ?? 0)
      }),
    )
  })

  it('under "higher" the grade is one that was given, and its drivers are those who were given it', () => {
    fc.assert(
      fc.property(maybeGrades, (grades) => {
        const derived = derive(grades)
        const given = parts(...grades).filter((part) => part.grade !== null)
        if (given.length === 0) expect(derived.rule).toBe('none')
        else
          expect(derived.drivers).toEqual(
            given.filter((part) => part.grade === gradeOf(derived)).map(({ id }) => id),
          )
      }),
    )
  })

  it('under "mean" it lies between the lowest and the highest', () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 1, maxLength: 9 }), (grades) => {
        const mean = gradeOf(derive(grades, 'mean'))
        expect(mean).toBeGreaterThanOrEqual(Math.min(...grades))
        expect(mean).toBeLessThanOrEqual(Math.max(...grades))
      }),
    )
  })

  it('a sub-area of one item has that item’s grade', () => {
    fc.assert(
      fc.property(grade, tieRule, (only, rule) => {
        expect(gradeOf(derive([only], rule))).toBe(only)
      }),
    )
  })

  it('a grade is one of five, never a sum', () => {
    fc.assert(
      fc.property(fc.array(maybeGrades, { maxLength: 5 }), tieRule, (subAreas, rule) => {
        const area = deriveArea(
          subAreas.map((grades, place) => ({ id: `S${place}`, derived: derive(grades, rule) })),
          rule,
        )
        expect([null, ...GRADES]).toContain(gradeOf(area))
      }),
    )
  })
})
