import { childOf } from './belonging.ts'
import { parseAssessment } from '@/care-profile/assessment-parsing.ts'
import { ASSESSMENT_KIND } from '@/care-profile/assessment.ts'
import { FORM_KIND } from '@/children/child-form.ts'
import { parseChild } from '@/children/child-validation.ts'
import { CHILD_KIND, CHILD_LIMITS, newChild } from '@/children/child.ts'
import type { RescuedRecord, RescueRules } from '@/vault/index.ts'

export interface RescueWords {
  /** For a child of whom the file says nothing. */
  unknownChild: string
  /** Put after the reference of a child that becomes a copy. */
  copyMark: string
}

export function rescueRules({ unknownChild, copyMark }: RescueWords): RescueRules {
  return {
    isSound,
    parentOf: childOf,
    standIn: () => ({ kind: CHILD_KIND, body: newChild(unknownChild) }),
    asCopy({ kind, body }) {
      // A child has one unfinished form, and a copy of it would be shown nowhere.
      if (kind === FORM_KIND) return undefined
      const child = kind === CHILD_KIND ? parseChild(body) : undefined
      if (!child?.ok) return body as object
      const room = CHILD_LIMITS.reference - Array.from(copyMark).length - 1
      const reference = Array.from(child.value.reference).slice(0, room).join('')
      return { ...child.value, reference: `${reference} ${copyMark}` }
    },
  }
}

function isSound({ id, kind, body }: RescuedRecord): boolean {
  switch (kind) {
    case CHILD_KIND:
      return parseChild(body).ok
    case ASSESSMENT_KIND:
      return parseAssessment(body).ok
    case FORM_KIND:
      return id.endsWith('-form')
    default:
      return false
  }
}

/** The reference of the child whom a record is about, where the file says it. */
export function referenceIn(records: readonly RescuedRecord[], record: RescuedRecord): string | undefined {
  const childId = record.kind === CHILD_KIND ? record.id : childOf(record)
  const child = records.find(({ id, kind }) => id === childId && kind === CHILD_KIND)
  const parsed = child && parseChild(child.body)
  return parsed?.ok ? parsed.value.reference : undefined
}

/** What is said of one record. */
export interface RescueLine {
  id: string
  kind: string
  /** The child's reference, in whatever script it is. */
  about: string | undefined
  state: string
}
