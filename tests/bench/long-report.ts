/** A report of 200 pages in ten languages: as plain paragraphs for any writer, and as the toolkit's own report. */
import type { Block, Report, TextRun } from '../../src/reports/report.ts'
import { SAMPLES } from '../unit/reports/pdf/mixed-lines.ts'

export interface LongParagraph {
  language: string
  text: string
}

const LANGUAGES = ['en-GB', 'ur', 'ar', 'ckb', 'ps', 'pa', 'bn', 'ta', 'pl', 'uk']
export const PAGES = 200
/** Enough of them for the pages wanted. */
const VISITS = 242

/** Every paragraph is another one: its number is in it. */
export function longText(): LongParagraph[] {
  const samples = SAMPLES.filter(({ language }) => LANGUAGES.includes(language))
  return Array.from({ length: VISITS }, (_, visit) =>
    samples.map(({ language, lines }, at) => ({
      language,
      text: `${lines.join(' ')} ${lines[0] ?? ''} ${1000 + visit * samples.length + at}.`,
    })),
  ).flat()
}

export function longReport(paragraphs: readonly LongParagraph[]): Report {
  const blocks: Block[] = []
  paragraphs.forEach(({ language, text }, at) => {
    const run: TextRun = { text, language }
    if (at % LANGUAGES.length === 0) {
      blocks.push({ kind: 'heading', level: at === 0 ? 1 : 2, text: `Visit ${at / LANGUAGES.length + 1}` })
    }
    blocks.push({ kind: 'paragraph', text: [run] })
  })
  return {
    title: 'A long report',
    language: 'en-GB',
    orientation: 'portrait',
    reference: 'Child A',
    pageNumbering: 'Page {page} of {pages}',
    blocks,
  }
}
