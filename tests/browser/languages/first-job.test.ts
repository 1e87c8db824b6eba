/** The whole first job with a family that reads another language: installed once, then no network to the end. */
import { installed } from '../offline/installed.ts'
import { ChildrenPages } from '../pages/children.ts'
import { FamilyPages } from '../pages/family.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { lettersOf, pdfPages } from '../pdf-text.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'
import { languageFaults } from './language-of-text.ts'

const LANGUAGES = [
  { tag: 'ur', direction: 'rtl', font: 'Toolkit nastaliq' },
  { tag: 'pl', direction: 'ltr', font: null },
]
const NOTE = 'Told in confidence by a neighbour'

for (const { tag, direction, font } of LANGUAGES) {
  test(`the first job with a family that reads ${tag}, with the server stopped`, async ({
    tablet,
    site,
  }, info) => {
    test.setTimeout(240_000)
    const page = await tablet.start()
    await page.goto(site.origin)
    await installed(page)
    await site.stop()
    await page.reload()

    const children = new ChildrenPages(page)
    const profile = new ProfilePages(page)
    const family = new FamilyPages(page)
    const faults: string[] = []
    const keep = async (name: string) => {
      faults.push(...(await languageFaults(page)).map((fault) => `${name}: ${fault}`))
      const path = info.outputPath(`${tag}-${name}.png`)
      await page.screenshot({ path })
      await info.attach(`${tag}-${name}`, { path })
    }
    const theirs = (key: string) => word(key, {}, tag)

    await new LockPages(page).setUp()
    await children.add()
    await family.open()
    await family.chooseFirst(tag)
    await expect(family.screen).toHaveAttribute('dir', direction)
    await expect(family.side('family').filter({ hasText: theirs('family.about.title') })).toBeVisible()
    if (font !== null) {
      // The toolkit's own letters, for a device that has none of this script.
      const first = family.screen.locator('.pair__family').first()
      expect(await first.evaluate((element) => getComputedStyle(element).fontFamily)).toContain(font)
      const opened = await page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
      )
      expect(opened.map((name) => name.replaceAll('"', ''))).toContain(font)
    }
    await keep('about')
    await family.leave()

    await profile.start('Carer A')
    for (let position = 1; position <= 12; position++) {
      if (position === 4) await profile.notScored('not-seen')
      else await profile.grade((position % 5) + 1)
      if (position === 2) {
        await profile.addEvidence(NOTE, 'professional')
        await family.open()
        await family.ready(tag)
        await expect(family.side('family').getByText(profileText('A1b.child.1', tag))).toBeVisible()
        await expect(family.side('english').getByText(profileText('A1b.child.1'))).toBeVisible()
        await expect(family.screen.getByText(NOTE)).toHaveCount(0)
        await expect(family.screen.getByText(theirs('family.check.draft')).first()).toBeVisible()
        await keep('item')
        await family.leave()
      }
      await profile.next()
    }

    await page.getByRole('banner').getByRole('link').first().tap()
    await page.getByText(/^Interpreter:/).tap()
    await page.getByLabel(word('interpreting.who.professional')).check()
    await page.getByLabel(word('children.interpreting.name')).fill('Interpreter 7, Agency Z')
    await page.getByLabel(word('interpreting.mode.phone')).check()
    await profile.saved()
    await page.getByRole('link', { name: word('care-profile.overview.summary') }).tap()
    await page.getByRole('heading', { level: 1, name: word('care-profile.summary.title') }).waitFor()
    await family.open()
    await family.ready(tag)
    // Strengths come first.
    const headings = family.screen.locator('h2')
    await expect(headings.first()).toHaveText(theirs('care-profile-family.profile.well'))
    await keep('profile')
    await family.leave()

    await profile.openReport()
    await page.getByLabel(word('care-profile.report.copy.family')).check()
    await expect(page.getByLabel(word('care-profile.report.copy.language'))).toHaveValue(tag)
    await expect(
      page.locator('article.report').getByText(profileText('A1a.child.2', tag)).first(),
    ).toBeVisible()
    await keep('report')
    const copy = (await pdfPages(await (await profile.makePdf()).path())).map(lettersOf)
    const [first = ''] = copy
    for (const said of [
      theirs('care-profile-family.copy.heading'),
      word('care-profile-family.copy.heading'),
      theirs('interpreting.translation.draft'),
      'Interpreter 7, Agency Z',
    ]) {
      expect(first).toContain(lettersOf(said))
    }
    const whole = copy.join('')
    for (const key of ['A1a.child.2', 'A1c.child.4', 'A2a.1']) {
      expect(whole).toContain(lettersOf(profileText(key, tag)))
      expect(whole).toContain(lettersOf(profileText(key)))
    }
    expect(whole).not.toContain(lettersOf(NOTE))
    expect(faults).toEqual([])
  })
}
