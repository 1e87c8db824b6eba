/** A new page is met at its heading and said; what needs mending is met first, and leads to its field. */
import type { Page } from '@playwright/test'
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'
import { expectArrived } from './focus.ts'

async function expectSaid(page: Page, heading: string): Promise<void> {
  await expectArrived(page, heading)
  await expect(page.locator('[aria-live="polite"]').first()).toHaveText(
    word('app.pages.opened', { page: heading }),
  )
}

test('each page is met at its heading, and its name is said', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await expectSaid(page, word('children.home.title'))
  const tap = (name: string | RegExp) => page.getByRole('link', { name }).first().tap()
  const back = () => page.getByRole('banner').getByRole('link').first().tap()

  await tap(word('app.foot.settings'))
  await expectSaid(page, word('vault.settings.title'))
  await tap(word('vault.settings.about'))
  await expectSaid(page, word('vault.about.title'))
  await back()
  await expectSaid(page, word('children.home.title'))
  await new ChildrenPages(page).add()
  await expectSaid(page, 'Child A')
  await tap(word('children.child.edit'))
  await expectSaid(page, word('children.edit.title'))
  await page.getByRole('button', { name: word('children.edit.done') }).tap()
  await expectSaid(page, 'Child A')
  await new ProfilePages(page).start('Carer A')
  await expectSaid(page, profileText('A1a.name'))
  await new ProfilePages(page).next()
  await expectSaid(page, profileText('A1b.name'))
  await page.goBack()
  await expectSaid(page, profileText('A1a.name'))
  await back()
  await expectSaid(page, word('care-profile.overview.title'))
  await tap(word('care-profile.overview.summary'))
  await expectSaid(page, word('care-profile.summary.title'))
  await tap(word('care-profile.summary.toReport'))
  await expectSaid(page, word('care-profile.report.title'))
  expect(await page.title()).toBe(word('app.title'))

  await new LockPages(page).lock()
  await new LockPages(page).unlock()
  await expectSaid(page, word('care-profile.report.title'))
})

test('a page that cannot be left yet keeps the focus at what has to be mended', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.addEvidence('Far too long. '.repeat(2_000))
  await expect(page.getByText(/characters long/)).toBeVisible()
  await page.getByRole('link', { name: /^Next/ }).tap()
  await expect(page.getByLabel(word('care-profile.evidence.box.seen'))).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(profileText('A1a.name'))
})

/** The list at the top has the focus; each line of it leads to a field that says the same. */
async function expectSummaryLeadsToFields(page: Page, atLeast: number): Promise<void> {
  const summary = page.locator('.govuk-error-summary')
  await expect(summary).toBeFocused()
  const lines = summary.getByRole('link')
  expect(await lines.count()).toBeGreaterThanOrEqual(atLeast)
  for (const line of await lines.all()) {
    const message = (await line.textContent())?.trim() ?? ''
    await line.focus()
    await page.keyboard.press('Enter')
    const field = page.locator(':focus')
    await expect(field).not.toHaveJSProperty('tagName', 'A')
    const described = await field.evaluate((element) => {
      const by = [element, element.closest('fieldset')].flatMap(
        (part) => part?.getAttribute('aria-describedby')?.split(' ') ?? [],
      )
      return by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    })
    expect(described).toContain(message)
    await expect(field).toBeInViewport()
  }
}

test('the list of what needs mending takes the focus, and leads to the fields', async ({ tablet, site }) => {
  const page = await tablet.start()
  const press = (key: string) => page.getByRole('button', { name: word(key), exact: true }).tap()
  const lock = new LockPages(page)

  await page.goto(site.origin)
  await press('vault.setUp.welcome.next')
  await press('vault.setUp.passphrase.next')
  await expectSummaryLeadsToFields(page, 2)
  await page.reload()
  await lock.setUp()

  await page.goto(`${site.origin}/#/settings`)
  await press('vault.settings.passphrase.change')
  await press('vault.settings.passphrase.save')
  await expectSummaryLeadsToFields(page, 2)

  await page.goto(`${site.origin}/#/child/new`)
  await page.getByLabel(word('children.form.birthKinds.born'), { exact: true }).check()
  await page.getByLabel(word('children.form.day')).fill('45')
  await press('children.new.add')
  await expectSummaryLeadsToFields(page, 2)

  // Pressed again with the same faults: it is met again.
  await press('children.new.add')
  await expect(page.locator('.govuk-error-summary')).toBeFocused()

  await page.goto(`${site.origin}/#/`)
  await page.goto(`${site.origin}/#/child/new`)
  await press('children.new.startEmpty')
  await page.goto(`${site.origin}/#/`)
  await new ChildrenPages(page).add()
  await page.getByRole('link', { name: word('care-profile.list.start') }).tap()
  await page.getByLabel('Carer A').uncheck()
  await page.getByLabel(word('care-profile.date.day')).fill('')
  await press('care-profile.new.begin')
  await expectSummaryLeadsToFields(page, 3)

  await lock.lock()
  await press('vault.unlock.useRecovery')
  await press('vault.recover.open')
  await expectSummaryLeadsToFields(page, 2)
})

test('a dialog takes the focus to its safe answer, keeps it, and gives it back', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await page.goto(page.url().replace(/\/item\/.*|$/, '/report'))
  const opener = page.getByRole('button', { name: word('care-profile.final.mark') })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const safe = dialog.getByRole('button', { name: word('care-profile.final.no') })
  await expect(safe).toBeFocused()
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press('Tab')
    // Past the last button the focus is with the browser for a moment, never with the page behind the dialog.
    const behind = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement !== document.body && !activeElement?.closest('dialog')
    })
    expect(behind).toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
})
