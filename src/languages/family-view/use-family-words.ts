/**
 * The words of the family's screen, opened for its language and for the page underneath. Both languages change in one step; an
 * answer that comes too late, when another language or page is wanted by then, is dropped.
 */
import { computed, nextTick, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { ENGLISH, type LanguageTag } from '../languages.ts'
import { openWords, type Words } from '../words.ts'
import type { FamilyPage } from './family-page.ts'

export interface WordsWanted {
  language: Readonly<Ref<LanguageTag | undefined>>
  page: Readonly<ShallowRef<FamilyPage | undefined>>
  /** Filled when the words are there. */
  english: ShallowRef<Words | undefined>
  family: ShallowRef<Words | undefined>
  prepare: ((language: LanguageTag | undefined) => Promise<void>) | undefined
  /** Just before other words take their place; what it gives is called when they stand. */
  beforeSwitch: () => () => void
  /** Not even the English can be opened: nothing can be shown, not even the way back. */
  isLost: () => void
}

export interface WordsOpened {
  /** The page underneath, once its own words are there. */
  shown: ComputedRef<FamilyPage | undefined>
  /** Something could not be opened; what stood before still stands. */
  failed: Ref<boolean>
}

const needsOf = (page: FamilyPage | undefined) => (page ? [page.folder, ...page.rooms].join() : '')

export function useFamilyWords(wanted: WordsWanted): WordsOpened {
  const { language, page, english, family, prepare, beforeSwitch, isLost } = wanted
  const openedFor = ref('')
  const failed = ref(false)

  async function open(tag: LanguageTag | undefined): Promise<void> {
    const { rooms = [], folder = 'partnership' as const } = page.value ?? {}
    const needs = needsOf(page.value)
    const isLate = () => tag !== language.value || needs !== needsOf(page.value)
    try {
      const inEnglish = await openWords(ENGLISH, ['family', ...rooms], folder)
      const inTheirs = tag === undefined ? undefined : await openWords(tag, ['family', ...rooms], folder)
      await prepare?.(tag)
      if (isLate()) return
      const afterwards = beforeSwitch()
      english.value = inEnglish
      family.value = inTheirs
      openedFor.value = needs
      failed.value = false
      await nextTick()
      afterwards()
    } catch {
      if (isLate()) return
      failed.value = true
      if (!english.value) isLost()
    }
  }

  watch([language, () => needsOf(page.value)], () => open(language.value), { immediate: true })

  return {
    shown: computed(() => (needsOf(page.value) === openedFor.value ? page.value : undefined)),
    failed,
  }
}
