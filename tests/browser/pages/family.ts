/** The family's screen: turned to, read, and left again by the practitioner. */
import { expect, type Locator, type Page } from '@playwright/test'
import { word } from '../words.ts'

/** Longer than the button wants to be held. */
const HOLD_MS = 1600

export class FamilyPages {
  constructor(private readonly page: Page) {}

  get screen(): Locator {
    return this.page.locator('.family')
  }

  /** One touch, where the button is: Playwright's own tap scrolls a page to the place that its bar would have by itself. */
  async open(): Promise<void> {
    const box = await this.page.getByRole('button', { name: word('app.bar.family') }).boundingBox()
    if (!box) throw new Error('no button for the family')
    await this.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    await this.screen.waitFor()
  }

  /** Where no language is known yet: each under its own name. */
  async chooseFirst(language: string): Promise<void> {
    await this.screen.locator(`.choose__own[lang="${language}"]`).tap()
    await this.ready(language)
  }

  async change(language: string): Promise<void> {
    await this.screen.locator('.family__select').selectOption(language)
    await this.ready(language)
  }

  async ready(language: string): Promise<void> {
    await expect(this.screen).toHaveAttribute('lang', language)
    await this.screen.locator(`.pair__family[lang="${language}"]`).first().waitFor()
  }

  /** One of the two sides of everything that is said. */
  side(which: 'family' | 'english'): Locator {
    return this.screen.locator(`.pair__${which} .pair__words`)
  }

  /** How far down the screen is scrolled, in pixels. */
  async scrollTop(): Promise<number> {
    return this.screen.evaluate((element) => element.scrollTop)
  }

  async barHeight(): Promise<number> {
    const box = await this.screen.locator('.family__bar').boundingBox()
    if (!box) throw new Error('no bar')
    return box.height
  }

  /** What this is and why, or back from there. */
  async more(): Promise<void> {
    const title = this.screen.locator('h1')
    const before = await title.textContent()
    await this.screen.locator('.family__more').tap()
    await expect(title).not.toHaveText(before ?? '')
  }

  async leave(): Promise<void> {
    const button = this.screen.locator('.hold')
    const box = await button.boundingBox()
    if (!box) throw new Error('no way back')
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await this.page.mouse.down()
    await this.page.waitForTimeout(HOLD_MS)
    await this.page.mouse.up()
    await expect(this.screen).toHaveCount(0)
  }
}
