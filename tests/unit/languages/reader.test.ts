/** Reading aloud on the device: sentence after sentence, with a pause that knows its place, and never by way of the network. */
import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { createReader, PACES, type Passage } from '@/languages/read-aloud/reader.ts'
import { FakeSpeech, fakeVoice } from './fake-speech.ts'

const passages: Passage[] = [
  { id: 'title', sentences: ['Food.'] },
  { id: 'empty', sentences: [] },
  { id: 'text', sentences: ['She eats. ', 'She sleeps. '] },
  { id: 'end', sentences: ['That is all.'] },
]

function ready(speech = new FakeSpeech(), first = 'ur') {
  const language = shallowRef(first)
  const reader = createReader(() => language.value, speech)
  return { speech, reader, language, status: () => reader.reading.value.status }
}
afterEach(() => vi.unstubAllGlobals())

describe('reading', () => {
  it('goes sentence after sentence and passage after passage, and then is silent', () => {
    const { speech, reader } = ready()
    reader.read(passages)
    const places = []
    while (reader.reading.value.status === 'reading') {
      places.push({ ...reader.reading.value.at, text: speech.last.text })
      speech.end()
    }
    expect(places).toEqual([
      { passage: 'title', sentence: 0, text: 'Food.' },
      { passage: 'text', sentence: 0, text: 'She eats.' },
      { passage: 'text', sentence: 1, text: 'She sleeps.' },
      { passage: 'end', sentence: 0, text: 'That is all.' },
    ])
    expect(reader.reading.value).toEqual({ status: 'silent' })
    expect(speech.said).toHaveLength(4)
  })

  it('begins with the one that was touched', () => {
    const { speech, reader } = ready()
    reader.read(passages, 'text')
    expect(speech.texts).toEqual(['She eats.'])
    reader.read(passages, 'end')
    expect(speech.last.text).toBe('That is all.')
    speech.end()
    expect(reader.reading.value.status).toBe('silent')
  })

  it('says nothing where there is nothing to read', () => {
    const { speech, reader, status } = ready()
    reader.read([])
    reader.read([{ id: 'empty', sentences: [] }])
    reader.read(passages, 'gone')
    expect(speech.said).toEqual([])
    expect(status()).toBe('silent')
  })

  it('is in the voice of the language, slower than the voice’s own pace unless it is asked to be fast', () => {
    const { speech, reader } = ready()
    const rates = PACES.map((pace) => {
      reader.pace.value = pace
      reader.read(passages)
      expect(speech.last).toMatchObject({ lang: 'ur-PK', voice: { lang: 'ur-PK' } })
      return speech.last.rate
    })
    expect(rates).toEqual([...rates].sort())
    expect(rates[1]).toBeLessThan(1)
    expect(new Set(rates).size).toBe(3)
  })
})

describe('a pause', () => {
  it('is silence, and going on begins with the sentence it was at', () => {
    const { speech, reader } = ready()
    reader.read(passages, 'text')
    speech.end()
    const cancelled = speech.cancelled
    reader.pause()
    expect(speech.cancelled).toBeGreaterThan(cancelled)
    expect(reader.reading.value).toEqual({ status: 'paused', at: { passage: 'text', sentence: 1 } })
    reader.goOn()
    expect(speech.last.text).toBe('She sleeps.')
    speech.end()
    expect(speech.last.text).toBe('That is all.')
  })

  it('is not moved by the end that the device reports for the sentence it was made to leave', () => {
    const { speech, reader } = ready()
    reader.read(passages, 'text')
    const left = speech.last
    reader.pause()
    left.onend?.()
    left.onerror?.()
    expect(reader.reading.value).toEqual({ status: 'paused', at: { passage: 'text', sentence: 0 } })
    reader.goOn()
    left.onend?.()
    left.onerror?.()
    expect(reader.reading.value).toEqual({ status: 'reading', at: { passage: 'text', sentence: 0 } })
    expect(speech.texts).toEqual(['She eats.', 'She eats.'])
  })

  it('needs somebody who reads, and going on needs a pause', () => {
    const { speech, reader, status } = ready()
    reader.pause()
    reader.goOn()
    expect(status()).toBe('silent')
    reader.read(passages)
    reader.goOn()
    expect(speech.said).toHaveLength(1)
  })

  it('is over when it is stopped', () => {
    const { speech, reader, status } = ready()
    reader.read(passages)
    reader.pause()
    reader.stop()
    reader.goOn()
    expect(status()).toBe('silent')
    expect(speech.said).toHaveLength(1)
  })
})

