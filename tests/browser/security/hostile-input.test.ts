/** Absurd and hostile input: a clear message beside the field, nothing lost, nothing run. */
import type { Locator } from '@playwright/test'
import { LockPages } from '../pages/lock.ts'
import { ChildrenPages } from '../pages/children.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'

const HOSTILE =
  '<img src=x onerror="window.__ran = true"><script>window.__ran = true</script>{{ window.__ran = true }}'
const ONE_MEGABYTE = 1024 * 1024

/** As a paste does it: all at once, through the field's own input event. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, value) => {
    const field = element as HTMLInputElement
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)
}

test('dates of birth that cannot be are named beside the field, and what was typed stays', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await page.getByRole('link', { name: word('children.home.add') }).tap()
  await page.getByLabel(word('children.form.reference'), { exact: true }).fill('Child A')
  await page.getByLabel(word('children.form.birthKinds.born'), { exact: true }).check()
  for (const [day, month, year, message] of [
    ['1', '1', '1875', /Look at the year/],
    ['1', '1', '2126', /still to come/],
    ['31', '2', '2024', /no such day/],
    ['x', 'y', 'z', /must be a number/],
    ['', '', '', new RegExp(word('children.fault.empty.birth'))],
  ] as const) {
    await page.getByLabel(word('children.form.day')).fill(day)
    await page.getByLabel(word('children.form.month')).fill(month)
    await page.getByLabel(word('children.form.year')).fill(year)
    await page.getByRole('button', { name: word('children.new.add') }).tap()
    const message_ = page.locator('#child-birth-error')
    await expect(message_).toHaveText(message)
    await expect(page.locator('.govuk-error-summary')).toBeFocused()
    await page.locator('.govuk-error-summary a').first().tap()
    await expect(page.locator('#child-birth')).toBeFocused()
    await expect(page.getByLabel(word('children.form.year'))).toHaveValue(year)
    await expect(page.getByLabel(word('children.form.reference'), { exact: true })).toHaveValue('Child A')
  }
})

test('text that would be a script is shown as the text it is, everywhere', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  const short = '<img src=x onerror="window.__ran=1">'
  await new ChildrenPages(page).add({
    reference: short,
    born: { day: '12', month: '3', year: '2024' },
    carer: short,
  })
  const profile = new ProfilePages(page)
  await profile.start(short)
  await profile.grade(2)
  await profile.addEvidence(HOSTILE)
  await profile.saved()
  await page.goto(`${site.origin}/#/`)
  await expect(page.getByText(short)).toBeVisible()
  await page.getByRole('link', { name: short }).tap()
  await page.getByRole('link', { name: word('children.child.edit') }).tap()
  await expect(page.getByLabel(word('children.form.reference'), { exact: true })).toHaveValue(short)
  expect(await page.evaluate(() => '__ran' in window)).toBe(false)
  expect(await page.locator('img').count()).toBe(0)
})

test('a right-to-left override in a name does not turn the rest of the line round', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await page.getByRole('link', { name: word('children.home.add') }).tap()
  await page.getByLabel(word('children.form.reference'), { exact: true }).fill('Child\u202eA')
  await expect(page.getByText(word('children.notice.hidden-characters-removed'))).toBeVisible()
  await page.getByLabel(word('children.form.birthKinds.unknown'), { exact: true }).check()
  await page.getByRole('button', { name: word('children.new.add') }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ChildA')
})

test('a megabyte pasted is answered beside the field, and is still there', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.grade(2)
  await profile.addEvidence('Kept before.')
  await profile.saved()
  const huge = 'word '.repeat(ONE_MEGABYTE / 5)
  const box = page.getByLabel(word('care-profile.evidence.box.seen'))
  await paste(box, huge)
  await expect(page.locator('.govuk-error-message').first()).toContainText(/is the most that can be kept/)
  expect(await box.evaluate((element) => (element as HTMLTextAreaElement).value.length)).toBe(huge.length)
  await expect(page.locator('[name^="grade-"][value="2"]')).toBeChecked()
})

test('a passphrase of spaces is refused in words, and one of 300 emoji opens the vault again', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await page.getByRole('button', { name: word('vault.setUp.welcome.next') }).tap()
  const field = page.getByLabel(word('vault.newPassphrase.label'), { exact: true })
  await field.fill(' '.repeat(40))
  await page.getByLabel(word('vault.newPassphrase.again')).fill(' '.repeat(40))
  await page.getByLabel(word('vault.setUp.passphrase.understand')).check()
  await page.getByRole('button', { name: word('vault.setUp.passphrase.next') }).tap()
  await expect(page.locator('#new-passphrase-error')).toHaveText(word('vault.newPassphrase.errors.blank'))
  await page.reload()
  const emoji = '🦊🌧️🍞👩‍👧'.repeat(75)
  const lock = new LockPages(page)
  await lock.setUp(emoji)
  await lock.lock()
  await lock.unlock(emoji)
})
