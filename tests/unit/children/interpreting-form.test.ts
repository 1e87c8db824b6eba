// @vitest-environment happy-dom
/** Saying who interpreted, on the screen. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import InterpretingForm from '@/children/components/InterpretingForm.vue'
import type { Interpreting } from '@/children/interpreting.ts'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { LANGUAGES } from '@/languages/languages.ts'

let page: VueWrapper | undefined
beforeAll(() => loadMessages(['children', 'interpreting']))
afterEach(() => page?.unmount())

/** Keeps what is said, as the assessment does. */
function form(from?: Interpreting, likelyLanguage?: string) {
  const kept = shallowRef(from)
  const Page = defineComponent(
    () => () =>
      h(InterpretingForm, {
        interpreting: kept.value,
        likelyLanguage,
        onChange: (said: Interpreting) => (kept.value = said),
      }),
  )
  page = mount(Page, { attachTo: document.body, global: { plugins: [i18n] } })
  const open = page
  const choose = (group: string, value: string) =>
    open.get(`input[name="interpreting-${group}"][value="${value}"]`).setValue(true)
  const type = (field: string, text: string) => open.get(`#interpreting-${field}`).setValue(text)
  const valueOf = (field: string) => (open.get(`#interpreting-${field}`).element as HTMLInputElement).value
  return { open, kept, choose, type, valueOf }
}

describe('saying who interpreted', () => {
  it('asks no more than who, until that is said', () => {
    const { open } = form()
    expect(open.findAll('input').every((input) => input.attributes('name') === 'interpreting-who')).toBe(true)
    expect(open.findAll('input[name="interpreting-who"]')).toHaveLength(5)
  })

  it('keeps who, the language and dialect, and how, as they are typed', async () => {
    const { kept, choose, type } = form()
    await choose('who', 'professional')
    expect(kept.value).toEqual({ who: 'professional', name: '', language: '', dialect: '' })
    await type('name', 'S. Noor, 4711')
    await type('language', 'Urdu')
    await type('dialect', 'Mirpuri')
    await choose('mode', 'phone')
    expect(kept.value).toEqual({
      who: 'professional',
      name: 'S. Noor, 4711',
      language: 'Urdu',
      dialect: 'Mirpuri',
      mode: 'phone',
    })
  })

  it('begins with the language in the record, and offers those that we have', async () => {
    const { open, choose, kept, valueOf } = form(undefined, 'Polish')
    await choose('who', 'staff')
    expect(valueOf('language')).toBe('Polish')
    expect(kept.value).toMatchObject({ who: 'staff', language: 'Polish' })
    const offered = open.findAll('datalist option').map((option) => option.attributes('value'))
    for (const { englishName } of LANGUAGES) expect(offered).toContain(englishName)
  })

  it('does not write the language of the record over another that was said', () => {
    const { valueOf } = form({ who: 'staff', name: '', language: 'Pashto', dialect: '' }, 'Polish')
    expect(valueOf('language')).toBe('Pashto')
  })

  it('lets names and languages be typed in either direction', async () => {
    const { open, choose } = form()
    await choose('who', 'professional')
    for (const field of ['name', 'language', 'dialect'])
      expect(open.get(`#interpreting-${field}`).attributes('dir')).toBe('auto')
  })
})

describe('a relative or a child who interpreted', () => {
  it.each([
    ['relative', 'They may leave things out or add to them'],
    ['child', 'A child should not have to carry this'],
  ] as const)('is kept as it was, with a warning and its reason: %s', async (who, reason) => {
    const { open, kept, choose } = form()
    await choose('who', who)
    expect(kept.value).toMatchObject({ who })
    expect(open.get('[aria-live]').text()).toContain(reason)
    expect(open.get('[aria-live]').text()).toContain('Talk again with a professional interpreter.')
  })

  it('is not warned of any more once it was somebody else', async () => {
    const { open, choose } = form({ who: 'child', name: '', language: '', dialect: '' })
    expect(open.get('[aria-live]').text()).not.toBe('')
    for (const who of ['professional', 'staff']) {
      await choose('who', who)
      expect(open.get('[aria-live]').text()).toBe('')
    }
  })
})

describe('nobody who interpreted', () => {
  it('takes the place of who was said before at once, and the reason may follow', async () => {
    const { open, kept, choose, type } = form()
    await choose('who', 'relative')
    await choose('who', 'nobody')
    expect(kept.value).toEqual({ who: 'nobody', note: '' })
    expect(open.find('#interpreting-name').exists()).toBe(false)
    await choose('reason', 'declined')
    await type('note', 'Asked twice.')
    expect(kept.value).toEqual({ who: 'nobody', reason: 'declined', note: 'Asked twice.' })
  })
})

describe('an answer that is changed and changed back', () => {
  it('has everything that was typed for it', async () => {
    const { kept, choose, type, valueOf } = form()
    await choose('who', 'professional')
    await type('name', 'S. Noor')
    await type('dialect', 'Mirpuri')
    await choose('mode', 'video')
    await choose('who', 'nobody')
    await choose('reason', 'other')
    await type('note', 'The line broke.')
    await choose('who', 'professional')
    expect([valueOf('name'), valueOf('dialect')]).toEqual(['S. Noor', 'Mirpuri'])
    expect(kept.value).toMatchObject({ who: 'professional', name: 'S. Noor', mode: 'video' })
    expect(kept.value).not.toHaveProperty('note')
    await choose('who', 'nobody')
    expect(valueOf('note')).toBe('The line broke.')
    expect(kept.value).toEqual({ who: 'nobody', reason: 'other', note: 'The line broke.' })
  })

  it('shows again what was kept, when it is opened another day', () => {
    const first = form({ who: 'relative', name: 'Aunt', language: 'Urdu', dialect: '', mode: 'face' })
    expect(first.valueOf('name')).toBe('Aunt')
    expect((first.open.get('input[value="face"]').element as HTMLInputElement).checked).toBe(true)
    first.open.unmount()
    const second = form({ who: 'nobody', reason: 'declined', note: 'Asked twice.' })
    expect(second.valueOf('note')).toBe('Asked twice.')
    expect((second.open.get('input[value="declined"]').element as HTMLInputElement).checked).toBe(true)
  })
})
