// @vitest-environment happy-dom
/** The family's screen as a whole. */
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  defineComponent,
  effectScope,
  h,
  onErrorCaptured,
  shallowRef,
  type Component,
  type EffectScope,
} from 'vue'
import BilingualText from '@/languages/family-view/BilingualText.vue'
import { useFamily, useFamilyPage, type FamilyPage } from '@/languages/family-view/family-page.ts'
import { useFamilyView } from '@/languages/family-view/family-view-store.ts'
import FamilyView from '@/languages/family-view/FamilyView.vue'
import { LANGUAGES } from '@/languages/languages.ts'
import type { Words } from '@/languages/words.ts'
import { FakeSpeech, fakeVoice } from './fake-speech.ts'
import { wordsIn } from './real-words.ts'

/** Languages whose words cannot be opened, and when that turns out. */
const broken = new Map<string, Promise<void>>()
vi.mock('@/languages/words.ts', async (original) => {
  const real = await original<typeof import('@/languages/words.ts')>()
  const openWords: typeof real.openWords = async (language, ...rest) => {
    const failure = broken.get(language)
    await failure
    if (failure) throw new Error(`no words in ${language}`)
    return real.openWords(language, ...rest)
  }
  return { ...real, openWords }
})

const Overview = defineComponent(() => () => [
  h(BilingualText, { as: 'h1', look: 'title', say: ({ text }: Words) => text('A.name') }),
  h(BilingualText, { say: ({ text }: Words) => text('A.about') }),
])
const overview: FamilyPage = { component: Overview, props: {}, rooms: [], folder: 'graded-care-profile' }

let pages: EffectScope
let page: VueWrapper | undefined
let speech: FakeSpeech
const thrown = vi.fn()
const left = vi.fn()
beforeEach(() => {
  setActivePinia(createPinia())
  pages = effectScope()
  speech = new FakeSpeech()
  vi.stubGlobal('speechSynthesis', speech)
  thrown.mockReset()
  left.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
  broken.clear()
  page?.unmount()
  page = undefined
  pages.stop()
  vi.unstubAllGlobals()
})

/** `null`: a page without anything for the family. */
async function open(language?: string, shown: FamilyPage | null = overview) {
  const content = shallowRef(shown)
  pages.run(() => {
    useFamilyPage(() => content.value)
    useFamily(() => ({ id: 'one', likely: language }))
  })
  const view = useFamilyView()
  view.open()
  page = mount(FamilyView, {
    attachTo: document.body,
    props: { onLeave: left },
    global: { config: { errorHandler: thrown } },
  })
  await vi.waitFor(() => expect(left.mock.calls.length > 0 || page?.find('main').exists()).toBe(true))
  await settled()
  return { page, view, content }
}
async function settled() {
  for (let turn = 0; turn < 5; turn++) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve))
  }
}
async function choose(language: string) {
  await page!.get('select.family__select').setValue(language)
  await vi.waitFor(() => expect(page!.find(`.pair [lang="${language}"]`).exists()).toBe(true))
  await settled()
}
const says = (words: string) => expect(page!.text()).toContain(words)

describe('the language', () => {
  it('is asked for where nobody knows it, each under its own name, and nothing else is shown', async () => {
    const { page } = await open()
    const names = page.findAll('.choose__own').map((name) => [name.attributes('lang'), name.text()])
    expect(names).toEqual(LANGUAGES.map(({ tag, ownName }) => [tag, ownName]))
    says('Which language would you like to read?')
    expect(page.find('.pair').exists()).toBe(false)
    expect(page.find('.hold').exists()).toBe(true)
  })

  it('that is touched is the language of the screen', async () => {
    const { page } = await open()
    const urdu = page.findAll('.choose__button').find((button) => button.text().includes('اردو'))!
    await urdu.trigger('click')
    await vi.waitFor(() => expect(page.find('.pair [lang="ur"]').exists()).toBe(true))
    expect(page.get('h1').text()).toBe(wordsIn('ur').text('A.name'))
    expect(page.get('.family').attributes()).toMatchObject({ lang: 'ur', dir: 'rtl' })
  })

  it('of the record is there at once, with the English beside it', async () => {
    const { page } = await open('ur')
    says(wordsIn('ur').text('A.about'))
    says(wordsIn('en-GB').text('A.about'))
    expect((page.get('select').element as HTMLSelectElement).value).toBe('ur')
    expect(document.activeElement).toBe(page.get('main').element)
  })

  it('changes both ways, and turns the page with it', async () => {
    const { page } = await open('ur')
    await choose('ar')
    says(wordsIn('ar').text('A.about'))
    await choose('en-GB')
    expect(page.get('.family').attributes('dir')).toBe('ltr')
    expect(page.findAll('.pair--single').length).toBe(page.findAll('.pair').length)
  })

  it('that is changed leaves what stood at the top of the screen where it was', async () => {
    const { page } = await open('ur')
    const box = page.get('.family').element as HTMLElement
    const isUrdu = () => page.find('.pair [lang="ur"]').exists()
    box.getBoundingClientRect = () => new DOMRect(0, 0, 300, 400)
    for (const [at, pair] of page.findAll('.pair').entries()) {
      pair.element.getBoundingClientRect = () =>
        new DOMRect(0, at * (isUrdu() ? 200 : 120) - box.scrollTop, 300, isUrdu() ? 200 : 120)
    }
    box.scrollTop = 200
    await choose('ar')
    expect(box.scrollTop).toBe(120)
  })

  it('that is changed quickly twice is the last one', async () => {
    const { page, view } = await open('ur')
    view.choose('ar')
    await Promise.resolve()
    view.choose('pl')
    await Promise.resolve()
    view.choose('ur')
    await settled()
    expect(page.get('h1').text()).toBe(wordsIn('ur').text('A.name'))
    expect(page.text()).not.toContain(wordsIn('ar').text('A.about'))
  })

  it('that is changed stops the reading', async () => {
    const { page } = await open('ur')
    await page.get('.aloud__button').trigger('click')
    const said = speech.said.length
    await choose('en-GB')
    expect(page.get('.aloud__button').text()).toContain('Read aloud')
    speech.end()
    expect(speech.said).toHaveLength(said)
  })
})

