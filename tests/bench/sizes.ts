/** How much a page must load, from the build's own manifest, and how much is kept for offline. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { printTable } from './table.ts'

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}

type Manifest = Record<string, Chunk>

const ENTRY = 'index.html'
const words = (room: string) => `content/interface/text/en-GB/${room}.json`
const family = (room: string, language = 'en-GB') => `content/family/text/${language}/${room}.json`
const SHELL = ['src/app/AppShell.vue', 'content/partnership/text/en-GB.json']

/**
 * The pages by what has to be there when they open, in the order in which a visit meets them: each row counts what the rows
 * above it have not loaded yet. The first is what a locked tablet shows.
 */
const PAGES: readonly (readonly [string, readonly string[]])[] = [
  ['locked (first route)', [ENTRY, words('app'), words('vault')]],
  ['set-up, once', ['src/app/lock/SetUp.vue']],
  ['list of children', [...SHELL, 'src/children/views/HomePage.vue', words('children')]],
  ['child', ['src/app/pages/ChildWithTools.vue', words('care-profile')]],
  ['new child', ['src/children/views/ChildNew.vue']],
  [
    'new assessment',
    ['src/care-profile/views/NewAssessment.vue', 'content/graded-care-profile/text/en-GB.json'],
  ],
  ['overview', ['src/care-profile/views/AssessmentOverview.vue', family('care-profile-report')]],
  ['one item', ['src/care-profile/views/ItemPage.vue']],
  ['summary', ['src/care-profile/views/AssessmentSummary.vue']],
  ['report, on the screen', ['src/care-profile/views/AssessmentReport.vue', words('reports')]],
  ['settings', ['src/app/settings/SettingsPage.vue']],
  [
    "the family's screen, in Urdu",
    [
      'src/app/FamilyScreen.vue',
      'src/care-profile/family/FamilyItem.vue',
      'content/graded-care-profile/text/ur.json',
      family('family'),
      family('family', 'ur'),
      family('care-profile-family'),
      family('care-profile-family', 'ur'),
    ],
  ],
  ["the translator's desk", ['src/app/pages/TranslatorsDeskPage.vue']],
]

export function printSizes(dist: string): void {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const loaded = new Set<string>()
  const rows = PAGES.map(([page, sources]) => {
    const missing = sources.filter((source) => !manifest[source])
    const files = new Set<string>()
    for (const source of sources) filesFor(manifest, source, files)
    const fresh = [...files].filter((file) => !loaded.has(file))
    for (const file of fresh) loaded.add(file)
    const note = missing.length > 0 ? ` (not in the build: ${missing.join(', ')})` : ''
    return [page + note, gzipped(dist, fresh, '.js'), gzipped(dist, fresh, '.css')]
  })
  // A worker's own chunks are in no manifest: they are what is left.
  const known = new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]))
  const onlyInWorker = kept(dist).filter((file) => file.endsWith('.js') && !known.has(file))
  rows.push(['making the PDF (worker)', gzipped(dist, onlyInWorker, '.js'), ''])
  printTable('What a page loads beside the pages above it, kB gzip', ['', 'js', 'css'], rows)
  printPrecache(dist)
}

function printPrecache(dist: string): void {
  const files = kept(dist)
  const rows = [
    ['everything', /./],
    ['JavaScript', /\.js$/],
    ['styles', /\.css$/],
    ['fonts for the PDF', /\.(ttf|woff2)$/],
    ['WebAssembly', /\.wasm$/],
    ['icons and the rest', /\.(png|svg|html|webmanifest|json)$/],
  ] as const
  printTable(
    'Kept for offline, kB',
    ['', 'files', 'on disk', 'gzip'],
    rows.map(([name, wanted]) => {
      const some = files.filter((file) => wanted.test(file))
      const bytes = some.reduce((total, file) => total + statSync(join(dist, file)).size, 0)
      return [name, String(some.length), kilobytes(bytes), gzipped(dist, some)]
    }),
  )
}

function filesFor(manifest: Manifest, source: string, into: Set<string>, seen = new Set<string>()): void {
  const chunk = manifest[source]
  if (!chunk || seen.has(source)) return
  seen.add(source)
  for (const file of [chunk.file, ...(chunk.css ?? [])]) into.add(file)
  for (const other of chunk.imports ?? []) filesFor(manifest, other, into, seen)
}

/** What the service worker keeps: its own list. */
function kept(dist: string): string[] {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8')
  const listed = [...worker.matchAll(/\{url:"([^"]+)"/g)].flatMap(([, url]) => url ?? [])
  const there = new Set(readdirSync(dist, { recursive: true, encoding: 'utf8' }))
  return [...new Set(listed)].filter((file) => there.has(file))
}

function gzipped(dist: string, files: readonly string[], ending = ''): string {
  const wanted = files.filter((file) => file.endsWith(ending))
  return kilobytes(
    wanted.reduce((total, file) => total + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0),
  )
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
