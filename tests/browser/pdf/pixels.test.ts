/**
 * Every line of the PDF looks as Chromium draws it from the same font files (pdf.md 9.3), and the test would see it if
 * marks or directions were wrong.
 *
 * Which font draws a digit, a space or a bracket: that of the letters before it, or else after it, in both. So "GCP 4/5"
 * stands in one font inside an Urdu sentence. CSS goes by the character alone, so the page says it with a span.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { openPdfEngine } from '../../../src/reports/pdf/pdf-engine.ts'
import type { FontName } from '../../../src/reports/pdf/writer/font-catalogue.ts'
import type { ShapedLine } from '../../../src/reports/pdf/writer/shaped.ts'
import { isolated } from '../../../src/reports/isolate.ts'
import { loadFont } from '../../unit/reports/pdf/fonts-for-tests.ts'
import { SAMPLES, type LanguageSample } from '../../unit/reports/pdf/mixed-lines.ts'
import { launchOptions } from '../chromium.ts'
import { strayInk } from './ink.ts'

/** CSS pixels; three device pixels each are 288 dpi. A whole number of them, so that no side rounds. */
const SCALE = 3
const WIDTH = 900
const MARGIN = 30
const PITCH = 60
const BASELINE = 36
const SIZE = 16
const POINTS = 72 / 96

const MOST_STRAY = 0.001
/** What a broken line must differ by, at the least, for the test to be worth something. */
const LEAST_BROKEN = 0.005

const RIGHT_TO_LEFT = new Set(['ur', 'ar', 'ckb', 'ps', 'fa'])
const OWN_FONTS: Readonly<Record<string, readonly FontName[]>> = {
  ur: ['nastaliq', 'naskh'],
  ar: ['naskh'],
  ckb: ['naskh'],
  ps: ['naskh'],
  fa: ['naskh'],
  pa: ['gurmukhi'],
  bn: ['bengali'],
  ta: ['tamil'],
  ti: ['ethiopic'],
}
/** A Latin word and what follows it, up to the next letter of another script. */
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*/gu

/** As a report hands it to the writer. */
const shown = (text: string, language: string) => (RIGHT_TO_LEFT.has(language) ? isolated(text) : text)

type Break = (line: ShapedLine) => ShapedLine

/** Marks stay on the baseline: what GPOS is for is not done. */
const withoutPositions: Break = (line) => ({
  ...measures(line),
  runs: line.runs.map((run) => ({
    ...run,
    clusters: run.clusters.map((cluster) => ({
      ...cluster,
      glyphs: cluster.glyphs.map((value, at) => (at % 3 === 2 ? 0 : value)),
    })),
  })),
})

/** The parts of the line one after the other from the left, in the order they were typed. */
const withoutBidi: Break = (line) => {
  let x = 0
  return {
    ...measures(line),
    runs: line.runs
      .toSorted((one, other) => one.start - other.start)
      .map((run) => {
        const placed = { ...run, x }
        x += run.width
        return placed
      }),
  }
}

function measures({ width, ascent, descent, height, direction, text }: ShapedLine) {
  return { width, ascent, descent, height, direction, text }
}

