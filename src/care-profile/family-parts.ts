/**
 * The profile as a family hears it: strengths first, then what goes well on some days, then what worries us, then what is not
 * known. No sum and no order of severity between parts; inside a part, the order of the profile.
 */
import type { ItemSummary, ProfileSummary } from './summary.ts'
import type { Grade } from './scoring.ts'

export interface GradedForFamily {
  itemId: string
  grade: Grade
  /** Of the description that was chosen. */
  textKey: string
}

export interface FamilyParts {
  /** Grades 1 and 2. */
  well: GradedForFamily[]
  /** Grade 3. */
  between: GradedForFamily[]
  /** Grades 4 and 5. */
  worry: GradedForFamily[]
  /** Item ids: not looked at yet, not scored, or graded for another age. What does not apply is in no part. */
  notYet: string[]
  /** Sub-area ids: set aside as not reliable (domain.md R9). */
  apart: string[]
}

const PART_OF_GRADE: Readonly<Record<Grade, 'well' | 'between' | 'worry'>> = {
  1: 'well',
  2: 'well',
  3: 'between',
  4: 'worry',
  5: 'worry',
}

export function familyParts(summary: ProfileSummary): FamilyParts {
  const parts: FamilyParts = { well: [], between: [], worry: [], notYet: [], apart: [] }
  for (const subArea of summary.areas.flatMap((area) => area.subAreas)) {
    if (subArea.notReliable === undefined) for (const item of subArea.items) place(item, parts)
    else parts.apart.push(subArea.id)
  }
  return parts
}

function place({ item, standing }: ItemSummary, parts: FamilyParts): void {
  switch (standing.state) {
    case 'graded':
      parts[PART_OF_GRADE[standing.grade]].push({
        itemId: item.id,
        grade: standing.grade,
        textKey: `${item.textKey}.${standing.grade}`,
      })
      break
    case 'open':
    case 'not-scored':
    case 'other-band':
      parts.notYet.push(item.id)
      break
    case 'not-applicable':
      break
  }
}
