/** Grapheme clusters: what a reader calls one character. Lines and fonts change between them, never inside. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Stretches that may hold clusters of several code units. Everything before U+0300 stands alone unless something
 * from later follows it; splitting that by hand makes long English texts several times faster to set.
 */
const JOINING = /[\u0000-\u02ff]?[^\u0000-\u02ff\u2010-\u2027\u20ac]+/g // eslint-disable-line no-control-regex

/** Marks every code unit that begins a grapheme cluster. */
export function graphemeStarts(text: string): Uint8Array {
  const starts = new Uint8Array(text.length).fill(1)
  for (const stretch of text.matchAll(JOINING)) {
    const from = stretch.index
    starts.fill(0, from, from + stretch[0].length)
    for (const { index } of segmenter.segment(stretch[0])) starts[from + index] = 1
  }
  return starts
}

export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
