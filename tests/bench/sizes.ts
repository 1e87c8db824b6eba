/** How much a page must load, from the build's own manifest. Prints kilobytes as they travel (gzip). */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}

type Manifest = Record<string, Chunk>

/** The pages by the source that the router opens; the first is what a locked tablet shows. */
const PAGES: Record<string, string[]> = {
  'locked (first route)': [],
  'set-up': ['src/app/lock/SetUp.vue'],
  'list of children': ['src/children/views/HomePage.vue'],
  child: ['src/app/pages/ChildWithTools.vue'],
  'one item': ['src/care-profile/views/ItemPage.vue'],
  'profile summary': ['src/care-profile/views/AssessmentSummary.vue'],
  report: ['src/care-profile/views/AssessmentReport.vue'],
}

export function printSizes(dist: string): void {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const shell = new Set<string>()
  closure(manifest, 'index.html', shell)
  // The words of the first screens are fetched by the entry before it mounts.
  for (const room of ['app', 'vault']) closure(manifest, `content/interface/text/en-GB/${room}.json`, shell)
  console.log('\nJavaScript and CSS a page needs, kB gzip (beside what is loaded already)')
  for (const [page, sources] of Object.entries(PAGES)) {
    const files = new Set(sources.length === 0 ? [] : shell)
    const before = new Set(files)
    if (sources.length === 0) for (const key of shell) files.add(key)
    for (const source of sources) closure(manifest, source, files)
    const added = [...files].filter((key) => !before.has(key))
    console.log(
      `  ${page.padEnd(24)} js ${kilobytes(dist, manifest, added, '.js')}  css ${kilobytes(dist, manifest, added, '.css')}`,
    )
  }
  console.log('\nPrecache (everything, offline)')
  const all = filesOf(dist)
  const sum = (wanted: RegExp) =>
    all.filter((file) => wanted.test(file)).reduce((total, file) => total + statSync(file).size, 0)
  for (const [name, wanted] of Object.entries({
    all: /./,
    js: /\.js$/,
    css: /\.css$/,
    fonts: /\.(ttf|woff2)$/,
    wasm: /\.wasm$/,
  })) {
    console.log(`  ${name.padEnd(24)} ${(sum(wanted) / 1024).toFixed(0).padStart(6)} kB on disk`)
  }
}

function closure(manifest: Manifest, key: string, into: Set<string>): void {
  if (into.has(key)) return
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the build has no ${key}`)
  into.add(key)
  for (const other of chunk.imports ?? []) closure(manifest, other, into)
}

function kilobytes(dist: string, manifest: Manifest, keys: string[], ending: string): string {
  const files = new Set(keys.flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]))
  const bytes = [...files]
    .filter((file) => file.endsWith(ending))
    .reduce((total, file) => total + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
  return (bytes / 1024).toFixed(1).padStart(6)
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !/(^|\/)(\.vite\/|_headers|sw\.js|workbox-)/.test(file))
}
