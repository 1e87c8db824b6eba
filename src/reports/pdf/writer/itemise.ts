/** Cuts a paragraph into stretches that one font, script, direction and style can draw. */
import bidiFactory from 'bidi-js'
import type { StyledRun } from '../engine.ts'
import type { FontFace, Fonts } from '../fonts.ts'
import { graphemeStarts } from './graphemes.ts'
import { scriptOf, type Script } from './scripts.ts'

export interface Item {
  readonly start: number
  readonly end: number
  /** UBA embedding level: odd is right to left. */
  readonly level: number
  /** Undefined: no font has these characters, each is drawn as a mark. */
  readonly face: FontFace | undefined
  readonly script: Script
  readonly run: StyledRun
}

export interface Paragraph {
  /** As it can be drawn (clean-text.ts), without line feeds. */
  readonly text: string
  readonly items: readonly Item[]
  /** 1 at each code unit that begins a grapheme cluster. */
  readonly starts: Uint8Array
  /** The paragraph's own level, 0 or 1. */
  readonly level: number
}

/** A stretch of the paragraph in one style, as the caller gave it. */
export interface Stretch {
  end: number
  run: StyledRun
}

const bidi = bidiFactory()

/** Right-to-left letters and every bidi control: without one, and in a left-to-right base, all levels are 0. */
const NEEDS_BIDI =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

export function itemise(
  text: string,
  stretches: readonly Stretch[],
  base: 'ltr' | 'rtl' | 'auto',
  fonts: Fonts,
): Paragraph {
  const starts = graphemeStarts(text)
  const needsBidi = base === 'rtl' || NEEDS_BIDI.test(text)
  const embedding = needsBidi && text !== '' ? bidi.getEmbeddingLevels(text, base) : undefined
  const level = embedding?.paragraphs[0]?.level ?? (base === 'rtl' ? 1 : 0)
  const scripts = scriptsInContext(text, starts)

  const items: Item[] = []
  let open: { -readonly [Key in keyof Item]: Item[Key] } | undefined
  let stretch = 0
  for (let start = 0; start < text.length;) {
    let end = start + 1
    while (end < text.length && starts[end] === 0) end++
    while (stretch < stretches.length - 1 && start >= (stretches[stretch]?.end ?? 0)) stretch++
    const run = stretches[stretch]?.run
    if (!run) throw new Error('a paragraph without a style')
    const script = scripts[start] ?? 'Zyyy'
    const face = fonts.faceFor(text.slice(start, end), script, run.language, run.style.strong)
    const here = embedding?.levels[start] ?? 0
    if (open?.run === run && open.face === face && open.script === script && open.level === here) {
      open.end = end
    } else {
      open = { start, end, level: here, face, script, run }
      items.push(open)
    }
    start = end
  }
  return { text, items, starts, level }
}

/** The script of each cluster; spaces, digits and punctuation take that of the letters before, or else after, them. */
function scriptsInContext(text: string, starts: Uint8Array): Script[] {
  const scripts = new Array<Script>(text.length).fill('Zyyy')
  let context: Script = 'Zyyy'
  let firstLetter = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xdc00 && unit <= 0xdfff && at > 0) continue
    const script = scriptOf(text.codePointAt(at) ?? unit)
    if (script !== 'Zyyy') {
      if (context === 'Zyyy') firstLetter = at
      context = script
    }
    scripts[at] = context
    // A mark may name the script of its base: the cluster's first unit carries it.
    if (script !== 'Zyyy' && starts[at] === 0) scripts[clusterStart(starts, at)] = script
  }
  return context === 'Zyyy' ? scripts : scripts.fill(scripts[firstLetter] ?? 'Zyyy', 0, firstLetter)
}

function clusterStart(starts: Uint8Array, at: number): number {
  let start = at
  while (start > 0 && starts[start] === 0) start--
  return start
}
