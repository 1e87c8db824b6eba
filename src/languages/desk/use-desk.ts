/** The open desk: the texts of one language, this person's work on them, and whether the device keeps it. */
import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { LanguageTag } from '../languages.ts'
import type { ReviewStatus } from '../review/review-file.ts'
import { cleaned } from './better-words.ts'
import { deskFile } from './file-out.ts'
import { keepWork, keptWork, workIn, type KeepFault } from './keep.ts'
import type { Desk } from './load.ts'
import { createStandings, isTakenIn, type Standing } from './standing.ts'
import { NO_WORK, without, withMark, withName, withNote, withWords, type Shown, type Work } from './work.ts'

export interface OpenDesk extends Desk {
  readonly language: LanguageTag
  readonly work: Readonly<ShallowRef<Work>>
  readonly standings: ComputedRef<ReadonlyMap<string, Standing>>
  /** Why the last change is on the screen only; undefined when all is kept. */
  readonly keepFault: Readonly<ShallowRef<KeepFault | 'unreadable' | undefined>>
  /** How much of this person's work has come into the toolkit since they were here last. */
  readonly takenIn: number
  mark(standing: Standing, status: ReviewStatus): void
  setWords(standing: Standing, typed: string): void
  setNote(standing: Standing, note: string): void
  /** One's own work on a text, as it is, for the wording that stands there now. */
  useAgain(standing: Standing): void
  leaveOut(standing: Standing): void
  setName(by: string): void
  replace(work: Work): void
  /** At once, so that a share sheet may open in the same tap. */
  makeFile(): File
  fileHandedOver(): void
}

/** `today`: YYYY-MM-DD where the person is. `now`: epoch ms. */
export function useDesk(language: LanguageTag, desk: Desk, today: () => string, now: () => number): OpenDesk {
  const kept = keptWork(language)
  const work = shallowRef<Work>(kept.ok ? kept.work : NO_WORK)
  const keepFault = shallowRef<KeepFault | 'unreadable' | undefined>(kept.ok ? undefined : kept.fault)
  const standingsOf = createStandings(language)
  const standings = computed(() => standingsOf(desk.texts, work.value))
  const takenIn = takeOutWhatIsIn()

  function takeOutWhatIsIn(): number {
    const done = [...standings.value.values()].filter(isTakenIn)
    if (done.length > 0) replace(done.reduce((before, { text }) => without(before, text.id), work.value))
    return done.length
  }

  function replace(next: Work): void {
    work.value = next
    keepFault.value = keepWork(language, next)
  }

  /** Two tabs of one desk show the same: each takes over what the other has written. */
  function onStorage(event: StorageEvent): void {
    const theirs = workIn(event, language)
    if (theirs) work.value = theirs
  }
  window.addEventListener('storage', onStorage)
  onScopeDispose(() => window.removeEventListener('storage', onStorage))

  return {
    ...desk,
    language,
    work,
    standings,
    keepFault,
    takenIn,
    mark: (standing, status) => replace(withMark(work.value, shownOf(standing), status, now())),
    setWords(standing, typed) {
      const isAsItWas = cleaned(typed) === standing.translation
      replace(withWords(work.value, shownOf(standing), isAsItWas ? undefined : typed, now()))
    },
    setNote: (standing, note) => replace(withNote(work.value, shownOf(standing), note, now())),
    useAgain: (standing) => replace(withMark(work.value, shownOf(standing), 'draft', now())),
    leaveOut: (standing) => replace(without(work.value, standing.text.id)),
    setName: (by) => replace(withName(work.value, by)),
    replace,
    makeFile: () => deskFile(work.value, standings.value.values(), language, today()),
    fileHandedOver: () => replace({ ...work.value, fileAt: now() }),
  }
}

function shownOf({ text, was }: Standing): Shown {
  return { id: text.id, folder: text.folder, key: text.key, of: text.of, was }
}
