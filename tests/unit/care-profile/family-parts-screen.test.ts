// @vitest-environment happy-dom
/** What a family sees of the profile on the screen: strengths first, nothing of the notes, no number unless it is chosen. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, nextTick, type Component } from 'vue'
import type { Assessment } from '@/care-profile/assessment.ts'
import FamilyItem from '@/care-profile/family/FamilyItem.vue'
import FamilyOverview from '@/care-profile/family/FamilyOverview.vue'
import FamilyProfile from '@/care-profile/family/FamilyProfile.vue'
import { structure } from '@/care-profile/structure.ts'
import { summarise } from '@/care-profile/summary.ts'
import { createPassages, provideFamilyContext } from '@/languages/family-view/context.ts'
import { useFamilyView } from '@/languages/family-view/family-view-store.ts'
import { createReader } from '@/languages/read-aloud/reader.ts'
import { LANGUAGES_WITH_WORDS, wordsIn } from '../languages/real-words.ts'
import { begun, graded, itemsOf } from './family.ts'
import { fullAssessment, nobodyInterpreted } from './full-case.ts'

let page: VueWrapper | undefined
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

function show(component: Component, props: Record<string, unknown>, language = 'en-GB') {
  const words = computed(() => ({ family: wordsIn(language), english: wordsIn('en-GB') }))
  const Screen = defineComponent(() => {
    provideFamilyContext({ words, reader: createReader(() => language), passages: createPassages() })
    return () => h(component, props)
  })
  return (page = mount(Screen, { attachTo: document.body }))
}
const profile = (assessment: Assessment, rest: Record<string, unknown> = {}, language?: string) =>
  show(FamilyProfile, { summary: summarise(structure, itemsOf(assessment), assessment), ...rest }, language)
const headings = () => page!.findAll('h2').map((heading) => heading.text())
const text = wordsIn('en-GB').text

describe.each(LANGUAGES_WITH_WORDS)('the profile for the family in %s', (language) => {
  it('shows no evidence, no note, no own view and no difficulty, with grades or without', async () => {
    profile(nobodyInterpreted, { withNext: true }, language)
    expect(page!.html()).not.toContain('PRIVATE')
    useFamilyView().showsGrades = true
    await nextTick()
    expect(page!.html()).not.toContain('PRIVATE')
    expect(page!.text()).not.toContain('R. Shah')
  })

  it('shows the words that were chosen, and a grade only when it is asked for', async () => {
    profile(graded({ A1a: 1, A2a: 5 }), {}, language)
    const { t, text } = wordsIn(language)
    expect(page!.text()).toContain(text('A2a.5'))
    const grade = t('care-profile-family.item.grade', { grade: '5' })
    expect(page!.text()).not.toContain(grade)
    await page!.get('.profile__toggle').trigger('click')
    expect(page!.text()).toContain(grade)
    await page!.get('.profile__toggle').trigger('click')
    expect(page!.text()).not.toContain(grade)
  })
})

describe('the profile for the family', () => {
  it('begins with what goes well, whatever was graded first', () => {
    profile(graded({ A1a: 5, A1b: 3, A1c: 1 }))
    expect(headings().slice(0, 3)).toEqual([
      'What goes well',
      'What goes well on some days',
      'What we are worried about',
    ])
    const items = page!.findAll('.profile__item h3').map((name) => name.text())
    expect(items).toEqual([text('A1c.name'), text('A1b.name'), text('A1a.name')])
  })

  it('has no heading over nothing', () => {
    profile(graded({ A1a: 1 }))
    expect(headings()).toEqual(['What goes well', 'What we have not looked at'])
  })

  it('says that nothing has been graded, and offers no grades to show', () => {
    profile(begun)
    expect(page!.text()).toContain('Nothing has been graded yet.')
    expect(page!.find('.profile__toggle').exists()).toBe(false)
    page!.unmount()
    profile(graded({ A1a: 1 }))
    expect(page!.text()).not.toContain('Nothing has been graded yet.')
  })

  it('says what comes next and what signing means only where a copy is made', () => {
    profile(fullAssessment)
    expect(page!.text()).not.toContain('It does not mean that I agree')
    page!.unmount()
    profile(fullAssessment, { withNext: true })
    expect(page!.text()).toContain('It does not mean that I agree with all of it.')
    expect(headings().at(-2)).toBe('What happens next')
  })
})

describe('an item for the family', () => {
  const item = itemsOf(begun).find(({ id }) => id === 'A2a')!
  const cards = () => page!.findAll('.item__card')
  const show3 = (language?: string) => show(FamilyItem, { item, chosen: 3 }, language)

  it('shows the five descriptions from the best on, without numbers and without what was chosen', () => {
    show3()
    expect(cards().map((card) => card.text())).toEqual([1, 2, 3, 4, 5].map((grade) => text(`A2a.${grade}`)))
    expect(page!.find('.item__card--chosen').exists()).toBe(false)
  })

  it('shows numbers, and the one that was chosen, when the practitioner chooses so', async () => {
    show3()
    await page!.get('.item__toggle').trigger('click')
    expect(page!.get('.item__toggle').text()).toContain('Hide the grades')
    expect(cards().map((card) => card.get('.item__number').text())).toEqual(['1', '2', '3', '4', '5'])
    const chosen = cards().map((card) => card.text().includes('Chosen today'))
    expect(chosen).toEqual([false, false, true, false, false])
    await page!.get('.item__toggle').trigger('click')
    expect(page!.find('.item__number').exists()).toBe(false)
    expect(page!.find('.item__card--chosen').exists()).toBe(false)
  })

  it('has nothing chosen where nothing was', async () => {
    show(FamilyItem, { item, chosen: null })
    await page!.get('.item__toggle').trigger('click')
    expect(page!.text()).not.toContain('Chosen today')
  })

  it.each(LANGUAGES_WITH_WORDS)('has everything in %s beside the English', (language) => {
    show3(language)
    const own = wordsIn(language).text
    for (const key of ['A2a.name', 'A2a.lookFor', 'A2a.1', 'A2a.5']) {
      expect(page!.text()).toContain(own(key))
      expect(page!.text()).toContain(text(key))
    }
  })

  it('is in the words for the child’s age', () => {
    const banded = itemsOf(begun).find(({ textKey, id }) => textKey !== id)!
    show(FamilyItem, { item: banded, chosen: null })
    expect(page!.text()).toContain(text(`${banded.textKey}.1`))
  })
})

describe('what will be looked at, for the family', () => {
  it.each(LANGUAGES_WITH_WORDS)(
    'names every area and part, and what they should know before, in %s',
    (language) => {
      show(FamilyOverview, { structure }, language)
      const { t, text } = wordsIn(language)
      for (const area of structure.areas) {
        expect(page!.text()).toContain(text(`${area.id}.about`))
        for (const { id } of area.subAreas) expect(page!.text()).toContain(text(`${id}.about`))
      }
      for (const line of ['told', 'questions', 'stop', 'share'])
        expect(page!.text()).toContain(t(`care-profile-family.begin.${line}`))
    },
  )

  it('has one title, and headings in order', () => {
    show(FamilyOverview, { structure })
    expect(page!.findAll('h1')).toHaveLength(1)
    const levels = page!.findAll('h1, h2, h3').map(({ element }) => Number(element.tagName.slice(1)))
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1))
  })
})
