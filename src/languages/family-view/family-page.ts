/**
 * What the open page has for the family. A page says it, the shell shows it: the page itself stays as it is underneath, so
 * a half-typed word, the place and the cursor are there again afterwards.
 */
import { onScopeDispose, shallowRef, watchEffect, type Component, type ShallowRef } from 'vue'
import type { FamilyRoom } from '../i18n.ts'
import type { LanguageTag } from '../languages.ts'
import type { ToolFolder } from '../tool-text.ts'

export interface FamilyPage {
  /** Shown with `props`; says its words through `BilingualText`. */
  component: Component
  props: Readonly<Record<string, unknown>>
  rooms: readonly FamilyRoom[]
  folder: ToolFolder
}

/** Whom the open page is about: each family keeps its own language while the toolkit is open. */
export interface Family {
  /** Opaque. */
  id: string
  /** What the record says of the languages they read and speak, the likeliest first. */
  likely: LanguageTag | undefined
}

const page = shallowRef<FamilyPage>()
const family = shallowRef<Family>()

/** For a page: what it shows to the family, kept up to date while it is open. */
export function useFamilyPage(show: () => FamilyPage | null | undefined): void {
  keep(page, show)
}

/** For a page: whose family it is. */
export function useFamily(whose: () => Family | null | undefined): void {
  keep(family, whose)
}

function keep<T>(place: ShallowRef<T | undefined>, value: () => T | null | undefined): void {
  const stop = watchEffect(() => {
    place.value = value() ?? undefined
  })
  onScopeDispose(() => {
    stop()
    place.value = undefined
  })
}

/** For the shell. */
export function openFamilyPage(): Readonly<ShallowRef<FamilyPage | undefined>> {
  return page
}

/** For the shell. */
export function openFamily(): Readonly<ShallowRef<Family | undefined>> {
  return family
}
