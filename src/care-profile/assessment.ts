/**
 * One assessment: the care of one child by named carers, graded over some weeks (domain.md 1.4 R1).
 * What is stored, and nothing that can be worked out from it: grades of sub-areas and areas are always derived anew.
 */
import type { ChildDocument, DocumentKind } from '@/children/child-documents.ts'
import type { CivilDate } from '@/children/civil-date.ts'
import type { Interpreting } from '@/children/interpreting.ts'
import { cleanLine, isWithin } from '@/children/typed-text.ts'
import { RULES_VERSION, type Grade, type TieRule } from './scoring.ts'

export const NOT_SCORED_REASONS = ['not-seen', 'not-asked', 'declined', 'ran-out-of-time', 'other'] as const
export type NotScoredReason = (typeof NOT_SCORED_REASONS)[number]

export const NOT_APPLICABLE_REASONS = ['no-diagnosis', 'never-left', 'other'] as const
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number]

export const EVIDENCE_SOURCES = ['seen', 'carer-said', 'child-said', 'professional', 'record'] as const
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number]

export type ItemOutcome =
  | { readonly state: 'open' }
  | { readonly state: 'graded'; readonly grade: Grade }
  | { readonly state: 'not-scored'; readonly reason: NotScoredReason; readonly note?: string }
  | { readonly state: 'not-applicable'; readonly reason: NotApplicableReason; readonly note?: string }

export interface Evidence {
  readonly id: string
  /** As typed, line breaks and all. */
  readonly text: string
  readonly source: EvidenceSource
  /** When it was seen or said; left out when that is not known. */
  readonly on?: CivilDate
}

export interface ItemRecord {
  /** The band whose words were on the card when it was graded, or the one the practitioner chose (B1b). */
  readonly band?: string
  readonly outcome: ItemOutcome
  readonly evidence: readonly Evidence[]
}

export interface GradedCarer {
  /** A person on the child's record; left out for someone who is not on it. */
  readonly personId?: string
  readonly reference: string
}

export interface Grader {
  readonly name: string
  readonly role: string
  readonly agency: string
}

/** The practitioner's own view of a derived grade. It stands beside the grade and changes no arithmetic. */
export interface Disagreement {
  /** Id of a sub-area or an area. */
  readonly of: string
  /** The grade they would give, if they would name one. */
  readonly grade?: Grade
  readonly reason: string
  readonly by: string
  readonly on: CivilDate
}

export interface Assessment extends ChildDocument {
  readonly schema: 1
  readonly carers: readonly GradedCarer[]
  readonly gradedBy: Grader
  readonly startedOn: CivilDate
  /** The day whose age picks the items and their bands. */
  readonly on: CivilDate
  readonly tieRule: TieRule
  readonly rulesVersion: string
  /** The text pack that was on the cards. */
  readonly wordingVersion: string
  /** By item id. An item that was never touched has no record. */
  readonly items: Readonly<Record<string, ItemRecord>>
  /** A sub-area left out because the child's own difficulty makes it unfair (R9), with the difficulty. */
  readonly notReliable: { readonly subArea: string; readonly reason: string } | null
  readonly disagreements: readonly Disagreement[]
  /** Left out until somebody says who interpreted, or why nobody did. */
  readonly interpreting?: Interpreting
  /** Set: the practitioner has said that this is final. */
  readonly finalisedOn?: CivilDate
  /** Where the practitioner was, to come back to. */
  readonly place: { readonly itemId?: string }
}

/** What the vault calls it. */
export const ASSESSMENT_KIND = 'care-profile' satisfies DocumentKind

/** Most characters in a field, most rows in a list. */
const LIMITS = {
  line: 120,
  note: 2_000,
  reason: 5_000,
  evidence: 20_000,
  evidencePerItem: 100,
  carers: 10,
} as const
export const ASSESSMENT_LIMITS = LIMITS

const UNTOUCHED: ItemRecord = { outcome: { state: 'open' }, evidence: [] }

export interface AssessmentStart {
  childId: string
  carers: readonly GradedCarer[]
  gradedBy: Grader
  today: CivilDate
  /** The assessment date; today when left out. */
  on?: CivilDate
  tieRule?: TieRule
  wordingVersion: string
}

export function startAssessment(start: AssessmentStart): Assessment {
  return {
    schema: 1,
    childId: start.childId,
    startedOn: start.today,
    ...tidyDetails({
      carers: start.carers,
      gradedBy: start.gradedBy,
      on: start.on ?? start.today,
      tieRule: start.tieRule ?? 'higher',
    }),
    rulesVersion: RULES_VERSION,
    wordingVersion: start.wordingVersion,
    items: {},
    notReliable: null,
    disagreements: [],
    place: {},
    edits: 0,
  }
}

/** What is said at the beginning and may be set right later. */
export type AssessmentDetails = Pick<Assessment, 'carers' | 'gradedBy' | 'on' | 'tieRule'>

/** Lines as they are kept: cleaned, and never longer than can be read again (the form has said so before). */
export function tidyDetails<Details extends Partial<AssessmentDetails>>(details: Details): Details {
  const { carers, gradedBy } = details
  return {
    ...details,
    ...(carers && {
      carers: carers
        .slice(0, LIMITS.carers)
        .map((carer) => ({ ...carer, reference: tidyLine(carer.reference) })),
    }),
    ...(gradedBy && {
      gradedBy: {
        name: tidyLine(gradedBy.name),
        role: tidyLine(gradedBy.role),
        agency: tidyLine(gradedBy.agency),
      },
    }),
  }
}

export function tidyLine(typed: string): string {
  const { text } = cleanLine(typed)
  return isWithin(text, LIMITS.line) ? text : Array.from(text).slice(0, LIMITS.line).join('')
}

/** An item that was never touched reads as open and without evidence. */
export function recordOf(assessment: Assessment, itemId: string): ItemRecord {
  return Object.hasOwn(assessment.items, itemId) ? (assessment.items[itemId] ?? UNTOUCHED) : UNTOUCHED
}

export function isFinal(assessment: Assessment): boolean {
  return assessment.finalisedOn !== undefined
}
