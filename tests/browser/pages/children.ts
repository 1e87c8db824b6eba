/** The list of children and a child's record. */
import { expect, type Page } from '@playwright/test'
import { word } from '../words.ts'

export interface NewChild {
  reference: string
  born?: { day: string; month: string; year: string }
  carer?: string
}

/** Invented: a child of two years and some months for as long as these tests are read. */
export const CHILD_A: NewChild = {
  reference: 'Child A',
  born: { day: '12', month: '3', year: '2024' },
  carer: 'Carer A',
}

export class ChildrenPages {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/#/')
    await this.heading(word('children.home.title'))
  }

  /** From the list to the new child's page. */
  async add(child: NewChild = CHILD_A): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: word('children.home.add') }).tap()
    await page.getByLabel(word('children.form.reference'), { exact: true }).fill(child.reference)
    if (child.born) {
      await page.getByLabel(word('children.form.birthKinds.born'), { exact: true }).check()
      await page.getByLabel(word('children.form.day')).fill(child.born.day)
      await page.getByLabel(word('children.form.month')).fill(child.born.month)
      await page.getByLabel(word('children.form.year')).fill(child.born.year)
    } else {
      await page.getByLabel(word('children.form.birthKinds.unknown'), { exact: true }).check()
    }
    if (child.carer !== undefined) {
      await page.getByText(word('children.new.more')).tap()
      await page.getByRole('button', { name: word('children.form.addPerson') }).tap()
      await page.getByLabel(word('children.form.personReference'), { exact: true }).fill(child.carer)
      await page.getByLabel(word('children.form.isCarer')).check()
    }
    await page.getByRole('button', { name: word('children.new.add') }).tap()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(child.reference)
  }

  /** Opens a child from the list. */
  async choose(reference: string): Promise<void> {
    await this.page.getByRole('link', { name: reference }).tap()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(reference)
  }

  async heading(name: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor()
  }
}
