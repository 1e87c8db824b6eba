/** What the open page has for the family, and in whose language: nothing of one family is left for the next. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue'
import {
  openFamily,
  openFamilyPage,
  useFamily,
  useFamilyPage,
  type Family,
  type FamilyPage,
} from '@/languages/family-view/family-page.ts'
import { useFamilyView } from '@/languages/family-view/family-view-store.ts'

const component = { render: () => null }
const showing = (name: string): FamilyPage => ({
  component,
  props: { name },
  rooms: [],
  folder: 'graded-care-profile',
})
function opened(use: () => void): EffectScope {
  const scope = effectScope()
  scope.run(use)
  return scope
}
const family = (id: string, likely?: string): Family => ({ id, likely })

beforeEach(() => setActivePinia(createPinia()))

describe('what a page has for the family', () => {
  it('is there while the page is open, and goes with it', () => {
    expect(openFamilyPage().value).toBeUndefined()
    const page = opened(() => useFamilyPage(() => showing('overview')))
    expect(openFamilyPage().value).toMatchObject({ props: { name: 'overview' } })
    page.stop()
    expect(openFamilyPage().value).toBeUndefined()
  })

  it('follows what happens on the page', async () => {
    const item = shallowRef<string | undefined>('A1a')
    const page = opened(() => useFamilyPage(() => (item.value === undefined ? null : showing(item.value))))
    item.value = 'A1b'
    await nextTick()
    expect(openFamilyPage().value).toMatchObject({ props: { name: 'A1b' } })
    item.value = undefined
    await nextTick()
    expect(openFamilyPage().value).toBeUndefined()
    page.stop()
  })

  it('is no longer moved by a page that has gone', async () => {
    const item = shallowRef('A1a')
    const last = opened(() => useFamilyPage(() => showing(item.value)))
    last.stop()
    const next = opened(() => useFamilyPage(() => showing('summary')))
    item.value = 'A1b'
    await nextTick()
    expect(openFamilyPage().value).toMatchObject({ props: { name: 'summary' } })
    next.stop()
  })
})

describe('the language of the family’s screen', () => {
  it('is not known until somebody chooses, where the record does not say', () => {
    const page = opened(() => useFamily(() => family('one')))
    const view = useFamilyView()
    expect(view.language).toBeUndefined()
    view.choose('pl')
    expect(view.language).toBe('pl')
    page.stop()
  })

  it('is the one in the record until another is chosen', () => {
    const page = opened(() => useFamily(() => family('one', 'ur')))
    const view = useFamilyView()
    expect(view.language).toBe('ur')
    view.choose('ar')
    expect(view.language).toBe('ar')
    page.stop()
  })

  it('is each family’s own, and there again when their page is opened again', () => {
    const view = useFamilyView()
    const first = opened(() => useFamily(() => family('one', 'ur')))
    view.choose('ar')
    first.stop()
    expect(openFamily().value).toBeUndefined()
    expect(view.language).toBeUndefined()
    const second = opened(() => useFamily(() => family('two', 'pl')))
    expect(view.language).toBe('pl')
    second.stop()
    const again = opened(() => useFamily(() => family('one', 'ur')))
    expect(view.language).toBe('ar')
    again.stop()
  })
})

describe('the grades on the family’s screen', () => {
  it('are hidden again each time it is left', () => {
    const view = useFamilyView()
    expect([view.isOpen, view.showsGrades]).toEqual([false, false])
    view.open()
    view.showsGrades = true
    view.close()
    expect([view.isOpen, view.showsGrades]).toEqual([false, false])
    view.open()
    expect([view.isOpen, view.showsGrades]).toEqual([true, false])
  })
})
