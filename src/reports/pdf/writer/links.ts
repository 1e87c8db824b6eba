/**
 * Links: words that lead out of the report. Each has an annotation on every page it stands on, and its element in the
 * structure points at that (OBJR; ISO 32000-1, 12.5.6.5 and 14.7.4.3), so that it is announced and can be followed.
 */
import type { StyledRun } from '../engine.ts'
import { byteString, number, textString, type Seal } from './pdf-text.ts'
import type { Bounds, Element } from './structure.ts'

/** Nothing that runs a program or opens a file of the reader's device. */
const SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/** The address in ASCII; undefined for what is no address to lead to, and its words are then only words. */
export function addressOf(link: string | undefined): string | undefined {
  if (link === undefined) return undefined
  try {
    const { protocol, href } = new URL(link)
    return SCHEMES.has(protocol) ? href : undefined
  } catch {
    return undefined
  }
}

/** Where the words of a link stand on one page: one area for each line, in PDF's coordinates. */
export class LinkMark {
  readonly areas: Bounds[] = []
  /** Its object, once the page is written. */
  object: number | undefined
  /** Its key in the parent tree, behind those of the pages. */
  key = 0

  constructor(
    readonly page: number,
    readonly source: StyledRun,
    readonly address: string,
  ) {}

  annotation(seal?: Seal): string {
    const edge = (side: keyof Bounds, most: (...values: number[]) => number) =>
      number(most(...this.areas.map((area) => area[side])))
    const box = [
      edge('left', Math.min),
      edge('bottom', Math.min),
      edge('right', Math.max),
      edge('top', Math.max),
    ]
    const quads = this.areas.flatMap(({ left, right, top, bottom }) =>
      [left, top, right, top, left, bottom, right, bottom].map(number),
    )
    return [
      '<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0]',
      `/Rect [${box.join(' ')}] /QuadPoints [${quads.join(' ')}] /StructParent ${this.key}`,
      `/Contents ${textString(this.source.text.replace(/\s+/gu, ' ').trim(), seal)}`,
      `/A << /Type /Action /S /URI /URI ${byteString(this.address, seal)} >> >>`,
    ].join(' ')
  }
}

/** All links of a document. */
export class Links {
  private readonly marks: LinkMark[] = []

  /** The words stand here: one annotation for each page of the element. */
  add(element: Element, source: StyledRun, area: Bounds): void {
    const address = addressOf(source.link)
    if (address === undefined) return
    let mark = element.children.findLast((child) => child instanceof LinkMark)
    if (mark?.page !== area.page) {
      mark = new LinkMark(area.page, source, address)
      element.children.push(mark)
      this.marks.push(mark)
    }
    mark.areas.push(area)
  }

  /** What a link's words were cut from: the same on all its lines. */
  sourceOf(link: Element): StyledRun | undefined {
    return link.children.find((child) => child instanceof LinkMark)?.source
  }

  /** The page's entry, each annotation in an object of its own that the structure can name; empty without links. */
  annotations(page: number, pages: number, pdf: ObjectMaker, seal?: Seal): string {
    const references: string[] = []
    this.marks.forEach((mark, index) => {
      if (mark.page !== page) return
      const object = pdf.newAdditionalObject()
      mark.key = pages + index
      mark.object = object.objId
      object.content = mark.annotation(seal)
      references.push(`${object.objId} 0 R`)
    })
    return references.length === 0 ? '' : ` /Annots [${references.join(' ')}]`
  }
}

interface ObjectMaker {
  newAdditionalObject: () => { objId: number; content: string }
}
