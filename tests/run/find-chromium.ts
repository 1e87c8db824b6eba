/**
 * The Chromium that the browser tests drive: the one named in $CHROMIUM, else the system's, else (Debian, as root)
 * one installed from its packages. Anywhere else it says what to install. The programs that read PDFs back come in the
 * same step; without them their tests are skipped and say so.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PACKAGES = ['chromium', 'fonts-noto-core']
const PDF_PROGRAMS = { pdftotext: 'poppler-utils', qpdf: 'qpdf' }

/** Throws with what to install where none can be had. */
export function findChromium({ mayInstall = false } = {}): string {
  if (mayInstall && canInstall()) installMissing()
  const named = process.env['CHROMIUM']
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM names a file that is not there: ${named}`)
  }
  const found = onPath(NAMES)
  if (found) return found
  throw new Error(
    `No Chromium found. Install one (Debian, as root: apt-get install ${PACKAGES.join(' ')}) or set CHROMIUM to its path.`,
  )
}

function installMissing(): void {
  const isNamed = process.env['CHROMIUM'] !== undefined
  const missing = isNamed || onPath(NAMES) ? [] : [...PACKAGES]
  for (const [program, name] of Object.entries(PDF_PROGRAMS)) if (!onPath([program])) missing.push(name)
  if (missing.length === 0) return
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: 'inherit',
    })
  } catch {
    // Without a network: a missing Chromium is named below, the programs by the tests that are left out.
  }
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file))
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}
