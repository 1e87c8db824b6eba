/** The family's screen in its states, in a language from right to left and one from left to right. */
import { ChildrenPages } from '../pages/children.ts'
import { FamilyPages } from '../pages/family.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { word } from '../words.ts'
import type { Walk } from './tour.ts'

const TURNED_TO = ['ur', 'pl'] as const

export async function familyTour({ site, page, look }: Walk): Promise<void> {
  const profile = new ProfilePages(page)
  const family = new FamilyPages(page)
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  await family.open()
  await family.screen.locator('.choose').waitFor()
  await look('family: which language')
  await family.chooseFirst('ur')
  await look('family: about, ur')
  await family.leave()

  await profile.start('Carer A')
  for (let position = 1; position <= 5; position++) {
    await profile.grade(position)
    if (position < 5) await profile.next()
  }
  for (const language of TURNED_TO) {
    await family.open()
    await family.change(language)
    await look(`family: item, ${language}`)
    await family.screen.locator('.item__toggle').tap()
    await look(`family: item with grades, ${language}`)
    await family.leave()
  }
  await page.getByRole('banner').getByRole('link').first().tap()
  await page.getByRole('heading', { level: 1, name: word('care-profile.overview.title') }).waitFor()
  await page.getByText(/^Interpreter:/).tap()
  await page.getByLabel(word('interpreting.who.child')).check()
  await look('overview: a child interpreted')
  await page.getByLabel(word('interpreting.who.nobody')).check()
  await page.getByLabel(word('children.interpreting.reason.declined')).check()
  await look('overview: nobody interpreted')
  await family.open()
  await family.change('ur')
  await look('family: overview, ur')
  await family.leave()
  await page.getByRole('link', { name: word('care-profile.overview.summary') }).tap()
  await page.getByRole('heading', { level: 1, name: word('care-profile.summary.title') }).waitFor()
  for (const language of TURNED_TO) {
    await family.open()
    await family.change(language)
    await look(`family: profile, ${language}`)
    await family.leave()
  }
  await profile.openReport()
  for (const language of TURNED_TO) {
    await page.getByLabel(word('care-profile.report.copy.language')).selectOption(language)
    await page.getByLabel(word('care-profile.report.copy.family')).check()
    await page.locator(`article.report[lang="${language}"]`).waitFor()
    await look(`report: family copy, ${language}`)
    await page.getByLabel(word('care-profile.report.copy.record')).check()
    await page.getByLabel(/side by side/).check()
    await page.locator(`article.report [lang="${language}"]`).first().waitFor()
    await look(`report: record in two languages, ${language}`)
  }
}
