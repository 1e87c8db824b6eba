import { utf8 } from '../crypto/bytes.ts'
import { failureReason, VaultFailure } from '../failure.ts'
import type { SaveFailureReason } from '../types.ts'
import { compareAll } from './compare.ts'
import type { RescuedRecord } from './envelope.ts'
import type { RescueContents, RescueItem, RescueParts, RescueRules } from './rescue-types.ts'

type Outcome =
  | { outcome: 'added' | 'updated' | 'copied' | 'same' }
  /** Still in the file. */
  | { outcome: 'left-out'; because: 'older' | 'no-copy' | 'removed-here' | 'unreadable' }
  | { outcome: 'failed'; reason: SaveFailureReason | 'locked' }

export type BroughtBack = Outcome & { record: RescuedRecord }

/**
 * Writes what the file holds through the records, one by one; doing it again goes on where it stopped. Nothing that is
 * here is lost:
 * - What conflicts becomes a copy beside what is here: no rule can know which of two people's words to drop.
 * - What is older is left out, as it was written over here on purpose; with `olderToo` it becomes a copy.
 * Rejects with VaultFailure when the vault cannot be looked at.
 */
export async function bringBack(
  parts: RescueParts,
  { envelope }: RescueContents,
  rules: RescueRules,
  { olderToo = false }: { olderToo?: boolean } = {},
): Promise<BroughtBack[]> {
  const done: BroughtBack[] = []
  // Compared anew: a person may have looked at the plan for a while.
  for (const item of await compareAll(parts, rules, envelope)) {
    const outcome = await writeItem(parts, rules, item, olderToo).catch(failed)
    done.push({ ...outcome, record: item.record })
  }
  return done
}

async function writeItem(
  parts: RescueParts,
  rules: RescueRules,
  { record, found, here }: RescueItem,
  olderToo: boolean,
): Promise<Outcome> {
  const { id, kind, body } = record
  switch (found) {
    case 'same':
      return { outcome: 'same' }
    case 'removed-here':
    case 'unreadable':
      return { outcome: 'left-out', because: found }
    case 'new':
    case 'newer':
      // The write itself refuses when a newer revision has come in between.
      await parts.records.save({ id, kind, body, basedOn: here })
      return { outcome: found === 'new' ? 'added' : 'updated' }
    case 'older':
      return olderToo ? copy(parts, rules, record) : { outcome: 'left-out', because: 'older' }
    case 'conflicting':
      return copy(parts, rules, record)
  }
}

async function copy(parts: RescueParts, rules: RescueRules, record: RescuedRecord): Promise<Outcome> {
  const body = rules.asCopy(record)
  if (!body) return { outcome: 'left-out', because: 'no-copy' }
  const id = await copyIdOf(record)
  if (await parts.records.read(id)) return { outcome: 'same' }
  if (parts.session().ledger.of(id)?.removed) return { outcome: 'left-out', because: 'removed-here' }
  await parts.records.save({ id, kind: record.kind, body })
  return { outcome: 'copied' }
}

const ID_BYTES = 16

/** Made from the words, so that the same file brought back twice gives one copy. As opaque as any id. */
async function copyIdOf({ id, body }: RescuedRecord): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify(['copy', id, body])))
  return Array.from(new Uint8Array(digest, 0, ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}

function failed(error: unknown): Outcome {
  const isLocked = error instanceof VaultFailure && error.reason === 'locked'
  return { outcome: 'failed', reason: isLocked ? 'locked' : failureReason(error) }
}
