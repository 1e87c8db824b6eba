/** The whole first job, as a health visitor does it: installed once, then no network to the end. */
import { LockPages } from '../pages/lock.ts'
import { CHILD_A, ChildrenPages } from '../pages/children.ts'
import { ProfilePages } from '../pages/profile.ts'
import { lettersOf, pdfPages } from '../pdf-text.ts'
import { installed } from '../offline/installed.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'

const ITEMS_FROM_TWO_YEARS = 32

test('from an empty tablet to the PDF in the case record, with the server stopped', async ({
  tablet,
  site,
}) => {
  test.setTimeout(240_000)
  const page = await tablet.start()
  await page.goto(site.origin)
  await installed(page)
  await site.stop()
  await page.reload()

  const lock = new LockPages(page)
  const children = new ChildrenPages(page)
  const profile = new ProfilePages(page)

  await lock.setUp()
  await lock.lock()
  await lock.unlock()

  await children.add()
  await profile.start('Carer A')

  const noted: string[] = []
  const names: string[] = []
  for (let position = 1; position <= ITEMS_FROM_TWO_YEARS; position++) {
    names.push(await profile.itemName())
    if (position === 15) await profile.doesNotApply('no-diagnosis')
    else if (position === 20) await profile.notScored('not-seen')
    else {
      await profile.grade((position % 3) + 1)
      const note = `Note ${position}: what was seen on the visit, in plain words.`
      await profile.addEvidence(note, position % 2 ? 'seen' : 'carer-said')
      noted.push(note)
    }
    await profile.next()
  }
  expect(new Set(names).size).toBe(ITEMS_FROM_TWO_YEARS)

  // The summary shows what is not scored as just that, and no total anywhere.
  await expect(
    page.getByRole('heading', { level: 1, name: word('care-profile.summary.title') }),
  ).toBeVisible()
  await expect(page.getByText(word('care-profile.summary.unscored'))).toBeVisible()
  await expect(page.getByRole('img').first()).toBeVisible()

  // Made as a draft, then final.
  await profile.openReport()
  const draft = await pdfPages(await (await profile.makePdf()).path())
  expect(lettersOf(draft.join(' '))).toContain('DRAFT')

  await page.getByRole('button', { name: word('care-profile.final.mark') }).tap()
  await page.getByRole('button', { name: word('care-profile.final.yes') }).tap()
  const file = await (await profile.makePdf()).path()
  const pages = await pdfPages(file)
  const text = lettersOf(pages.join(' '))
  expect(text).not.toContain('DRAFT')
  expect(text).toContain(lettersOf(CHILD_A.reference))
  for (const note of noted) expect(text).toContain(lettersOf(note))
  for (const name of names) expect(text).toContain(lettersOf(name))
  expect(text).toContain(lettersOf(profileText('A1a.child.2')))
  pages.forEach((one, index) =>
    expect(lettersOf(one)).toContain(lettersOf(`Page ${index + 1} of ${pages.length}`)),
  )

  // Handed over: the draft goes from the device.
  await page.getByRole('button', { name: word('care-profile.report.handedOver.remove') }).tap()
  await page.getByRole('button', { name: word('care-profile.report.remove.yes') }).tap()
  await expect(page.getByText(word('care-profile.list.none'))).toBeVisible()

  expect(tablet.requests.filter((url) => !url.startsWith(site.origin) && !url.startsWith('blob:'))).toEqual(
    [],
  )
})
