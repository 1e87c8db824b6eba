/**
 * What happens to text that someone types or pastes.
 *
 * One-line fields (a reference, a name, a role) are printed in heads, feet and lists, next to other children's. There a
 * control character or a bidirectional override could make one child's line read as another's, or hide what stands in it,
 * so they are taken out, and the caller is told so that the person can be told. Marks that scripts need stay: the
 * zero-width joiner and non-joiner (Urdu, Bengali, emoji) and the single direction marks.
 *
 * Long text (evidence, notes) is never touched: it is kept as typed and set in a paragraph of its own, which isolates it.
 */

/** Controls, line and paragraph separators, embeddings, overrides, isolates, invisible fillers, half a character. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu
const SPACES = /[\s\u2028\u2029]+/gu

export interface CleanLine {
  text: string
  /** Something invisible was taken out that the person may not know was there. */
  hiddenRemoved: boolean
}

/** Line breaks and runs of space become one space, the ends are trimmed. */
export function cleanLine(typed: string): CleanLine {
  const visible = typed.replace(HIDDEN, '')
  return {
    text: visible.replace(SPACES, ' ').trim(),
    hiddenRemoved: visible.length !== typed.length,
  }
}

/** Length in characters (code points): 80 emoji are 80, whatever they take in memory. */
export function lengthOf(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length; at += 1) if (isPair(text, at)) length -= 1
  return length
}

/** Quick for a megabyte: a text of few enough UTF-16 units is short enough whatever it holds. */
export function isWithin(text: string, limit: number): boolean {
  if (text.length <= limit) return true
  return text.length <= limit * 2 && lengthOf(text) <= limit
}

/** The two halves of one character outside the basic plane begin at `at`. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}
