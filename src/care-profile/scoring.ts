/**
 * How a grade for a sub-area, and for an area, follows from the grades below it. Written to be read by a practitioner.
 *
 * The rule of the original Graded Care Profile (domain.md 1.5):
 *  1. Items that are not scored or do not apply are left aside. Nothing left: there is no grade.
 *  2. If any grade is 4 or 5, the highest decides: one serious concern is not averaged away. A 3 does not decide.
 *  3. Otherwise the grade that was given most often.
 *  4. If two or more were given equally often, the tie rule: the higher of them, unless the partnership chose otherwise.
 * The same rule, one level up, makes an area's grade out of its sub-areas' grades.
 * There is no grade above the areas. The profile has no total, and nothing here makes one.
 *
 * Two places where the sources leave a doubt:
 *  - D1 (stimulation). R8 says that its items complement one another and that one is enough, but also to use the grade that
 *    fits best and the higher one in a tie, which is what the general rule does. So D1 is derived like any other sub-area,
 *    and marked provisional like any other when less than half of it is scored.
 *  - The tie rule itself: some local manuals may take the mean. It can be chosen, and every report prints which was used.
 */

export const GRADES = [1, 2, 3, 4, 5] as const
/** 1 is the best care, 5 the worst. */
export type Grade = (typeof GRADES)[number]

/**
 * What to do when no grade was given more often than the others (and none is 4 or 5):
 * `higher`: take the highest of the tied grades. `mean`: the mean of all the grades, to the nearest whole, a half going up
 * to the higher grade. `judgement`: derive none, and ask for the practitioner's own.
 */
export const TIE_RULES = ['higher', 'mean', 'judgement'] as const
export type TieRule = (typeof TIE_RULES)[number]

/** Goes up when any result of this file could change; stored with each assessment and printed. */
export const RULES_VERSION = '1'

/** From this grade on, one is enough to decide. */
const DECIDES_ALONE: Grade = 4

/** An item of a sub-area, or a sub-area of an area. Those that do not apply are not handed in. */
export interface Part {
  id: string
  /** null: not scored. */
  grade: Grade | null
}

export type Rule =
  /** Nothing was scored. */
  | 'none'
  /** Only one was scored: its grade is the grade. */
  | 'single'
  /** One or more at 4 or 5: the highest decides. */
  | 'one-high'
  | 'most-frequent'
  | 'tie-higher'
  | 'tie-mean'
  | 'tie-judgement'
  /** A sub-area still needs the practitioner's judgement, and its grade could change the area's. */
  | 'awaits-judgement'

export type Outcome =
  | { status: 'graded'; grade: Grade }
  | { status: 'not-scored' }
  /** `between`: the grades that are tied, or that the waiting sub-areas are tied between; ascending. */
  | { status: 'needs-judgement'; between: Grade[] }

export interface Derivation {
  outcome: Outcome
  rule: Rule
  /** Ids of the parts that made the grade what it is, in their own order. */
  drivers: string[]
  /** Items, also in an area: `scored` of the `of` that apply. */
  scored: number
  of: number
  /** Graded on less than half of the items that apply. */
  provisional: boolean
}

/** The grade of a sub-area out of the items that apply to this child. Their order makes no difference. */
export function deriveSubArea(items: readonly Part[], tieRule: TieRule): Derivation {
  const scored = items.filter(isScored)
  return withCounts(applyRule(scored, tieRule), scored.length, items.length)
}

/**
 * The grade of an area out of its sub-areas. A sub-area that is not reliable (C2, R9) is not handed in, so the area rests
 * on the others.
 */
export function deriveArea(
  subAreas: readonly { id: string; derived: Derivation }[],
  tieRule: TieRule,
): Derivation {
  const parts = subAreas.map(({ id, derived }) => ({ id, grade: gradeOf(derived) })).filter(isScored)
  const waiting = subAreas.filter(({ derived }) => derived.outcome.status === 'needs-judgement')
  const derived = applyRule(parts, tieRule)
  return withCounts(
    // A tie is always between grades under 4, so a sub-area at 4 or 5 decides whatever the judgement will be.
    waiting.length > 0 && !decidesAlone(derived) ? awaitJudgement(waiting) : derived,
    sum(subAreas.map((subArea) => subArea.derived.scored)),
    sum(subAreas.map((subArea) => subArea.derived.of)),
  )
}

/** null where no grade was derived. */
export function gradeOf(derived: Derivation): Grade | null {
  return derived.outcome.status === 'graded' ? derived.outcome.grade : null
}

interface ScoredPart {
  id: string
  grade: Grade
}
type Result = Pick<Derivation, 'outcome' | 'rule' | 'drivers'>

function applyRule(scored: readonly ScoredPart[], tieRule: TieRule): Result {
  const grades = scored.map((part) => part.grade)
  const driversAt = (grade: Grade) => scored.filter((part) => part.grade === grade).map((part) => part.id)

  const [only] = scored
  if (!only) return { outcome: { status: 'not-scored' }, rule: 'none', drivers: [] }
  if (scored.length === 1) return graded(only.grade, 'single', [only.id])

  const highest = highestOf(grades)
  if (highest >= DECIDES_ALONE) return graded(highest, 'one-high', driversAt(highest))

  const tied = mostFrequent(grades)
  const highestTied = highestOf(tied)
  if (tied.length === 1) return graded(highestTied, 'most-frequent', driversAt(highestTied))

  switch (tieRule) {
    case 'higher':
      return graded(highestTied, 'tie-higher', driversAt(highestTied))
    case 'mean':
      return graded(
        meanOf(grades),
        'tie-mean',
        scored.map((part) => part.id),
      )
    case 'judgement':
      return {
        outcome: { status: 'needs-judgement', between: tied },
        rule: 'tie-judgement',
        drivers: scored.filter((part) => tied.includes(part.grade)).map((part) => part.id),
      }
  }
}

function graded(grade: Grade, rule: Rule, drivers: string[]): Result {
  return { outcome: { status: 'graded', grade }, rule, drivers }
}

function awaitJudgement(waiting: readonly { id: string; derived: Derivation }[]): Result {
  const between = waiting.flatMap(({ derived }) =>
    derived.outcome.status === 'needs-judgement' ? derived.outcome.between : [],
  )
  return {
    outcome: { status: 'needs-judgement', between: GRADES.filter((grade) => between.includes(grade)) },
    rule: 'awaits-judgement',
    drivers: waiting.map((subArea) => subArea.id),
  }
}

/** The grades given most often, ascending: one of them, or several that are tied. */
function mostFrequent(grades: readonly Grade[]): Grade[] {
  const times = (wanted: Grade) => grades.filter((grade) => grade === wanted).length
  const most = Math.max(...GRADES.map(times))
  return GRADES.filter((grade) => times(grade) === most)
}

function highestOf(grades: readonly Grade[]): Grade {
  return GRADES.findLast((grade) => grades.includes(grade)) ?? 1
}

/** To the nearest whole; a half goes up, to the side of more concern. */
function meanOf(grades: readonly Grade[]): Grade {
  const nearest = Math.floor(sum(grades) / grades.length + 0.5)
  return GRADES.find((grade) => grade === nearest) ?? highestOf(grades)
}

function decidesAlone(result: Result): boolean {
  return result.outcome.status === 'graded' && result.outcome.grade >= DECIDES_ALONE
}

function withCounts(result: Result, scored: number, of: number): Derivation {
  return { ...result, scored, of, provisional: scored > 0 && scored * 2 < of }
}

function isScored(part: Part): part is ScoredPart {
  return part.grade !== null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
