/** The lock screens: first run, opening, locking. */
import type { Page } from '@playwright/test'
import { word } from '../words.ts'

/** Invented, and strong enough for the vault. */
export const PASSPHRASE = 'copper lantern walks sideways'

export class LockPages {
  constructor(private readonly page: Page) {}

  /** From an empty tablet to the list of children; gives the recovery key's groups. */
  async setUp(passphrase = PASSPHRASE): Promise<string[]> {
    const { page } = this
    await page.getByRole('button', { name: word('vault.setUp.welcome.next') }).tap()
    await page.getByLabel(word('vault.newPassphrase.label'), { exact: true }).fill(passphrase)
    await page.getByLabel(word('vault.newPassphrase.again')).fill(passphrase)
    await page.getByLabel(word('vault.setUp.passphrase.understand')).check()
    await page.getByRole('button', { name: word('vault.setUp.passphrase.next') }).tap()
    const groups = page.locator('[data-recovery-key] .groups__text')
    await groups.first().waitFor()
    const key = await groups.allTextContents()
    await page.getByRole('button', { name: word('vault.recoveryKey.onPaper') }).tap()
    await page.getByLabel(word('vault.recoveryKey.lastLabel')).fill(key.at(-1) ?? '')
    await page.getByRole('button', { name: word('vault.setUp.recovery.finish') }).tap()
    await this.opened()
    return key
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.tryPassphrase(passphrase)
    await this.opened()
  }

  async tryPassphrase(passphrase: string): Promise<void> {
    await this.page.getByLabel(word('vault.unlock.passphrase'), { exact: true }).fill(passphrase)
    await this.page.getByRole('button', { name: word('vault.unlock.open') }).tap()
  }

  /** The bar is there only behind the lock. */
  async opened(): Promise<void> {
    await this.page.getByRole('button', { name: word('app.bar.lock'), exact: true }).waitFor()
  }

  async lock(): Promise<void> {
    await this.page.getByRole('button', { name: word('app.bar.lock'), exact: true }).tap()
    await this.page.getByLabel(word('vault.unlock.passphrase'), { exact: true }).waitFor()
  }

  async cover(): Promise<void> {
    await this.page.getByRole('button', { name: word('app.bar.cover'), exact: true }).tap()
    await this.page.getByLabel(word('vault.unlock.passphrase'), { exact: true }).waitFor()
  }
}
