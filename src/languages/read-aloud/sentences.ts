/** A text in sentences, so that the one being read can be marked. Joined again they are the text, to the last space. */
import type { LanguageTag } from '../languages.ts'

/** Ends of sentences in our scripts, for a browser without a segmenter: . ! ? and those of Urdu, Arabic and Gurmukhi. */
const END = /(?<=[.!?۔؟।])\s+/u

export function sentencesOf(text: string, language: LanguageTag): string[] {
  if (text === '') return []
  if (typeof Intl.Segmenter !== 'function') return cutAfter(text)
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  // Not every browser's rules know the full stop of Urdu (U+06D4) or the danda, so each segment is looked through again.
  return [...segmenter.segment(text)].flatMap(({ segment }) => cutAfter(segment))
}

function cutAfter(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const { index, 0: space } of text.matchAll(new RegExp(END, 'gu'))) {
    sentences.push(text.slice(from, index + space.length))
    from = index + space.length
  }
  if (from < text.length) sentences.push(text.slice(from))
  return sentences
}
