/**
 * The Chromium that the browser tests drive: the one named in $CHROMIUM, else the system's, else (Debian, as root)
 * one installed from its packages. Anywhere else it says what to install.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PACKAGES = ['chromium', 'fonts-noto-core']

/** Throws with what to install where none can be had. */
export function findChromium({ mayInstall = false } = {}): string {
  const named = process.env['CHROMIUM']
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM names a file that is not there: ${named}`)
  }
  const found = onPath()
  if (found) return found
  if (mayInstall && canInstall()) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
      stdio: 'inherit',
    })
    const installed = onPath()
    if (installed) return installed
  }
  throw new Error(
    `No Chromium found. Install one (Debian, as root: apt-get install ${PACKAGES.join(' ')}) or set CHROMIUM to its path.`,
  )
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file))
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}
