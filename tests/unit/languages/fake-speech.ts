/** A device that speaks: what it is told to say, in which voice, and its events when the test says so. */
import { vi } from 'vitest'

export class FakeUtterance {
  voice: SpeechSynthesisVoice | null = null
  lang = ''
  rate = 1
  onend: (() => void) | null = null
  onerror: (() => void) | null = null
  constructor(readonly text: string) {}
}

export function fakeVoice(lang: string, localService = true): SpeechSynthesisVoice {
  return { lang, localService, default: false, name: `${lang} ${localService}`, voiceURI: lang }
}

export class FakeSpeech {
  readonly said: FakeUtterance[] = []
  cancelled = 0
  private readonly listeners = new Set<() => void>()

  constructor(public voices: SpeechSynthesisVoice[] = [fakeVoice('ur-PK'), fakeVoice('en-GB')]) {
    vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
  }

  getVoices = () => this.voices
  speak = (utterance: unknown) => void this.said.push(utterance as FakeUtterance)
  cancel = () => {
    this.cancelled++
  }
  addEventListener = (type: string, listener: unknown) => {
    if (type === 'voiceschanged') this.listeners.add(listener as () => void)
  }
  removeEventListener = (_: string, listener: unknown) => void this.listeners.delete(listener as () => void)

  /** The device has found its voices, late. */
  find(...voices: SpeechSynthesisVoice[]) {
    this.voices = voices
    for (const listener of this.listeners) listener()
  }
  get isHeardBySomebody() {
    return this.listeners.size > 0
  }
  get texts() {
    return this.said.map(({ text }) => text)
  }
  get last(): FakeUtterance {
    const last = this.said.at(-1)
    if (!last) throw new Error('nothing was said')
    return last
  }
  /** The sentence that is being said comes to its end. */
  end() {
    this.last.onend?.()
  }
}
