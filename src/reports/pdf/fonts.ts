/**
 * The fonts a document needs, read once and kept: which files, which font draws a character, and its measures.
 */
import * as hb from 'harfbuzzjs'
import type { LanguageTag } from '@/languages/languages.ts'
import type { UrduStyle } from '@/languages/urdu-letters.ts'
import type { FontName } from './writer/font-catalogue.ts'
import { isBidiControl, isIgnorable, type Script } from './writer/scripts.ts'

export type LoadFont = (name: FontName) => Promise<ArrayBuffer>

/** One opened font file. Measures are in font units, `unitsPerEm` to the font size. */
export interface FontFace {
  readonly name: FontName
  readonly shaper: hb.Font
  readonly unitsPerEm: number
  readonly ascent: number
  /** Positive, below the baseline. */
  readonly descent: number
  covers(codePoint: number): boolean
  /** A table of the file, empty if it has none. */
  table(tag: string): Uint8Array
}

type Family =
  'sans' | 'naskh' | 'nastaliq' | 'gurmukhi' | 'bengali' | 'tamil' | 'ethiopic' | 'math' | 'symbols'

interface FamilyFiles {
  regular: FontName
  bold: FontName
  /** A document whose text has one of these characters needs the files. */
  needed: RegExp
  /** Line height over font size; pdf.md 7.10. Symbols stand in lines of letters and have no say. */
  lineHeight: number
}

const FAMILIES: Readonly<Record<Family, FamilyFiles>> = {
  sans: { regular: 'sans', bold: 'sans-bold', needed: /(?:)/u, lineHeight: 1.4 },
  naskh: { regular: 'naskh', bold: 'naskh-bold', needed: /\p{Script=Arabic}/u, lineHeight: 1.75 },
  nastaliq: { regular: 'nastaliq', bold: 'nastaliq-bold', needed: /\p{Script=Arabic}/u, lineHeight: 2.5 },
  gurmukhi: { regular: 'gurmukhi', bold: 'gurmukhi-bold', needed: /\p{Script=Gurmukhi}/u, lineHeight: 1.6 },
  bengali: { regular: 'bengali', bold: 'bengali-bold', needed: /\p{Script=Bengali}/u, lineHeight: 1.6 },
  tamil: { regular: 'tamil', bold: 'tamil-bold', needed: /\p{Script=Tamil}/u, lineHeight: 1.6 },
  ethiopic: { regular: 'ethiopic', bold: 'ethiopic-bold', needed: /\p{Script=Ethiopic}/u, lineHeight: 1.5 },
  math: { regular: 'math', bold: 'math', needed: /[\u2190-\u22ff\u27f0-\u27ff]/u, lineHeight: 0 },
  symbols: { regular: 'symbols', bold: 'symbols', needed: /[\u25a0-\u27bf\u2b00-\u2bff]/u, lineHeight: 0 },
}

const LINE_HEIGHTS: ReadonlyMap<FontName, number> = new Map(
  Object.values(FAMILIES).flatMap(({ regular, bold, lineHeight }) => [
    [regular, lineHeight],
    [bold, lineHeight],
  ]),
)

const FAMILY_OF_SCRIPT: Readonly<Partial<Record<Script, Family>>> = {
  Guru: 'gurmukhi',
  Beng: 'bengali',
  Taml: 'tamil',
  Ethi: 'ethiopic',
}

export interface NeededText {
  text: string
  language?: LanguageTag
}

const isUrdu = (language: LanguageTag | undefined) => language !== undefined && /^ur(-|$)/i.test(language)

export function openFace(name: FontName, file: ArrayBuffer): FontFace {
  const face = new hb.Face(new hb.Blob(file))
  const shaper = new hb.Font(face)
  const { ascender, descender } = shaper.hExtents()
  const covered = new Set(face.collectUnicodes())
  const tables = new Map<string, Uint8Array>()
  return {
    name,
    shaper,
    unitsPerEm: face.upem,
    ascent: ascender,
    descent: -descender,
    covers: (codePoint) => covered.has(codePoint),
    table: (tag) => {
      let table = tables.get(tag)
      if (!table) {
        // A copy: what HarfBuzz hands out is a window on its memory, gone when that grows.
        table = face.referenceTable(tag)?.slice() ?? new Uint8Array()
        tables.set(tag, table)
      }
      return table
    },
  }
}

