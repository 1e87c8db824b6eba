/** A file that leaves by e-mail can be locked: in the built app, in its worker, under its policy. */
import { readFileSync } from 'node:fs'
import { LockPages } from '../pages/lock.ts'
import { ChildrenPages } from '../pages/children.ts'
import { ProfilePages } from '../pages/profile.ts'
import { lettersOf, pdfPages } from '../pdf-text.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'

const PASSWORD = 'لال پتنگ boat seven'

test('a locked PDF opens with its password and with no other, and says nothing in clear', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.grade(2)
  await profile.saved()
  await page.goto(page.url().replace(/\/item\/.*$/, '/summary'))
  await profile.openReport()

  await page.getByLabel(word('reports.out.password.use')).check()
  await page.getByRole('button', { name: word('reports.out.make') }).tap()
  await expect(page.getByText(word('reports.out.password.missing')).first()).toBeVisible()
  await page.getByLabel(word('reports.out.password.label')).fill(PASSWORD)
  await page.getByRole('button', { name: word('reports.out.make') }).tap()
  await expect(page.getByText(word('reports.out.ready.locked'))).toBeVisible({ timeout: 60_000 })
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: word('reports.out.ready.download') }).tap()
  const file = await (await waiting).path()

  expect(lettersOf((await pdfPages(file, PASSWORD)).join(' '))).toContain('ChildA')
  await expect(pdfPages(file, 'another password')).rejects.toThrow()
  await expect(pdfPages(file)).rejects.toThrow()
  expect(readFileSync(file).includes('Child A')).toBe(false)
})
