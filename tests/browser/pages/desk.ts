/** The translator's desk. */
import type { Download, Locator, Page } from '@playwright/test'
import { word } from '../words.ts'

export class DeskPages {
  constructor(private readonly page: Page) {}

  /** From the address that a translator is given. */
  async open(origin: string, englishName: string): Promise<void> {
    await this.page.goto(`${origin}/#/translate`)
    await this.page.getByRole('button', { name: englishName }).tap()
    await this.page.getByRole('heading', { level: 1, name: englishName }).waitFor()
  }

  text(key: string): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByText(key, { exact: true }) })
  }

  async press(key: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('button', { name: word(key), exact: true }).tap()
  }

  async part(id: string): Promise<void> {
    await this.page.locator('#desk-part').selectOption(id)
  }

  async show(filter: string): Promise<void> {
    await this.page.locator('#desk-filter').selectOption(filter)
  }

  async suggest(key: string, words: string): Promise<void> {
    await this.press('desk.text.edit', this.text(key))
    await this.text(key).getByLabel(word('desk.edit.words'), { exact: true }).fill(words)
  }

  async save(): Promise<Download> {
    const download = this.page.waitForEvent('download')
    await this.press('desk.file.save')
    return download
  }

  /** Up to where it says what is in it. */
  async bringBack(file: string): Promise<void> {
    await this.page.getByText(word('desk.back.title'), { exact: true }).tap()
    await this.page.getByLabel(word('desk.back.file'), { exact: true }).setInputFiles(file)
    await this.press('desk.back.look')
  }
}
