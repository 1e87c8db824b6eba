/** HarfBuzz on a stretch of one font and direction: glyphs with their places, grouped into clusters. */
import * as hb from 'harfbuzzjs'
import { drawMark, markDigits } from './mark.ts'
import type { Cluster } from './shaped.ts'
import type { Item } from './itemise.ts'
import { isIgnorable } from './scripts.ts'

/** HarfBuzz looks at five characters on either side to join letters over a cut; these are code units. */
const CONTEXT = 16

/** Glyph 0 of every font: the empty box that says nothing. */
const NOT_DEFINED = 0

/** One for all: making them costs more than shaping a word. */
const buffer = new hb.Buffer()

export interface PlacedCluster extends Cluster {
  /** Where the cluster's first character stands in the paragraph. */
  readonly start: number
}

/** Clusters of `text` from `start` to `end`, left to right as drawn, all inside `item`. */
export function shapeStretch(text: string, item: Item, start: number, end: number): PlacedCluster[] {
  return item.face ? shape(text, item, start, end) : marks(text, item, start, end)
}

function shape(text: string, item: Item, start: number, end: number): PlacedCluster[] {
  const { face, script, level, run } = item
  if (!face) return []
  const from = Math.max(0, start - CONTEXT)
  const rightToLeft = level % 2 === 1
  buffer.reset()
  buffer.addText(text.slice(from, end + CONTEXT), start - from, end - start)
  buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR)
  buffer.setScript(script)
  buffer.setLanguage(run.language ?? 'und')
  hb.shape(face.shaper, buffer)
  const glyphs = buffer.getGlyphInfos()
  const places = buffer.getGlyphPositions()

  const clusters: PlacedCluster[] = []
  for (let at = 0; at < glyphs.length;) {
    const cluster = glyphs[at]?.cluster ?? 0
    let next = at
    let advance = 0
    const drawn: number[] = []
    for (; glyphs[next]?.cluster === cluster; next++) {
      const place = places[next]
      const glyph = glyphs[next]
      if (!place || !glyph) break
      drawn.push(glyph.codepoint, advance + place.xOffset, place.yOffset)
      advance += place.xAdvance
    }
    // Characters of the cluster end where the next one in reading order begins.
    const after = rightToLeft ? glyphs[at - 1]?.cluster : glyphs[next]?.cluster
    const first = from + cluster
    const last = after === undefined ? end : from + after
    const shown = text.slice(first, last)
    const missing = glyphs.slice(at, next).some((glyph) => glyph.codepoint === NOT_DEFINED)
    // A font can have a character and yet no glyph for what shaping makes of it.
    clusters.push(missing ? marked(shown, first) : { text: shown, start: first, advance, glyphs: drawn })
    at = next
  }
  return clusters
}

function marked(text: string, start: number): PlacedCluster {
  const mark = markDigits(text.codePointAt(0) ?? 0)
  return { text, start, advance: drawMark(mark).advance, glyphs: [], mark }
}

const TAKES_NO_ROOM = /[\p{M}\p{Cf}]/u

/** Characters without a font: a box each, nothing for the joiners and marks that hang on them. */
function marks(text: string, item: Item, start: number, end: number): PlacedCluster[] {
  const clusters: PlacedCluster[] = []
  for (let at = start; at < end;) {
    const codePoint = text.codePointAt(at) ?? 0
    const character = String.fromCodePoint(codePoint)
    if (isIgnorable(codePoint) || (at > start && TAKES_NO_ROOM.test(character))) {
      clusters.push({ text: character, start: at, advance: 0, glyphs: [] })
    } else {
      clusters.push(marked(character, at))
    }
    at += character.length
  }
  return item.level % 2 === 1 ? clusters.reverse() : clusters
}
