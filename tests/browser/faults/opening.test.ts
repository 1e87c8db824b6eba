/** The store cannot be opened, is gone, or is damaged in a part: each is named, and nothing is given up unasked. */
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'
import { makeBreakable, setFault } from './broken-storage.ts'
import { corruptRow, deleteVault, holdOlderVersion, idInAddress } from './rows.ts'

test('the browser refuses storage at the first opening, and allows it on a second try', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await makeBreakable(page, 'refused')
  await page.goto(site.origin)
  await expect(page.getByRole('heading', { level: 1, name: word('vault.unavailable.title') })).toBeVisible()
  await expect(page.getByText(word('vault.unavailable.storage-refused'))).toBeVisible()
  await expect(page.getByText(word('vault.unavailable.safe'))).toBeVisible()
  const again = page.getByRole('button', { name: word('vault.unavailable.retry') })
  await again.tap()
  await expect(page.getByText(word('vault.unavailable.storage-refused'))).toBeVisible()

  await setFault(page, null)
  await again.tap()
  await new LockPages(page).setUp()
  await expect(page.getByRole('heading', { level: 1, name: word('children.home.title') })).toBeVisible()
})

test('the device is full when the passphrase is made: it is said, and the boxes keep it', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await makeBreakable(page)
  await page.goto(site.origin)
  await page.getByRole('button', { name: word('vault.setUp.welcome.next') }).tap()
  const first = page.getByLabel(word('vault.newPassphrase.label'), { exact: true })
  await first.fill('copper lantern walks sideways')
  await page.getByLabel(word('vault.newPassphrase.again')).fill('copper lantern walks sideways')
  await page.getByLabel(word('vault.setUp.passphrase.understand')).check()
  await setFault(page, 'full')
  const next = page.getByRole('button', { name: word('vault.setUp.passphrase.next') })
  await next.tap()
  await expect(page.getByText(word('vault.setUp.passphrase.storage.full'))).toBeVisible()
  await expect(first).toHaveValue('copper lantern walks sideways')
  await setFault(page, null)
  await next.tap()
  await expect(page.locator('[data-recovery-key]')).toBeVisible()
})

test('an older version in another tab blocks the opening, and closing that tab ends it', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  const older = await holdOlderVersion(tablet.context, site.origin)
  await page.goto(site.origin)
  await expect(page.getByText(word('vault.unavailable.blocked-by-other-tab'))).toBeVisible()
  await older.close()
  // By itself: the opening was only waiting.
  await expect(page.getByRole('heading', { level: 1, name: word('vault.setUp.welcome.title') })).toBeVisible()
  await new LockPages(page).setUp()
})

test('a store that is gone is named, and never shown as a first run', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await deleteVault(tablet.context, page, site.origin)
  await page.goto(site.origin)
  await expect(page.getByRole('heading', { level: 1, name: word('vault.missing.title') })).toBeVisible()
  await expect(page.getByText(word('vault.setUp.welcome.title'))).toHaveCount(0)
  // Only asked for, a new one is made.
  await page.getByRole('button', { name: word('vault.missing.start') }).tap()
  await new LockPages(page).setUp()
  await page.reload()
  await new LockPages(page).unlock()
})

test('a damaged child is named and set aside, and the other one opens', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  const lock = new LockPages(page)
  const children = new ChildrenPages(page)
  await lock.setUp()
  await children.add()
  const damaged = idInAddress(page, 'child')
  await page.goto(`${site.origin}/#/`)
  await children.add({ reference: 'Child B' })
  await page.goto(`${site.origin}/#/`)
  await expect(page.locator('[data-child-row]')).toHaveCount(2)

  await corruptRow(page, damaged)
  await page.reload()
  await lock.unlock()
  await expect(page.getByText(word('app.setAside.title'))).toBeInViewport()
  await expect(page.locator('[data-child-row]')).toHaveCount(1)
  await children.choose('Child B')

  await page.getByRole('link', { name: word('app.setAside.link') }).tap()
  const row = page.getByRole('listitem').filter({ hasText: word('vault.settings.storage.kind.child') })
  await expect(row).toContainText(word('vault.settings.storage.why.unreadable'))
  // It stays until somebody says otherwise.
  await page.reload()
  await lock.unlock()
  await page.goto(`${site.origin}/#/`)
  await expect(page.locator('[data-child-row]')).toHaveCount(1)
  await page.goto(`${site.origin}/#/settings`)
  await expect(row).toHaveCount(1)
  await page.getByRole('button', { name: word('vault.settings.storage.remove'), exact: true }).tap()
  await page.getByRole('button', { name: word('vault.settings.storage.removeConfirm') }).tap()
  await expect(page.getByText(word('vault.settings.storage.setAsideNone'))).toBeVisible()
  await expect(page.getByText(word('app.setAside.title'))).toHaveCount(0)
})

test('a damaged assessment is named on its page, and the child opens', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  const lock = new LockPages(page)
  await lock.setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.grade(3)
  await profile.saved()
  await corruptRow(page, idInAddress(page, 'profile'))
  await page.reload()
  await lock.unlock()
  await expect(page.getByText(word('app.setAside.title'))).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(page.url().replace(/\/profile\/.*/, ''))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Child A')
  // A new one can be begun beside it.
  await profile.start('Carer A')
  await profile.grade(2)
  await profile.saved()
})