describe('reading aloud', () => {
  it('reads the screen from the top, pauses and goes on', async () => {
    const { page } = await open('ur')
    const [button] = page.findAll('.aloud__button')
    await button!.trigger('click')
    const first = speech.last.text
    const order = page.findAll('.pair__family').map((panel) => panel.text())
    expect(order[0]!.startsWith(first)).toBe(true)
    await button!.trigger('click')
    expect(button!.text()).toContain('Go on')
    await button!.trigger('click')
    expect(speech.last.text).toBe(first)
  })

  it('goes on in the new pace with the sentence it is at', async () => {
    const { page } = await open('ur')
    await page.get('.aloud__button').trigger('click')
    const { text, rate } = speech.last
    await page.get('.aloud__select').setValue('slow')
    expect(speech.last.text).toBe(text)
    expect(speech.last.rate).toBeLessThan(rate)
    await page.get('.aloud__button').trigger('click')
    const said = speech.said.length
    await page.get('.aloud__select').setValue('fast')
    expect(speech.said).toHaveLength(said)
  })

  it('says so where the device gives up', async () => {
    const { page } = await open('ur')
    await page.get('.aloud__button').trigger('click')
    speech.last.onerror?.()
    await settled()
    says(wordsIn('ur').t('family.aloud.failed'))
  })

  it('pauses when the screen is put away', async () => {
    const { page } = await open('ur')
    await page.get('.aloud__button').trigger('click')
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    expect(page.get('.aloud__button').text()).toContain('Go on')
  })

  it.each([
    ['has only voices that send the words away', () => [fakeVoice('ur-PK', false)]],
    ['has no voice for the language', () => [fakeVoice('en-GB')]],
  ])('is not offered where the device %s, and its place in the bar says why', async (_, voices) => {
    speech.voices = voices()
    const { page } = await open('ur')
    expect(page.find('.pair__aloud').exists()).toBe(false)
    const button = page.get('.family__bar .aloud__button')
    expect(button.attributes('aria-label')).toBe(wordsIn('ur').t('family.aloud.none'))
    expect(button.find('.icon--speaker-off').exists()).toBe(true)
    const why = page.get(`[id="${button.attributes('aria-controls')}"]`)
    expect([button.attributes('aria-expanded'), why.text()]).toEqual(['false', ''])
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(why.text()).toContain(wordsIn('ur').t('family.aloud.none'))
    expect(why.text()).toContain(wordsIn('en-GB').t('family.aloud.none'))
    await button.trigger('click')
    expect([button.attributes('aria-expanded'), why.text()]).toEqual(['false', ''])
    expect(speech.said).toEqual([])
  })

  it('is said to be missing on a device that cannot speak at all', async () => {
    Reflect.deleteProperty(globalThis, 'speechSynthesis')
    const { page } = await open('ur')
    await page.get('.family__bar .aloud__button').trigger('click')
    says(wordsIn('ur').t('family.aloud.noneAtAll'))
  })

  it('has its stop and its pace only while there is something to stop', async () => {
    const { page } = await open('ur')
    expect(page.findAll('.aloud__button')).toHaveLength(1)
    expect(page.find('.aloud__select').exists()).toBe(false)
    await page.get('.aloud__button').trigger('click')
    expect(page.findAll('.aloud__button')).toHaveLength(2)
    expect(page.find('.aloud__select').exists()).toBe(true)
  })

  it('is over when the screen goes', async () => {
    const { page } = await open('ur')
    await page.get('.aloud__button').trigger('click')
    const { cancelled } = speech
    page.unmount()
    expect(speech.cancelled).toBeGreaterThan(cancelled)
    expect(speech.isHeardBySomebody).toBe(false)
  })
})

