/**
 * Walks a file's structure both ways, from the tree to the marks on the pages and from the marks to the tree, and names
 * what a screen reader would trip over (ISO 32000-1, 14.7 and 14.8; ISO 14289-1; pdf.md 9.5).
 */
import { Bytes, Name, PdfFile, Reference, utf16, type Dictionary, type Value } from './pdf-objects.ts'

export interface TreeElement {
  id: number
  tag: string
  /** The object that the element calls its parent. */
  parent: number
  language?: string
  alt?: string
  actualText?: string
  scope?: string
  hasBounds: boolean
  children: (TreeElement | Content | Annotated)[]
}
export interface Content {
  /** 1-based. */
  page: number
  mcid: number
}
/** A link's place on the page. */
export interface Annotated {
  annotation: number
}

export interface Marked {
  /** A number in the tree, or `artifact`. */
  owner: number | 'artifact' | 'nobody'
  tag: string
  paints: number
  /** As it stands in the content: letters from right to left stand in the order they are seen in. */
  text: string
}

export interface StructuredPage {
  marked: Marked[]
  /** Paint operators outside of any marked content. */
  loose: string[]
  /** Marked content inside marked content, and ends without a beginning. */
  nested: number
  /** By MCID, from the parent tree: the element's object. */
  parents: (number | undefined)[]
  tabs: string | undefined
  annotations: { id: number; parent: number | undefined; contents: string }[]
}

export interface Bookmark {
  title: string
  page: number
}

export interface Structure {
  root: number
  elements: TreeElement[]
  pages: StructuredPage[]
  bookmarks: Bookmark[]
  document: { marked: boolean; language: string; showsTitle: boolean; title: string; metadata: string }
}

const PAINTING = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Do',
  'BI',
  'EI',
])

export function structureOf(bytes: Uint8Array): Structure {
  const file = new PdfFile(bytes)
  const { catalog, pages } = file
  const numberOf = new Map(pages.map(({ id }, at) => [id, at + 1]))
  const treeRoot = catalog.get('StructTreeRoot')
  const tree = file.dictionary(treeRoot)
  const parents = parentTree(file, file.dictionary(tree.get('ParentTree')))
  const fonts = new Map<Value, (codes: string) => string>()
  return {
    root: idOf(treeRoot),
    elements: file.list(tree.get('K')).map((kid) => element(file, kid, numberOf)),
    pages: pages.map(({ page }) => structuredPage(file, page, parents, fonts)),
    bookmarks: bookmarksOf(file, numberOf),
    document: {
      marked: file.dictionary(catalog.get('MarkInfo') ?? new Map()).get('Marked') === true,
      language: words(file.get(catalog.get('Lang'))),
      showsTitle:
        file.dictionary(catalog.get('ViewerPreferences') ?? new Map()).get('DisplayDocTitle') === true,
      title: words(file.get(file.dictionary(file.trailer.get('Info')).get('Title'))),
      metadata: Buffer.from(file.stream(catalog.get('Metadata')).data, 'latin1').toString('utf8'),
    },
  }
}

const idOf = (value: Value | undefined) => (value instanceof Reference ? value.id : 0)
const words = (value: Value | undefined) => (value instanceof Bytes ? value.words : '')
const nameOf = (value: Value | undefined) => (value instanceof Name ? value.value : undefined)

function element(file: PdfFile, reference: Value, numberOf: ReadonlyMap<number, number>): TreeElement {
  const node = file.dictionary(reference)
  const home = numberOf.get(idOf(node.get('Pg')))
  const attributes = file.list(node.get('A')).map((entry) => file.dictionary(entry))
  const attribute = (key: string) => attributes.map((entry) => entry.get(key)).find((entry) => entry)
  const scope = nameOf(attribute('Scope'))
  const optional = (key: string) => {
    const text = file.get(node.get(key))
    return text instanceof Bytes ? text.words : undefined
  }
  const [language, alt, actualText] = [optional('Lang'), optional('Alt'), optional('ActualText')]
  const kids = node.get('K')
  return {
    id: idOf(reference),
    tag: nameOf(node.get('S')) ?? '',
    parent: idOf(node.get('P')),
    ...(language !== undefined && { language }),
    ...(alt !== undefined && { alt }),
    ...(actualText !== undefined && { actualText }),
    ...(scope !== undefined && { scope }),
    hasBounds: Array.isArray(attribute('BBox')),
    children: (kids === undefined ? [] : file.list(kids)).map((kid) => {
      if (typeof kid === 'number') return { page: home ?? 0, mcid: kid }
      const inner = file.dictionary(kid)
      const type = nameOf(inner.get('Type'))
      if (type === 'OBJR') return { annotation: idOf(inner.get('Obj')) }
      if (type !== 'MCR') return element(file, kid, numberOf)
      return { page: numberOf.get(idOf(inner.get('Pg'))) ?? home ?? 0, mcid: Number(inner.get('MCID')) }
    }),
  }
}

