/**
 * Text into lines: bidi levels, fonts, HarfBuzz, line ends (pdf.md 3). A paragraph is shaped once to measure it;
 * a line is shaped again when it is drawn, so that a long document never holds all of its glyphs.
 */
import type { Line, StyledRun, TextEngine } from './engine.ts'
import type { FontFace, Fonts } from './fonts.ts'
import { drawable, typedLines } from './writer/clean-text.ts'
import { graphemes } from './writer/graphemes.ts'
import { shapeStretch } from './writer/harfbuzz.ts'
import { itemise, type Item, type Paragraph, type Stretch } from './writer/itemise.ts'
import { isSpace, mayBreakBefore } from './writer/line-breaks.ts'
import type { ShapedLine, ShapedRun } from './writer/shaped.ts'

/** Code units shaped at a time: HarfBuzz's results become JavaScript objects, which a long paste must not pile up. */
const STRETCH = 2000

/** Points that rounding may add up to in a line. */
const ROUNDING = 0.001

export class TextShaper implements TextEngine {
  constructor(private readonly fonts: Fonts) {}

  lines(runs: StyledRun[], width: number, base: 'ltr' | 'rtl' | 'auto'): Line[] {
    const source = runs.map((run) => run.text).join('')
    const text = drawable(source)
    const stretches: Stretch[] = []
    for (const run of runs) stretches.push({ run, end: (stretches.at(-1)?.end ?? 0) + run.text.length })

    let first = 0
    return typedLines(text).flatMap(([start, end]) => {
      while (first < stretches.length - 1 && (stretches[first]?.end ?? 0) <= start) first++
      const styles: Stretch[] = []
      for (let at = first; at < stretches.length; at++) {
        const stretch = stretches[at]
        if (!stretch || (styles.length > 0 && (stretches[at - 1]?.end ?? 0) >= end)) break
        styles.push({ run: stretch.run, end: stretch.end - start })
      }
      const paragraph = itemise(text.slice(start, end), styles, base, this.fonts)
      return this.cut(paragraph, styles[0]?.run, source.slice(start, end), width)
    })
  }

  undrawable(text: string): string[] {
    const found = new Set<string>()
    const run: StyledRun = { text, style: { size: 1, strong: false, tone: 'ink' } }
    for (const [start, end] of typedLines(text)) {
      const line = drawable(text.slice(start, end))
      for (const item of itemise(line, [{ run, end: line.length }], 'ltr', this.fonts).items) {
        if (item.face) continue
        for (const cluster of graphemes(line.slice(item.start, item.end))) found.add(cluster)
      }
    }
    return [...found]
  }

  private cut(paragraph: Paragraph, style: StyledRun | undefined, source: string, width: number): Line[] {
    const { text } = paragraph
    if (text === '') return [new CutLine(paragraph, this.fonts, '', 0, 0, 0, style)]
    const advances = measure(paragraph, this.fonts)
    const lines: Line[] = []
    for (let start = 0; start < text.length;) {
      const end = lineEnd(paragraph, advances, start, width)
      const used = sum(advances, start, trimmedEnd(text, start, end))
      lines.push(new CutLine(paragraph, this.fonts, source.slice(start, end), start, end, used, style))
      start = end
    }
    return lines
  }
}

/** Advance in points at each cluster's first code unit; NaN inside a cluster, where no line may end. */
function measure({ text, items, starts }: Paragraph, fonts: Fonts): Float64Array {
  const advances = new Float64Array(text.length).fill(NaN)
  for (const item of items) {
    const scale = scaleOf(item, fonts)
    for (let start = item.start; start < item.end;) {
      const end = stretchEnd(text, starts, start, item.end)
      for (const cluster of shapeStretch(text, item, start, end)) {
        advances[cluster.start] = cluster.advance * scale
      }
      start = end
    }
  }
  return advances
}

/** The item's end, or after a space not far off: glyphs seldom reach over a space. */
function stretchEnd(text: string, starts: Uint8Array, start: number, end: number): number {
  if (end - start <= STRETCH) return end
  let at = start + STRETCH
  while (at > start && !isSpace(text.charCodeAt(at - 1))) at--
  if (at > start) return at
  at = start + STRETCH
  while (at < end && starts[at] === 0) at++
  return at
}

