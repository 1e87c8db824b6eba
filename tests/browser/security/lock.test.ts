import type { Page } from '@playwright/test'
import { LockPages, PASSPHRASE } from '../pages/lock.ts'
import { ChildrenPages } from '../pages/children.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'

const THREE_HOURS_MS = 3 * 60 * 60 * 1000

/** The device's clock, which a test can move as sleep does: timers do not fire, and then it is later. */
async function withMovableClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = Date.now.bind(Date)
    Object.assign(window, { clockMovedBy: 0 })
    Date.now = () => real() + (window as unknown as { clockMovedBy: number }).clockMovedBy
  })
}

async function moveClock(page: Page, by: number): Promise<void> {
  await page.evaluate((milliseconds) => {
    ;(window as unknown as { clockMovedBy: number }).clockMovedBy += milliseconds
  }, by)
}

test('after three hours asleep the tablet is locked before anything is painted or any touch counts', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await withMovableClock(page)
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Child A')

  await moveClock(page, THREE_HOURS_MS)
  // Waking up: the page becomes visible and a finger lands on it, in that order, before the next frame.
  const seen = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const painted: string[] = []
        document.dispatchEvent(new Event('visibilitychange'))
        document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
        requestAnimationFrame(() => {
          painted.push(document.body.innerText)
          requestAnimationFrame(() => {
            painted.push(document.body.innerText)
            resolve(painted)
          })
        })
      }),
  )
  expect(seen.filter((text) => text.includes('Child A'))).toEqual([])
  await expect(page.getByLabel(word('vault.unlock.passphrase'), { exact: true })).toBeVisible()
  await expect(page.getByText('Child A')).toHaveCount(0)
  await new LockPages(page).unlock()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Child A')
})

test('a touch within the time keeps it open, and a clock moved back does not', async ({ tablet, site }) => {
  const page = await tablet.start()
  await withMovableClock(page)
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await moveClock(page, 9 * 60 * 1000)
  await page.getByRole('heading', { level: 1 }).tap()
  await moveClock(page, 9 * 60 * 1000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByRole('button', { name: word('app.bar.lock'), exact: true })).toBeVisible()
  await moveClock(page, -THREE_HOURS_MS)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByText(word('vault.unlock.because.clock'))).toBeVisible()
})

test('cover blanks the screen at once, dialogs included, and the passphrase brings it back', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  const lock = new LockPages(page)
  await lock.setUp()
  await new ChildrenPages(page).add()
  await lock.cover()
  await expect(page.getByText('Child A')).toHaveCount(0)
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await lock.unlock()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Child A')
})

test('a wrong passphrase slows down, says so, survives a reload, and destroys nothing', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  const lock = new LockPages(page)
  await lock.setUp()
  await new ChildrenPages(page).add()
  await lock.lock()
  await lock.tryPassphrase('not the passphrase')
  await expect(page.getByText(word('vault.unlock.errors.wrong'))).toBeVisible()
  for (let tries = 0; tries < 3; tries++) await lock.tryPassphrase(`another wrong one ${tries}`)
  await expect(page.getByText(/You can try again in \d+/).first()).toBeVisible()
  await page.reload()
  await lock.tryPassphrase(PASSPHRASE)
  await expect(page.getByText(/You can try again/).first()).toBeVisible()
  await expect(page.getByText(word('vault.wait.over')).first()).toBeVisible({ timeout: 60_000 })
  await lock.unlock()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Child A')
})

test('the passphrase is changed, the old one no longer opens, and the recovery key still does', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  const lock = new LockPages(page)
  const recoveryKey = await lock.setUp()
  const next = 'seven quiet herons drift'
  await page.goto(`${site.origin}/#/settings`)
  await page.getByRole('button', { name: word('vault.settings.passphrase.change') }).tap()
  await page.getByLabel(word('vault.settings.passphrase.current')).fill(PASSPHRASE)
  await page.getByLabel(word('vault.newPassphrase.newLabel')).fill(next)
  await page.getByLabel(word('vault.newPassphrase.again')).fill(next)
  await page.getByRole('button', { name: word('vault.settings.passphrase.save') }).tap()
  await expect(page.getByText(word('vault.settings.passphrase.done'))).toBeVisible()
  await lock.lock()
  await lock.tryPassphrase(PASSPHRASE)
  await expect(page.getByText(word('vault.unlock.errors.wrong'))).toBeVisible()
  await page.getByRole('button', { name: word('vault.unlock.useRecovery') }).tap()
  await page.getByLabel(word('vault.recover.key')).fill(recoveryKey.join(' '))
  const third = 'a third passphrase, longer'
  await page.getByLabel(word('vault.newPassphrase.newLabel')).fill(third)
  await page.getByLabel(word('vault.newPassphrase.again')).fill(third)
  await page.getByRole('button', { name: word('vault.recover.open') }).tap()
  await lock.opened()
  await lock.lock()
  await lock.unlock(third)
})
