import type { Birth, Child } from '@/children/child.ts'
import { newChild } from '@/children/child.ts'
import { recordOf, startAssessment, type Assessment } from '@/care-profile/assessment.ts'
import { gradeItem } from '@/care-profile/assessment-changes.ts'
import { itemListOf, type ListedItem } from '@/care-profile/item-list.ts'
import type { Grade } from '@/care-profile/scoring.ts'
import { structure } from '@/care-profile/structure.ts'
import { day } from '../children/days.ts'

export const born = (iso: string): Birth => ({ kind: 'born', date: day(iso) })

/** A child of 2 years and 4 months on the assessment date. */
export const twoYearOld: Child = { ...newChild('AB 12'), birth: born('2023-11-01') }

export const begun: Assessment = startAssessment({
  childId: 'child-1',
  carers: [{ personId: 'p1', reference: 'Mother, M' }],
  gradedBy: { name: 'R. Shah', role: 'Health visitor', agency: '0-19 service' },
  today: day('2026-03-12'),
  wordingVersion: 'en-GB 1',
})

export function itemsOf(assessment: Assessment, birth: Birth = twoYearOld.birth): ListedItem[] {
  const list = itemListOf(structure, assessment, birth)
  if (list.status !== 'ready') throw new Error(list.reason)
  return list.items
}

/** Grades items in the words of the band on their card. */
export function graded(
  grades: Readonly<Record<string, Grade>>,
  from: Assessment = begun,
  birth: Birth = twoYearOld.birth,
): Assessment {
  const bands = new Map(itemsOf(from, birth).map((item) => [item.id, item.band]))
  return Object.entries(grades).reduce(
    (assessment, [id, grade]) =>
      gradeItem(assessment, id, grade, bands.get(id) ?? recordOf(assessment, id).band),
    from,
  )
}
