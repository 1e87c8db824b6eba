/** The translator's desk: which language, a text with everything open, the glossary and the file. */
import { DeskPages } from '../pages/desk.ts'
import { word } from '../words.ts'
import type { Walk } from './tour.ts'

export async function deskTour({ site, page, look }: Walk): Promise<void> {
  const desk = new DeskPages(page)
  await page.goto(`${site.origin}/#/translate`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await look('desk: which language')
  for (const language of ['Urdu', 'Polish']) {
    await desk.open(site.origin, language)
    await desk.part('graded-care-profile/A1')
    await desk.suggest('A1a.baby.1', 'x {name}')
    await desk.press('desk.text.context', desk.text('A1a.baby.1'))
    await desk.press('desk.text.mark', desk.text('A1.name'))
    await look(`desk: a text with everything open, ${language}`)
    await page.getByText(word('desk.terms.all')).tap()
    await page.getByText(word('desk.back.title'), { exact: true }).tap()
    await desk.press('desk.back.look')
    await desk.press('desk.file.save')
    await look(`desk: glossary and file, ${language}`)
  }
}
