/** What everything on the family's screen shares: the words in both languages, who reads aloud, and what there is to read. */
import {
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowReactive,
  type ComputedRef,
  type InjectionKey,
} from 'vue'
import type { Passage, Reader } from '../read-aloud/reader.ts'
import type { Words } from '../words.ts'

export interface BothWords {
  family: Words
  english: Words
}

interface PassageOnScreen {
  sentences: () => readonly string[]
  element: () => HTMLElement | null
  /** Whether a person has checked the translation. */
  isChecked: () => boolean
}

export interface Passages {
  /** Until the component that says it goes. */
  keep(id: string, passage: PassageOnScreen): void
  /** As they stand on the screen, from the top. */
  inOrder(): Passage[]
  /** How far what stands on the screen has been checked. */
  standing: ComputedRef<'checked' | 'draft' | 'some'>
}

export interface FamilyContext {
  words: ComputedRef<BothWords>
  reader: Reader
  passages: Passages
}

const KEY: InjectionKey<FamilyContext> = Symbol('family view')

export function provideFamilyContext(context: FamilyContext): void {
  provide(KEY, context)
}

export function useFamilyContext(): FamilyContext {
  const context = inject(KEY)
  if (!context) throw new Error('not in the family view')
  return context
}

export function createPassages(): Passages {
  const all = shallowReactive(new Map<string, PassageOnScreen>())
  return {
    keep(id, passage) {
      all.set(id, passage)
      onScopeDispose(() => all.delete(id))
    },
    inOrder() {
      return [...all]
        .flatMap(([id, { sentences, element }]) => {
          const place = element()
          return place ? [{ id, sentences: orElse(sentences, []), place }] : []
        })
        .sort((a, b) =>
          a.place.compareDocumentPosition(b.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
        )
        .map(({ id, sentences }) => ({ id, sentences }))
    },
    standing: computed(() => {
      const checks = [...all.values()].map(({ isChecked }) => orElse(isChecked, false))
      return checks.every(Boolean) ? 'checked' : checks.some(Boolean) ? 'some' : 'draft'
    }),
  }
}

/** What cannot be said is a fault in its own place on the screen; it must not take the whole screen with it. */
function orElse<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}
