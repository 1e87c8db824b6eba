/** Every screen in every state, looked at by machine: rules of WCAG 2.2, targets for a finger, room for large text. */
import type { Page } from '@playwright/test'
import { LANDSCAPE, PORTRAIT } from '../chromium.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'
import { axeFaults } from './axe.ts'
import { fitFaults } from './fit.ts'
import { targetFaults } from './targets.ts'
import { TOURS } from './tour.ts'

const PHONE = { width: 320, height: 800 }
/** A portrait tablet at 200 %, and a desktop window of 1280 x 1024 at 400 % (WCAG 1.4.10). */
const ZOOMED = [
  { width: 410, height: 590 },
  { width: 320, height: 256 },
]

/** Signs such as › turn round by themselves from right to left: turned by a style as well, they point the old way. */
function mirroredTwice(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          /^[‹›«»<>()[\]{}]+$/.test(element.textContent.trim()) &&
          getComputedStyle(element).transform.startsWith('matrix(-1'),
      )
      .map((element) => `mirrored twice: ${element.className} ${element.textContent.trim()}`),
  )
}

for (const [part, tour] of Object.entries(TOURS)) {
  test(`${part}: no fault of WCAG 2.2 AA, upright and on its side`, async ({ tablet, site }) => {
    test.setTimeout(300_000)
    const page = await tablet.start()
    const faults: string[] = []
    await tour({
      tablet,
      site,
      page,
      look: async (screen) => {
        for (const size of [LANDSCAPE, PORTRAIT]) {
          await page.setViewportSize(size)
          faults.push(...(await axeFaults(page)).map((fault) => `${screen} (${size.width}): ${fault}`))
        }
        // The window's title never names a child, and never changes: it stands in the task switcher.
        if ((await page.title()) !== word('app.title')) faults.push(`${screen}: title ${await page.title()}`)
      },
    })
    expect(faults).toEqual([])
  })

  test(`${part}: big enough for a finger, and everything fits at 320 px, 200 % and 400 %`, async ({
    tablet,
    site,
  }) => {
    test.setTimeout(300_000)
    const page = await tablet.start()
    const faults: string[] = []
    await tour({
      tablet,
      site,
      page,
      look: async (screen) => {
        for (const size of [PHONE, ...ZOOMED, PORTRAIT]) {
          await page.setViewportSize(size)
          const found = [...(await fitFaults(page)), ...(await targetFaults(page))]
          faults.push(...found.map((fault) => `${screen} (${size.width}x${size.height}): ${fault}`))
        }
      },
    })
    expect(faults).toEqual([])
  })

  test(`${part}: the same from right to left`, async ({ tablet, site }) => {
    test.setTimeout(300_000)
    const page = await tablet.start()
    const faults: string[] = []
    await tour({
      tablet,
      site,
      page,
      look: async (screen) => {
        await page.evaluate(() => {
          Object.assign(document.documentElement, { dir: 'rtl', lang: 'ur' })
        })
        const found = [...(await axeFaults(page)), ...(await mirroredTwice(page))]
        await page.setViewportSize(PHONE)
        found.push(...(await fitFaults(page)), ...(await targetFaults(page)))
        await page.setViewportSize(PORTRAIT)
        faults.push(...found.map((fault) => `${screen}: ${fault}`))
      },
    })
    expect(faults).toEqual([])
  })
}
