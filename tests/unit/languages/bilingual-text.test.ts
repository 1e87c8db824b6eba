// @vitest-environment happy-dom
/** One thing said in two languages on the family's screen. */
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, effectScope, h, nextTick } from 'vue'
import AboutForFamily from '@/languages/family-view/AboutForFamily.vue'
import BilingualText from '@/languages/family-view/BilingualText.vue'
import BothLabels from '@/languages/family-view/BothLabels.vue'
import { LANGUAGES } from '@/languages/languages.ts'
import { keepUrduLetters } from '@/languages/urdu-letters.ts'
import type { Words } from '@/languages/words.ts'
import { FakeSpeech, fakeVoice } from './fake-speech.ts'
import { panelsOf, showToFamily, type Showing } from './family-screen.ts'
import { LANGUAGES_WITH_WORDS, messageFileOf, wordsIn } from './real-words.ts'

const BACK = 'family.view.back'
const READ = 'family.about.part.disagree'
const say =
  (key: string) =>
  ({ t }: Words) =>
    t(key)

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
  keepUrduLetters('nastaliq')
})
function show(key: string, showing: Showing = {}, props: Record<string, unknown> = {}) {
  const screen = showToFamily(BilingualText, { say: say(key), ...props }, showing)
  page = screen.page
  return screen
}

/** Two of them, of which `draft` is unchecked. */
function showTwo(isChecked: (key: string) => boolean) {
  const Two = defineComponent(() => () => [
    h(BilingualText, { say: say(BACK) }),
    h(BilingualText, { say: say(READ) }),
  ])
  const screen = showToFamily(Two, {}, { family: wordsIn('ur', isChecked) })
  page = screen.page
  return screen
}

describe('what is said to a family', () => {
  const others = LANGUAGES_WITH_WORDS.filter((tag) => tag !== 'en-GB')

  it.each(others)('stands in %s first and in English beside it, each with its own direction', (language) => {
    const { page } = show(BACK, { family: wordsIn(language) })
    const { direction } = LANGUAGES.find(({ tag }) => tag === language)!
    expect(panelsOf(page)).toEqual([
      { lang: language, dir: direction, text: wordsIn(language).t(BACK) },
      { lang: 'en-GB', dir: 'ltr', text: 'Back to where we were' },
    ])
  })

  it('stands once for a family that reads English', () => {
    const { page } = show(BACK, { family: wordsIn('en-GB') })
    expect(panelsOf(page)).toEqual([{ lang: 'en-GB', dir: 'ltr', text: 'Back to where we were' }])
  })

  it('changes with the family’s language, and the English stays', async () => {
    const { page, speak } = show(BACK)
    speak(wordsIn('ar'))
    await nextTick()
    expect(panelsOf(page).map(({ lang }) => lang)).toEqual(['ar', 'en-GB'])
  })

  it('is in the letters that were chosen for Urdu', () => {
    keepUrduLetters('naskh')
    const { page } = show(BACK)
    expect(page.find('[lang="ur"]').attributes('data-letters')).toBe('naskh')
    expect(page.find('[lang="en-GB"]').attributes('data-letters')).toBe('alphabet')
  })

  it('is a heading once: the English beside it is none', () => {
    const { page } = show(BACK, {}, { as: 'h1', look: 'title' })
    expect(page.findAll('h1')).toHaveLength(1)
    expect(page.get('h1').element.closest('[lang]')?.getAttribute('lang')).toBe('ur')
  })

  it('on a button stands in both languages, one above the other, and once in English', () => {
    const labels = (family: Words) => {
      const screen = showToFamily(BothLabels, { say: say(BACK) }, { family })
      const found = panelsOf(screen.page)
      screen.page.unmount()
      return found.map(({ lang, dir }) => [lang, dir])
    }
    expect(labels(wordsIn('ur'))).toEqual([
      ['ur', 'rtl'],
      ['en-GB', 'ltr'],
    ])
    expect(labels(wordsIn('en-GB'))).toEqual([['en-GB', 'ltr']])
  })
})

