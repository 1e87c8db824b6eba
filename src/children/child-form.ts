/**
 * What becomes of a form that has faults. Each field without one is saved; where one is, the record keeps what stood there
 * before, and the form is kept as typed beside the record (in the vault, as everything), so that a lock, a reload or a call
 * to the door loses nothing.
 */
import * as v from 'valibot'
import { useVault, type Autosave } from '@/vault/index.ts'
import type { Child } from './child.ts'
import { checkChildForm, childFormFrom, type ChildForm, type CheckedChild } from './child-validation.ts'
import type { CivilDate } from './civil-date.ts'
import { storedId } from './stored-values.ts'
import { newChild } from './child.ts'
import { typedFrom } from './typed-date.ts'

export interface Savable {
  /** What may take the place of the record now. */
  child: Child
  check: CheckedChild
}

/** `saved` is the record as it stands. */
export function savableFrom(form: ChildForm, saved: Child, today: CivilDate, locale: string): Savable {
  const check = checkChildForm(form, today, locale)
  if (check.ok) return { child: check.child, check }
  const faulty = new Set(check.faults.map((fault) => fault.field.split('.')[0]))
  const before = childFormFrom(saved)
  const pick = <Field extends keyof ChildForm>(field: Field) =>
    faulty.has(field) ? before[field] : form[field]
  const mended = checkChildForm(
    {
      reference: pick('reference'),
      // A date that was right when it was saved may be wrong by now (a due date long past): it is not checked again.
      birth: faulty.has('birth') ? { kind: 'unknown', typed: typedFrom(undefined) } : form.birth,
      people: pick('people'),
      languages: pick('languages'),
      interpreterNeeded: form.interpreterNeeded,
      communication: pick('communication'),
      notes: pick('notes'),
    },
    today,
    locale,
  )
  if (!mended.ok) return { child: saved, check }
  return { child: { ...mended.child, birth: faulty.has('birth') ? saved.birth : mended.child.birth }, check }
}

export function emptyChildForm(): ChildForm {
  return childFormFrom(newChild(''))
}

export function isEmptyForm(form: ChildForm): boolean {
  return JSON.stringify(form) === JSON.stringify(emptyChildForm())
}

/** What the vault calls a form that waits to be finished. */
export const FORM_KIND = 'child-form'
const NEW_CHILD_FORM = 'new-child-form'

/** Where the unfinished form of a child is kept; there is one for the child who is about to be added. */
export function formIdOf(childId: string | null): string {
  return childId === null ? NEW_CHILD_FORM : `${childId}-form`
}

const typedDate = v.object({ day: v.string(), month: v.string(), year: v.string() })
const keptSchema: v.GenericSchema<unknown, { form: ChildForm | null }> = v.object({
  form: v.nullable(
    v.object({
      reference: v.string(),
      birth: v.object({ kind: v.picklist(['born', 'due', 'unknown']), typed: typedDate }),
      people: v.array(
        v.object({
          id: storedId,
          reference: v.string(),
          relationship: v.string(),
          isCarer: v.boolean(),
          inTheHome: v.boolean(),
        }),
      ),
      languages: v.array(v.object({ name: v.string(), speaks: v.boolean(), reads: v.boolean() })),
      interpreterNeeded: v.picklist(['yes', 'no', 'unknown']),
      communication: v.string(),
      notes: v.string(),
    }),
  ),
})

export interface KeptForm {
  /** The form that was left unfinished, if there is one. */
  readonly unfinished: ChildForm | null
  keep(form: ChildForm): void
  /** There is nothing to finish any more. */
  clear(): void
  stop(): Promise<void>
}

/** Rejects with VaultFailure. */
export async function openKeptForm(childId: string | null): Promise<KeptForm> {
  const vault = useVault()
  const id = formIdOf(childId)
  const record = await vault.records.read<unknown>(id)
  const parsed = v.safeParse(keptSchema, record?.body)
  let holds = parsed.success && parsed.output.form !== null
  let autosave: Autosave<{ form: ChildForm | null }> | null = null

  function write(form: ChildForm | null) {
    autosave ??= vault.autosave({
      id,
      kind: FORM_KIND,
      ...(record && { revision: record.revision }),
    })
    holds = form !== null
    autosave.edit({ form })
  }

  return {
    unfinished: parsed.success ? parsed.output.form : null,
    keep: write,
    clear() {
      if (holds) write(null)
    },
    async stop() {
      await autosave?.stop()
    },
  }
}
