/** What the screen called saved is there after the browser's process was killed. */
import { LockPages } from '../pages/lock.ts'
import { ChildrenPages } from '../pages/children.ts'
import { ProfilePages } from '../pages/profile.ts'
import { installed } from '../offline/installed.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'

const KILLS = 20

test(`${KILLS} kills right after Saved lose nothing`, async ({ tablet, site }) => {
  test.setTimeout(300_000)
  let page = await tablet.start()
  await page.goto(site.origin)
  await installed(page)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  await new ProfilePages(page).start('Carer A')
  await new ProfilePages(page).addEvidence('Before the first kill.')
  await new ProfilePages(page).saved()
  const address = page.url()
  let typed = 'Before the first kill.'
  let survived = 0

  for (let kill = 1; kill <= KILLS; kill++) {
    await tablet.kill()
    page = await tablet.start()
    await page.goto(address)
    const profile = new ProfilePages(page)
    await new LockPages(page).unlock()
    const note = page.locator('.note').first()
    await expect(note).toContainText(typed)
    survived += 1

    await page.getByRole('button', { name: word('care-profile.evidence.editNote', { position: 1 }) }).tap()
    typed = `Typed before kill ${kill}, ${'and saved. '.repeat(kill)}`.trim()
    await page.getByLabel(word('care-profile.evidence.box.seen')).fill(typed)
    await expect(page.locator('[data-saved-state]')).not.toHaveText(/^\s*Saved/)
    await profile.saved()
  }
  expect(survived).toBe(KILLS)
})
