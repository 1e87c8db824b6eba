/** Reads a stored assessment: nothing is believed because it was stored, and what is not known is left out. */
import * as v from 'valibot'
import { interpretingSchema } from '@/children/interpreting.ts'
import {
  parseStored,
  storedDate,
  storedId,
  storedLine,
  storedText,
  type Parsed,
} from '@/children/stored-values.ts'
import {
  ASSESSMENT_LIMITS as LIMITS,
  EVIDENCE_SOURCES,
  NOT_APPLICABLE_REASONS,
  NOT_SCORED_REASONS,
  type Assessment,
} from './assessment.ts'
import { GRADES, TIE_RULES } from './scoring.ts'

const grade = v.picklist(GRADES)
const line = storedLine(LIMITS.line)
const note = v.exactOptional(storedText(LIMITS.note))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const placeId = v.pipe(v.string(), v.regex(/^[A-D][1-9]?$/))
const itemId = v.pipe(v.string(), v.regex(/^[A-D][1-9][a-z]$/))

const outcomeSchema = v.variant('state', [
  v.object({ state: v.literal('open') }),
  v.object({ state: v.literal('graded'), grade }),
  v.object({ state: v.literal('not-scored'), reason: v.picklist(NOT_SCORED_REASONS), note }),
  v.object({ state: v.literal('not-applicable'), reason: v.picklist(NOT_APPLICABLE_REASONS), note }),
])

const evidenceSchema = v.object({
  id: storedId,
  text: storedText(LIMITS.evidence),
  source: v.picklist(EVIDENCE_SOURCES),
  on: v.exactOptional(storedDate),
})

const assessmentSchema: v.GenericSchema<unknown, Assessment> = v.object({
  schema: v.literal(1),
  childId: storedId,
  carers: v.pipe(
    v.array(v.object({ personId: v.exactOptional(storedId), reference: line })),
    v.maxLength(LIMITS.carers),
  ),
  gradedBy: v.object({ name: line, role: line, agency: line }),
  startedOn: storedDate,
  on: storedDate,
  tieRule: v.picklist(TIE_RULES),
  rulesVersion: line,
  wordingVersion: line,
  items: v.record(
    itemId,
    v.object({
      band: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,40}$/))),
      outcome: outcomeSchema,
      evidence: v.pipe(v.array(evidenceSchema), v.maxLength(LIMITS.evidencePerItem)),
    }),
  ),
  notReliable: v.nullable(v.object({ subArea: placeId, reason: storedText(LIMITS.reason) })),
  disagreements: v.array(
    v.object({
      of: placeId,
      grade: v.exactOptional(grade),
      reason: storedText(LIMITS.reason),
      by: line,
      on: storedDate,
    }),
  ),
  interpreting: v.exactOptional(interpretingSchema),
  finalisedOn: v.exactOptional(storedDate),
  place: v.object({ itemId: v.exactOptional(itemId) }),
  edits: count,
  exported: v.exactOptional(v.object({ at: count, edits: count })),
})

export function parseAssessment(stored: unknown): Parsed<Assessment> {
  return parseStored(assessmentSchema, 1, stored)
}
