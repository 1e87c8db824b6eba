/** Which of the device's voices may read to a family: none that sends the words away. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/languages/languages.ts'
import { localVoice, type Voice } from '@/languages/read-aloud/voices.ts'

const voice = (lang: string, rest: Partial<Voice> = {}): Voice => ({
  name: lang,
  lang,
  localService: true,
  default: false,
  ...rest,
})
const pick = (language: string, ...voices: Voice[]) => localVoice(language, voices)?.name

describe('the voice that reads', () => {
  it('is never one that sends what it reads to its maker', () => {
    expect(pick('ur', voice('ur-PK', { localService: false }))).toBeUndefined()
    const there = voice('ur-IN', { name: 'on the device' })
    expect(pick('ur', voice('ur-PK', { localService: false, default: true }), there)).toBe('on the device')
  })

  it('is none where the device has none for the language', () => {
    expect(pick('pl')).toBeUndefined()
    expect(pick('pl', voice('en-GB'), voice('ru-RU'))).toBeUndefined()
    // Kurdish in Latin letters is another language than Sorani.
    expect(pick('ckb', voice('ku-TR'), voice('ar-IQ'))).toBeUndefined()
  })

  it('is known by its language however the device writes it', () => {
    expect(pick('ur', voice('ur_PK'))).toBe('ur_PK')
    expect(pick('pl', voice('PL-pl'))).toBe('PL-pl')
    expect(pick('ar', voice('ar-001'))).toBe('ar-001')
  })

  it('reads the script: one for Panjabi in Pakistan cannot read Gurmukhi', () => {
    expect(pick('pa', voice('pa-PK'), voice('pa-Arab-PK'))).toBeUndefined()
    expect(pick('pa', voice('pa-PK'), voice('pa-IN'))).toBe('pa-IN')
    expect(pick('pa', voice('pa_Guru_IN'))).toBe('pa_Guru_IN')
  })

  it('is of the same country where there is one, else the device’s own choice, else the first', () => {
    expect(pick('en-GB', voice('en-US', { default: true }), voice('en-GB'))).toBe('en-GB')
    expect(pick('ar', voice('ar-EG'), voice('ar-SA', { default: true }))).toBe('ar-SA')
    expect(pick('ar', voice('ar-EG'), voice('ar-SA'))).toBe('ar-EG')
  })

  it('is not disturbed by a voice whose language is no language', () => {
    expect(pick('ur', voice(''), voice('not a tag'), voice('x'), voice('ur-PK'))).toBe('ur-PK')
  })

  it('is on the device and of the language, whatever voices there are', () => {
    const any = fc.record({
      name: fc.string(),
      lang: fc.oneof(
        fc.constantFrom('ur-PK', 'ur_IN', 'pa-PK', 'pa-IN', 'pl', 'ar', 'en-US', ''),
        fc.string(),
      ),
      localService: fc.boolean(),
      default: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any), fc.constantFrom(...LANGUAGES.map(({ tag }) => tag)), (voices, language) => {
        const found = localVoice(language, voices)
        if (!found) return
        expect(found.localService).toBe(true)
        expect(found.lang.slice(0, 2).toLowerCase()).toBe(language.slice(0, 2))
      }),
    )
  })
})
