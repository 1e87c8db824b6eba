/**
 * The facts of an assessment as they stand on the screen: whose care, who grades, the day, the tie rule. Checked as a whole,
 * each fault named with its field.
 */
import type { Assessment, AssessmentDetails, GradedCarer, Grader } from '../assessment.ts'
import { checkDetails as checkPeople } from '../details-check.ts'
import { ageForAssessment } from '../item-list.ts'
import type { TieRule } from '../scoring.ts'
import type { Child } from '@/children/child.ts'
import { addMonths, type CivilDate } from '@/children/civil-date.ts'
import { parsePastDate, typedFrom, type DateFault, type TypedDate } from '@/children/typed-date.ts'
import { cleanLine } from '@/children/typed-text.ts'

export interface CarerChoice {
  personId: string
  reference: string
  relationship: string
}

export interface DetailsForm {
  choices: CarerChoice[]
  /** Ids of persons. */
  ticked: string[]
  /** Someone who is not on the record; empty when nobody. */
  otherCarer: string
  grader: Grader
  on: TypedDate
  tieRule: TieRule
}

export type DetailsField = 'carers' | 'otherCarer' | 'name' | 'role' | 'agency' | 'on'

export type DetailsFault = { field: DetailsField } & (
  | { code: 'empty' }
  | { code: 'too-long'; limit: number; length: number }
  | { code: 'too-many'; limit: number }
  | { code: 'date'; fault: DateFault }
  | { code: 'before-birth' }
)

export type CheckedDetails = { ok: true; details: AssessmentDetails } | { ok: false; faults: DetailsFault[] }

/** A record is about a child, so nothing was assessed longer ago than this where the birth does not say. */
const OLDEST_MONTHS = 26 * 12

/** One carer on the record is the usual case: they are ticked already. */
export function newDetails(child: Child, today: CivilDate, lastGrader: Grader | undefined): DetailsForm {
  const carers = child.people.filter((person) => person.isCarer)
  return {
    choices: choicesFor(child, []),
    ticked: carers.length === 1 ? carers.map(({ id }) => id) : [],
    otherCarer: '',
    grader: lastGrader ?? { name: '', role: '', agency: '' },
    on: typedFrom(today),
    tieRule: 'higher',
  }
}

export function detailsOf(assessment: Assessment, child: Child): DetailsForm {
  return {
    choices: choicesFor(child, assessment.carers),
    ticked: assessment.carers.flatMap(({ personId }) => personId ?? []),
    otherCarer: assessment.carers.find(({ personId }) => personId === undefined)?.reference ?? '',
    grader: assessment.gradedBy,
    on: typedFrom(assessment.on),
    tieRule: assessment.tieRule,
  }
}

export function checkDetails(
  form: DetailsForm,
  birth: Child['birth'],
  today: CivilDate,
  locale: string,
): CheckedDetails {
  const ticked = form.choices.filter(({ personId }) => form.ticked.includes(personId))
  const carers: GradedCarer[] = [
    ...ticked.map(({ personId, reference }) => ({ personId, reference })),
    ...(cleanLine(form.otherCarer).text === '' ? [] : [{ reference: form.otherCarer }]),
  ]
  const faults = checkPeople(carers, form.grader).map(({ field, ...fault }): DetailsFault => {
    switch (field) {
      case 'carers':
      case 'name':
      case 'role':
      case 'agency':
        return { field, ...fault }
      default:
        // Only what is typed here can be wrong; who is ticked comes from a record.
        return { field: 'otherCarer', ...fault }
    }
  })
  const on = checkDay(form.on, birth, today, locale)
  if (!on.ok) return { ok: false, faults: [...faults, on.fault] }
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, details: { carers, gradedBy: form.grader, on: on.date, tieRule: form.tieRule } }
}

function checkDay(
  typed: TypedDate,
  birth: Child['birth'],
  today: CivilDate,
  locale: string,
): { ok: true; date: CivilDate } | { ok: false; fault: DetailsFault } {
  const earliest = birth.kind === 'born' ? birth.date : addMonths(today, -OLDEST_MONTHS)
  const on = parsePastDate(typed, locale, { earliest, today })
  if (!on.ok) {
    const beforeBirth = on.fault.code === 'too-old' && birth.kind === 'born'
    const fault: DetailsFault = beforeBirth
      ? { field: 'on', code: 'before-birth' }
      : { field: 'on', code: 'date', fault: on.fault }
    return { ok: false, fault }
  }
  if (ageForAssessment(birth, on.date).status === 'no-age') {
    return { ok: false, fault: { field: 'on', code: 'before-birth' } }
  }
  return on
}

/** Who is on the record, and who was chosen and has since left it. */
function choicesFor(child: Child, chosen: readonly GradedCarer[]): CarerChoice[] {
  const people = child.people.map(({ id, reference, relationship }) => ({
    personId: id,
    reference,
    relationship,
  }))
  const gone = chosen.flatMap(({ personId, reference }) =>
    personId === undefined || people.some((person) => person.personId === personId)
      ? []
      : [{ personId, reference, relationship: '' }],
  )
  return [...people, ...gone]
}
