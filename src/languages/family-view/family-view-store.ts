/** Whether the screen is the family's now, and in which language. */
import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import type { LanguageTag } from '../languages.ts'
import { openFamily } from './family-page.ts'

/** Pages that are about no family at all. */
const NOBODY = ''

export const useFamilyView = defineStore('family-view', () => {
  const family = openFamily()
  const isOpen = ref(false)
  /** Grades frighten when they come without words: shown only when the practitioner chooses. */
  const showsGrades = ref(false)
  const chosen = reactive(new Map<string, LanguageTag>())

  const language = computed<LanguageTag | undefined>(
    () => chosen.get(family.value?.id ?? NOBODY) ?? family.value?.likely,
  )

  return {
    isOpen,
    showsGrades,
    /** Undefined: not chosen yet, and the record does not say. */
    language,
    choose(tag: LanguageTag) {
      chosen.set(family.value?.id ?? NOBODY, tag)
    },
    open() {
      isOpen.value = true
    },
    close() {
      isOpen.value = false
      showsGrades.value = false
    },
  }
})
