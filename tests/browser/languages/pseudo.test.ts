/** Every screen with words that are 40 % longer, and with words from right to left: nothing is cut, nothing lies on other words. */
import { fitFaults } from '../accessibility/fit.ts'
import { TOURS } from '../accessibility/tour.ts'
import { PORTRAIT } from '../chromium.ts'
import { expect, test } from '../test.ts'
import { inPseudo, overlapFaults, type Pseudo } from './pseudo-language.ts'

const PHONE = { width: 360, height: 780 }
const PSEUDO: readonly Pseudo[] = ['longer', 'right-to-left']

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
        for (const pseudo of PSEUDO) {
          for (const size of [PHONE, PORTRAIT]) {
            await page.setViewportSize(size)
            const found = await inPseudo(page, pseudo, async () => [
              ...(await fitFaults(page)),
              ...(await overlapFaults(page)),
            ])
            faults.push(...found.map((fault) => `${screen} (${pseudo}, ${size.width}): ${fault}`))
          }
        }
      },
    })
    expect(faults).toEqual([])
  })
}
