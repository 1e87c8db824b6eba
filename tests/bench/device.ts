/** A tablet with a whole assessment on it, and no network: what the measurements are taken on. */
import type { CDPSession, Page } from '@playwright/test'
import { installed } from '../browser/offline/installed.ts'
import { ChildrenPages } from '../browser/pages/children.ts'
import { LockPages } from '../browser/pages/lock.ts'
import { ProfilePages } from '../browser/pages/profile.ts'
import { Site } from '../browser/site.ts'
import { Tablet } from '../browser/tablet.ts'
import { install } from './probe.ts'

const PORT = 4390
const NOTE = 'The kitchen was clean, with fruit on the table; the child ate and talked with the carer. '

export interface Device {
  tablet: Tablet
  origin: string
  /** The item that measurements of typing and tapping are taken on. */
  itemAddress: string
  reportAddress: string
}

/** Set up with the server running, every item graded with a note of about 350 letters; then the server is stopped. */
export async function prepare(dist: string): Promise<Device> {
  const site = new Site(PORT, dist)
  const tablet = new Tablet()
  await site.start()
  try {
    const page = await tablet.start()
    await page.goto(site.origin)
    await installed(page)
    await new LockPages(page).setUp()
    await new ChildrenPages(page).add()
    const profile = new ProfilePages(page)
    await profile.start('Carer A')
    const itemAddress = page.url()
    for (let position = 1; (await page.locator('[name^="grade-"]').count()) > 0; position++) {
      await profile.grade((position % 3) + 1)
      await profile.addEvidence(NOTE.repeat(4))
      await profile.next()
    }
    await profile.saved()
    await tablet.close()
    const reportAddress = itemAddress.replace(/\/item\/.*/, '/report')
    return { tablet, origin: site.origin, itemAddress, reportAddress }
  } finally {
    await site.stop()
  }
}

/** A new process of the browser, nothing of the app in memory, its processor slowed. */
export async function switchOn(
  { tablet }: Device,
  slowdown: number,
): Promise<{ page: Page; devtools: CDPSession }> {
  const page = await tablet.start()
  await install(page)
  const devtools = await tablet.context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, devtools }
}
