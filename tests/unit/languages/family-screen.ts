/** Something on the family's screen, with its real words, a reader that speaks through a fake device, and what there is to read. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { computed, defineComponent, h, shallowRef, type Component } from 'vue'
import {
  createPassages,
  provideFamilyContext,
  type BothWords,
  type Passages,
} from '@/languages/family-view/context.ts'
import { createReader, type Reader } from '@/languages/read-aloud/reader.ts'
import type { Words } from '@/languages/words.ts'
import { FakeSpeech } from './fake-speech.ts'
import { wordsIn } from './real-words.ts'

export interface FamilyScreen {
  page: VueWrapper
  speech: FakeSpeech
  reader: Reader
  passages: Passages
  /** The family changes its language. */
  speak: (family: Words) => void
}

export interface Showing {
  family?: Words
  /** `null`: a device that cannot speak. */
  speech?: FakeSpeech | null
  plugins?: []
}

/** As the family's screen shows it: the component, and beside it nothing. */
export function showToFamily(
  component: Component,
  props: Record<string, unknown>,
  { family = wordsIn('ur'), speech = new FakeSpeech() }: Showing = {},
): FamilyScreen {
  const theirs = shallowRef(family)
  const words = computed<BothWords>(() => ({ family: theirs.value, english: wordsIn('en-GB') }))
  const reader = createReader(() => words.value.family.language, speech ?? undefined)
  const passages = createPassages()
  const Screen = defineComponent(() => {
    provideFamilyContext({ words, reader, passages })
    return () => h(component, props)
  })
  const page = mount(Screen, { attachTo: document.body })
  return {
    page,
    speech: speech ?? new FakeSpeech(),
    reader,
    passages,
    speak: (now) => (theirs.value = now),
  }
}

/** Whatever is said on the screen, panel by panel, with its language and direction. */
export function panelsOf(page: VueWrapper): { lang: string; dir: string; text: string }[] {
  return page.findAll('[lang]').map((panel) => ({
    lang: panel.attributes('lang') ?? '',
    dir: panel.attributes('dir') ?? '',
    text: panel.text(),
  }))
}
