/** What a file holds, held against what is here: nothing that was written later may be overwritten in silence. */
import type { Envelope, RescuedRecord } from './envelope.ts'
import type { RescueItem, RescueParts, RescueRules } from './rescue-types.ts'

export async function compareAll(
  parts: RescueParts,
  rules: RescueRules,
  envelope: Envelope,
): Promise<RescueItem[]> {
  const items: RescueItem[] = []
  for (const record of envelope.records) items.push(await compare(parts, rules, envelope, record))
  await lookAtParents(parts, rules, items)
  // What others belong to comes first. What only came along is of use where it is not here.
  return items
    .filter(({ record, found }) => record.unsaved || found === 'new')
    .sort((one, other) => Number(hasParent(rules, one)) - Number(hasParent(rules, other)))
}

const hasParent = (rules: RescueRules, { record }: RescueItem) => rules.parentOf(record) !== undefined

async function compare(
  parts: RescueParts,
  rules: RescueRules,
  envelope: Envelope,
  record: RescuedRecord,
): Promise<RescueItem> {
  if (!rules.isSound(record)) return { record, found: 'unreadable', here: 0 }
  // Reading comes first: it brings the ledger up to date.
  const stored = await parts.records.read(record.id)
  const known = parts.session().ledger.of(record.id)
  if (known?.removed) return { record, found: 'removed-here', here: 0 }
  if (!stored) {
    if (!known || parts.isMissing(record.id)) return { record, found: 'new', here: known?.revision ?? 0 }
    // A row is here that cannot be opened: it is not ours to overwrite.
    return { record, found: 'conflicting', here: known.revision }
  }
  const here = stored.revision
  if (stored.kind === record.kind && JSON.stringify(stored.body) === JSON.stringify(record.body)) {
    return { record, found: 'same', here }
  }
  if (stored.kind !== record.kind || envelope.vaultId !== parts.session().vaultId) {
    return { record, found: 'conflicting', here }
  }
  const isTyped = parts.isUnsaved(record.id)
  if (here <= record.after && !isTyped) return { record, found: 'newer', here }
  return { record, found: isTyped || stored.savedAt > envelope.madeAt ? 'older' : 'conflicting', here }
}

/** What belongs to something that is nowhere could never be found again: a stand-in takes its place. */
async function lookAtParents(parts: RescueParts, rules: RescueRules, items: RescueItem[]): Promise<void> {
  for (const item of [...items]) {
    const parentId = rules.parentOf(item.record)
    if (parentId === undefined || item.found !== 'new') continue
    if (items.some(({ record, found }) => record.id === parentId && found === 'new')) continue
    const stored = await parts.records.read(parentId)
    const known = parts.session().ledger.of(parentId)
    if (known?.removed) item.found = 'removed-here'
    else if (!stored && (!known || parts.isMissing(parentId))) {
      const standIn = { id: parentId, after: 0, unsaved: false, ...rules.standIn() }
      items.push({ record: standIn, found: 'new', here: known?.revision ?? 0 })
    }
  }
}