/** By key: one element, or those of a page by MCID. */
function parentTree(file: PdfFile, node: Dictionary): Map<number, Value> {
  const found = new Map<number, Value>()
  const pairs = node.get('Nums') === undefined ? [] : file.list(node.get('Nums'))
  for (let at = 0; at < pairs.length; at += 2) found.set(Number(pairs[at]), pairs[at + 1] ?? null)
  const kids = node.get('Kids') === undefined ? [] : file.list(node.get('Kids'))
  for (const kid of kids) {
    for (const [key, value] of parentTree(file, file.dictionary(kid))) found.set(key, value)
  }
  return found
}

function structuredPage(
  file: PdfFile,
  page: Dictionary,
  parents: ReadonlyMap<number, Value>,
  fonts: Map<Value, (codes: string) => string>,
): StructuredPage {
  const listed = parents.get(Number(page.get('StructParents') ?? NaN))
  const annotations = page.get('Annots') === undefined ? [] : file.list(page.get('Annots'))
  return {
    ...marksOf(file, page, fonts),
    parents: listed === undefined ? [] : file.list(listed).map((entry) => idOf(entry) || undefined),
    tabs: nameOf(page.get('Tabs')),
    annotations: annotations.map((reference) => {
      const annotation = file.dictionary(reference)
      const key = annotation.get('StructParent')
      return {
        id: idOf(reference),
        parent: typeof key === 'number' ? idOf(parents.get(key)) || undefined : undefined,
        contents: words(file.get(annotation.get('Contents'))),
      }
    }),
  }
}

function marksOf(
  file: PdfFile,
  page: Dictionary,
  fonts: Map<Value, (codes: string) => string>,
): Pick<StructuredPage, 'marked' | 'loose' | 'nested'> {
  const marked: Marked[] = []
  const loose: string[] = []
  const open: Marked[] = []
  let nested = 0
  let decode: (codes: string) => string = () => ''
  const resources = file.dictionary(page.get('Resources'))
  for (const { operator, operands } of file.operations(page)) {
    if (operator === 'BDC' || operator === 'BMC') {
      if (open.length > 0) nested++
      const tag = nameOf(operands[0]) ?? ''
      const mcid = operator === 'BDC' ? file.dictionary(operands[1]).get('MCID') : undefined
      const owner = typeof mcid === 'number' ? mcid : tag === 'Artifact' ? 'artifact' : 'nobody'
      const sequence = { owner, tag, paints: 0, text: '' } as const satisfies Marked
      const kept: Marked = { ...sequence }
      marked.push(kept)
      open.push(kept)
    } else if (operator === 'EMC') {
      if (open.pop() === undefined) nested++
    } else if (operator === 'Tf') {
      const font = file.dictionary(resources.get('Font')).get(nameOf(operands[0]) ?? '') ?? null
      const id = idOf(font)
      decode = fonts.get(id) ?? decoder(file, file.dictionary(font))
      fonts.set(id, decode)
    } else if (PAINTING.has(operator)) {
      const [inner] = open
      if (!inner) loose.push(operator)
      else inner.paints++
      if (inner)
        inner.text += operands
          .flat()
          .map((part) => (part instanceof Bytes ? decode(part.text) : ''))
          .join('')
    }
  }
  nested += open.length
  return { marked, loose, nested }
}

/** By the font's ToUnicode table, two bytes to a code. */
function decoder(file: PdfFile, font: Dictionary): (codes: string) => string {
  const table = file.stream(font.get('ToUnicode')).data
  const characters = new Map<number, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', units = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      characters.set(parseInt(code, 16), utf16(Buffer.from(units, 'hex').toString('latin1')))
    }
  }
  return (codes) => {
    let text = ''
    for (let at = 0; at < codes.length; at += 2) {
      const code = codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1)
      text += characters.get(code) ?? '\ufffd'
    }
    return text
  }
}

