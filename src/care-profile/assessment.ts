/**
 * One assessment: the care of one child by named carers, graded over some weeks (domain.md 1.4 R1).
 * What is stored, and nothing that can be worked out from it: grades of sub-areas and areas are always derived anew.
 */
import type { CivilDate } from '@/children/civil-date.ts'
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

export interface Assessment {
  readonly schema: 1
  readonly childId: string
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
  /** Set: the practitioner has said that this is final. */
  readonly finalisedOn?: CivilDate
  /** Where the practitioner was, to come back to. */
  readonly place: { readonly itemId?: string }
  /** Goes up with each change of content (not of place), so that it can be known whether a report holds the last one. */
  readonly edits: number
  /** The last report that left this device: when (epoch milliseconds) and after which edit. */
  readonly exported?: { readonly at: number; readonly edits: number }
}

/** What the vault calls it. */
export const ASSESSMENT_KIND = 'care-profile'

/** Most characters in a field, most rows in a list. */
export const ASSESSMENT_LIMITS = {
  line: 120,
  note: 2_000,
  reason: 5_000,
  evidence: 20_000,
  evidencePerItem: 100,
  carers: 10,
} as const

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
    carers: start.carers,
    gradedBy: start.gradedBy,
    startedOn: start.today,
    on: start.on ?? start.today,
    tieRule: start.tieRule ?? 'higher',
    rulesVersion: RULES_VERSION,
    wordingVersion: start.wordingVersion,
    items: {},
    notReliable: null,
    disagreements: [],
    place: {},
    edits: 0,
  }
}

/** An item that was never touched reads as open and without evidence. */
export function recordOf(assessment: Assessment, itemId: string): ItemRecord {
  return Object.hasOwn(assessment.items, itemId) ? (assessment.items[itemId] ?? UNTOUCHED) : UNTOUCHED
}

export function isFinal(assessment: Assessment): boolean {
  return assessment.finalisedOn !== undefined
}

/** Something was written that no report which left this device holds. An assessment without content needs none. */
export function isUnexported(assessment: Assessment): boolean {
  return assessment.edits > (assessment.exported?.edits ?? 0)
}
