/** Which texts lie on the desk: by how they stand, by part, and by what is searched for in both languages. */
import type { Standing } from './standing.ts'

export const FILTERS = ['all', 'unchecked', 'checked', 'suggested', 'mine', 'again'] as const
/** `again`: one's own words need mending, or the wording changed after one looked at it. */
export type DeskFilter = (typeof FILTERS)[number]

export function passes(standing: Standing, filter: DeskFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'unchecked':
      return !isDone(standing)
    case 'checked':
      return isDone(standing)
    case 'suggested':
      return standing.words !== undefined
    case 'mine':
      return standing.mine !== undefined
    case 'again':
      return standing.mine !== undefined && (!standing.isMineCurrent || standing.wordsFault !== undefined)
  }
}

/** Somebody has said that it is right, with better words or without. Words that are only typed in are not done. */
export function isDone({ status, wordsFault }: Standing): boolean {
  return status !== 'draft' && wordsFault === undefined
}

/** In the English, in the translation, in one's own words and in the key. An empty search finds everything. */
export function isFound({ text, translation, words, mine }: Standing, search: string): boolean {
  const wanted = folded(search)
  return [text.english, translation, words ?? '', mine?.note ?? '', text.key].some((each) =>
    folded(each).includes(wanted),
  )
}

/** Accents of the Latin alphabet and the vowel signs of Arabic are often left out by whoever types. */
const OFTEN_LEFT_OUT = /[\u0300-\u036f\u064b-\u0652\u0670]/g

function folded(text: string): string {
  return text.normalize('NFKD').replace(OFTEN_LEFT_OUT, '').normalize('NFC').toLowerCase().trim()
}

export interface Progress {
  all: number
  done: number
  left: number
}

export function progressOf(standings: readonly Standing[]): Progress {
  const done = standings.filter(isDone).length
  return { all: standings.length, done, left: standings.length - done }
}
