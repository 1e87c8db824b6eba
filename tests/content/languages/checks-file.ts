/**
 * content/checks.json: what the checks of translations need to know of the world, each with its reason. Names that stay in
 * Latin letters, letters that are easily mistaken, and texts for which a rule rightly does not hold.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { ContentFault } from '../fault.ts'
import { readJson } from '../json-lines.ts'

export const CHECKS_FILE = 'content/checks.json'

/** Rules of taste and not of need: no text may be without its placeholders. */
export const RULES_WITH_EXCEPTIONS = ['same-as-english', 'latin', 'digits', 'length', 'full-stop'] as const
export type RuleWithExceptions = (typeof RULES_WITH_EXCEPTIONS)[number]

const Reason = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== ''),
)
const Checks = v.strictObject({
  /** Name -> why it stays. */
  latin: v.record(v.string(), Reason),
  /** Language -> wrong letter -> right letter. */
  letters: v.record(v.string(), v.record(v.string(), v.string())),
  /** Language -> rule -> `<folder>:<key>` -> why. */
  exceptions: v.record(v.string(), v.record(v.picklist(RULES_WITH_EXCEPTIONS), v.record(v.string(), Reason))),
})
export type ChecksFile = v.InferOutput<typeof Checks>

const NONE: ChecksFile = { latin: {}, letters: {}, exceptions: {} }

export function readChecksFile(root: string, faults: ContentFault[]): ChecksFile {
  if (!existsSync(join(root, CHECKS_FILE))) return NONE
  const { value } = readJson(root, CHECKS_FILE, faults)
  if (value === undefined) return NONE
  const read = v.safeParse(Checks, value)
  if (read.success) return read.output
  for (const issue of read.issues) {
    faults.push({ file: CHECKS_FILE, line: 1, message: `malformed: ${v.getDotPath(issue) ?? ''}` })
  }
  return NONE
}
