/** The door of this folder: opens the engine for the texts of one report. */
import type { DocumentFacts, PageWriter, PdfEngine } from './engine.ts'
import { Fonts, type LoadFont, type NeededText } from './fonts.ts'
import type { UrduStyle } from '@/languages/urdu-letters.ts'
import { TextShaper } from './shape.ts'
import { TaggedDocument } from './tagged-doc.ts'
import { wellFormed } from './writer/clean-text.ts'

export interface EngineOptions {
  /** Reads a font file; asked once for each font it serves. */
  loadFont: LoadFont
  /**
   * Every text that will be drawn. Only the fonts these need are read, and `lines()` draws what they lack as marks,
   * so leave nothing out: heads, feet, page numbers, labels in drawings.
   */
  texts: Iterable<NeededText>
  /** How Urdu is written; Nastaliq unless said. */
  urdu?: UrduStyle
  /** Its documents may have a password: what encrypts is loaded too. */
  withPassword?: boolean
}

/** Rejects when a font cannot be read: a report with missing letters would be a wrong report. */
export async function openPdfEngine({
  loadFont,
  texts,
  urdu = 'nastaliq',
  withPassword = false,
}: EngineOptions): Promise<PdfEngine> {
  const [fonts, encryption] = await Promise.all([
    Fonts.load(texts, loadFont, urdu),
    withPassword ? import('./writer/aes256.ts') : undefined,
  ])
  return {
    text: new TextShaper(fonts),
    newDocument: (facts: DocumentFacts): PageWriter => {
      const { password } = facts
      // Never a file that stands open because something was not loaded.
      if (password !== undefined && !encryption) throw new Error('the engine was not opened for a password')
      return new TaggedDocument(
        { ...facts, title: wellFormed(facts.title) },
        password === undefined ? undefined : encryption?.aes256(password),
      )
    },
  }
}
