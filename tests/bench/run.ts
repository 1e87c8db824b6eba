/**
 * `npm run bench`: sizes and times of the built app, printed and never asserted: a machine's mood is no fault of the code.
 * Builds nothing. Times are taken with the server stopped, as the app is used.
 */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { prepare } from './device.ts'
import { measure, type Measured } from './measures.ts'
import { printSizes } from './sizes.ts'
import { printTable, spreadOf } from './table.ts'

const DIST = 'dist'
const SLOWDOWNS = [1, 4]

const ROWS: readonly (readonly [keyof Measured, string])[] = [
  ['coldStart', 'cold start offline, to the lock'],
  ['unlock', 'unlock, to the page that was left'],
  ['tapToPaint', 'tap on a card, to paint'],
  ['keyToPaint', 'key in a note, to paint'],
  ['keyToSaved', 'key in a note, to Saved'],
  ['firstPdf', 'PDF of a full assessment, first'],
  ['nextPdf', 'PDF of a full assessment, again'],
]

if (!existsSync(`${DIST}/index.html`)) {
  console.log(`There is no build in ${DIST}/. Run npm run build first.`)
  process.exit(1)
}

printSizes(DIST)

const device = await prepare(DIST)
try {
  const results = new Map<number, Measured>()
  for (const slowdown of SLOWDOWNS) results.set(slowdown, await measure(device, slowdown))
  const machine = cpus()
  printTable(
    `Times, ms, on ${machine.length} x ${machine[0]?.model.trim() ?? 'unknown processor'}`,
    ['', ...SLOWDOWNS.flatMap((slowdown) => [`${slowdown}x median`, 'p95', 'n'])],
    ROWS.map(([key, name]) => [
      name,
      ...SLOWDOWNS.flatMap((slowdown) => {
        const spread = spreadOf(results.get(slowdown)?.[key] ?? [])
        return spread
          ? [spread.median.toFixed(0), spread.p95.toFixed(0), String(spread.count)]
          : ['not there', '', '']
      }),
    ]),
  )
  console.log(
    '\n  4x slows the page four times, workers less, the making of keys hardly. A letter is written to the disk 250 ms after the last one.',
  )
} finally {
  await device.tablet.dispose()
}
