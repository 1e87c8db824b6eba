/**
 * Every change that can be made to an assessment, as a function that gives a new one and shares all that did not change:
 * typing into one note copies one note, one item and the list of items, nothing deeper.
 *
 * A final assessment is frozen: changes of content give it back as it is, until `reopen`. So does a text over its limit
 * (ASSESSMENT_LIMITS): screens keep it in sight and say so, and what is stored can always be read again.
 */
import type { CivilDate } from '@/children/civil-date.ts'
import { tidyInterpreting, type Interpreting } from '@/children/interpreting.ts'
import { isWithin } from '@/children/typed-text.ts'
import {
  ASSESSMENT_LIMITS as LIMITS,
  isFinal,
  tidyDetails,
  tidyLine,
  recordOf,
  type Assessment,
  type AssessmentDetails,
  type Disagreement,
  type Evidence,
  type ItemOutcome,
  type ItemRecord,
  type NotApplicableReason,
  type NotScoredReason,
} from './assessment.ts'
import type { Grade } from './scoring.ts'

export function setDetails(assessment: Assessment, details: Partial<AssessmentDetails>): Assessment {
  return changed(assessment, tidyDetails(details))
}

export function recordInterpreting(assessment: Assessment, interpreting: Interpreting): Assessment {
  return changed(assessment, { interpreting: tidyInterpreting(interpreting) })
}

/** `band`: the one whose words were read, for an item that has bands. */
export function gradeItem(assessment: Assessment, itemId: string, grade: Grade, band?: string): Assessment {
  return changeItem(assessment, itemId, (record) => ({
    ...withBand(record, band),
    outcome: { state: 'graded', grade },
  }))
}

export function markNotScored(
  assessment: Assessment,
  itemId: string,
  reason: NotScoredReason,
  note = '',
): Assessment {
  if (!isWithin(note, LIMITS.note)) return assessment
  return setOutcome(assessment, itemId, { state: 'not-scored', reason, ...(note && { note }) })
}

export function markNotApplicable(
  assessment: Assessment,
  itemId: string,
  reason: NotApplicableReason,
  note = '',
): Assessment {
  if (!isWithin(note, LIMITS.note)) return assessment
  return setOutcome(assessment, itemId, { state: 'not-applicable', reason, ...(note && { note }) })
}

/** Back to open; the evidence stays. */
export function clearOutcome(assessment: Assessment, itemId: string): Assessment {
  return setOutcome(assessment, itemId, { state: 'open' })
}

/**
 * For an item whose band goes by development. A grade was read from the other band's words, so it does not come along;
 * evidence, and a reason for not scoring, do.
 */
export function chooseBand(assessment: Assessment, itemId: string, band: string): Assessment {
  return changeItem(assessment, itemId, (record) => ({
    ...withBand(record, band),
    outcome: record.outcome.state === 'graded' && record.band !== band ? { state: 'open' } : record.outcome,
  }))
}

export function addEvidence(assessment: Assessment, itemId: string, evidence: Evidence): Assessment {
  const isFull = recordOf(assessment, itemId).evidence.length >= LIMITS.evidencePerItem
  if (isFull || !isWithin(evidence.text, LIMITS.evidence)) return assessment
  return changeItem(assessment, itemId, (record) => ({ ...record, evidence: [...record.evidence, evidence] }))
}

/** `on: null` takes the date away. An id that is not there changes nothing. */
export function editEvidence(
  assessment: Assessment,
  itemId: string,
  evidenceId: string,
  changes: Partial<Pick<Evidence, 'text' | 'source'>> & { on?: CivilDate | null },
): Assessment {
  const isThere = recordOf(assessment, itemId).evidence.some((evidence) => evidence.id === evidenceId)
  if (!isThere || !isWithin(changes.text ?? '', LIMITS.evidence)) return assessment
  return changeItem(assessment, itemId, (record) => ({
    ...record,
    evidence: record.evidence.map((evidence) => {
      if (evidence.id !== evidenceId) return evidence
      const { on: before, ...rest } = evidence
      const { on = before, ...others } = changes
      return { ...rest, ...others, ...(on && { on }) }
    }),
  }))
}

export function removeEvidence(assessment: Assessment, itemId: string, evidenceId: string): Assessment {
  return changeItem(assessment, itemId, (record) => ({
    ...record,
    evidence: record.evidence.filter((evidence) => evidence.id !== evidenceId),
  }))
}

/** R9: leaves the sub-area out of its area; `reason` is the child's own difficulty. null puts it back. */
export function setNotReliable(assessment: Assessment, notReliable: Assessment['notReliable']): Assessment {
  if (!isWithin(notReliable?.reason ?? '', LIMITS.reason)) return assessment
  return changed(assessment, { notReliable })
}

/** One for each sub-area or area; a second takes the place of the first. */
export function disagree(assessment: Assessment, disagreement: Disagreement): Assessment {
  if (!isWithin(disagreement.reason, LIMITS.reason)) return assessment
  const named = { ...disagreement, by: tidyLine(disagreement.by) }
  return changed(assessment, {
    disagreements: [...without(assessment.disagreements, disagreement.of), named],
  })
}

export function withdrawDisagreement(assessment: Assessment, of: string): Assessment {
  return changed(assessment, { disagreements: without(assessment.disagreements, of) })
}

/** The practitioner says final: reports lose their DRAFT mark. Nothing has to be complete for that. */
export function finalise(assessment: Assessment, on: CivilDate): Assessment {
  return changed(assessment, { finalisedOn: on })
}

export function reopen(assessment: Assessment): Assessment {
  const { finalisedOn, ...draft } = assessment
  return finalisedOn === undefined ? assessment : { ...draft, edits: assessment.edits + 1 }
}

/** Where the practitioner is. Not a change of content: allowed when final, and no reason for another report. */
export function goTo(assessment: Assessment, itemId: string): Assessment {
  return assessment.place.itemId === itemId ? assessment : { ...assessment, place: { itemId } }
}

/** A report with everything up to now has left the device; `at` in epoch milliseconds. */
export function markExported(assessment: Assessment, at: number): Assessment {
  return { ...assessment, exported: { at, edits: assessment.edits } }
}

function setOutcome(assessment: Assessment, itemId: string, outcome: ItemOutcome): Assessment {
  return changeItem(assessment, itemId, (record) => ({ ...record, outcome }))
}

function changeItem(
  assessment: Assessment,
  itemId: string,
  change: (record: ItemRecord) => ItemRecord,
): Assessment {
  const record = change(recordOf(assessment, itemId))
  return changed(assessment, { items: { ...assessment.items, [itemId]: record } })
}

function changed(assessment: Assessment, changes: Partial<Assessment>): Assessment {
  if (isFinal(assessment)) return assessment
  return { ...assessment, ...changes, edits: assessment.edits + 1 }
}

function withBand(record: ItemRecord, band: string | undefined): ItemRecord {
  if (band !== undefined) return { ...record, band }
  return { outcome: record.outcome, evidence: record.evidence }
}

function without(disagreements: readonly Disagreement[], of: string): readonly Disagreement[] {
  return disagreements.filter((disagreement) => disagreement.of !== of)
}
