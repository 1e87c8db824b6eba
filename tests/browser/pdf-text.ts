/** The text of a PDF as pdf.js reads it, page by page. */
import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Rejects where the file is locked and the password is not the one. */
export async function pdfPages(file: string, password?: string): Promise<string[]> {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    useSystemFonts: false,
    verbosity: 0,
    ...(password !== undefined && { password }),
  })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await task.destroy()
  return pages
}

/** Letters, marks and digits alone: spaces and line ends are where the layout puts them (the rule for extracted text). */
export function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
