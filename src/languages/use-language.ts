/** The interface's language: which it is, and switching it without losing the page. */
import { computed, type ComputedRef } from 'vue'
import { DEFAULT_LANGUAGE, i18n, loadedRooms, loadMessages } from './i18n.ts'
import { languageOf, type Language } from './languages.ts'
import type { LanguageTag } from './tool-text.ts'

const KEPT_IN = 'toolkit.language'

export const interfaceLanguage: ComputedRef<Language> = computed(() => languageOf(i18n.global.locale.value))

/** Loads the words of every room that is open, then switches: nothing on the page is left without words. */
export async function switchLanguage(tag: LanguageTag): Promise<void> {
  const language = languageOf(tag)
  await loadMessages(loadedRooms(), tag)
  i18n.global.locale.value = tag
  document.documentElement.lang = tag
  document.documentElement.dir = language.direction
  rememberLanguage(tag)
}

/** The language chosen last time on this device, if the app still has it. It says nothing of a family. */
export function rememberedLanguage(): LanguageTag {
  try {
    const tag = localStorage.getItem(KEPT_IN) ?? DEFAULT_LANGUAGE
    return languageOf(tag).interface ? tag : DEFAULT_LANGUAGE
  } catch {
    return DEFAULT_LANGUAGE
  }
}

function rememberLanguage(tag: LanguageTag): void {
  try {
    localStorage.setItem(KEPT_IN, tag)
  } catch {
    // Storage may be refused: then the language is chosen again next time, and nothing else is lost.
  }
}
