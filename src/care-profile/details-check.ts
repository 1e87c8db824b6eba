/** The form at the beginning of an assessment: what is missing or too long, as codes with the field they belong to. */
import { cleanLine, isWithin, lengthOf } from '@/children/typed-text.ts'
import { ASSESSMENT_LIMITS, type GradedCarer, type Grader } from './assessment.ts'

export type DetailsField = 'carers' | `carers.${number}` | 'name' | 'role' | 'agency'

export type DetailsFault = { field: DetailsField } & (
  | { code: 'empty' }
  | { code: 'too-long'; limit: number; length: number }
  | { code: 'too-many'; limit: number }
)

/** At least one carer and the grader's name are needed: a profile is of one child's care by named carers (R1). */
export function checkDetails(carers: readonly GradedCarer[], gradedBy: Grader): DetailsFault[] {
  const { line, carers: mostCarers } = ASSESSMENT_LIMITS
  const faults: DetailsFault[] = []
  const check = (field: DetailsField, typed: string, required: boolean) => {
    const { text } = cleanLine(typed)
    if (required && text === '') faults.push({ field, code: 'empty' })
    if (!isWithin(text, line)) faults.push({ field, code: 'too-long', limit: line, length: lengthOf(text) })
  }
  if (carers.length === 0) faults.push({ field: 'carers', code: 'empty' })
  if (carers.length > mostCarers) faults.push({ field: 'carers', code: 'too-many', limit: mostCarers })
  carers.forEach(({ reference }, place) => check(`carers.${place}`, reference, true))
  check('name', gradedBy.name, true)
  check('role', gradedBy.role, false)
  check('agency', gradedBy.agency, false)
  return faults
}
