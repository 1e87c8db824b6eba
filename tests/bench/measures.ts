/** What is measured, each as a list of times in milliseconds. */
import type { Page } from '@playwright/test'
import { LockPages, PASSPHRASE } from '../browser/pages/lock.ts'
import { ProfilePages } from '../browser/pages/profile.ts'
import { word } from '../browser/words.ts'
import { switchOn, type Device } from './device.ts'
import { time } from './probe.ts'

const PROCESSES = 5
const UNLOCKS = 5
const TAPS = 20
const KEYS = 15
const PDFS = 3

export interface Measured {
  coldStart: number[]
  unlock: number[]
  tapToPaint: number[]
  keyToPaint: number[]
  keyToSaved: number[]
  /** The first one fetches the engine and its fonts. */
  firstPdf: number[]
  nextPdf: number[]
}

/** `undefined` for the PDF where the report page cannot make one. */
export async function measure(device: Device, slowdown: number): Promise<Measured> {
  const coldStart: number[] = []
  for (let process = 0; process < PROCESSES; process++) {
    const { page } = await switchOn(device, slowdown)
    coldStart.push(await coldStartOf(page, device.origin))
    await device.tablet.close()
  }
  const { page } = await switchOn(device, slowdown)
  try {
    await page.goto(device.itemAddress)
    const unlock = await unlocks(page)
    const tapToPaint = await taps(page)
    const { keyToPaint, keyToSaved } = await keys(page)
    const [firstPdf, ...nextPdf] = await pdfs(page, device.reportAddress)
    return {
      coldStart,
      unlock,
      tapToPaint,
      keyToPaint,
      keyToSaved,
      firstPdf: firstPdf === undefined ? [] : [firstPdf],
      nextPdf,
    }
  } finally {
    await device.tablet.close()
  }
}

/** From the start of the navigation, in a new process and with no server, until the field for the passphrase is painted. */
async function coldStartOf(page: Page, origin: string): Promise<number> {
  await page.goto(origin, { waitUntil: 'commit' })
  return page.evaluate(() => window.probe.lockShown)
}

/** From the tap on Open until the item that was left is painted; most of it is the key that is worked out on purpose slowly. */
async function unlocks(page: Page): Promise<number[]> {
  const times: number[] = []
  const lock = new LockPages(page)
  for (let round = 0; round < UNLOCKS; round++) {
    await page.getByLabel(word('vault.unlock.passphrase'), { exact: true }).fill(PASSPHRASE)
    const open = page.getByRole('button', { name: word('vault.unlock.open') })
    times.push(await time(page, 'click', 'main [data-page-heading]', () => open.tap()))
    await lock.opened()
    if (round < UNLOCKS - 1) await lock.lock()
  }
  return times
}

/** From the finger's lifting until the chosen card is painted; four cards an item, never the one that is chosen. */
async function taps(page: Page): Promise<number[]> {
  const times: number[] = []
  const profile = new ProfilePages(page)
  await page.locator('[name^="grade-"]').first().waitFor()
  while (times.length < TAPS) {
    for (const grade of [5, 1, 4, 2]) {
      const card = page.locator(`label.card:has(input[value="${grade}"])`)
      times.push(await time(page, 'pointerup', `.card--chosen input[value="${grade}"]`, () => card.tap()))
    }
    await profile.saved()
    await profile.next()
  }
  return times
}

async function keys(page: Page): Promise<{ keyToPaint: number[]; keyToSaved: number[] }> {
  const keyToPaint: number[] = []
  const keyToSaved: number[] = []
  const profile = new ProfilePages(page)
  await profile.addEvidence('Measured. ', 'record')
  await profile.saved()
  for (let key = 0; key < KEYS; key++) {
    // The first sign in the bar that the letter has arrived, and the last, that it is on the disk.
    keyToPaint.push(
      await time(page, 'keydown', '.saved--editing, .saved--saving', () => page.keyboard.press('a')),
    )
    await profile.saved()
    keyToSaved.push(await time(page, 'keydown', '.saved--saved', () => page.keyboard.press('b')))
  }
  return { keyToPaint, keyToSaved }
}

/** From the tap on Make until the file is there to be handed over. Nothing where the page cannot make one. */
async function pdfs(page: Page, reportAddress: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < PDFS; round++) {
    await page.goto(reportAddress.replace('/report', '/summary'))
    await page.goto(reportAddress)
    const make = page.getByRole('button', { name: word('reports.out.make'), exact: true })
    try {
      await make.waitFor({ timeout: 15_000 })
      const ready = page.getByRole('button', { name: word('reports.out.ready.download') })
      const begun = performance.now()
      await make.tap()
      await ready.waitFor({ timeout: 120_000 })
      times.push(performance.now() - begun)
    } catch {
      return times
    }
  }
  return times
}
