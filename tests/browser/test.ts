/** The test function of all browser tests: a served app and a tablet of its own for each. */
import { test as base, expect } from '@playwright/test'
import { Site } from './site.ts'
import { Tablet } from './tablet.ts'

const FIRST_PORT = 4300

export const test = base.extend<{ tablet: Tablet; site: Site }>({
  tablet: async ({}, use) => {
    const tablet = new Tablet()
    await use(tablet)
    await tablet.dispose()
  },

  site: async ({}, use, info) => {
    const site = new Site(FIRST_PORT + info.parallelIndex)
    await site.start()
    await use(site)
    await site.stop()
  },
})

export { expect }