function bookmarksOf(file: PdfFile, numberOf: ReadonlyMap<number, number>): Bookmark[] {
  const found: Bookmark[] = []
  const visit = (first: Value | undefined) => {
    for (let next = first; next instanceof Reference;) {
      const item = file.dictionary(next)
      const target = file.list(item.get('Dest'))
      found.push({ title: words(file.get(item.get('Title'))), page: numberOf.get(idOf(target[0])) ?? 0 })
      visit(item.get('First'))
      next = item.get('Next')
    }
  }
  const outlines = file.get(file.catalog.get('Outlines'))
  if (outlines instanceof Map) visit(outlines.get('First'))
  return found
}

export const isElement = (child: TreeElement['children'][number]): child is TreeElement => 'tag' in child
export const isContent = (child: TreeElement['children'][number]): child is Content => 'mcid' in child

/** In reading order. */
export function all(elements: readonly TreeElement[]): TreeElement[] {
  return elements.flatMap((each) => [each, ...all(each.children.filter(isElement))])
}

export interface Heard {
  tag: string
  language: string
  text: string
}

/** What is read aloud, piece by piece and in order, each in the language that holds there. */
export function heard({ elements, pages, document }: Structure): Heard[] {
  const visit = (each: TreeElement, above: string): Heard[] => {
    const language = each.language ?? above
    if (each.alt !== undefined) return [{ tag: each.tag, language, text: each.alt }]
    if (each.actualText !== undefined) return [{ tag: each.tag, language, text: each.actualText }]
    return each.children.flatMap((child) => {
      if (isElement(child)) return visit(child, language)
      if (!isContent(child)) return []
      const text = pages[child.page - 1]?.marked.find(({ owner }) => owner === child.mcid)?.text ?? ''
      return [{ tag: each.tag, language, text }]
    })
  }
  return elements.flatMap((each) => visit(each, document.language))
}