describe('reading aloud', () => {
  it('marks the sentence that is read, and no other', async () => {
    const { page, speech } = show(READ)
    const marked = () => page.findAll('[aria-current]').map((sentence) => sentence.text())
    expect(marked()).toEqual([])
    await page.get('button').trigger('click')
    const all = speech.texts
    expect(marked()).toEqual(all)
    speech.end()
    await nextTick()
    expect(speech.texts).toHaveLength(2)
    expect(marked()).toEqual([speech.last.text])
    expect(page.text()).toContain(wordsIn('ur').t(READ))
  })

  it('reads on from the text that was touched, in the order of the screen, and never the English', async () => {
    const { page, speech } = showTwo(() => true)
    await page.findAll('button')[1]!.trigger('click')
    const urdu = wordsIn('ur').t(READ)
    expect(urdu.startsWith(speech.last.text)).toBe(true)
    await page.findAll('button')[0]!.trigger('click')
    expect(speech.last.text).toBe(wordsIn('ur').t(BACK))
    speech.end()
    expect(urdu.startsWith(speech.last.text)).toBe(true)
    for (const { lang } of speech.said) expect(lang).toBe('ur-PK')
  })

  it('is not offered where the device has no voice of its own for the language', () => {
    const away = new FakeSpeech([fakeVoice('ur-PK', false), fakeVoice('en-GB')])
    expect(show(READ, { speech: away }).page.find('button').exists()).toBe(false)
  })

  it('is offered at the text, not at every heading and small print', () => {
    expect(show(READ).page.find('button').exists()).toBe(true)
    for (const look of ['title', 'heading', 'small-heading', 'small']) {
      page?.unmount()
      expect(show(READ, {}, { look }).page.find('button').exists()).toBe(false)
    }
  })

  it('has a name for its button in the family’s language', () => {
    expect(show(READ).page.get('button').attributes('aria-label')).toBe(
      wordsIn('ur').t('family.aloud.readThis'),
    )
  })

  it('reads nothing that has left the screen', () => {
    const { passages, page: screen } = showTwo(() => true)
    expect(passages.inOrder()).toHaveLength(2)
    screen.unmount()
    expect(passages.inOrder()).toEqual([])
  })
})

describe('the mark of a translation that nobody has checked', () => {
  const flags = (screen: VueWrapper) =>
    screen.findAll('.pair').map((pair) => pair.text().includes(wordsIn('ur').t('family.check.draft')))

  it('stands at the unchecked ones where some are checked', async () => {
    const { page, passages } = showTwo((key) => key !== READ)
    await nextTick()
    expect(passages.standing.value).toBe('some')
    expect(flags(page)).toEqual([false, true])
  })

  it('is not at each where all are alike: the screen says it once', async () => {
    const drafts = showTwo(() => false)
    await nextTick()
    expect(drafts.passages.standing.value).toBe('draft')
    expect(flags(drafts.page)).toEqual([false, false])
    drafts.page.unmount()
    const checked = showTwo(() => true)
    await nextTick()
    expect(checked.passages.standing.value).toBe('checked')
    expect(flags(checked.page)).toEqual([false, false])
  })
})

it('a text that is not there counts as unchecked, is not read, and does not take the rest of the screen', () => {
  const { passages } = showTwo(() => true)
  const missing = () => {
    throw new Error('no such text')
  }
  const scope = effectScope()
  const place = document.body.appendChild(document.createElement('p'))
  scope.run(() => {
    passages.keep('broken', { sentences: missing, element: () => place, isChecked: missing })
  })
  expect(passages.standing.value).toBe('some')
  expect(passages.inOrder().map(({ sentences }) => sentences.length > 0)).toEqual([true, true, false])
  scope.stop()
  place.remove()
})

describe('what this is, for the family', () => {
  const keysIn = (messages: object): string[] =>
    Object.values(messages).flatMap((inner: unknown) =>
      typeof inner === 'string' ? [inner] : keysIn(inner as object),
    )

  it.each(LANGUAGES_WITH_WORDS)('leaves out nothing that is written for it, in %s', (language) => {
    const screen = showToFamily(AboutForFamily, {}, { family: wordsIn(language) })
    page = screen.page
    const shown = page.findAll(`[lang="${language}"] .pair__words`).map((words) => words.text())
    const { about } = messageFileOf(language, 'family') as { about: object }
    expect([...shown].sort()).toEqual(keysIn(about).sort())
  })

  it('is in order: one title, parts under it, words under the last', () => {
    page = showToFamily(AboutForFamily, {}, { family: wordsIn('en-GB') }).page
    expect(page.findAll('h1')).toHaveLength(1)
    expect(page.findAll('h2').map((heading) => heading.text())).toEqual([
      'What this is',
      'Why we do it',
      'Your part in it',
      'What happens with what we write',
      'Your language',
      'Words you may hear',
    ])
    expect(page.findAll('h3').map((heading) => heading.text())).toContain('Was not brought')
  })
})
