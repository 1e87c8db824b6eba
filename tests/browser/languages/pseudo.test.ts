/**
 * Every screen with words that are 40 % longer, and with words from right to left: nothing is cut, nothing lies on other words, and
 * the rules of WCAG 2.2 hold in that direction too.
 */
import type { Page } from '@playwright/test'
import { axeFaults } from '../accessibility/axe.ts'
import { fitFaults } from '../accessibility/fit.ts'
import { mirroredTwice } from '../accessibility/mirrored.ts'
import { targetFaults } from '../accessibility/targets.ts'
import { TOURS } from '../accessibility/tour.ts'
import { PORTRAIT } from '../chromium.ts'
import { expect, test } from '../test.ts'
import { inPseudo, overlapFaults, type Pseudo } from './pseudo-language.ts'

async function mirroredFaults(page: Page, isTablet: boolean): Promise<string[]> {
  if (isTablet) return [...(await axeFaults(page)), ...(await mirroredTwice(page))]
  return targetFaults(page)
}

/** The narrowest phones of today for words that nobody says; the narrowest page of WCAG 1.4.10 for the other direction. */
const PSEUDO: Readonly<Record<Pseudo, { width: number; height: number }>> = {
  longer: { width: 360, height: 780 },
  'right-to-left': { width: 320, height: 800 },
}

for (const [part, tour] of Object.entries(TOURS)) {
  test(`${part}: room for words that are longer, and for words from right to left`, async ({
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
        for (const [pseudo, phone] of Object.entries(PSEUDO) as [Pseudo, typeof PORTRAIT][]) {
          for (const size of [phone, PORTRAIT]) {
            await page.setViewportSize(size)
            const found = await inPseudo(page, pseudo, async () => [
              ...(await fitFaults(page)),
              ...(await overlapFaults(page)),
              ...(pseudo === 'right-to-left' ? await mirroredFaults(page, size === PORTRAIT) : []),
            ])
            faults.push(...found.map((fault) => `${screen} (${pseudo}, ${size.width}): ${fault}`))
          }
        }
      },
    })
    expect(faults).toEqual([])
  })
}