function lineEnd({ text, starts }: Paragraph, advances: Float64Array, start: number, width: number): number {
  let used = 0
  let breakAt = start
  let cutAt = start
  let forcedAt = start
  for (let at = start; at < text.length; at++) {
    const advance = advances[at] ?? NaN
    if (Number.isNaN(advance)) continue
    if (at > start) {
      if (used > 0) forcedAt = at
      if (mayBreakBefore(text, at)) breakAt = at
      // An over-long word is cut between clusters, but a line has at least one.
      if (starts[at] === 1 && used > 0) cutAt = at
    }
    used += advance
    if (used > width + ROUNDING && !isSpace(text.charCodeAt(at))) {
      if (breakAt > start) return breakAt
      if (cutAt > start) return cutAt
      // One character wider than the line (sixty emoji joined) is cut inside, before it runs off the page.
      if (forcedAt > start) return forcedAt
    }
  }
  return text.length
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

function sum(advances: Float64Array, start: number, end: number): number {
  let total = 0
  for (let at = start; at < end; at++) {
    const advance = advances[at] ?? NaN
    if (!Number.isNaN(advance)) total += advance
  }
  return total
}

/** Marks for missing characters are made of Noto Sans and a frame. */
const faceOf = (item: Item, fonts: Fonts): FontFace => item.face ?? fonts.plain(item.run.style.strong)
const scaleOf = (item: Item, fonts: Fonts) => item.run.style.size / faceOf(item, fonts).unitsPerEm

interface Piece {
  item: Item
  start: number
  end: number
  level: number
}

class CutLine implements ShapedLine {
  readonly ascent: number
  readonly descent: number
  readonly height: number
  readonly direction: 'ltr' | 'rtl'

  constructor(
    private readonly paragraph: Paragraph,
    private readonly fonts: Fonts,
    readonly text: string,
    private readonly start: number,
    private readonly end: number,
    readonly width: number,
    style: StyledRun | undefined,
  ) {
    this.direction = paragraph.level % 2 === 1 ? 'rtl' : 'ltr'
    let [ascent, descent, advised] = [0, 0, 0]
    const count = (face: FontFace, size: number) => {
      ascent = Math.max(ascent, (face.ascent / face.unitsPerEm) * size)
      descent = Math.max(descent, (face.descent / face.unitsPerEm) * size)
      advised = Math.max(advised, fonts.lineHeight(face) * size)
    }
    const inLine = itemsBetween(paragraph.items, start, end)
    for (const item of inLine) {
      const face = faceOf(item, fonts)
      if (fonts.lineHeight(face) > 0) count(face, item.run.style.size)
    }
    const shown = inLine[0]?.run ?? style
    if (advised === 0 && shown) count(fonts.plain(false), shown.style.size)
    this.ascent = ascent
    this.descent = descent
    this.height = Math.max(advised, ascent + descent)
  }

  /** Shaped anew at each reading: a line is drawn once. */
  get runs(): readonly ShapedRun[] {
    const runs: ShapedRun[] = []
    let x = 0
    let hanging = 0
    for (const { item, start, end, level } of this.inVisualOrder()) {
      const clusters = shapeStretch(this.paragraph.text, { ...item, level }, start, end)
      const scale = scaleOf(item, this.fonts)
      const width = clusters.reduce((total, cluster) => total + cluster.advance * scale, 0)
      runs.push({
        face: faceOf(item, this.fonts),
        style: item.run.style,
        language: item.run.language,
        rightToLeft: level % 2 === 1,
        start,
        x,
        width,
        clusters,
        link: item.run.link === undefined ? undefined : item.run,
      })
      if (this.direction === 'rtl' && start >= this.trimmed) hanging += width
      x += width
    }
    // A right-to-left line keeps its right edge; its trailing space hangs out on the left (pdf.md 7.10).
    const shift = this.direction === 'rtl' ? this.width - (x - hanging) - hanging : 0
    return shift === 0 ? runs : runs.map((run) => ({ ...run, x: run.x + shift }))
  }

  private get trimmed(): number {
    return trimmedEnd(this.paragraph.text, this.start, this.end)
  }

  /** UBA L1 (trailing spaces to the paragraph's level) and L2 (reversal from the highest level down). */
  private inVisualOrder(): Piece[] {
    const pieces: Piece[] = []
    for (const item of itemsBetween(this.paragraph.items, this.start, this.end)) {
      const start = Math.max(item.start, this.start)
      const end = Math.min(item.end, this.end)
      const trimmed = Math.min(Math.max(this.trimmed, start), end)
      if (trimmed > start) pieces.push({ item, start, end: trimmed, level: item.level })
      if (end > trimmed) pieces.push({ item, start: trimmed, end, level: this.paragraph.level })
    }
    const highest = Math.max(0, ...pieces.map(({ level }) => level))
    for (let level = highest; level > 0; level--) {
      for (let from = 0; from < pieces.length; from++) {
        let to = from
        while (to < pieces.length && (pieces[to]?.level ?? 0) >= level) to++
        if (to - from > 1) pieces.splice(from, to - from, ...pieces.slice(from, to).reverse())
        from = Math.max(from, to - 1)
      }
    }
    return pieces
  }
}

/** Binary search: a long paragraph in two scripts has many items and many lines. */
function itemsBetween(items: readonly Item[], start: number, end: number): readonly Item[] {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < items.length && (items[last]?.start ?? 0) < end) last++
  return items.slice(low, last)
}
