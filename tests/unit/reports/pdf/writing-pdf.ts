/** A page filled with paragraphs, for tests that look at what comes out. */
import type { Line, PdfEngine, StructureElement, StructureTag, TextStyle } from '@/reports/pdf/engine.ts'
import { openPdfEngine } from '@/reports/pdf/pdf-engine.ts'
import { loadFont } from './fonts-for-tests.ts'

export const plain: TextStyle = { size: 11, strong: false, tone: 'ink' }
export const strong: TextStyle = { ...plain, strong: true }

export interface Passage {
  text: string
  language?: string
  base?: 'ltr' | 'rtl' | 'auto'
  tag?: StructureTag
  style?: TextStyle
}

export const A4 = [595.28, 841.89] as const
const MARGIN = 50
const WIDTH = A4[0] - 2 * MARGIN

export const openFor = (...texts: { text: string; language?: string }[]) => openPdfEngine({ loadFont, texts })

export function linesOf(engine: PdfEngine, passage: Passage, width = WIDTH): Line[] {
  const { text, language, base = 'auto', style = plain } = passage
  return engine.text.lines([{ text, style, ...(language === undefined ? {} : { language }) }], width, base)
}

/** Every passage under the other, on as many pages as it takes. */
export async function write(passages: Passage[], language = 'en-GB', width = WIDTH): Promise<Uint8Array> {
  const engine = await openFor(...passages)
  const pdf = engine.newDocument({ title: 'A visit', language })
  let y = Infinity
  const root = pdf.element(null, 'Document')
  for (const passage of passages) {
    const attributes = passage.language === undefined ? {} : { language: passage.language }
    const element: StructureElement = pdf.element(root, passage.tag ?? 'P', attributes)
    for (const line of linesOf(engine, passage, width)) {
      if (y + line.height > A4[1] - MARGIN) {
        pdf.addPage(...A4)
        y = MARGIN
      }
      const top = y
      const x = line.direction === 'rtl' ? MARGIN + width - line.width : MARGIN
      pdf.within(element, () => pdf.line(line, x, top + line.ascent))
      y += line.height
    }
  }
  return pdf.finish()
}
