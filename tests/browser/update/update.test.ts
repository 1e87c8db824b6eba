/** A newer version is offered and never forced: not while one works, and not at all while words are unsaved. */
import type { Page } from '@playwright/test'
import { axeFaults } from '../accessibility/axe.ts'
import { makeBreakable, setFault } from '../faults/broken-storage.ts'
import { installed } from '../offline/installed.ts'
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test as base } from '../test.ts'
import { word } from '../words.ts'
import { PublishedSite } from './published-site.ts'

const test = base.extend<{ published: PublishedSite }>({
  published: async ({}, use, info) => {
    const site = new PublishedSite(info.parallelIndex)
    await site.start()
    await use(site)
    await site.dispose()
  },
})

const release = (page: Page) => page.locator('meta[name="release"]')
const offer = (page: Page) => page.getByRole('status').filter({ hasText: word('app.update.title') })
const now = (page: Page) => page.getByRole('button', { name: word('app.update.now') })
const evidence = (page: Page) => page.getByLabel(word('care-profile.evidence.box.seen'))

/** The app is installed, and a note is open on an item. A mark on the window tells whether the page is still the same. */
async function atWork(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await installed(page)
  await page.reload()
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.addEvidence('Before the update. ')
  await profile.saved()
  await page.evaluate(() => Object.assign(window, { samePage: true }))
}

const isSamePage = (page: Page) => page.evaluate(() => 'samePage' in window)

/** What the app does now and then by itself. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })

test('an update is offered, waits for a yes, and the draft is there afterwards', async ({
  tablet,
  published,
}) => {
  const page = await tablet.start()
  await atWork(page, published.origin)
  await expect(offer(page)).toHaveCount(0)

  published.publish('2')
  await lookForUpdate(page)
  await expect(offer(page)).toContainText(word('app.update.body'))
  expect(await axeFaults(page)).toEqual([])

  // Nothing happens by itself: one goes on, turns a page, comes back.
  await evidence(page).pressSequentially('Typed while it was offered.')
  await new ProfilePages(page).saved()
  await new ProfilePages(page).next()
  await page.goBack()
  await expect(offer(page)).toBeVisible()
  expect(await isSamePage(page)).toBe(true)
  await expect(release(page)).toHaveCount(0)

  await now(page).tap()
  await expect(release(page)).toHaveAttribute('content', '2')
  await new LockPages(page).unlock()
  await expect(page.locator('.note')).toContainText('Before the update. Typed while it was offered.')
  await expect(offer(page)).toHaveCount(0)
})

test('while words cannot be saved the offer waits and has no button', async ({ tablet, published }) => {
  const page = await tablet.start()
  await makeBreakable(page)
  await atWork(page, published.origin)
  await setFault(page, 'full')
  await evidence(page).pressSequentially('Not yet on the disk.')
  await expect(page.locator('[data-saved-state]')).toHaveText(word('app.bar.failed.full'))

  published.publish('2')
  await lookForUpdate(page)
  await expect(offer(page)).toContainText(word('app.update.wait'))
  await expect(now(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: word('app.update.later') })).toHaveCount(0)
  expect(await isSamePage(page)).toBe(true)

  await setFault(page, null)
  await expect(now(page)).toBeVisible({ timeout: 60_000 })
  await now(page).tap()
  await expect(release(page)).toHaveAttribute('content', '2')
  await new LockPages(page).unlock()
  await expect(page.locator('.note')).toContainText('Before the update. Not yet on the disk.')
})

test('words typed in the very moment of the switch are saved first', async ({ tablet, published }) => {
  const page = await tablet.start()
  await atWork(page, published.origin)
  published.publish('2')
  await lookForUpdate(page)
  await expect(now(page)).toBeVisible()
  // In one breath: the button is there, a letter is typed, the button is pressed before the letter is on the disk.
  await page.evaluate(
    ([label, button]) => {
      const box = [...document.querySelectorAll('textarea')].find(
        (each) => each.labels[0]?.textContent === label,
      )
      const press = [...document.querySelectorAll('button')].find(
        (each) => each.textContent.trim() === button,
      )
      if (!box || !press) throw new Error('not on the screen')
      box.value += 'In the last moment.'
      box.dispatchEvent(new Event('input', { bubbles: true }))
      press.click()
    },
    [word('care-profile.evidence.box.seen'), word('app.update.now')] as const,
  )
  await expect(release(page)).toHaveAttribute('content', '2')
  await new LockPages(page).unlock()
  await expect(page.locator('.note')).toContainText('Before the update. In the last moment.')
})

test('later means later: the offer goes, the old version stays', async ({ tablet, published }) => {
  const page = await tablet.start()
  await atWork(page, published.origin)
  published.publish('2')
  await lookForUpdate(page)
  await page.getByRole('button', { name: word('app.update.later') }).tap()
  await expect(offer(page)).toHaveCount(0)
  expect(await isSamePage(page)).toBe(true)
  // Opened again, it is offered again.
  await page.reload()
  await new LockPages(page).unlock()
  await expect(release(page)).toHaveCount(0)
  await expect(offer(page)).toBeVisible()
})
