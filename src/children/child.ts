/** The child's record: as little as the work needs. A reference of the practitioner's choosing stands for the name. */
import type { CivilDate } from './civil-date.ts'

export type Birth = { kind: 'born'; date: CivilDate } | { kind: 'due'; date: CivilDate } | { kind: 'unknown' }

export interface Person {
  id: string
  reference: string
  relationship: string
  isCarer: boolean
  inTheHome: boolean
}

export interface SpokenLanguage {
  name: string
  speaks: boolean
  reads: boolean
}

export type InterpreterNeeded = 'yes' | 'no' | 'unknown'

export interface Child {
  schema: 1
  /** Initials or a case number, chosen by the practitioner; never empty. */
  reference: string
  birth: Birth
  people: Person[]
  languages: SpokenLanguage[]
  interpreterNeeded: InterpreterNeeded
  communication: string
  notes: string
}

/** What the vault calls a child's record. */
export const CHILD_KIND = 'child'

/** Most characters in a field, most rows in a list. */
export const CHILD_LIMITS = {
  reference: 80,
  relationship: 80,
  language: 80,
  communication: 5_000,
  notes: 20_000,
  people: 40,
  languages: 20,
} as const

export function newChild(reference: string): Child {
  return {
    schema: 1,
    reference,
    birth: { kind: 'unknown' },
    people: [],
    languages: [],
    interpreterNeeded: 'unknown',
    communication: '',
    notes: '',
  }
}
