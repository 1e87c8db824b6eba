/**
 * Reads passages aloud, sentence by sentence, and says which one it is at. Each sentence is an utterance of its own: long ones
 * stop by themselves in Chrome, and `pause()` of the browser ends the reading for good on Android, so a pause here is a
 * stop that knows its place.
 */
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { LanguageTag } from '../languages.ts'
import { localVoice } from './voices.ts'

export interface Passage {
  id: string
  sentences: readonly string[]
}

/** Where the reading is: the passage and, from 0, its sentence. */
export interface Place {
  passage: string
  sentence: number
}

export type Reading =
  | { status: 'silent' }
  | { status: 'reading'; at: Place }
  | { status: 'paused'; at: Place }
  /** The device gave up, in the middle. */
  | { status: 'failed'; at: Place }

export const PACES = ['slow', 'usual', 'fast'] as const
export type Pace = (typeof PACES)[number]

/** Times the voice's own pace, which is quick for somebody who listens to hard news. */
const RATES: Readonly<Record<Pace, number>> = { slow: 0.65, usual: 0.9, fast: 1.2 }

export interface Reader {
  reading: Readonly<ShallowRef<Reading>>
  pace: ShallowRef<Pace>
  /** `no-voice`: the device can speak, but not this language by itself. `no-speech`: it cannot speak at all. */
  ability: ComputedRef<'ready' | 'no-voice' | 'no-speech'>
  /** From the beginning, or from one of them. */
  read(passages: readonly Passage[], from?: string): void
  pause(): void
  goOn(): void
  stop(): void
  /** When nobody needs it any more. */
  close(): void
}

export type Speech = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>

/** Undefined in a browser that cannot speak. */
function deviceSpeech(): Speech | undefined {
  return 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined
}

export function createReader(language: () => LanguageTag, speech = deviceSpeech()): Reader {
  const voices = shallowRef(speech?.getVoices() ?? [])
  // Most browsers have no voices yet when they are first asked.
  const onVoices = () => {
    voices.value = speech?.getVoices() ?? []
  }
  speech?.addEventListener('voiceschanged', onVoices)

  const reading = shallowRef<Reading>({ status: 'silent' })
  const pace = shallowRef<Pace>('usual')
  const voice = computed(() => localVoice(language(), voices.value))
  let passages: readonly Passage[] = []
  /** Held on to: Chrome loses the events of an utterance that nobody refers to. */
  let spoken: SpeechSynthesisUtterance | undefined

  function hush() {
    spoken = undefined
    speech?.cancel()
  }

  function speakFrom(at: Place) {
    hush()
    const passage = passages.find(({ id }) => id === at.passage)
    const sentence = passage?.sentences[at.sentence]
    if (!speech || !voice.value || !passage || sentence === undefined) {
      reading.value = { status: 'silent' }
      return
    }
    reading.value = { status: 'reading', at }
    const utterance = new SpeechSynthesisUtterance(sentence.trim())
    utterance.voice = voice.value
    utterance.lang = voice.value.lang
    utterance.rate = RATES[pace.value]
    // An utterance that was cancelled still reports its end: only the one that is being spoken counts.
    utterance.onend = () => {
      if (spoken === utterance) goTo(after(passage, at))
    }
    utterance.onerror = () => {
      if (spoken === utterance) reading.value = { status: 'failed', at }
    }
    spoken = utterance
    speech.speak(utterance)
  }

  function after(passage: Passage, { sentence }: Place): Place | undefined {
    if (sentence + 1 < passage.sentences.length) return { passage: passage.id, sentence: sentence + 1 }
    const next = passages.slice(passages.indexOf(passage) + 1).find(({ sentences }) => sentences.length > 0)
    return next && { passage: next.id, sentence: 0 }
  }

  function goTo(place: Place | undefined) {
    if (place) speakFrom(place)
    else stop()
  }

  function stop() {
    hush()
    reading.value = { status: 'silent' }
  }

  return {
    reading,
    pace,
    ability: computed(() => (!speech ? 'no-speech' : voice.value ? 'ready' : 'no-voice')),
    read(all, from) {
      passages = all
      const first = from ?? all.find(({ sentences }) => sentences.length > 0)?.id
      goTo(first === undefined ? undefined : { passage: first, sentence: 0 })
    },
    pause() {
      if (reading.value.status !== 'reading') return
      const { at } = reading.value
      hush()
      reading.value = { status: 'paused', at }
    },
    goOn() {
      if (reading.value.status === 'paused' || reading.value.status === 'failed') speakFrom(reading.value.at)
    },
    stop,
    close() {
      stop()
      speech?.removeEventListener('voiceschanged', onVoices)
    },
  }
}
