/** A translator's evening: no vault, no training, their own device; and the same work on another one. */
import { readFileSync } from 'node:fs'
import { LockPages } from '../pages/lock.ts'
import { CHILD_A, ChildrenPages } from '../pages/children.ts'
import { DeskPages } from '../pages/desk.ts'
import { Tablet } from '../tablet.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'

const FOOD = 'graded-care-profile/A1'
const NAME = 'A. Khan'
const BETTER = 'بچے کو ہمیشہ ٹھیک دودھ ملتا ہے۔'

interface SavedFile {
  language: string
  by: string
  entries: { key: string; status: string; words?: string }[]
}

test('two texts are checked, one is said better, and the file goes on elsewhere', async ({
  tablet,
  site,
}) => {
  let page = await tablet.start()
  let desk = new DeskPages(page)
  await desk.open(site.origin, 'Urdu')

  // No vault was set up, and none is asked for.
  await expect(page.locator('input[type="password"]')).toHaveCount(0)
  expect(await page.title()).toBe(word('app.title'))

  await desk.part(FOOD)
  await expect(desk.text('A1a.baby.3')).toContainText(profileText('A1a.baby.3'))
  await expect(desk.text('A1a.baby.3')).toContainText(word('desk.text.grade', { grade: 3, of: 5 }))
  await expect(desk.text('A1a.baby.3').locator('[lang="ur"][dir="rtl"]').first()).not.toBeEmpty()

  await desk.press('desk.text.mark', desk.text('A1.name'))
  await page.getByLabel(word('desk.name.ask')).fill(NAME)
  await desk.press('desk.name.go')
  await desk.press('desk.text.mark', desk.text('A1.about'))
  await desk.suggest('A1a.baby.1', BETTER)
  for (const key of ['A1.name', 'A1.about'])
    await expect(desk.text(key)).toContainText(word('desk.text.status.checkedByYou'))

  await desk.show('checked')
  await expect(page.getByRole('article')).toHaveCount(2)
  await desk.show('suggested')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(desk.text('A1a.baby.1')).toContainText(BETTER)
  await desk.show('all')

  // The next evening begins where this one ended.
  await page.reload()
  await expect(desk.text('A1a.baby.1')).toContainText(BETTER)
  await tablet.close()
  page = await tablet.start()
  desk = new DeskPages(page)
  await desk.open(site.origin, 'Urdu')
  await expect(page.locator('#desk-part')).toHaveValue(FOOD)
  await expect(desk.text('A1a.baby.1')).toContainText(BETTER)
  await expect(page.getByText(word('desk.name.is', { name: NAME }))).toBeVisible()

  const download = await desk.save()
  expect(download.suggestedFilename()).toMatch(/^translation-ur-\d{4}-\d\d-\d\d\.json$/)
  const path = await download.path()
  const file = JSON.parse(readFileSync(path, 'utf8')) as SavedFile
  expect(file).toMatchObject({ format: 'neglect-toolkit-review', language: 'ur', by: NAME })
  expect(file.entries.map(({ key, status }) => `${key} ${status}`)).toEqual([
    'A1.name checked',
    'A1.about checked',
    'A1a.baby.1 draft',
  ])
  expect(file.entries[2]?.words).toBe(BETTER)

  const other = new Tablet()
  try {
    const elsewhere = await other.start()
    const there = new DeskPages(elsewhere)
    await there.open(site.origin, 'Urdu')
    await there.bringBack(path)
    await elsewhere.getByLabel(word('desk.back.whose.mine')).check()
    await there.press('desk.back.go')
    await there.part(FOOD)
    await expect(there.text('A1.name')).toContainText(word('desk.text.status.checkedByYou'))
    await expect(there.text('A1a.baby.1')).toContainText(BETTER)
  } finally {
    await other.dispose()
  }
})

test('shows nothing of a child, whether the vault is open or locked, and does not mind the lock', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  const lock = new LockPages(page)
  await lock.setUp()
  await new ChildrenPages(page).add()
  // In the tool's own texts there is many a "child a…".
  const child = page.getByText(new RegExp(`${CHILD_A.reference}\\b`))
  await expect(child.first()).toBeVisible()
  await page.evaluate(() => (location.hash = '#/translate/pl'))
  await page.getByRole('heading', { level: 1, name: 'Polish' }).waitFor()
  await page.getByRole('article').first().waitFor()
  await expect(child).toHaveCount(0)
  await expect(page.getByRole('button', { name: word('app.bar.lock'), exact: true })).toHaveCount(0)

  // The same vault, opened and locked in another tab: this one goes with it, and the desk stays.
  const desk = new DeskPages(page)
  await desk.part(FOOD)
  await desk.suggest('A1.name', 'Jedzenie i picie')
  const second = await tablet.context.newPage()
  await second.goto(site.origin)
  const inSecond = new LockPages(second)
  await inSecond.unlock()
  await inSecond.lock()
  await expect(desk.text('A1.name').getByLabel(word('desk.edit.words'), { exact: true })).toHaveValue(
    'Jedzenie i picie',
  )
  await page.getByRole('link', { name: word('app.foot.start') }).tap()
  await page.getByLabel(word('vault.unlock.passphrase'), { exact: true }).waitFor()
})

test('is reached from the lock, and a whole part goes by with one key', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await page.getByRole('link', { name: word('app.foot.desk') }).tap()
  await page.getByRole('button', { name: 'Polish' }).tap()
  const desk = new DeskPages(page)
  await desk.part(FOOD)
  const mark = desk.text('A1.name').getByRole('button', { name: word('desk.text.mark') })
  await mark.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(NAME)
  await page.keyboard.press('Enter')
  for (let pressed = 0; pressed < 4; pressed += 1) await page.keyboard.press('Enter')
  await expect(page.getByText(word('desk.text.status.checkedByYou'))).toHaveCount(5)
})
