/** One touch turns the screen into the family's and nothing is lost by it. */
import type { Page } from '@playwright/test'
import { ChildrenPages } from '../pages/children.ts'
import { FamilyPages } from '../pages/family.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'

async function atAnItem(page: Page, origin: string): Promise<{ profile: ProfilePages; family: FamilyPages }> {
  await page.goto(origin)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  const profile = new ProfilePages(page)
  await profile.start('Carer A')
  return { profile, family: new FamilyPages(page) }
}

test('a half-typed word, the cursor in it and the place on the page are there again afterwards', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  const { profile, family } = await atAnItem(page, site.origin)
  await profile.grade(2)
  await profile.addEvidence('The cup was cle')
  const box = page.getByLabel(word('care-profile.evidence.box.seen'))
  await box.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 7))
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(0)

  await family.open()
  await family.chooseFirst('ur')
  for (const language of ['pl', 'ar', 'en-GB', 'ur']) await family.change(language)
  await family.leave()

  await expect(box).toBeFocused()
  await expect(box).toHaveValue('The cup was cle')
  expect(
    await box.evaluate((element: HTMLTextAreaElement) => [element.selectionStart, element.selectionEnd]),
  ).toEqual([4, 7])
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('another language shows at the same place, with the language list still in focus', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  const { family } = await atAnItem(page, site.origin)
  await family.open()
  await family.chooseFirst('pl')
  const third = (language: string) =>
    family.side('family').filter({ hasText: profileText('A1a.child.3', language) })
  const top = async (language: string) => (await third(language).boundingBox())?.y ?? NaN
  await third('pl').evaluate((element) => element.closest('.pair')?.scrollIntoView({ block: 'start' }))
  const before = await top('pl')
  await family.screen.locator('.family__select').focus()
  for (const language of ['ur', 'ro', 'ckb']) {
    await family.change(language)
    expect(Math.abs((await top(language)) - before)).toBeLessThan(40)
    await expect(family.screen.locator('.family__select')).toBeFocused()
  }
})

test('opens at the top, also when the language is already known', async ({ tablet, site }) => {
  const page = await tablet.start()
  const { family } = await atAnItem(page, site.origin)
  await family.open()
  await family.chooseFirst('ur')
  await family.leave()
  await family.open()
  await family.ready('ur')
  expect(await family.scrollTop()).toBe(0)
  await expect(family.screen.locator('.family__check')).toBeInViewport({ ratio: 1 })
})

test('more about this, and back, is back at the same place; the grades show without moving their button', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  const { family } = await atAnItem(page, site.origin)
  await family.open()
  await family.chooseFirst('ur')
  const toggle = family.screen.locator('.item__toggle')
  await toggle.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const place = await family.scrollTop()
  expect(place).toBeGreaterThan(0)
  const barEnd = await family.barHeight()
  const before = await toggle.boundingBox()
  expect(before?.y).toBeGreaterThanOrEqual(barEnd)
  expect(before?.y).toBeLessThan(barEnd + 30)
  await toggle.tap()
  await expect(toggle).toContainText(word('care-profile-family.item.hideGrades'))
  expect((await toggle.boundingBox())?.y).toBe(before?.y)
  await family.more()
  expect(await family.scrollTop()).toBe(0)
  await family.more()
  expect(await family.scrollTop()).toBe(place)
})

test("a tap does not leave it, nor does the device's own way back; locking needs the passphrase", async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  const { profile, family } = await atAnItem(page, site.origin)
  await profile.addEvidence('Not for the family')
  await family.open()
  await family.chooseFirst('ro')
  await family.screen.locator('.hold').tap()
  await page.waitForTimeout(300)
  await expect(family.screen).toBeVisible()
  await page.goBack()
  await page.goForward()
  await expect(family.screen).toBeVisible()
  await expect(page.getByText('Not for the family')).toBeHidden()
  await page.reload()
  await expect(page.getByLabel(word('vault.unlock.passphrase'), { exact: true })).toBeVisible()
})

test('a keyboard or a switch is asked once more, and can leave', async ({ tablet, site }) => {
  const page = await tablet.start()
  const { family } = await atAnItem(page, site.origin)
  await family.open()
  await family.chooseFirst('pl')
  await family.screen.locator('.hold').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button').last().tap()
  await expect(family.screen).toHaveCount(0)
})

test("the record's language is the one that opens, for each child its own", async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  await new LockPages(page).setUp()
  const children = new ChildrenPages(page)
  const family = new FamilyPages(page)
  await children.add()
  await page.getByRole('link', { name: word('children.child.edit') }).tap()
  await page.getByRole('button', { name: word('children.form.addLanguage') }).tap()
  await page.getByRole('combobox', { name: word('children.form.languageName') }).fill('Punjabi')
  await page.getByRole('button', { name: word('children.edit.done') }).tap()
  await page.getByRole('heading', { level: 1, name: 'Child A' }).waitFor()
  await family.open()
  await family.ready('pa')
  await family.leave()
  await page.getByRole('banner').getByRole('link').first().tap()
  await children.add({ reference: 'Child B' })
  await family.open()
  await expect(family.screen.locator('.choose')).toBeVisible()
  await expect(family.screen.getByText('Child A')).toHaveCount(0)
})

