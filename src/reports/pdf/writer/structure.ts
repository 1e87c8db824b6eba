/** The structure tree: what a screen reader reads (ISO 32000-1, 14.7 and 14.8; ISO 14289-1). */
import type { LanguageTag } from '@/languages/languages.ts'
import type { StructureAttributes, StructureElement, StructureTag } from '../engine.ts'
import { LinkMark } from './links.ts'
import { languageString, number, textString, type Seal } from './pdf-text.ts'

/** A piece of a page's content: page is 1-based, `mcid` counts within the page. */
export interface Content {
  page: number
  mcid: number
}

export interface Bounds {
  page: number
  left: number
  bottom: number
  right: number
  top: number
}

export class Element implements StructureElement {
  readonly children: (Element | Content | LinkMark)[] = []
  /** For figures: where its marks are, in PDF's coordinates. */
  bounds: Bounds | undefined

  constructor(
    readonly tag: StructureTag,
    readonly parent: Element | null,
    readonly attributes: StructureAttributes = {},
  ) {}

  /** The language that holds here, from the nearest element that says one. */
  language(): LanguageTag | undefined {
    return this.attributes.language ?? this.parent?.language()
  }

  private figure(): Element | undefined {
    return this.tag === 'Figure' ? this : this.parent?.figure()
  }

  /** Figures say where they are; one that goes on over a page end says where it begins. */
  cover(area: Bounds): void {
    const figure = this.figure()
    if (!figure) return
    const bounds = (figure.bounds ??= { ...area })
    if (bounds.page !== area.page) return
    bounds.left = Math.min(bounds.left, area.left)
    bounds.bottom = Math.min(bounds.bottom, area.bottom)
    bounds.right = Math.max(bounds.right, area.right)
    bounds.top = Math.max(bounds.top, area.top)
  }
}

interface ObjectWriter {
  newObjectDeferred: () => number
  newObjectDeferredBegin: (id: number, output: boolean) => number
  out: (text: string) => void
}

/** Writes every element, the parent tree and the root; returns the root's object number. */
export function writeStructure(
  roots: readonly Element[],
  pageCount: number,
  pageObject: (page: number) => number,
  pdf: ObjectWriter,
  seal?: Seal,
): number {
  const root = pdf.newObjectDeferred()
  const numbers = new Map<Element, number>()
  const inOrder: Element[] = []
  const visit = (element: Element) => {
    numbers.set(element, pdf.newObjectDeferred())
    inOrder.push(element)
    for (const child of element.children) if (child instanceof Element) visit(child)
  }
  roots.forEach(visit)
  const reference = (element: Element | null) => `${(element ? numbers.get(element) : undefined) ?? root} 0 R`

  /** Behind the pages, one number for each link. */
  const links: (readonly [key: number, owner: string])[] = []
  /** By page, by MCID: which element the content belongs to. */
  const owners: string[][] = Array.from({ length: pageCount }, () => [])
  for (const element of inOrder) {
    for (const child of element.children) {
      if (child instanceof LinkMark) links.push([child.key, reference(element)])
      else if (!(child instanceof Element)) {
        const page = owners[child.page - 1]
        if (page) page[child.mcid] = reference(element)
      }
    }
    begin(pdf, numbers.get(element) ?? root)
    pdf.out(dictionary(element, reference, pageObject, seal))
    pdf.out('endobj')
  }

  const parentTree = pdf.newObjectDeferred()
  begin(pdf, parentTree)
  const entries = [
    ...owners.map((page, index) => `${index} [${page.join(' ')}]`),
    ...links.toSorted(([one], [other]) => one - other).map(([key, owner]) => `${key} ${owner}`),
  ]
  pdf.out(`<< /Nums [${entries.join('\n')}] >>`)
  pdf.out('endobj')
  begin(pdf, root)
  pdf.out(
    `<< /Type /StructTreeRoot /K [${roots.map(reference).join(' ')}] /ParentTree ${parentTree} 0 R /ParentTreeNextKey ${entries.length} >>`,
  )
  pdf.out('endobj')
  return root
}

function begin(pdf: ObjectWriter, id: number): void {
  pdf.newObjectDeferredBegin(id, true)
}

function dictionary(
  element: Element,
  reference: (element: Element | null) => string,
  pageObject: (page: number) => number,
  seal: Seal | undefined,
): string {
  const { tag, parent, children, attributes } = element
  const parts = [`/Type /StructElem /S /${tag} /P ${reference(parent)}`]
  const home = children.find((child): child is Content | LinkMark => !(child instanceof Element))?.page
  if (home !== undefined) parts.push(`/Pg ${pageObject(home)} 0 R`)
  const kids = children.map((child) => {
    if (child instanceof Element) return reference(child)
    if (child instanceof LinkMark)
      return `<< /Type /OBJR /Pg ${pageObject(child.page)} 0 R /Obj ${child.object ?? 0} 0 R >>`
    if (child.page === home) return `${child.mcid}`
    return `<< /Type /MCR /Pg ${pageObject(child.page)} 0 R /MCID ${child.mcid} >>`
  })
  if (kids.length > 0) parts.push(`/K [${kids.join(' ')}]`)
  if (attributes.language) parts.push(`/Lang ${languageString(attributes.language, seal)}`)
  if (attributes.alt !== undefined) parts.push(`/Alt ${textString(attributes.alt, seal)}`)
  if (attributes.actualText !== undefined)
    parts.push(`/ActualText ${textString(attributes.actualText, seal)}`)
  const extra = attributeObject(element)
  if (extra) parts.push(`/A ${extra}`)
  return `<< ${parts.join(' ')} >>`
}

function attributeObject(element: Element): string | undefined {
  const { tag, attributes, bounds } = element
  if (tag === 'TH') return `<< /O /Table /Scope /${attributes.scope ?? 'Column'} >>`
  if (tag === 'L') return `<< /O /List /ListNumbering /${listNumbering(element)} >>`
  if (tag === 'Figure' && bounds) {
    const box = [bounds.left, bounds.bottom, bounds.right, bounds.top].map(number).join(' ')
    return `<< /O /Layout /Placement /Block /BBox [${box}] >>`
  }
  return undefined
}

/** PDF/UA wants the kind of number or bullet said wherever there are labels. */
function listNumbering(list: Element): string {
  if (list.attributes.numbering === 'decimal') return 'Decimal'
  const labelled = list.children.some(
    (item) =>
      item instanceof Element && item.children.some((part) => part instanceof Element && part.tag === 'Lbl'),
  )
  return labelled || list.attributes.numbering === 'disc' ? 'Disc' : 'None'
}