describe('whether a person has checked it', () => {
  it('is said once at the top, with what to do, while nobody has', async () => {
    const { page } = await open('ur')
    expect(page.get('.family__check').text()).toContain('Translation not yet checked by a person')
    expect(page.get('.family__check').text()).toContain(wordsIn('ur').t('family.check.draft'))
    says(wordsIn('ur').t('family.check.explain'))
  })

  it('is no question in English', async () => {
    const { page } = await open('en-GB')
    expect(page.find('.family__check').exists()).toBe(false)
    expect(page.text()).not.toContain('not yet checked')
  })
})

describe('what is shown', () => {
  it('is what the page has for the family, and more about it at a touch, and back', async () => {
    const { page } = await open('ur')
    await page.get('.family__more').trigger('click')
    await settled()
    expect(page.get('h1').text()).toBe(wordsIn('ur').t('family.about.title'))
    await page.get('.family__more').trigger('click')
    await settled()
    expect(page.get('h1').text()).toBe(wordsIn('ur').text('A.name'))
  })

  it('is at the same place after more about it, which begins at its top', async () => {
    const { page } = await open('ur')
    const box = page.get('.family').element
    box.scrollTop = 240
    await page.get('.family__more').trigger('click')
    await settled()
    expect(box.scrollTop).toBe(0)
    box.scrollTop = 90
    await page.get('.family__more').trigger('click')
    await settled()
    expect(box.scrollTop).toBe(240)
  })

  it('is what this is about, where the page has nothing for the family', async () => {
    const { page } = await open('ur', null)
    expect(page.get('h1').text()).toBe(wordsIn('ur').t('family.about.title'))
    expect(page.find('.family__more').exists()).toBe(false)
  })

  it('follows the page underneath, once that has been opened', async () => {
    const { page, content } = await open('ur', null)
    const faults = vi.fn()
    const Late = defineComponent(() => {
      onErrorCaptured(faults)
      return () => h(Overview)
    })
    content.value = { ...overview, component: Late }
    await vi.waitFor(() => expect(page.get('h1').text()).toBe(wordsIn('ur').text('A.name')))
    await settled()
    expect(faults).not.toHaveBeenCalled()
    expect(page.get('h1').text()).toBe(wordsIn('ur').text('A.name'))
    expect(page.find('.family__failed').exists()).toBe(false)
    expect(thrown).not.toHaveBeenCalled()
  })

  it('is left by holding', async () => {
    const { page } = await open('ur')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await page.get('.hold').trigger('pointerdown', { button: 0 })
    vi.advanceTimersByTime(2000)
    expect(left).toHaveBeenCalledOnce()
  })
})

describe('a fault', () => {
  const faulty = (component: Component): FamilyPage => ({ ...overview, component })
  const Missing = defineComponent(() => () => [
    h(BilingualText, { say: ({ text }: Words) => text('A.about') }),
    h(BilingualText, { say: ({ text }: Words) => text('no such text') }),
  ])
  const Broken = defineComponent(() => () => {
    throw new Error('broken')
  })

  it.each([
    ['a text that is not there', Missing],
    ['a part that is broken', Broken],
  ])('of the page inside does not throw out of the family’s screen: %s', async (_, component) => {
    const { page } = await open('ur', faulty(component))
    expect(thrown).not.toHaveBeenCalled()
    says('This page could not be opened in this language.')
    await page.get('.aloud__button').trigger('click')
    expect(thrown).not.toHaveBeenCalled()
    expect(page.find('.hold').exists()).toBe(true)
  })

  it('of a language that cannot be opened is said, in English, until one is chosen that can', async () => {
    broken.set('ar', Promise.resolve())
    const { page, view } = await open('ur')
    view.choose('ar')
    await vi.waitFor(() => expect(page.find('.family__failed').exists()).toBe(true))
    says('This page could not be opened in this language.')
    says(wordsIn('en-GB').text('A.about'))
    expect(page.find('.hold').exists()).toBe(true)
    await choose('pl')
    expect(page.find('.family__failed').exists()).toBe(false)
    expect(thrown).not.toHaveBeenCalled()
  })

  it('of a language that has been changed again is no longer of interest', async () => {
    let fail = () => {}
    broken.set('ar', new Promise((resolve) => (fail = resolve)))
    const { page, view } = await open('ur')
    view.choose('ar')
    await settled()
    view.choose('ur')
    await settled()
    fail()
    await settled()
    expect(page.find('.family__failed').exists()).toBe(false)
  })

  it('in the English itself leads back at once: nobody stands before an empty screen', async () => {
    broken.set('en-GB', Promise.resolve())
    await open('ur')
    expect(left).toHaveBeenCalledOnce()
  })
})
