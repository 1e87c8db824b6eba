/** Who graded last on this device: most of the time it is the same person, and they need not type it again. */
import { ASSESSMENT_KIND, type Grader } from '../assessment.ts'
import { parseAssessment } from '../assessment-parsing.ts'
import type { Records } from '@/vault/index.ts'

/** Undefined where there is no assessment yet. Rejects with VaultFailure. */
export async function lastGrader(records: Records): Promise<Grader | undefined> {
  const stored = await records.list<unknown>(ASSESSMENT_KIND)
  for (const { body } of stored.sort((a, b) => b.savedAt - a.savedAt)) {
    const parsed = parseAssessment(body)
    if (parsed.ok) return parsed.value.gradedBy
  }
  return undefined
}
