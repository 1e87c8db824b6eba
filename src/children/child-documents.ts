/**
 * What belongs to a child: documents of the tools, known here only by what they all have in common. So this room can list
 * them, say what no report holds yet, and remove them with the child, without knowing any tool.
 */
import * as v from 'valibot'
import type { Records, StoredRecord } from '@/vault/index.ts'
import { storedId } from './stored-values.ts'

/** The kinds of record that belong to a child. Each body is a `ChildDocument` and more. */
export const DOCUMENT_KINDS = ['care-profile'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export interface ChildDocument {
  readonly childId: string
  /** Goes up with each change of content. */
  readonly edits: number
  /** The last report that left this device: when (epoch milliseconds) and after which edit. */
  readonly exported?: { readonly at: number; readonly edits: number }
}

/** Something was written that no report which left this device holds. A document without content needs none. */
export function isUnexported({ edits, exported }: ChildDocument): boolean {
  return edits > (exported?.edits ?? 0)
}

export interface DocumentEntry {
  id: string
  kind: DocumentKind
  childId: string
  /** Epoch milliseconds. */
  savedAt: number
  unexported: boolean
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const documentSchema: v.GenericSchema<unknown, ChildDocument> = v.object({
  childId: storedId,
  edits: v.fallback(count, 1),
  exported: v.exactOptional(v.fallback(v.object({ at: count, edits: count }), { at: 0, edits: 0 })),
})

/** Every document of every child. One whose body is damaged beyond its child's id is still that child's. */
export async function listDocuments(records: Records): Promise<DocumentEntry[]> {
  const ofKind = async (kind: DocumentKind) =>
    (await records.list<unknown>(kind)).flatMap((record) => entryOf(kind, record))
  return (await Promise.all(DOCUMENT_KINDS.map(ofKind))).flat()
}

function entryOf(kind: DocumentKind, { id, savedAt, body }: StoredRecord<unknown>): DocumentEntry[] {
  const parsed = v.safeParse(documentSchema, body)
  if (!parsed.success) return []
  const { childId } = parsed.output
  return [{ id, kind, childId, savedAt, unexported: isUnexported(parsed.output) }]
}
