/** The Graded Care Profile: starting, grading, summary, report. */
import { expect, type Download, type Page } from '@playwright/test'
import { profileText, word } from '../words.ts'

export type Source = 'seen' | 'carer-said' | 'child-said' | 'professional' | 'record'

export class ProfilePages {
  constructor(private readonly page: Page) {}

  /** From the child's page to the first item. */
  async start(carer: string, grader = 'HV 1'): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: word('care-profile.list.start') }).tap()
    await page.getByLabel(word('care-profile.details.name')).waitFor()
    const tick = page.getByLabel(carer)
    if ((await tick.count()) > 0) await tick.check()
    else await page.getByLabel(word('care-profile.details.carer')).fill(carer)
    await page.getByLabel(word('care-profile.details.name')).fill(grader)
    await page.getByRole('button', { name: word('care-profile.new.begin') }).tap()
    await page.getByRole('link', { name: word('care-profile.overview.begin', { name: '' }) }).tap()
    await page.locator('[name^="grade-"]').first().waitFor()
  }

  /** The item whose page is open, by its name. */
  async itemName(): Promise<string> {
    return (await this.page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
  }

  async grade(grade: number): Promise<void> {
    await this.page.locator(`label.card:has(input[value="${grade}"])`).tap()
    await expect(this.page.locator(`[name^="grade-"][value="${grade}"]`)).toBeChecked()
  }

  async addEvidence(text: string, source: Source = 'seen'): Promise<void> {
    const { page } = this
    await page
      .getByRole('group', { name: word('care-profile.evidence.add') })
      .getByRole('button', { name: word(`care-profile.source.${source}`) })
      .tap()
    await page.getByLabel(word(`care-profile.evidence.box.${source}`)).fill(text)
  }

  async notScored(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: word('care-profile.notScored.open') }).tap()
    await this.page.getByLabel(word(`care-profile.notScored.${reason}`)).check()
  }

  async doesNotApply(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: word('care-profile.notApplicable.open') }).tap()
    await this.page.getByLabel(word(`care-profile.notApplicable.${reason}`)).check()
  }

  /** On to the next item, or to the summary after the last. */
  async next(): Promise<void> {
    const before = await this.itemName()
    await this.page.getByRole('link', { name: /^Next/ }).tap()
    await expect(this.page.getByRole('heading', { level: 1 })).not.toHaveText(before)
  }

  async openItem(itemId: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^${profileText(`${itemId}.name`)}`) }).tap()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(profileText(`${itemId}.name`))
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('[data-saved-state]')).toHaveText(/^\s*Saved/)
  }

  async openReport(): Promise<void> {
    await this.page.getByRole('link', { name: word('care-profile.summary.toReport') }).tap()
    await this.page.getByRole('heading', { level: 1, name: word('care-profile.report.title') }).waitFor()
  }

  /** Makes the PDF and takes it as a download. */
  async makePdf(): Promise<Download> {
    const { page } = this
    await page.getByRole('button', { name: word('reports.out.make') }).tap()
    const share = page.getByRole('button', {
      name: new RegExp(`${word('reports.out.ready.share')}|${word('reports.out.ready.download')}`),
    })
    await share.waitFor({ timeout: 60_000 })
    const download = page.waitForEvent('download')
    await share.tap()
    return download
  }
}
