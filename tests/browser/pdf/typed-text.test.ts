/** Whatever is typed stands in the PDF, or is named before the file is made. */
import { LockPages } from '../pages/lock.ts'
import { ChildrenPages } from '../pages/children.ts'
import { ProfilePages } from '../pages/profile.ts'
import { lettersOf, pdfPages } from '../pdf-text.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'

const LONG = Array.from({ length: 500 }, (_, index) => `visit${index}`).join(' ')
const SIXTY_LETTERS = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt'
const URDU = 'بچے کو گھر کا کھانا پسند ہے'

test('long evidence, a 60-letter word and Urdu are in the PDF as typed; an emoji is named before it is made', async ({
  tablet,
  site,
}) => {
  expect(LONG.length).toBeGreaterThan(4_300)
  expect(SIXTY_LETTERS).toHaveLength(60)
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  await profile.grade(3)
  await profile.addEvidence(`${LONG}\n${SIXTY_LETTERS}\n${URDU}\nThe child drew a 🦊 and named it.`)
  await profile.saved()
  await page.goto(page.url().replace(/\/item\/.*$/, '/summary'))
  await profile.openReport()

  await page.getByRole('button', { name: word('reports.out.make') }).tap()
  await expect(page.getByText(word('reports.out.undrawable.meaning'))).toBeVisible()
  await expect(page.locator('.out')).toContainText('🦊')
  await page.getByRole('button', { name: word('reports.out.undrawable.anyway') }).tap()
  await expect(page.getByText(word('reports.out.ready.notEncrypted'))).toBeVisible({ timeout: 60_000 })
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: word('reports.out.ready.download') }).tap()
  const download = await waiting
  // The name of the file is seen in download lists: it says nothing of the child.
  expect(download.suggestedFilename()).not.toContain('Child')

  // Head and foot stand between the pages of one long note.
  const text = lettersOf((await pdfPages(await download.path())).join(' ')).replace(
    /(GradedCareProfile)?DRAFTChildA\d{1,2}[A-Z][a-z]+\d{4}Page\d+of\d+/g,
    '',
  )
  expect(text.includes(lettersOf(LONG)), 'the long note, whole').toBe(true)
  expect(text).toContain(SIXTY_LETTERS)
  expect(text).toContain(lettersOf(URDU))
  expect(text).toContain(lettersOf('The child drew a'))
  // What was not scored is said to be just that, not left out.
  expect(text).toContain(lettersOf('1 graded'))
})
