/** The document outline: headings a reader can jump to. */
import { number, textString, type Seal } from './pdf-text.ts'

export interface Bookmark {
  title: string
  level: 1 | 2 | 3
  page: number
  /** PDF's coordinate, upwards from the bottom of the page. */
  y: number
}

interface Node {
  bookmark: Bookmark | undefined
  children: Node[]
}

interface ObjectWriter {
  newObjectDeferred: () => number
  newObjectDeferredBegin: (id: number, output: boolean) => number
  out: (text: string) => void
}

/** Returns the object number of the outline; undefined if there is nothing to jump to. */
export function writeBookmarks(
  bookmarks: readonly Bookmark[],
  pageObject: (page: number) => number,
  pdf: ObjectWriter,
  seal?: Seal,
): number | undefined {
  if (bookmarks.length === 0) return undefined
  const root: Node = { bookmark: undefined, children: [] }
  const path: Node[] = [root]
  for (const bookmark of bookmarks) {
    // A level that was skipped hangs on the nearest one above it.
    while ((path.at(-1)?.bookmark?.level ?? 0) >= bookmark.level) path.pop()
    const node: Node = { bookmark, children: [] }
    path.at(-1)?.children.push(node)
    path.push(node)
  }

  const write = (node: Node, number_: number, parent: number | undefined, around: string): number => {
    const ids = node.children.map(() => pdf.newObjectDeferred())
    const counts = node.children.map((child, index) => {
      const previous = index > 0 ? `/Prev ${ids[index - 1] ?? 0} 0 R ` : ''
      const next = index < ids.length - 1 ? `/Next ${ids[index + 1] ?? 0} 0 R ` : ''
      return write(child, ids[index] ?? 0, number_, previous + next)
    })
    const shown = counts.reduce((total, count) => total + count, node.children.length)
    const parts = [around]
    if (ids.length > 0) parts.push(`/First ${ids[0] ?? 0} 0 R /Last ${ids.at(-1) ?? 0} 0 R /Count ${shown}`)
    if (node.bookmark && parent !== undefined) {
      const { title, page, y } = node.bookmark
      parts.push(`/Title ${textString(title, seal)} /Parent ${parent} 0 R`)
      parts.push(`/Dest [${pageObject(page)} 0 R /XYZ null ${number(y)} null]`)
    } else parts.push('/Type /Outlines')
    pdf.newObjectDeferredBegin(number_, true)
    pdf.out(`<< ${parts.join(' ')} >>`)
    pdf.out('endobj')
    return shown
  }
  const id = pdf.newObjectDeferred()
  write(root, id, undefined, '')
  return id
}
