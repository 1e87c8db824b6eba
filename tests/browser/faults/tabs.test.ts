/** Two tabs of one vault: one writes, the other says why it does not, and takes over when the first is closed. */
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'

test('the second tab reads, says why it cannot write, and takes over when the first is closed', async ({
  tablet,
  site,
}) => {
  const first = await tablet.start()
  await first.goto(site.origin)
  await new LockPages(first).setUp()
  await new ChildrenPages(first).add()
  await new ProfilePages(first).start('Carer A')
  await new ProfilePages(first).addEvidence('From the first tab. ')
  await new ProfilePages(first).saved()
  await expect(first.getByText(word('app.readOnly.title'))).toHaveCount(0)

  const second = await tablet.context.newPage()
  await second.goto(first.url())
  await new LockPages(second).unlock()
  const notice = second.getByRole('status').filter({ hasText: word('app.readOnly.title') })
  await expect(notice).toContainText(word('app.readOnly.body'))
  await expect(notice).toBeInViewport()
  await expect(second.locator('.note')).toContainText('From the first tab.')

  await second.getByRole('button', { name: word('care-profile.evidence.editNote', { position: 1 }) }).tap()
  const box = second.getByLabel(word('care-profile.evidence.box.seen'))
  await box.press('End')
  await box.pressSequentially('From the second.')
  await expect(second.locator('[data-saved-state]')).toHaveText(word('app.bar.failed.other-tab'))
  await expect(second.getByRole('alert')).toContainText(word('app.failed.other-tab'))
  await expect(box).toHaveValue('From the first tab. From the second.')

  await first.close()
  await expect(notice).toHaveCount(0)
  await new ProfilePages(second).saved()
  await expect(second.getByRole('alert')).toHaveCount(0)
  await second.reload()
  await new LockPages(second).unlock()
  await expect(second.locator('.note')).toContainText('From the first tab. From the second.')
})

test('locking one tab locks the other', async ({ tablet, site }) => {
  const first = await tablet.start()
  await first.goto(site.origin)
  await new LockPages(first).setUp()
  await new ChildrenPages(first).add()
  const second = await tablet.context.newPage()
  await second.goto(first.url())
  await new LockPages(second).unlock()
  await new LockPages(second).lock()
  await expect(first.getByText(word('vault.unlock.because.other-tab'))).toBeVisible()
  await expect(first.getByText('Child A')).toHaveCount(0)
})
