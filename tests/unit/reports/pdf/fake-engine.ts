/** An engine that draws nothing and remembers everything: every letter is as wide as every other. */
import type {
  Line,
  PageWriter,
  PathStyle,
  PdfEngine,
  StructureAttributes,
  StructureElement,
  StructureTag,
  StyledRun,
  TextEngine,
} from '@/reports/pdf/engine.ts'

const LETTER = 0.55
const ASCENT = 1.069
const DESCENT = 0.293
const LEADING = 1.4
/** Nastaliq stands much taller. */
const TALL_LEADING = 2.4
const ARABIC = /\p{Script=Arabic}/u

export interface FakeLine extends Line {
  readonly runs: readonly StyledRun[]
}

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export interface Mark extends Box {
  page: number
  kind: 'text' | 'path' | 'rectangle' | 'circle'
  text: string
  /** null: an artifact. */
  element: FakeElement | null
  style?: PathStyle
  size?: number
}

export interface FakeElement extends StructureElement {
  readonly attributes: StructureAttributes
  readonly parent: FakeElement | null
  readonly children: (FakeElement | Mark)[]
}

class FakeText implements TextEngine {
  lines(runs: StyledRun[], width: number, base: 'ltr' | 'rtl' | 'auto'): Line[] {
    const size = Math.max(...runs.map((run) => run.style.size))
    const all = runs.map((run) => run.text).join('')
    return all.split(/\r\n|[\n\r\u0085\u2028\u2029]/).flatMap((typed) => {
      const direction = base === 'auto' ? (ARABIC.test(typed) ? 'rtl' : 'ltr') : base
      return cut(typed, Math.max(1, Math.floor(width / (size * LETTER)))).map((text): FakeLine => ({
        text,
        width: Array.from(text.trimEnd()).length * size * LETTER,
        ascent: size * ASCENT,
        descent: size * DESCENT,
        height: size * (ARABIC.test(text) ? TALL_LEADING : LEADING),
        direction,
        runs,
      }))
    })
  }

  undrawable(text: string): string[] {
    return [...new Set(text.match(/\p{Extended_Pictographic}/gu) ?? [])]
  }
}

/** At spaces, else inside the word; trailing spaces hang. */
function cut(text: string, most: number): string[] {
  const lines: string[] = []
  let rest = Array.from(text)
  while (rest.length > most) {
    let end = most
    if (rest[most] !== ' ') {
      const space = rest.lastIndexOf(' ', most - 1)
      if (space > 0) end = space
    }
    while (rest[end] === ' ') end++
    lines.push(rest.slice(0, end).join(''))
    rest = rest.slice(end)
  }
  if (rest.length > 0 || lines.length === 0) lines.push(rest.join(''))
  return lines
}

export class FakePages implements PageWriter {
  readonly pages: { width: number; height: number }[] = []
  readonly marks: Mark[] = []
  readonly roots: FakeElement[] = []
  readonly bookmarks: { title: string; level: number; page: number; y: number }[] = []
  private page = 0
  private readonly owners: (FakeElement | null)[] = []

  get pageCount(): number {
    return this.pages.length
  }

  addPage(width: number, height: number): void {
    this.pages.push({ width, height })
    this.page = this.pages.length
  }

  toPage(page: number): void {
    this.page = page
  }

  element(
    parent: StructureElement | null,
    tag: StructureTag,
    attributes: StructureAttributes = {},
  ): FakeElement {
    const above = parent as FakeElement | null
    const element: FakeElement = { tag, attributes, parent: above, children: [] }
    if (above) above.children.push(element)
    else this.roots.push(element)
    return element
  }

  within(element: StructureElement | null, draw: () => void): void {
    this.owners.push(element as FakeElement | null)
    draw()
    this.owners.pop()
  }

  line(line: Line, x: number, baseline: number): void {
    const { text, width, ascent, descent, runs } = line as FakeLine
    this.mark(
      'text',
      { left: x, right: x + width, top: baseline - ascent, bottom: baseline + descent },
      { text, size: runs[0]!.style.size },
    )
  }

  moveAndLine(points: readonly (readonly [number, number])[], style: PathStyle): void {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    this.mark(
      'path',
      { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
      { style },
    )
  }

  rectangle(x: number, y: number, width: number, height: number, style: PathStyle): void {
    this.mark('rectangle', { left: x, right: x + width, top: y, bottom: y + height }, { style })
  }

  circle(x: number, y: number, radius: number, style: PathStyle): void {
    this.mark(
      'circle',
      { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
      { style },
    )
  }

  bookmark(title: string, level: 1 | 2 | 3, y: number): void {
    this.bookmarks.push({ title, level, page: this.page, y })
  }

  finish(): Uint8Array {
    return new Uint8Array()
  }

  private mark(kind: Mark['kind'], box: Box, rest: Pick<Mark, 'style' | 'size'> & { text?: string }): void {
    const element = this.owners.at(-1)
    if (element === undefined) throw new Error('drawn outside of any element or artifact')
    const mark: Mark = { page: this.page, kind, element, text: '', ...box, ...rest }
    this.marks.push(mark)
    element?.children.push(mark)
  }
}

export interface FakeEngine extends PdfEngine {
  readonly written: FakePages
}

export function fakeEngine(): FakeEngine {
  const written = new FakePages()
  return { text: new FakeText(), newDocument: () => written, written }
}

export const isMark = (node: FakeElement | Mark): node is Mark => 'page' in node

/** As a screen reader hears it: the text of an element and of all within it, in order. */
export function heard(element: FakeElement): string {
  return element.children.map((child) => (isMark(child) ? child.text : heard(child))).join('')
}

export function elementsOf(roots: readonly FakeElement[], tag: StructureTag): FakeElement[] {
  return roots.flatMap((root) => [
    ...(root.tag === tag ? [root] : []),
    ...elementsOf(
      root.children.filter((child): child is FakeElement => !isMark(child)),
      tag,
    ),
  ])
}
