/** The same text through three writers. Run as a program of its own for each, so that memory is that writer's alone. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeFile, openFor } from '../../src/reports/pdf/build.ts'
import { FONT_FILES, type FontName } from '../../src/reports/pdf/writer/font-catalogue.ts'
import { loadFont } from '../unit/reports/pdf/fonts-for-tests.ts'
import { longReport, longText, type LongParagraph } from './long-report.ts'

export const WRITERS = ['toolkit', 'pdfmake', 'pdfkit'] as const
export type Writer = (typeof WRITERS)[number]

export interface Made {
  milliseconds: number
  /** Of the processor: what a busy machine does not change. */
  cpuMilliseconds: number
  /** Of the whole process at its highest, and before the writing began. */
  peakBytes: number
  beforeBytes: number
  /** Languages that the writer threw at. */
  leftOut: string[]
}

const FONTS: Readonly<Record<string, FontName>> = {
  ur: 'nastaliq',
  ar: 'naskh',
  ckb: 'naskh',
  ps: 'naskh',
  pa: 'gurmukhi',
  bn: 'bengali',
  ta: 'tamil',
}
const SIZE = 11
const MARGIN = 50

const fontOf = (language: string): FontName => FONTS[language] ?? 'sans'
const root = fileURLToPath(new URL('../..', import.meta.url))
const pathOf = (name: FontName) => join(root, 'node_modules', FONT_FILES[name].path)

const require = createRequire(import.meta.url)

type Write = (paragraphs: readonly LongParagraph[]) => Promise<Uint8Array>

const toolkit: Write = async (paragraphs) => {
  const report = longReport(paragraphs)
  return makeFile(report, await openFor(report, loadFont), {})
}

interface PdfKitDocument {
  on: (event: string, heard: (chunk: Uint8Array) => void) => void
  registerFont: (name: string, path: string) => void
  font: (name: string) => PdfKitDocument
  fontSize: (size: number) => PdfKitDocument
  text: (text: string) => PdfKitDocument
  moveDown: () => void
  end: () => void
}

const pdfkit: Write = (paragraphs) =>
  new Promise((resolve) => {
    const PdfDocument = require('pdfkit') as new (options: object) => PdfKitDocument
    const document = new PdfDocument({ size: 'A4', margin: MARGIN })
    const chunks: Uint8Array[] = []
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    for (const name of new Set(paragraphs.map(({ language }) => fontOf(language))))
      document.registerFont(name, pathOf(name))
    for (const { language, text } of paragraphs)
      document.font(fontOf(language)).fontSize(SIZE).text(text).moveDown()
    document.end()
  })

interface PdfMake {
  setFonts: (fonts: Record<string, { normal: string }>) => void
  setUrlAccessPolicy: (allowed: () => boolean) => void
  setLocalAccessPolicy: (allowed: () => boolean) => void
  createPdf: (definition: object) => { getBuffer: () => Promise<Uint8Array> }
}

const pdfmake: Write = (paragraphs) => {
  const maker = require('pdfmake') as PdfMake
  const names = new Set(paragraphs.map(({ language }) => fontOf(language)))
  maker.setFonts(
    Object.fromEntries([...names, 'sans' as const].map((name) => [name, { normal: pathOf(name) }])),
  )
  maker.setUrlAccessPolicy(() => false)
  maker.setLocalAccessPolicy(() => true)
  return maker
    .createPdf({
      content: paragraphs.map(({ language, text }) => ({
        text,
        font: fontOf(language),
        margin: [0, 0, 0, SIZE],
      })),
      pageMargins: MARGIN,
      defaultStyle: { font: 'sans', fontSize: SIZE },
    })
    .getBuffer()
}

const WRITE: Readonly<Record<Writer, Write>> = { toolkit, pdfkit, pdfmake }

/** Which languages the writer can set at all: one that throws would stop the whole document. */
async function settable(write: Write, paragraphs: readonly LongParagraph[]): Promise<Set<string>> {
  const can = new Set<string>()
  for (const language of new Set(paragraphs.map((one) => one.language))) {
    try {
      await write(paragraphs.filter((one) => one.language === language).slice(0, 1))
      can.add(language)
    } catch {
      // Named in what comes back.
    }
  }
  return can
}

async function run(writer: Writer, file: string): Promise<void> {
  const write = WRITE[writer]
  const all = longText()
  const can = await settable(write, all)
  const leftOut = [...new Set(all.map(({ language }) => language))].filter((language) => !can.has(language))
  const paragraphs = all.filter(({ language }) => can.has(language))
  const beforeBytes = process.memoryUsage().rss
  const began = performance.now()
  const cpuBegan = process.cpuUsage()
  const bytes = await write(paragraphs)
  const milliseconds = performance.now() - began
  const { user, system } = process.cpuUsage(cpuBegan)
  // Kilobytes, whatever the system.
  const peakBytes = process.resourceUsage().maxRSS * 1024
  writeFileSync(file, bytes)
  const made: Made = {
    milliseconds,
    cpuMilliseconds: (user + system) / 1000,
    peakBytes,
    beforeBytes,
    leftOut,
  }
  process.stdout.write(JSON.stringify(made))
}

const [, program, writer, file] = process.argv
if (program === fileURLToPath(import.meta.url) && file !== undefined) {
  const asked = WRITERS.find((one) => one === writer)
  if (!asked) throw new Error(`no such writer: ${writer ?? ''}`)
  await run(asked, file)
}
