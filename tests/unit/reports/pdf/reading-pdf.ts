/** Reads a PDF back with pdf.js, as a browser would. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface TagNode {
  tag: string
  alt?: string
  language?: string
  children: TagNode[]
  /** Marked-content numbers directly inside, as pdf.js names them. */
  contents: string[]
}

interface PdfJsNode {
  role?: string
  alt?: string
  lang?: string
  type?: string
  id?: string
  children?: PdfJsNode[]
}

const toTag = (node: PdfJsNode): TagNode => ({
  tag: node.role ?? '',
  ...(node.alt === undefined ? {} : { alt: node.alt }),
  ...(node.lang === undefined ? {} : { language: node.lang }),
  children: (node.children ?? []).filter((child) => child.role !== undefined).map(toTag),
  contents: (node.children ?? []).filter((child) => child.type === 'content').map((child) => child.id ?? ''),
})

const PAINTING = new Set([
  pdfjs.OPS.showText,
  pdfjs.OPS.showSpacedText,
  pdfjs.OPS.fill,
  pdfjs.OPS.stroke,
  pdfjs.OPS.fillStroke,
  pdfjs.OPS.constructPath,
])

export interface Sequence {
  /** `Artifact`, or the content's number. */
  owner: string
  paints: number
}

export async function readPdf(bytes: Uint8Array, password?: string) {
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
    ...(password === undefined ? {} : { password }),
  })
  const pdf = await task.promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent()
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('')
    const { fnArray, argsArray } = await page.getOperatorList()
    const sequences: Sequence[] = []
    let depth = 0
    let untagged = 0
    const missing: string[] = []
    fnArray.forEach((operator, index) => {
      const given = argsArray[index] as unknown[]
      if (operator === pdfjs.OPS.beginMarkedContent || operator === pdfjs.OPS.beginMarkedContentProps) {
        depth++
        const named =
          typeof given[0] === 'object' ? (given[0] as { name: string }).name : (given[0] as string)
        sequences.push({ owner: typeof given[1] === 'number' ? String(given[1]) : named, paints: 0 })
        if (depth > 1) untagged++
      } else if (operator === pdfjs.OPS.endMarkedContent) depth--
      else if (PAINTING.has(operator)) {
        const open = sequences.at(-1)
        if (depth !== 1 || !open) untagged++
        else open.paints++
      }
      if (operator === pdfjs.OPS.showText) {
        for (const glyph of given[0] as (number | { originalCharCode: number; unicode: string })[]) {
          if (typeof glyph === 'object' && glyph.originalCharCode === 0) missing.push(glyph.unicode)
        }
      }
    })
    const tree = (await page.getStructTree()) as PdfJsNode | null
    const [left, bottom, right, top] = page.view
    pages.push({
      text,
      width: (right ?? 0) - (left ?? 0),
      height: (top ?? 0) - (bottom ?? 0),
      tags: tree ? toTag(tree) : undefined,
      sequences,
      /** Paint operators outside of marked content, and marked content inside marked content. */
      untagged,
      missing,
    })
  }
  const result = {
    pages,
    text: pages.map((page) => page.text).join('\n'),
    markInfo: await pdf.getMarkInfo(),
    preferences: await pdf.getViewerPreferences(),
    metadata: await pdf.getMetadata(),
    outline: await pdf.getOutline(),
  }
  await task.destroy()
  return result
}

/** The rule of comparison for extracted text: letters, marks and digits, without what lies between them. */
export const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '')

export function contentsOf(node: TagNode | undefined): string[] {
  return node ? [...node.contents, ...node.children.flatMap(contentsOf)] : []
}

export function tagsOf(node: TagNode | undefined): string {
  if (!node) return ''
  return node.children.length === 0 ? node.tag : `${node.tag}(${node.children.map(tagsOf).join(' ')})`
}
