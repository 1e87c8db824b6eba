/** The neighbours of a text, itself among them, in order. */
import { idOf, type DeskText } from './desk-text.ts'

/** All grades of its set; for other texts, the one before and the one after it in the same part. */
export function besideIt(text: DeskText, texts: readonly DeskText[]): readonly DeskText[] {
  const { what } = text.place
  if (what.kind === 'grade') {
    const set = new Set(what.keys.map((key) => idOf(text.folder, key)))
    return texts.filter(({ id }) => set.has(id))
  }
  const inPart = texts.filter(({ part }) => part === text.part)
  const at = inPart.indexOf(text)
  return inPart.slice(Math.max(at - 1, 0), at + 2)
}
