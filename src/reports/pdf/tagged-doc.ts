/**
 * A tagged PDF page by page: marks go into the content with the structure element they belong to, and when the
 * document is finished jsPDF's events write the fonts, the structure tree and the metadata (pdf.md 3).
 */
import type {
  DocumentFacts,
  Line,
  PageWriter,
  PathStyle,
  StructureAttributes,
  StructureElement,
  StructureTag,
} from './engine.ts'
import type { FontFace } from './fonts.ts'
import { CellFont } from './ttf-cells.ts'
import { writeBookmarks, type Bookmark } from './writer/bookmarks.ts'
import { embedFont } from './writer/embed-font.ts'
import type { Encryption } from './writer/encryption.ts'
import { JsPdf } from './writer/jspdf-hooks.ts'
import { metadata } from './writer/metadata.ts'
import { circlePath, painting, polygonPath, rectanglePath } from './writer/paths.ts'
import { addressOf, Links } from './writer/links.ts'
import { binary, languageString, number } from './writer/pdf-text.ts'
import type { ShapedLine, ShapedRun } from './writer/shaped.ts'
import { Element, writeStructure, type Bounds } from './writer/structure.ts'
import { fillColour } from './writer/tones.ts'

/** Whose marks are being drawn: `null` is an artifact. */
type Owner = Element | null

interface UsedFont {
  id: string
  cells: CellFont
}

/** Over the font size. */
const UNDERLINE = { below: 0.14, thickness: 0.05 }

/** As the layout counts, downwards from the top of the page. */
interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

export class TaggedDocument implements PageWriter {
  private readonly pdf: JsPdf
  private readonly roots: Element[] = []
  private readonly fonts = new Map<FontFace, UsedFont>()
  private readonly byId = new Map<string, UsedFont>()
  private readonly bookmarks: Bookmark[] = []
  private readonly links = new Links()
  private readonly owners: Owner[] = []
  /** The marked-content sequence that is open on the current page; marks of the same owner go on in it. */
  private open: { owner: Owner } | undefined
  /** Next MCID by page. */
  private readonly nextMcid: number[] = []
  private pages = 0
  private page = 0
  private readonly heights: number[] = []

  constructor(
    private readonly facts: DocumentFacts,
    private readonly encryption?: Encryption,
  ) {
    this.pdf = new JsPdf(encryption)
  }

  get pageCount(): number {
    return this.pages
  }

  addPage(width: number, height: number): void {
    this.close()
    if (this.pages === 0) {
      // jsPDF begins with a page of its own.
      this.pdf.internal.pageSize.width = width
      this.pdf.internal.pageSize.height = height
    } else {
      this.pdf.doc.addPage([width, height], width > height ? 'landscape' : 'portrait')
    }
    this.pages++
    this.page = this.pages
    this.heights[this.page] = height
    this.nextMcid[this.page] = 0
  }

  toPage(page: number): void {
    if (page < 1 || page > this.pages) throw new Error(`no page ${page}`)
    if (page === this.page) return
    this.close()
    this.page = page
    this.pdf.doc.setPage(page)
  }

  element(
    parent: StructureElement | null,
    tag: StructureTag,
    attributes: StructureAttributes = {},
  ): StructureElement {
    const above = parent === null ? null : own(parent)
    const element = new Element(tag, above, attributes)
    if (above) above.children.push(element)
    else this.roots.push(element)
    return element
  }

  within(element: StructureElement | null, draw: () => void): void {
    this.owners.push(element === null ? null : own(element))
    try {
      draw()
    } finally {
      this.owners.pop()
    }
  }

  line(line: Line, x: number, baseline: number): void {
    const owner = this.owner()
    const { runs } = line as ShapedLine
    const areaOf = (left: number, width: number): Area => ({
      left: x + left,
      top: baseline - line.ascent,
      right: x + left + width,
      bottom: baseline + line.descent,
    })
    owner?.cover(this.bounds(areaOf(0, line.width)))
    const inOrder = runs.toSorted((one, other) => one.start - other.start)
    for (const run of inOrder) {
      const target = this.targetOf(owner, run)
      this.begin(target)
      this.run(run, x, baseline)
      if (target?.tag === 'Link' && run.link)
        this.links.add(target, run.link, this.bounds(areaOf(run.x, run.width)))
    }
    for (const run of inOrder)
      if (owner && addressOf(run.link?.link) !== undefined) this.underline(run, x, baseline)
  }

  moveAndLine(points: readonly (readonly [number, number])[], style: PathStyle, closed: boolean): void {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const area = {
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    }
    this.path(
      polygonPath(
        points.map(([x, y]) => [x, this.up(y)] as const),
        closed,
      ),
      area,
      style,
    )
  }

  rectangle(x: number, y: number, width: number, height: number, style: PathStyle, radius = 0): void {
    const area = { left: x, top: y, right: x + width, bottom: y + height }
    this.path(rectanglePath(x, this.up(y + height), width, height, radius), area, style)
  }

  circle(x: number, y: number, radius: number, style: PathStyle): void {
    const area = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    this.path(circlePath(x, this.up(y), radius), area, style)
  }

  bookmark(title: string, level: 1 | 2 | 3, y: number): void {
    this.bookmarks.push({ title, level, page: this.page, y: this.up(y) })
  }

