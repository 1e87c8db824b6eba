/** First run, locked, recovery, starting again, and what is shown when the store is gone or refused. */
import { expect } from '@playwright/test'
import { refuseStorage } from '../faults/broken-storage.ts'
import { deleteVault } from '../faults/rows.ts'
import { LockPages, PASSPHRASE } from '../pages/lock.ts'
import { word } from '../words.ts'
import type { Walk } from './tour.ts'

export async function lockTour({ tablet, site, page, look }: Walk): Promise<void> {
  const press = (key: string) => page.getByRole('button', { name: word(key), exact: true }).tap()
  const heading = (key: string) => page.getByRole('heading', { level: 1, name: word(key) }).waitFor()

  await page.goto(site.origin)
  await heading('vault.setUp.welcome.title')
  await look('set-up: welcome')

  await press('vault.setUp.welcome.next')
  await heading('vault.setUp.passphrase.title')
  await look('set-up: passphrase')
  await press('vault.setUp.passphrase.next')
  await page.getByRole('alert').waitFor()
  await look('set-up: passphrase, nothing typed')
  await page.getByLabel(word('vault.newPassphrase.label'), { exact: true }).fill('password1234')
  await page.getByLabel(word('vault.newPassphrase.again')).fill('something else')
  await press('vault.setUp.passphrase.next')
  await page.getByText(word('vault.newPassphrase.errors.common')).first().waitFor()
  await page.getByLabel(word('vault.newPassphrase.label'), { exact: true }).fill(PASSPHRASE)
  await press('vault.setUp.passphrase.next')
  await page.getByText(word('vault.newPassphrase.errors.again-differs')).first().waitFor()
  await look('set-up: passphrase, not the same')
  await page.getByLabel(word('vault.newPassphrase.again')).fill(PASSPHRASE)
  await page.getByLabel(word('vault.setUp.passphrase.understand')).check()
  await press('vault.setUp.passphrase.next')

  await page.locator('[data-recovery-key]').waitFor()
  await look('set-up: recovery key')
  await press('vault.setUp.recovery.skip')
  await page.getByRole('dialog').waitFor()
  await look('set-up: going on without the key')
  await press('vault.setUp.recovery.skipCancel')
  await press('vault.recoveryKey.onPaper')
  await press('vault.setUp.recovery.finish')
  await page.getByText(word('vault.recoveryKey.lastEmpty')).waitFor()
  await look('set-up: reading the key back')
  await press('vault.recoveryKey.showAgain')
  const groups = await page.locator('[data-recovery-key] .groups__text').allTextContents()
  await press('vault.recoveryKey.onPaper')
  await page.getByLabel(word('vault.recoveryKey.lastLabel')).fill(groups.at(-1) ?? '')
  await press('vault.setUp.recovery.finish')

  const lock = new LockPages(page)
  await lock.opened()
  await lock.lock()
  await look('locked')
  await press('vault.unlock.open')
  await page.getByText(word('vault.unlock.errors.empty')).waitFor()
  await look('locked: nothing typed')
  await lock.tryPassphrase('not the passphrase')
  await page.getByText(word('vault.unlock.errors.wrong')).waitFor()
  await look('locked: wrong passphrase')

  await press('vault.unlock.useRecovery')
  await heading('vault.recover.title')
  await look('recovery')
  await press('vault.recover.open')
  await page.getByRole('alert').waitFor()
  await look('recovery: errors')
  await press('vault.recover.back')

  await press('vault.unlock.forgottenBoth')
  await heading('vault.startAgain.title')
  await press('vault.startAgain.go')
  await page.locator('#start-again-word-error').waitFor()
  await look('start again: the word is missing')
  await page.getByLabel(/To go on/).fill(word('vault.startAgain.word'))
  await press('vault.startAgain.go')
  await page.getByRole('dialog').waitFor()
  await look('start again: the question')
  await press('vault.startAgain.sureCancel')
  await press('vault.startAgain.back')

  await lock.unlock()
  await lock.cover()
  await look('covered')
  await lock.tryPassphrase('not the passphrase')
  await page.getByText(word('vault.unlock.errors.wrong')).waitFor()
  await look('covered: wrong passphrase')

  await deleteVault(tablet.context, page, site.origin)
  await page.goto(site.origin)
  await heading('vault.missing.title')
  await look('the store is gone')

  await refuseStorage(page)
  await page.reload()
  await heading('vault.unavailable.title')
  await look('the store is refused')
  await expect(page.getByText(word('vault.unavailable.storage-refused'))).toBeVisible()
}
