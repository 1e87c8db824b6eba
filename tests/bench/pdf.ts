/**
 * `npm run bench:pdf`: a report of 200 pages in ten languages, made in Node by the toolkit's own engine and layout, and the
 * same text by pdfmake and pdfkit. Each file is opened and read by pdf.js. Times are printed, never asserted; what is in
 * the toolkit's file is, and that its memory stays bounded.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { lettersOf } from '../browser/pdf-text.ts'
import { longText, PAGES } from './long-report.ts'
import { WRITERS, type Made } from './pdf-writers.ts'
import { printTable } from './table.ts'

/** For the whole process, Node and the fonts with it: what a tablet's browser can still give to one page. */
const MOST_MEMORY = 400 * 1024 * 1024
const BYTES_IN_MB = 1024 * 1024
const BYTES_IN_KB = 1024

interface Read {
  pages: number
  /** Pages whose structure a screen reader finds. */
  tagged: number
  /** Paragraphs that are in the text as they were written, by the rule of pdf.md 9. */
  found: number
}

async function read(file: string): Promise<Read> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  let text = ''
  let tagged = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    text += content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
    if (((await page.getStructTree()) as { children: unknown[] } | null)?.children.length) tagged++
    page.cleanup()
  }
  const pages = document.numPages
  await task.destroy()
  // The head and the foot of a page stand between the two parts of a paragraph that goes on overleaf.
  const letters = lettersOf(text).replace(/Alongreport|ChildAPage\d+of\d+/g, '')
  const found = longText().filter((paragraph) => letters.includes(lettersOf(paragraph.text))).length
  return { pages, tagged, found }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'))
const rows: string[][] = []
const faults: string[] = []
try {
  for (const writer of WRITERS) {
    const file = join(folder, `${writer}.pdf`)
    const child = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(new URL('./pdf-writers.ts', import.meta.url)), writer, file],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
    if (child.status !== 0) {
      rows.push([writer, 'failed'])
      if (writer === 'toolkit') faults.push(child.stderr)
      continue
    }
    const made = JSON.parse(child.stdout.slice(child.stdout.lastIndexOf('{"milliseconds"'))) as Made
    const { pages, tagged, found } = await read(file)
    const paragraphs = longText().length
    rows.push([
      writer,
      String(pages),
      (made.milliseconds / 1000).toFixed(1),
      (made.cpuMilliseconds / 1000).toFixed(1),
      (statSync(file).size / BYTES_IN_KB).toFixed(0),
      (made.peakBytes / BYTES_IN_MB).toFixed(0),
      ((made.peakBytes - made.beforeBytes) / BYTES_IN_MB).toFixed(0),
      `${found}/${paragraphs}`,
      String(tagged),
      made.leftOut.join(' ') || '-',
    ])
    if (writer !== 'toolkit') continue
    if (pages < PAGES) faults.push(`only ${pages} pages`)
    if (tagged !== pages) faults.push(`${pages - tagged} pages without structure`)
    if (found !== paragraphs) faults.push(`${paragraphs - found} paragraphs not found`)
    if (made.peakBytes > MOST_MEMORY) faults.push(`${made.peakBytes} bytes of memory`)
  }
} finally {
  rmSync(folder, { recursive: true })
}

printTable(
  'A report of 200 pages in ten languages',
  ['', 'pages', 's', 'cpu s', 'kB', 'peak MB', 'above start', 'read back', 'tagged', 'cannot set'],
  rows,
)
for (const fault of faults) console.error(`FAILED: ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1