  finish(): Uint8Array {
    if (this.pages === 0) throw new Error('a document without a page')
    this.close()
    const { doc, internal } = this.pdf
    const seal = this.encryption?.seal
    this.pdf.setTitle(this.facts.title)
    doc.viewerPreferences({ DisplayDocTitle: true })
    const pageObject = (page: number) => internal.getPageInfo(page).objId

    this.pdf.on('putPage', ({ pageNumber }) => {
      internal.out(
        `/StructParents ${pageNumber - 1} /Tabs /S${this.links.annotations(pageNumber, this.pages, internal, seal)}`,
      )
    })
    this.pdf.on('putFont', (put) => {
      const used = this.byId.get(put.font.id)
      if (used) embedFont(put, used.cells, [...this.byId.keys()].indexOf(put.font.id))
    })
    let catalog = ''
    this.pdf.on('postPutResources', () => {
      const structure = writeStructure(this.roots, this.pages, pageObject, internal, seal)
      const outline = writeBookmarks(this.bookmarks, pageObject, internal, seal)
      const xmp = internal.newObject()
      internal.putStream({
        data: binary(new TextEncoder().encode(metadata(this.facts))),
        // Not packed: archives look for it without reading the whole file.
        filters: [],
        additionalKeyValues: [
          { key: 'Type', value: '/Metadata' },
          { key: 'Subtype', value: '/XML' },
        ],
        objectId: xmp,
      })
      internal.out('endobj')
      catalog = `/MarkInfo << /Marked true >> /StructTreeRoot ${structure} 0 R /Metadata ${xmp} 0 R /Lang ${languageString(this.facts.language, seal)}`
      // Revision 6 came to PDF 1.7 as Adobe's extension (level 8), before PDF 2.0 took it up.
      if (seal) catalog += ' /Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> >>'
      if (outline !== undefined) catalog += ` /Outlines ${outline} 0 R`
    })
    this.pdf.on('putCatalog', () => internal.out(catalog))
    return this.pdf.build()
  }

  private bounds({ left, top, right, bottom }: Area): Bounds {
    return { page: this.page, left, bottom: this.up(bottom), right, top: this.up(top) }
  }

  /** PDF counts upwards from the bottom of the page. */
  private up(y: number): number {
    return (this.heights[this.page] ?? 0) - y
  }

  private owner(): Owner {
    const owner = this.owners.at(-1)
    if (owner === undefined) throw new Error('drawn outside of any element or artifact')
    if (this.page === 0) throw new Error('drawn before the first page')
    return owner
  }

  private write(text: string): void {
    this.pdf.internal.write(text)
  }

  /** Opens the owner's marked content unless its last one is still open. */
  private begin(owner: Owner): void {
    if (this.open?.owner === owner) return
    this.close()
    this.write(owner === null ? '/Artifact BMC' : `/${owner.tag} <</MCID ${this.claim(owner)}>> BDC`)
    this.open = { owner }
  }

  /** A new MCID on this page, next in the element's reading order. */
  private claim(owner: Element): number {
    const mcid = this.nextMcid[this.page] ?? 0
    this.nextMcid[this.page] = mcid + 1
    owner.children.push({ page: this.page, mcid })
    return mcid
  }

  private close(): void {
    if (this.open) this.write('EMC')
    this.open = undefined
  }

  /**
   * Where a run belongs. Runs go into the content in reading order, each at its own place: readers that copy text
   * in the order it was drawn (pdf.js, screen readers) then get the sentence, not the line from left to right.
   */
  private targetOf(owner: Owner, run: ShapedRun): Owner {
    if (owner === null) return null
    const here = owner.language() ?? this.facts.language
    const language = run.language === here ? undefined : run.language
    const tag = addressOf(run.link?.link) === undefined ? 'Span' : 'Link'
    if (tag === 'Span' && language === undefined) return owner
    // One goes on over line ends.
    const last = owner.children.at(-1)
    if (last instanceof Element && last.tag === tag && last.attributes.language === language) {
      if (tag === 'Span' || this.links.sourceOf(last) === run.link) return last
    }
    const inner = new Element(tag, owner, language === undefined ? {} : { language })
    owner.children.push(inner)
    return inner
  }

  /** A link is seen without its colour. The rule under it is nothing to read out. */
  private underline({ style, x: offset, width }: ShapedRun, x: number, baseline: number): void {
    this.begin(null)
    const thickness = style.size * UNDERLINE.thickness
    const y = this.up(baseline + style.size * UNDERLINE.below)
    const operators = painting(rectanglePath(x + offset, y, width, thickness, 0), { fill: style.tone })
    if (operators !== undefined) this.write(operators)
  }

  private run(
    { face, style, clusters, rightToLeft, x: offset }: ShapedRun,
    x: number,
    baseline: number,
  ): void {
    const font = this.fontFor(face)
    const shown = font.cells.encode(clusters, rightToLeft)
    if (shown === '') return
    this.write(
      `BT /${font.id} ${number(style.size)} Tf ${fillColour(style.tone)} 1 0 0 1 ${number(x + offset)} ${number(this.up(baseline))} Tm [${shown}] TJ ET`,
    )
  }

  private fontFor(face: FontFace): UsedFont {
    const known = this.fonts.get(face)
    if (known && !known.cells.isFull) return known
    const { id } = this.pdf.registerFont(`report-${this.byId.size}`)
    const font: UsedFont = { id, cells: new CellFont(face) }
    this.byId.set(id, font)
    this.fonts.set(face, font)
    return font
  }

  private path(path: string, area: Area, style: PathStyle): void {
    const operators = painting(path, style)
    if (operators === undefined) return
    const owner = this.owner()
    owner?.cover(this.bounds(area))
    this.begin(owner)
    this.write(operators)
  }
}

function own(element: StructureElement): Element {
  if (!(element instanceof Element)) throw new Error('an element of another document')
  return element
}
