/** What the device was told about its person: high contrast, no movement. */
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'
import { axeFaults } from './axe.ts'
import { Keyboard } from './focus.ts'

test('with forced colours the chosen card, the focus and the state of each item are still told apart', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.grade(3)
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)

  // The word, the tick in the radio, and an edge of another width: backgrounds and shadows are gone here.
  const chosen = page.locator('label.card', { has: page.locator('input:checked') })
  const other = page.locator('label.card', { has: page.locator('input[value="1"]') })
  await expect(chosen).toHaveCount(1)
  await expect(chosen.getByText(word('care-profile.item.chosen'))).toBeVisible()
  await expect(other.getByText(word('care-profile.item.chosen'))).toHaveCount(0)
  const edge = (card: typeof chosen) =>
    card.evaluate((element) => parseFloat(getComputedStyle(element).borderTopWidth))
  expect(await edge(chosen)).toBeGreaterThanOrEqual((await edge(other)) + 2)

  await profile.next()
  await profile.notScored('not-seen')
  const aside = page.locator('[id^="aside-"]')
  await expect(aside.getByText(word('care-profile.state.not-scored'), { exact: true })).toBeVisible()

  const keyboard = new Keyboard(page)
  await keyboard.to(
    page.getByRole('link', { name: word('care-profile.item.next', { name: profileText('A1c.name') }) }),
  )
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('banner').getByRole('link').first().tap()
  for (const state of [
    word('care-profile.state.graded', { grade: 3 }),
    word('care-profile.state.not-scored'),
  ]) {
    await expect(page.getByRole('link', { name: state })).toHaveCount(1)
  }
  await expect(page.getByRole('link', { name: word('care-profile.state.open') }).first()).toBeVisible()
  expect(keyboard.faults).toEqual([])
})

test('with reduced motion nothing moves, and all that is told is still told', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  const card = page.locator('label.card:has(input[value="3"])')
  const still = await card.evaluate((element) => getComputedStyle(element).backgroundColor)
  await profile.grade(3)
  await expect(card.getByText(word('care-profile.item.chosen'))).toBeVisible()
  expect(await card.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(still)
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
        return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
      })
      .map((element) => element.className),
  )
  expect(moving).toEqual([])
  await profile.saved()
})
