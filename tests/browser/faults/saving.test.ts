/** The disk fails while somebody types: it is said where they look, the words stay, and they are saved by themselves. */
import type { Page } from '@playwright/test'
import { axeFaults } from '../accessibility/axe.ts'
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'
import { makeBreakable, setFault } from './broken-storage.ts'

/** The pause between two tries grows to 30 s. */
const UNTIL_TRIED_AGAIN = { timeout: 60_000 }

const evidence = (page: Page) => page.getByLabel(word('care-profile.evidence.box.seen'))

/** An item whose note is open, and saved. */
async function noteOpen(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.addEvidence('Saved before. ')
  await profile.saved()
}

/** In the bar, which is always in sight, and at the top of the page in whole sentences. */
async function expectSaid(page: Page, reason: 'full' | 'closed' | 'other-tab'): Promise<void> {
  const bar = page.locator('[data-saved-state]')
  await expect(bar).toHaveText(word(`app.bar.failed.${reason}`))
  await expect(bar).toBeInViewport()
  const notice = page.getByRole('alert')
  await expect(notice).toContainText(word('app.failed.title'))
  await expect(notice).toContainText(word(`app.failed.${reason}`))
  await expect(notice.getByRole('button', { name: word('app.failed.retry') })).toBeVisible()
}

async function expectSavedAndFound(page: Page, text: string): Promise<void> {
  await expect(page.locator('[data-saved-state]')).toHaveText(/^\s*Saved/, UNTIL_TRIED_AGAIN)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.reload()
  await new LockPages(page).unlock()
  await expect(page.locator('.note')).toContainText(text)
}

test('the device is full while evidence is typed', async ({ tablet, site }) => {
  const page = await tablet.start()
  await makeBreakable(page)
  await noteOpen(page, site.origin)

  await setFault(page, 'full')
  await evidence(page).pressSequentially('Typed on a full device.')
  await expectSaid(page, 'full')
  await expect(evidence(page)).toHaveValue('Saved before. Typed on a full device.')
  await expect(evidence(page)).toBeFocused()
  expect(await axeFaults(page)).toEqual([])

  // Still failing: one goes on typing and grading, and none of it is lost or called saved.
  await evidence(page).pressSequentially(' And more.')
  await new ProfilePages(page).grade(4)
  await page.getByRole('button', { name: word('app.failed.retry') }).tap()
  await expectSaid(page, 'full')
  await setFault(page, null)
  await expectSavedAndFound(page, 'Saved before. Typed on a full device. And more.')
  await expect(page.locator('[name^="grade-"][value="4"]')).toBeChecked()
})

test("the quota of the origin is used up, by the browser's own count", async ({ tablet, site }) => {
  const first = await tablet.start()
  await noteOpen(first, site.origin)
  const address = first.url()
  await tablet.close()

  // From the start of the process: later, Chromium goes on with the room that it had counted before.
  const page = await tablet.start()
  const devtools = await tablet.context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 })
  await page.goto(address)
  await new LockPages(page).unlock()
  await page.getByRole('button', { name: word('care-profile.evidence.editNote', { position: 1 }) }).tap()
  await evidence(page).press('End')
  await evidence(page).pressSequentially('Typed on a full device.')
  await expectSaid(page, 'full')
  await expect(evidence(page)).toHaveValue('Saved before. Typed on a full device.')

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.origin })
  await expectSavedAndFound(page, 'Saved before. Typed on a full device.')
})

test('the device is full while a child is added: the child is there to work with, and not called saved', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await makeBreakable(page)
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await setFault(page, 'full')
  await new ChildrenPages(page).add({ reference: 'Child F' })
  await expectSaid(page, 'full')
  await page.getByRole('banner').getByRole('link').first().tap()
  await expectSaid(page, 'full')
  await new ChildrenPages(page).choose('Child F')

  await setFault(page, null)
  await expect(page.locator('[data-saved-state]')).toHaveText(/^\s*Saved/, UNTIL_TRIED_AGAIN)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.reload()
  await new LockPages(page).unlock()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Child F')
})

test('the browser closes the store under the app, and opens it again: nobody notices', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await makeBreakable(page)
  await noteOpen(page, site.origin)
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('.saved--failed')) Object.assign(window, { failureWasShown: true })
    }).observe(document.body, { subtree: true, attributes: true, childList: true })
  })
  await setFault(page, 'closed')
  await setFault(page, null)
  await evidence(page).pressSequentially('Typed into a store that was closed.')
  await new ProfilePages(page).saved()
  expect(await page.evaluate(() => 'failureWasShown' in window)).toBe(false)
  await expectSavedAndFound(page, 'Saved before. Typed into a store that was closed.')
})

test('the browser closes the store and keeps it closed for a while', async ({ tablet, site }) => {
  const page = await tablet.start()
  await makeBreakable(page)
  await noteOpen(page, site.origin)
  await setFault(page, 'closed')
  await evidence(page).pressSequentially('Typed while it was closed.')
  await expectSaid(page, 'closed')
  await expect(evidence(page)).toHaveValue('Saved before. Typed while it was closed.')
  await setFault(page, null)
  await expectSavedAndFound(page, 'Saved before. Typed while it was closed.')
})

test('locked while nothing can be written: the words are kept sealed, and are there after unlocking', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await makeBreakable(page)
  await noteOpen(page, site.origin)
  await setFault(page, 'full')
  await evidence(page).pressSequentially('Locked on a full device.')
  await expectSaid(page, 'full')
  const lock = new LockPages(page)
  await lock.lock()
  await expect(page.getByText('Locked on a full device.')).toHaveCount(0)
  await lock.unlock()
  await expect(page.locator('.note')).toContainText('Saved before. Locked on a full device.')
  await setFault(page, null)
  await expectSavedAndFound(page, 'Saved before. Locked on a full device.')
})
