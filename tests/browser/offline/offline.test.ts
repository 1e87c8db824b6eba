import { LockPages } from '../pages/lock.ts'
import { ChildrenPages } from '../pages/children.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'
import { installed } from './installed.ts'

test('a page that was never opened with a network opens without one', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await installed(page)
  await site.stop()
  await new LockPages(page).setUp()
  for (const path of ['settings', 'about', 'child/new', 'nothing/here']) {
    await page.goto(`${site.origin}/#/${path}`)
    await expect(page.locator('[data-page-heading]')).not.toBeEmpty()
    await expect(page.getByText(word('app.broken.title'))).toHaveCount(0)
  }
})

test('the app starts again from the disk when the server is gone and the browser was closed', async ({
  tablet,
  site,
}) => {
  const first = await tablet.start()
  await first.goto(site.origin)
  await installed(first)
  await new LockPages(first).setUp()
  await tablet.close()
  await site.stop()

  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).unlock()
  await expect(page.getByRole('heading', { level: 1, name: word('children.home.title') })).toBeVisible()
})

test('one leaves an item, locks, and comes back to the same item', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await installed(page)
  await site.stop()
  const lock = new LockPages(page)
  const profile = new ProfilePages(page)
  await lock.setUp()
  await new ChildrenPages(page).add()
  await profile.start('Carer A')
  await profile.next()
  await profile.grade(3)
  await profile.addEvidence('A half-typed wo')
  await lock.lock()
  await expect(page.getByText('half-typed')).toHaveCount(0)
  await lock.unlock()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(profileText('A1b.name'))
  await expect(page.locator('[name^="grade-"][value="3"]')).toBeChecked()
  await expect(page.getByText('A half-typed wo').or(page.locator('textarea'))).toBeVisible()

  // From the overview too, after the browser was closed.
  await profile.saved()
  await tablet.close()
  const again = await tablet.start()
  await again.goto(site.origin)
  await new LockPages(again).unlock()
  await new ChildrenPages(again).choose('Child A')
  await again.getByRole('link', { name: /Carer A/ }).tap()
  await again
    .getByRole('link', { name: word('care-profile.overview.goOn', { name: profileText('A1b.name') }) })
    .tap()
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(profileText('A1b.name'))
})
