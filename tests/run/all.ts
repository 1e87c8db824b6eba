/**
 * `npm test`: types, lint, content, unit tests under three time zones, build, browser tests against the built app.
 * Every step runs even when an earlier one failed (the browser tests need the build). The last line counts them all.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'

/** At home with summer time: everything runs here. */
const HOME_ZONE = 'Europe/London'
/** East of everywhere, and half an hour off in the west: what counts in days runs here again. */
const OTHER_ZONES = ['Pacific/Kiritimati', 'America/St_Johns']
const TESTS_OF_DAYS = ['tests/unit/children', 'tests/unit/care-profile']

const reports = mkdtempSync(join(tmpdir(), 'toolkit-tests-'))
let passed = 0
let failed = 0

function run(command: string[], env: Record<string, string> = {}): boolean {
  const [program = '', ...rest] = command
  console.log(
    `\n> ${Object.entries(env)
      .map(([name, value]) => `${name}=${value} `)
      .join('')}${command.join(' ')}`,
  )
  return (
    spawnSync('npx', ['--no-install', program, ...rest], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    }).status === 0
  )
}

/** A step that is one check: it passes or fails as a whole. */
function step(name: string, command: string[]): boolean {
  const ok = run(command)
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`)
  if (ok) passed += 1
  else failed += 1
  return ok
}

/** Counts what a runner's own report says; a runner that wrote none, or ran nothing, has failed. */
function count(file: string, read: (report: never) => { ran: number; failed: number }, ok: boolean): void {
  try {
    const result = read(JSON.parse(readFileSync(file, 'utf8')) as never)
    passed += result.ran - result.failed
    failed += result.failed
    if (result.ran === 0 || (!ok && result.failed === 0)) failed += 1
  } catch {
    failed += 1
  }
}

function unitTests(zone: string, folders: string[]): void {
  const file = join(reports, `unit-${zone.replace('/', '-')}.json`)
  const ok = run(
    ['vitest', 'run', ...folders, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    {
      TZ: zone,
    },
  )
  count(
    file,
    (report: { numTotalTests: number; numFailedTests: number; numPendingTests: number }) => ({
      ran: report.numTotalTests - report.numPendingTests,
      failed: report.numFailedTests,
    }),
    ok,
  )
}

function chromiumOrWhy(): { path: string } | { why: string } {
  try {
    return { path: findChromium({ mayInstall: true }) }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

function browserTests(path: string): void {
  const file = join(reports, 'browser.json')
  const ok = run(['playwright', 'test', '--reporter=list,json'], {
    CHROMIUM: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  count(
    file,
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
      ran: stats.expected + stats.unexpected + stats.flaky,
      // A test that passes the second time is broken: there are no retries, and a flaky one counts as failed.
      failed: stats.unexpected + stats.flaky,
    }),
    ok,
  )
}

// First, because it also brings the programs that read PDFs, which some unit tests ask as well.
const chromium = chromiumOrWhy()

step('types', ['vue-tsc', '--noEmit'])
step('lint', ['eslint', '.', '--max-warnings', '0'])
step('format', ['prettier', '--check', '--log-level', 'warn', '.'])
step('content', ['tsx', 'tests/content/run.ts'])

unitTests(HOME_ZONE, [])
for (const zone of OTHER_ZONES) unitTests(zone, TESTS_OF_DAYS)

if (!step('build', ['vite', 'build', '--logLevel', 'warn'])) {
  console.log('browser tests not run: there is no build to test')
  failed += 1
} else if ('why' in chromium) {
  console.error(chromium.why)
  failed += 1
} else {
  browserTests(chromium.path)
}

rmSync(reports, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
