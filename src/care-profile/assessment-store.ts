/**
 * The open assessment. Each change makes a new one that shares all that did not change, shows it at once and hands it to the
 * vault's autosave. What follows from it (items, progress, summary) is worked out when somebody looks.
 */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Child } from '@/children/child.ts'
import { useChildren } from '@/children/children-store.ts'
import { newId, useVault, type Autosave, type SaveState } from '@/vault/index.ts'
import { startAssessment, ASSESSMENT_KIND, type Assessment, type AssessmentStart } from './assessment.ts'
import { goTo } from './assessment-changes.ts'
import { parseAssessment } from './assessment-parsing.ts'
import { itemListOf, type ItemList } from './item-list.ts'
import { placeToResume, progressOf, type Progress } from './progress.ts'
import { structure } from './structure.ts'
import { summarise, type ProfileSummary } from './summary.ts'

export type AssessmentState =
  | { status: 'closed' }
  | { status: 'opening' }
  | { status: 'open' }
  /** There is none of that id for that child, or no such child. */
  | { status: 'not-found' }
  /** It, or the child's record: written by a later version of the toolkit, or not what it says it is. */
  | { status: 'unreadable'; reason: 'newer' | 'malformed' }

export interface AssessmentEntry {
  id: string
  assessment: Assessment
  /** Epoch milliseconds. */
  savedAt: number
}

export const useAssessment = defineStore('assessment', () => {
  const vault = useVault()
  const children = useChildren()
  const state = shallowRef<AssessmentState>({ status: 'closed' })
  const id = shallowRef<string | null>(null)
  const assessment = shallowRef<Assessment | null>(null)
  const autosave = shallowRef<Autosave<Assessment> | null>(null)
  /** Goes up when what is awaited is no longer wanted. */
  let turn = 0

  vault.onLock(forget)
  children.onRemoved((childId) => {
    if (assessment.value?.childId === childId) forget()
  })

  const child = computed<Child | null>(() => {
    const { current } = children
    return current && current.id === assessment.value?.childId ? current.child : null
  })
  const list = computed<ItemList | null>(() =>
    assessment.value && child.value ? itemListOf(structure, assessment.value, child.value.birth) : null,
  )
  const items = computed(() => (list.value?.status === 'ready' ? list.value.items : []))
  const progress = computed<Progress | null>(() =>
    assessment.value ? progressOf(items.value, assessment.value) : null,
  )
  const summary = computed<ProfileSummary | null>(() =>
    assessment.value ? summarise(structure, items.value, assessment.value) : null,
  )
  /** The item to land on when the assessment is opened again. */
  const resumeAt = computed(() =>
    assessment.value ? placeToResume(items.value, assessment.value) : undefined,
  )
  const saveState = computed<SaveState | null>(() => autosave.value?.state ?? null)

  /** Opens the assessment and its child's record. Rejects with VaultFailure. */
  async function open(childId: string, assessmentId: string): Promise<AssessmentState> {
    if (id.value === assessmentId && assessment.value?.childId === childId) {
      await children.open(childId)
      return state.value
    }
    const closing = close()
    const mine = (turn += 1)
    state.value = { status: 'opening' }
    try {
      await closing
      const [record, ofChild] = await Promise.all([
        vault.records.read<unknown>(assessmentId),
        children.open(childId),
      ])
      if (mine !== turn) return state.value
      const parsed = record?.kind === ASSESSMENT_KIND ? parseAssessment(record.body) : null
      // An assessment under another child's address is not shown: the wrong child is the worst mistake there is.
      if (!record || !parsed || (parsed.ok && parsed.value.childId !== childId)) {
        state.value = { status: 'not-found' }
      } else if (!parsed.ok) state.value = { status: 'unreadable', reason: parsed.reason }
      else if (ofChild.status !== 'open') state.value = ofChild
      else hold(assessmentId, parsed.value, record.revision)
    } finally {
      if (mine === turn && state.value.status === 'opening') state.value = { status: 'closed' }
    }
    return state.value
  }

  /** Begins an assessment, keeps it and opens it; gives its id. */
  async function start(details: AssessmentStart): Promise<string> {
    await close()
    turn += 1
    const assessmentId = newId()
    const begun = startAssessment(details)
    hold(assessmentId, begun)
    autosave.value?.edit(begun)
    await Promise.all([autosave.value?.flush(), children.open(details.childId)])
    return assessmentId
  }

  /** Cheap enough for every keystroke: `make` is one of the functions of assessment-changes.ts. */
  function change(make: (assessment: Assessment) => Assessment): void {
    if (!assessment.value) return
    const next = make(assessment.value)
    if (next === assessment.value) return
    assessment.value = next
    autosave.value?.edit(next)
  }

  /** The practitioner is at this item; it is where the assessment opens the next time. */
  function visit(itemId: string): void {
    change((present) => goTo(present, itemId))
  }

  async function close(): Promise<void> {
    const closing = autosave.value
    forget()
    await closing?.stop()
  }

  /** The child's assessments, the last changed first; one that cannot be read is left out. Rejects with VaultFailure. */
  async function listFor(childId: string): Promise<AssessmentEntry[]> {
    const records = await vault.records.list<unknown>(ASSESSMENT_KIND)
    return records
      .flatMap((record): AssessmentEntry[] => {
        const parsed = parseAssessment(record.body)
        return parsed.ok && parsed.value.childId === childId
          ? [{ id: record.id, assessment: parsed.value, savedAt: record.savedAt }]
          : []
      })
      .sort((a, b) => b.savedAt - a.savedAt)
  }

  /** Removes one assessment from this device; the child's record stays. Rejects with VaultFailure. */
  async function remove(assessmentId: string): Promise<void> {
    await vault.records.remove([assessmentId])
    if (id.value === assessmentId) forget()
  }

  function hold(assessmentId: string, held: Assessment, revision?: number): void {
    autosave.value = vault.autosave<Assessment>({
      id: assessmentId,
      kind: ASSESSMENT_KIND,
      ...(revision !== undefined && { revision }),
    })
    id.value = assessmentId
    assessment.value = held
    state.value = { status: 'open' }
  }

  function forget(): void {
    turn += 1
    autosave.value = null
    id.value = null
    assessment.value = null
    state.value = { status: 'closed' }
  }

  return {
    state,
    id,
    assessment,
    child,
    list,
    items,
    progress,
    summary,
    resumeAt,
    saveState,
    open,
    start,
    change,
    visit,
    close,
    listFor,
    remove,
  }
})
