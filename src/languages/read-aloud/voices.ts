/**
 * Which of the device's voices may read. Only one that runs on the device: others send what they read to their maker
 * (Chrome's "Google …" voices do), and nothing may leave the device.
 */
import { scriptOf, type LanguageTag } from '../languages.ts'

export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default' | 'name'>

/** Undefined: the device has no voice of its own for this language. */
export function localVoice<V extends Voice>(language: LanguageTag, voices: readonly V[]): V | undefined {
  const wanted = new Intl.Locale(language)
  const fits = voices.filter(({ lang, localService }) => localService && speaks(lang, language))
  return (
    fits.find(({ lang }) => localeOf(lang)?.region === wanted.region && wanted.region !== undefined) ??
    fits.find((voice) => voice.default) ??
    fits[0]
  )
}

/** The same language in the same script: a voice for Panjabi in Pakistan cannot read Gurmukhi. */
function speaks(voice: string, language: LanguageTag): boolean {
  const locale = localeOf(voice)
  return (
    locale?.language === new Intl.Locale(language).language &&
    scriptOf(locale.baseName) === scriptOf(language)
  )
}

/** Some devices write `ur_PK`; what is no tag at all belongs to no language. */
function localeOf(lang: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(lang.replaceAll('_', '-'))
  } catch {
    return undefined
  }
}