describe('a device that gives up', () => {
  it('is said to have failed, and is asked again from the same sentence', () => {
    const { speech, reader } = ready()
    reader.read(passages, 'text')
    speech.end()
    speech.last.onerror?.()
    expect(reader.reading.value).toEqual({ status: 'failed', at: { passage: 'text', sentence: 1 } })
    reader.goOn()
    expect(reader.reading.value.status).toBe('reading')
    expect(speech.texts).toEqual(['She eats.', 'She sleeps.', 'She sleeps.'])
  })
})

describe('what the device can do', () => {
  it('is nothing where it cannot speak at all', () => {
    const reader = createReader(() => 'ur', undefined)
    expect(reader.ability.value).toBe('no-speech')
    reader.read(passages)
    reader.stop()
    reader.close()
    expect(reader.reading.value.status).toBe('silent')
  })

  it('is known once its voices have come, late', () => {
    const { speech, reader } = ready(new FakeSpeech([]))
    expect(reader.ability.value).toBe('no-voice')
    speech.find(fakeVoice('ur-PK'))
    expect(reader.ability.value).toBe('ready')
    reader.read(passages)
    expect(speech.last.lang).toBe('ur-PK')
  })

  it('follows the language', () => {
    const { reader, language, speech } = ready()
    language.value = 'pl'
    expect(reader.ability.value).toBe('no-voice')
    reader.read(passages)
    expect(speech.said).toEqual([])
    language.value = 'en-GB'
    expect(reader.ability.value).toBe('ready')
    reader.read(passages)
    expect(speech.last.lang).toBe('en-GB')
  })

  it('is not to go on in a language it has no voice for', () => {
    const { reader, language, speech, status } = ready()
    reader.read(passages)
    language.value = 'pl'
    speech.end()
    expect(speech.said).toHaveLength(1)
    expect(status()).toBe('silent')
  })
})

it('a reader that is closed is silent, and hears of no more voices', () => {
  const { speech, reader, status } = ready()
  expect(speech.isHeardBySomebody).toBe(true)
  reader.read(passages)
  const cancelled = speech.cancelled
  reader.close()
  expect(status()).toBe('silent')
  expect(speech.cancelled).toBeGreaterThan(cancelled)
  expect(speech.isHeardBySomebody).toBe(false)
})

it('nothing is ever said in a voice that sends the words away, whatever happens', () => {
  const voices = fc.array(
    fc.record({ lang: fc.constantFrom('ur-PK', 'en-GB', 'pl-PL'), local: fc.boolean() }),
    { maxLength: 4 },
  )
  const step = fc.oneof(
    voices.map((found) => ({ do: 'find' as const, found })),
    fc.constantFrom('ur', 'en-GB', 'pl').map((tag) => ({ do: 'language' as const, tag })),
    fc
      .constantFrom('read', 'pause', 'goOn', 'stop', 'end', 'error')
      .map((action) => ({ do: action as 'read' })),
  )
  fc.assert(
    fc.property(voices, fc.array(step, { maxLength: 20 }), (first, steps) => {
      const made = (all: { lang: string; local: boolean }[]) =>
        all.map(({ lang, local }) => fakeVoice(lang, local))
      const { speech, reader, language } = ready(new FakeSpeech(made(first)))
      for (const one of steps as ({ do: string; found?: []; tag?: string } & object)[]) {
        if (one.do === 'find') speech.find(...made(one.found ?? []))
        else if (one.do === 'language') language.value = one.tag ?? 'ur'
        else if (one.do === 'read') reader.read(passages)
        else if (one.do === 'pause') reader.pause()
        else if (one.do === 'goOn') reader.goOn()
        else if (one.do === 'stop') reader.stop()
        else if (one.do === 'end') speech.said.at(-1)?.onend?.()
        else speech.said.at(-1)?.onerror?.()
      }
      for (const { voice, lang } of speech.said) {
        expect(voice?.localService).toBe(true)
        expect(lang).toBe(voice?.lang)
      }
    }),
  )
})