async function inPdf({ language, lines }: LanguageSample, broken: Break = (line) => line): Promise<Buffer> {
  const engine = await openPdfEngine({ loadFont, texts: lines.map((text) => ({ text, language })) })
  const pdf = engine.newDocument({ title: language, language })
  pdf.addPage(WIDTH * POINTS, heightOf(lines) * POINTS)
  const base = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
  lines.forEach((text, at) => {
    const style = { size: SIZE * POINTS, strong: false, tone: 'ink' as const }
    const runs = [{ text: shown(text, language), language, style }]
    const [line, more] = engine.text.lines(runs, 2 * WIDTH, base)
    if (!line || more) throw new Error(`not one line: ${text}`)
    const x = base === 'rtl' ? (WIDTH - MARGIN) * POINTS - line.width : MARGIN * POINTS
    pdf.within(pdf.element(null, 'P'), () => {
      pdf.line(broken(line as ShapedLine), x, (at * PITCH + BASELINE) * POINTS)
    })
  })
  const folder = mkdtempSync(join(tmpdir(), 'pixels-'))
  try {
    const file = join(folder, 'lines.pdf')
    writeFileSync(file, pdf.finish())
    execFileSync('pdftoppm', ['-r', '288', '-png', '-singlefile', file, join(folder, 'lines')])
    return readFileSync(join(folder, 'lines.png'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function inChromium(page: Page, { language, lines }: LanguageSample): Promise<Buffer> {
  const own = OWN_FONTS[language] ?? []
  const faces = await Promise.all(
    [...own, 'sans' as const].map(
      async (name) =>
        `@font-face{font-family:${name};src:url(data:font/ttf;base64,${Buffer.from(await loadFont(name)).toString('base64')})}`,
    ),
  )
  const isRtl = RIGHT_TO_LEFT.has(language)
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const body = lines.map((line, at) => {
    const words = escaped(shown(line, language)).replace(LATIN, (found) => `<b>${found}</b>`)
    return `<div data-baseline="${at * PITCH + BASELINE}"><i></i>${words}</div>`
  })
  await page.setViewportSize({ width: WIDTH, height: heightOf(lines) })
  await page.setContent(`<!doctype html><html lang="${language}" dir="${isRtl ? 'rtl' : 'ltr'}"><meta charset="utf-8"><style>
    ${faces.join('')}
    html, body { margin: 0; background: white; color: black }
    div { position: absolute; inset-inline-start: ${MARGIN}px; white-space: pre; font: ${SIZE}px ${[...own, 'sans'].join()};
      text-rendering: geometricPrecision }
    b { font: inherit; font-family: sans }
    i { display: inline-block; inline-size: 0; block-size: 0 }
  </style>${body.join('')}</html>`)
  await page.evaluate(async () => {
    await document.fonts.ready
    for (const line of document.querySelectorAll<HTMLElement>('div')) {
      const baseline = line.querySelector('i')!.getBoundingClientRect().bottom
      line.style.top = `${Number(line.dataset['baseline']) - baseline}px`
    }
  })
  return page.screenshot()
}

const heightOf = (lines: readonly string[]) => lines.length * PITCH
const rowsOf = (lines: readonly string[]) =>
  lines.map((_, at) => ({ from: at * PITCH * SCALE, to: (at + 1) * PITCH * SCALE }))

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
test.skip(!hasPoppler, 'pdftoppm (poppler-utils) is not installed')
test.describe.configure({ mode: 'serial' })

let browser: Browser
let page: Page
test.beforeAll(async () => {
  const options = launchOptions()
  browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), '--font-render-hinting=none'],
  })
  page = await browser.newPage({ deviceScaleFactor: SCALE })
})
test.afterAll(() => browser.close())

for (const sample of SAMPLES) {
  test(`${sample.name} in the PDF looks as in Chromium`, async () => {
    const pictures = { one: await inPdf(sample), other: await inChromium(page, sample) }
    const stray = await strayInk(page, pictures, rowsOf(sample.lines))
    for (const [at, share] of stray.entries()) {
      expect.soft(share, sample.lines[at]).toBeLessThan(MOST_STRAY)
    }
  })
}

for (const [fault, broken, languages] of [
  ['marks left on the baseline', withoutPositions, ['ur', 'ar', 'bn']],
  ['parts of a line not put in their order', withoutBidi, [...RIGHT_TO_LEFT]],
] as const) {
  test(`${fault} would be seen`, async () => {
    for (const language of languages) {
      const sample = SAMPLES.find((one) => one.language === language)!
      const pictures = { one: await inPdf(sample, broken), other: await inChromium(page, sample) }
      const stray = await strayInk(page, pictures, rowsOf(sample.lines))
      expect(Math.max(...stray), language).toBeGreaterThan(LEAST_BROKEN)
    }
  })
}
