/** What belongs to what, which the vault does not know: a form or a document is found only through its child. */
import { FORM_KIND, formIdOf } from '@/children/child-form.ts'
import { CHILD_KIND } from '@/children/child.ts'
import { DOCUMENT_KINDS } from '@/children/child-documents.ts'
import type { useChildren } from '@/children/children-store.ts'
import type { RescuedRecord, VaultStore } from '@/vault/index.ts'

type Owned = Pick<RescuedRecord, 'id' | 'kind' | 'body'>

const FORM_OF = /^(.+)-form$/

export function childOf({ id, kind, body }: Owned): string | undefined {
  if (kind === FORM_KIND) return id === formIdOf(null) ? undefined : FORM_OF.exec(id)?.[1]
  if (!DOCUMENT_KINDS.some((known) => known === kind)) return undefined
  const { childId } = body as { childId?: unknown }
  return typeof childId === 'string' ? childId : undefined
}

/** The children of unsaved words: from what is open, and where that has none from the disk, if it can be read. */
export async function childrenOf(
  unsaved: readonly Owned[],
  children: ReturnType<typeof useChildren>,
  records: VaultStore['records'],
): Promise<Owned[]> {
  const ids = new Set(unsaved.flatMap((record) => childOf(record) ?? []))
  const found: Owned[] = []
  for (const id of ids) {
    const held =
      children.current?.id === id
        ? children.current.child
        : children.entries.find((entry) => entry.id === id)?.child
    const body: unknown = held ?? (await readOrNothing(records, id))
    if (body !== undefined) found.push({ id, kind: CHILD_KIND, body })
  }
  return found
}

/** The disk is in trouble: a child that cannot be read must not keep the words out of the file. */
async function readOrNothing(records: VaultStore['records'], id: string): Promise<unknown> {
  try {
    return (await records.read(id))?.body
  } catch {
    return undefined
  }
}