/** Letters and digits in any order: what is drawn from right to left stands in the content the other way round. */
const letters = (text: string) =>
  Array.from(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
    .sort()
    .join('')

const INSIDE: Readonly<Record<string, readonly string[]>> = {
  Table: ['Caption', 'TR'],
  TR: ['TH', 'TD'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
}
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  Caption: ['Table', 'Figure'],
}

/** Everything that is wrong, in words; nothing if all is right. */
export function faultsOf(structure: Structure): string[] {
  return [
    ...documentFaults(structure),
    ...structure.pages.flatMap(pageFaults),
    ...linkFaults(structure),
    ...contentFaults(structure),
    ...treeFaults(structure),
    ...headingFaults(structure),
  ]
}

function documentFaults({
  document: { marked, language, showsTitle, title, metadata },
}: Structure): string[] {
  return [
    marked ? '' : 'the document does not say that it is tagged',
    isLanguage(language) ? '' : 'the document has no language',
    showsTitle ? '' : 'the window does not show the title',
    title.trim() === '' ? 'there is no title' : '',
    /<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/.test(metadata) ? '' : 'PDF/UA is not named',
    /<dc:title>/.test(metadata) ? '' : 'the metadata has no title',
  ].filter((fault) => fault !== '')
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function pageFaults({ marked, loose, nested, tabs }: StructuredPage, at: number): string[] {
  const page = `page ${at + 1}`
  const numbers = marked.flatMap(({ owner }) => (typeof owner === 'number' ? [owner] : []))
  return [
    ...loose.map((operator) => `${page}: ${operator} belongs to nobody`),
    ...(nested > 0 ? [`${page}: marked content inside marked content`] : []),
    ...marked.filter(({ owner }) => owner === 'nobody').map(({ tag }) => `${page}: ${tag} without a number`),
    ...marked
      .filter(({ owner, tag }) => typeof owner === 'number' && tag === 'Artifact')
      .map(() => `${page}: an artifact with a number`),
    ...(new Set(numbers).size === numbers.length ? [] : [`${page}: a number is used twice`]),
    ...(tabs === 'S' ? [] : [`${page}: the tab key does not follow the structure`]),
  ]
}

function linkFaults({ elements, pages }: Structure): string[] {
  const owners = new Map<number, number>()
  for (const each of all(elements)) {
    for (const child of each.children) {
      if ('annotation' in child) owners.set(child.annotation, each.tag === 'Link' ? each.id : -1)
    }
  }
  return pages.flatMap(({ annotations }, at) =>
    annotations.flatMap(({ id, parent, contents }) => [
      ...(parent !== undefined && owners.get(id) === parent
        ? []
        : [`page ${at + 1}: a link without its element`]),
      ...(contents === '' ? [`page ${at + 1}: a link without words`] : []),
    ]),
  )
}

/** From the tree to the marks and back, and the same by the parent tree. */
function contentFaults({ elements, pages }: Structure): string[] {
  const faults: string[] = []
  const owners = pages.map(() => new Map<number, TreeElement>())
  for (const each of all(elements)) {
    for (const { page, mcid } of each.children.filter(isContent)) {
      const known = owners[page - 1]
      if (!known) faults.push(`${each.tag}: on no page`)
      else if (known.has(mcid)) faults.push(`page ${page}: content ${mcid} stands twice in the tree`)
      known?.set(mcid, each)
    }
  }
  pages.forEach(({ marked, parents }, at) => {
    const page = `page ${at + 1}`
    const inTree = owners[at] ?? new Map<number, TreeElement>()
    const drawn = new Map(marked.map((sequence) => [sequence.owner, sequence]))
    for (const [mcid, each] of inTree) {
      const sequence = drawn.get(mcid)
      if (!sequence) faults.push(`${page}: content ${mcid} of the tree is not drawn`)
      else if (sequence.tag !== each.tag)
        faults.push(`${page}: content ${mcid} is ${sequence.tag} and ${each.tag}`)
      if (parents[mcid] !== each.id) faults.push(`${page}: the parent tree gives content ${mcid} to another`)
    }
    for (const { owner } of marked) {
      if (typeof owner === 'number' && !inTree.has(owner))
        faults.push(`${page}: content ${owner} is not in the tree`)
    }
    parents.forEach((parent, mcid) => {
      if (parent !== undefined && !inTree.has(mcid))
        faults.push(`${page}: content ${mcid} is in the parent tree alone`)
    })
  })
  return faults
}

function treeFaults({ elements, root }: Structure): string[] {
  const faults: string[] = []
  const visit = (each: TreeElement, above: TreeElement | undefined) => {
    const { tag, parent, children, alt, scope, language, hasBounds } = each
    const inner = children.filter(isElement)
    if (parent !== (above?.id ?? root)) faults.push(`${tag}: names another parent`)
    const within = WITHIN[tag]
    if (within && !within.includes(above?.tag ?? '')) faults.push(`${tag} in ${above?.tag ?? 'the root'}`)
    for (const child of inner) {
      const may = INSIDE[tag]
      if (may && !may.includes(child.tag)) faults.push(`${child.tag} in ${tag}`)
    }
    if (INSIDE[tag] && children.some((child) => !isElement(child))) faults.push(`${tag}: content of its own`)
    if (tag === 'TH' && scope !== 'Row' && scope !== 'Column') faults.push('TH: no scope')
    if (tag === 'Figure' && (alt ?? '').trim() === '') faults.push('Figure: no words instead')
    if (tag === 'Figure' && !hasBounds) faults.push('Figure: no place')
    if (language !== undefined && !isLanguage(language)) faults.push(`${tag}: ${language} is no language`)
    if (tag === 'Table') {
      const lengths = new Set(inner.filter((row) => row.tag === 'TR').map((row) => row.children.length))
      if (lengths.size > 1) faults.push('Table: rows of different lengths')
    }
    for (const child of inner) visit(child, each)
  }
  if (elements.length !== 1 || elements[0]?.tag !== 'Document') faults.push('the root is not one Document')
  for (const each of elements) visit(each, undefined)
  return faults
}

function headingFaults(structure: Structure): string[] {
  const faults: string[] = []
  const headings = all(structure.elements).filter(({ tag }) => /^H\d$/.test(tag))
  let last = 0
  for (const { tag } of headings) {
    const level = Number(tag.slice(1))
    if (level > last + 1) faults.push(last === 0 ? `the first heading is ${tag}` : `${tag} after H${last}`)
    last = level
  }
  const titles = headings.map((heading) => ({
    title: heard({ ...structure, elements: [heading] })
      .map(({ text }) => text)
      .join(' '),
    page: contentsOf(heading)[0]?.page ?? 0,
  }))
  const named = titles.filter(({ title }) => /[^\p{White_Space}\p{Cf}\p{Cc}]/u.test(title))
  const isSame =
    named.length === structure.bookmarks.length &&
    named.every(({ title, page }, at) => {
      const bookmark = structure.bookmarks[at]
      return bookmark?.page === page && letters(bookmark.title) === letters(title)
    })
  if (!isSame) faults.push('the bookmarks are not the headings')
  return faults
}

function contentsOf(each: TreeElement): Content[] {
  return each.children.flatMap((child) =>
    isContent(child) ? [child] : isElement(child) ? contentsOf(child) : [],
  )
}
