/** The Graded Care Profile from the first form to the report. */
import { expect } from '@playwright/test'
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { word } from '../words.ts'
import type { Walk } from './tour.ts'

/** A sign of cuneiform: the report has to ask what to do about it. */
const NOT_IN_ANY_FONT = '\u{12000}'

export async function profileTour({ site, page, look }: Walk): Promise<void> {
  const children = new ChildrenPages(page)
  const profile = new ProfilePages(page)
  const button = (key: string) => page.getByRole('button', { name: word(key), exact: true })
  const heading = (key: string) => page.getByRole('heading', { level: 1, name: word(key) }).waitFor()
  const under = async (path: string) => {
    const [address = ''] = /^.*\/profile\/[^/]+/.exec(page.url()) ?? []
    await page.goto(`${address}${path}`)
  }

  await page.goto(site.origin)
  await new LockPages(page).setUp()

  await children.add({ reference: 'Child B' })
  await page.getByRole('link', { name: word('care-profile.list.start') }).tap()
  await heading('care-profile.new.birthUnknown.title')
  await look('new assessment: the age is not known')

  await page.goto(`${site.origin}/#/`)
  await children.add()
  await page.getByRole('link', { name: word('care-profile.list.start') }).tap()
  await heading('care-profile.new.title')
  await look('new assessment')
  await page.getByLabel('Carer A').uncheck()
  await page.getByLabel(word('care-profile.date.day')).fill('')
  await page.getByText(word('care-profile.details.more')).tap()
  await button('care-profile.new.begin').tap()
  await page.getByRole('alert').waitFor()
  await look('new assessment: errors')
  await page.goBack()
  await profile.start('Carer A')

  await look('item: untouched')
  await profile.grade(3)
  await look('item: graded')
  await button('care-profile.notScored.open').tap()
  await look('item: not scored, reasons open')
  await page.getByLabel(word('care-profile.notScored.other')).check()
  await look('item: not scored')
  await button('care-profile.notApplicable.open').tap()
  await look('item: does not apply, reasons open')
  await profile.grade(2)
  await page.getByText(word('care-profile.grades.title')).tap()
  await look('item: what the grades mean')
  await profile.addEvidence('Clean cups within reach. '.repeat(8))
  await look('item: evidence open')
  await button('care-profile.evidence.changeFacts').tap()
  await page.locator('.note--open').getByLabel(word('care-profile.date.day')).fill('45')
  await look('item: evidence, source and date with an error')
  await page.locator('.note--open').getByLabel(word('care-profile.date.day')).fill('1')
  await page.locator('.note--open textarea').fill('x '.repeat(10_001))
  await page.getByText(/characters long/).waitFor()
  await look('item: evidence too long')
  await page
    .locator('.note--open textarea')
    .fill(`A word of sixty letters: ${'n'.repeat(60)}. ${NOT_IN_ANY_FONT}`)
  await button('care-profile.evidence.done').tap()
  await look('item: evidence written')
  await page.getByRole('button', { name: word('care-profile.evidence.removeNote', { position: 1 }) }).tap()
  await page.getByText(word('care-profile.evidence.removed')).waitFor()
  await look('item: evidence taken out')
  await button('care-profile.evidence.undo').tap()

  await under('')
  await heading('care-profile.overview.title')
  await look('overview: begun')
  await button('care-profile.facts.change').tap()
  await page.getByLabel(word('care-profile.details.name')).fill('')
  await button('care-profile.facts.save').tap()
  await page.getByRole('alert').waitFor()
  await look('overview: changing the facts, errors')
  await button('care-profile.facts.cancel').tap()

  await under('/summary')
  await heading('care-profile.summary.title')
  await look('summary: nearly empty')

  await gradeTheRest()
  await heading('care-profile.summary.title')
  await look('summary: full')
  await page
    .getByText(/^Items \(/)
    .first()
    .tap()
  await page.locator('[id^="own-view-open-"]').first().tap()
  await look('summary: the own view open')
  await page.locator('textarea[id^="own-view-reason-"]').fill('The home visit showed another side.')
  await button('care-profile.ownView.done').tap()
  await look('summary: the own view kept')
  await under('')
  await heading('care-profile.overview.title')
  await look('overview: done')

  await under('/report')
  await heading('care-profile.report.title')
  await look('report: draft')
  await page.getByLabel(word('reports.out.password.use')).check()
  await page.getByText(word('reports.out.password.when')).tap()
  await button('reports.out.make').tap()
  await page.getByText(word('reports.out.password.missing')).waitFor()
  await look('report: a password is missing')
  await page.getByLabel(word('reports.out.password.use')).uncheck()
  await button('reports.out.make').tap()
  await button('reports.out.undrawable.anyway').waitFor()
  await look('report: a character that cannot be printed')
  await button('reports.out.undrawable.anyway').tap()
  await button('reports.out.ready.download').waitFor({ timeout: 60_000 })
  await look('report: the PDF is ready')
  const download = page.waitForEvent('download')
  await button('reports.out.ready.download').tap()
  await (await download).delete()
  await page.getByText(word('care-profile.report.handedOver.title')).waitFor()
  await look('report: handed over')
  await button('care-profile.report.handedOver.keep').tap()
  await button('care-profile.report.handedOver.remove').tap()
  await page.getByRole('dialog').waitFor()
  await look('report: remove the assessment')
  await button('care-profile.report.remove.no').tap()
  await button('care-profile.final.mark').tap()
  await page.getByRole('dialog').waitFor()
  await look('report: mark as final')
  await button('care-profile.final.yes').tap()
  await button('care-profile.final.reopen').waitFor()
  await look('report: final')
  await button('care-profile.final.reopen').tap()
  await page.getByRole('dialog').waitFor()
  await look('report: open it again')
  await button('care-profile.final.reopenNo').tap()

  await under('/item/A1a')
  await page.getByText(word('care-profile.final.readOnly')).waitFor()
  await look('item: final')
  await under('/item/Z9z')
  await heading('care-profile.unknownItem.title')
  await look('item: unknown')
  await page.goto(page.url().replace(/\/profile\/.*/, ''))
  await children.heading('Child A')
  await look('child: with an assessment')
  await page.goto(`${page.url()}/profile/no-such-assessment`)
  await heading('care-profile.open.not-found.title')
  await look('assessment: not on this device')

  /** From the first item to the summary: grades, some not scored, some that do not apply, one part set aside. */
  async function gradeTheRest() {
    await under('/item/A1a')
    await page.locator('[name^="grade-"]').first().waitFor()
    for (let position = 1; (await page.locator('[name^="grade-"]').count()) > 0; position++) {
      if (position % 9 === 4) await profile.notScored('not-seen')
      else if (position % 9 === 8) {
        await button('care-profile.notApplicable.open').tap()
        await page.locator('[name^="not-applicable-"]').last().check()
      } else await profile.grade((position % 5) + 1)
      const unreliable = page.locator('input[id^="not-reliable-"]').first()
      if ((await unreliable.count()) > 0 && !(await unreliable.isChecked())) {
        await unreliable.check()
        await expect(page.locator('textarea[id^="not-reliable-reason-"]')).toBeVisible()
        await look('item: a part that is not reliable')
      }
      if ((await page.locator('select[id^="band-"]').count()) > 0)
        await look(`item: a stage to choose (${position})`)
      await profile.next()
    }
  }
}