/** The device's voices, in place of the browser's: what is spoken is written down, and each sentence ends at once or waits. */
async function withVoices(page: Page, voices: { lang: string; localService: boolean }[]): Promise<void> {
  await page.addInitScript((given) => {
    const spoken: { text: string; lang: string; local: boolean }[] = []
    const waiting: SpeechSynthesisUtterance[] = []
    const fake = {
      getVoices: () =>
        given.map((voice) => ({ ...voice, name: voice.lang, default: false, voiceURI: voice.lang })),
      speak: (utterance: SpeechSynthesisUtterance) => {
        const voice = Reflect.get(utterance, 'voice') as { localService: boolean } | null
        spoken.push({ text: utterance.text, lang: utterance.lang, local: voice?.localService ?? false })
        waiting.push(utterance)
      },
      cancel: () => waiting.splice(0),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }
    class Utterance {
      voice: unknown = null
      lang = ''
      rate = 1
      onend: (() => void) | null = null
      onerror: (() => void) | null = null
      constructor(readonly text: string) {}
    }
    Object.defineProperty(window, 'speechSynthesis', { value: fake })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.assign(window, {
      __spoken: spoken,
      __endSentence: () => (waiting.shift()?.onend as (() => void) | null)?.(),
    })
  }, voices)
}

const spoken = (page: Page) =>
  page.evaluate(() => Reflect.get(window, '__spoken') as { text: string; lang: string; local: boolean }[])
const endSentence = (page: Page) =>
  page.evaluate(() => (Reflect.get(window, '__endSentence') as () => void)())

test("reads aloud with the device's own voice, sentence by sentence, and marks where it is", async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  await withVoices(page, [
    { lang: 'pl-PL', localService: false },
    { lang: 'pl-PL', localService: true },
  ])
  const { family } = await atAnItem(page, site.origin)
  await family.open()
  await family.chooseFirst('pl')
  const marked = family.screen.locator('.pair__read')
  await family.screen
    .getByRole('button', { name: word('family.aloud.read', {}, 'pl') })
    .first()
    .tap()
  await expect(marked).toHaveCount(1)
  const first = (await marked.textContent())?.trim()
  await endSentence(page)
  await expect(marked).toHaveCount(1)
  expect((await marked.textContent())?.trim()).not.toBe(first)
  const second = (await marked.textContent())?.trim()
  await family.screen.getByRole('button', { name: word('family.aloud.pause', {}, 'pl') }).tap()
  await family.screen.getByRole('button', { name: word('family.aloud.goOn', {}, 'pl') }).tap()
  const said = await spoken(page)
  expect(said.map(({ text }) => text)).toEqual([first, second, second])
  expect(said.every(({ local }) => local)).toBe(true)
  await family.screen.getByRole('button', { name: word('family.aloud.stop', {}, 'pl') }).tap()
  await expect(marked).toHaveCount(0)
})

/** CSS pixels: one row of the tallest of our letters, with its room. */
const ONE_ROW = { 390: 72, 820: 100 } as const
for (const [width, height] of [
  [390, 844],
  [820, 1180],
] as const) {
  test(`the bar stays one row while it reads, in every language, ${width} wide`, async ({ tablet, site }) => {
    const page = await tablet.start()
    await page.setViewportSize({ width, height })
    const languages = ['ur', 'ckb', 'ar', 'pa', 'pl', 'ro', 'en-GB']
    await withVoices(
      page,
      languages.map((lang) => ({ lang, localService: true })),
    )
    const { family } = await atAnItem(page, site.origin)
    await family.open()
    await family.chooseFirst('ur')
    for (const language of languages) {
      await family.change(language)
      await expect(family.screen.locator('.aloud__select')).toHaveCount(0)
      expect(await family.barHeight()).toBeLessThan(ONE_ROW[width])
      await family.screen
        .getByRole('button', { name: word('family.aloud.read', {}, language), exact: false })
        .first()
        .tap()
      await expect(family.screen.locator('.aloud__select')).toBeVisible()
      expect(await family.barHeight()).toBeLessThan(ONE_ROW[width])
      for (const key of ['family.aloud.pause', 'family.aloud.stop', 'family.view.more'] as const)
        await expect(family.screen.getByRole('button', { name: word(key, {}, language) })).toBeVisible()
    }
  })
}

test('says plainly when the device has no voice of its own for the language', async ({ tablet, site }) => {
  const page = await tablet.start()
  await withVoices(page, [
    { lang: 'ur-PK', localService: false },
    { lang: 'en-GB', localService: true },
  ])
  const { family } = await atAnItem(page, site.origin)
  await family.open()
  await family.chooseFirst('ur')
  const why = family.side('family').getByText(word('family.aloud.none', {}, 'ur'))
  const button = family.screen.getByRole('button', { name: word('family.aloud.none', {}, 'ur') })
  await expect(why).toHaveCount(0)
  await button.tap()
  await expect(why).toBeInViewport()
  const [bottom, top] = [await button.boundingBox(), await why.boundingBox()]
  expect(top?.y).toBeGreaterThanOrEqual((bottom?.y ?? NaN) + (bottom?.height ?? NaN))
  await button.tap()
  await expect(why).toHaveCount(0)
  await expect(family.screen.getByRole('button', { name: word('family.aloud.read', {}, 'ur') })).toHaveCount(
    0,
  )
  expect(await spoken(page)).toEqual([])
})