/** Opened files outlive a document: the next one in the same worker needs the same. */
const opened = new WeakMap<LoadFont, Map<FontName, Promise<FontFace>>>()

function open(name: FontName, loadFont: LoadFont): Promise<FontFace> {
  const faces = opened.get(loadFont) ?? new Map<FontName, Promise<FontFace>>()
  opened.set(loadFont, faces)
  let face = faces.get(name)
  if (!face) {
    face = loadFont(name).then((file) => openFace(name, file))
    // A file that could not be read now may be readable at the next try.
    face.catch(() => faces.delete(name))
    faces.set(name, face)
  }
  return face
}

export class Fonts {
  private constructor(
    private readonly faces: ReadonlyMap<FontName, FontFace>,
    private readonly urdu: UrduStyle,
  ) {}

  /** Rejects with the loader's error: a report with a missing font would be a wrong report. */
  static async load(texts: Iterable<NeededText>, loadFont: LoadFont, urdu: UrduStyle): Promise<Fonts> {
    const families = new Set<Family>(['sans'])
    for (const { text, language } of texts) {
      for (const [family, files] of Object.entries(FAMILIES) as [Family, FamilyFiles][]) {
        if (family === 'nastaliq' && !(isUrdu(language) && urdu === 'nastaliq')) continue
        if (!families.has(family) && files.needed.test(text)) families.add(family)
      }
    }
    const names = new Set(
      [...families].flatMap((family) => [FAMILIES[family].regular, FAMILIES[family].bold]),
    )
    const faces = await Promise.all(
      [...names].map(async (name) => [name, await open(name, loadFont)] as const),
    )
    return new Fonts(new Map(faces), urdu)
  }

  /** Noto Sans: empty lines, and the marks for what no font can draw. */
  plain(strong: boolean): FontFace {
    const face = this.faces.get(strong ? 'sans-bold' : 'sans')
    if (!face) throw new Error('Noto Sans was not loaded')
    return face
  }

  /**
   * The font for one grapheme cluster between letters of `script`; undefined if none has all of its characters.
   * A mark stays with its base: a cluster is never split over two fonts.
   */
  faceFor(
    cluster: string,
    script: Script,
    language: LanguageTag | undefined,
    strong: boolean,
  ): FontFace | undefined {
    for (const family of this.order(script, language)) {
      const face = this.faces.get(strong ? FAMILIES[family].bold : FAMILIES[family].regular)
      if (face && coversAll(face, cluster)) return face
    }
    return undefined
  }

  /** Over the font size; 0 for fonts that have no say in it. */
  lineHeight(face: FontFace): number {
    return LINE_HEIGHTS.get(face.name) ?? 0
  }

  private order(script: Script, language: LanguageTag | undefined): readonly Family[] {
    if (script === 'Arab') {
      return isUrdu(language) && this.urdu === 'nastaliq' ? ORDER.nastaliq : ORDER.naskh
    }
    return ORDER[FAMILY_OF_SCRIPT[script] ?? 'sans']
  }
}

/** First the script's own fonts, then the alphabets and signs, then whatever else was loaded. */
const order = (...families: Family[]): readonly Family[] => [
  ...new Set<Family>([...families, 'sans', 'math', 'symbols', ...(Object.keys(FAMILIES) as Family[])]),
]

/** Built once: this is asked for every character. */
const ORDER: Readonly<Record<Family, readonly Family[]>> = {
  sans: order(),
  naskh: order('naskh', 'nastaliq'),
  nastaliq: order('nastaliq', 'naskh'),
  gurmukhi: order('gurmukhi'),
  bengali: order('bengali'),
  tamil: order('tamil'),
  ethiopic: order('ethiopic'),
  math: order(),
  symbols: order(),
}

function coversAll(face: FontFace, cluster: string): boolean {
  for (let at = 0; at < cluster.length;) {
    const codePoint = cluster.codePointAt(at) ?? 0
    if (!face.covers(codePoint) && !isIgnorable(codePoint) && !isBidiControl(codePoint)) return false
    at += codePoint > 0xffff ? 2 : 1
  }
  return true
}
