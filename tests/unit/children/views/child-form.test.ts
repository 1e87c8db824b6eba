// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, ref } from 'vue'
import { newChild, type Child } from '@/children/child.ts'
import { emptyChildForm, savableFrom } from '@/children/child-form.ts'
import { childFormFrom, type ChildForm as Form } from '@/children/child-validation.ts'
import type { CivilDate } from '@/children/civil-date.ts'
import ChildForm from '@/children/components/ChildForm.vue'
import { todayHere } from '@/children/today.ts'
import { createFakeVault } from '../fake-vault.ts'
import { button, descriptionOf, show, startDay } from './screen.ts'

let device: ReturnType<typeof createFakeVault>
vi.mock('@/vault/index.ts', () => ({ useVault: () => device.vault, newId: () => device.newId() }))

let wrapper: VueWrapper
let form: { value: Form }

beforeEach(() => {
  device = createFakeVault()
  startDay()
})
afterEach(() => {
  wrapper.unmount()
  vi.useRealTimers()
})

async function showForm(start: Form = { ...emptyChildForm(), reference: 'AB' }) {
  const typed = ref(start)
  form = typed
  const today = todayHere()
  const page = defineComponent(() => {
    const savable = computed(() => savableFrom(typed.value, newChild('AB'), today, 'en-GB'))
    return () =>
      h(ChildForm, {
        modelValue: typed.value,
        'onUpdate:modelValue': (now: Form) => (typed.value = now),
        savable: savable.value,
        today,
      })
  })
  wrapper = await show(page)
}

async function typeDate(day: string, month: string, year: string) {
  await wrapper.get('#child-birth').setValue(day)
  await wrapper.get('#child-birth-month').setValue(month)
  await wrapper.get('#child-birth-year').setValue(year)
}

const age = () => wrapper.get('[data-age]').text()
const error = () => wrapper.find('#child-birth-error')

describe('the date of birth', () => {
  beforeEach(async () => {
    await showForm()
    await wrapper.get('#child-birth-kind').setValue(true)
  })

  it('shows the age under it at once', async () => {
    await typeDate('10', '11', '2023')
    expect(age()).toBe('2 years 4 months')
    await typeDate('1', '3', '2026')
    expect(age()).toBe('11 days')
  })

  it.each([
    ['1', '1', '1875', /older than 25/],
    ['1', '1', '2099', /still to come/],
    ['31', '2', '2024', /29 days/],
  ])('says at once what cannot be: %s %s %s', async (day, month, year, words) => {
    await typeDate(day, month, year)
    expect(error().text()).toMatch(words)
    expect(age()).toBe('')
    expect(form.value.birth.typed).toEqual({ day, month, year })
  })

  it('does not tell anyone off in the middle of a date', async () => {
    await wrapper.get('#child-birth').setValue('3')
    expect(error().exists()).toBe(false)
    await wrapper.get('#child-birth').trigger('focusout', {
      relatedTarget: wrapper.get('#child-birth-month').element,
    })
    expect(error().exists()).toBe(false)
    await wrapper.get('#child-birth').trigger('focusout', { relatedTarget: null })
    await vi.waitFor(() => expect(error().text()).toMatch(/month is missing/))
  })

  it('says that someone of 18 is an adult in law, and lets it be', async () => {
    await typeDate('12', '3', '2008')
    expect(wrapper.text()).toMatch(/18 or over/)
    expect(error().exists()).toBe(false)
  })
})

describe('a child who is not born yet', () => {
  it('has weeks of pregnancy and weeks to wait', async () => {
    await showForm()
    await wrapper.get('#child-birth-kind-due').setValue(true)
    await typeDate('14', '5', '2026')
    expect(age()).toBe('31 weeks of pregnancy, due in 9 weeks')
  })
})

describe('a field with a fault', () => {
  it('has its message tied to it, and what is typed stays', async () => {
    await showForm()
    const long = 'x'.repeat(1_000_000)
    await wrapper.get('#child-reference').setValue(long)
    expect(descriptionOf(wrapper, 'child-reference')).toMatch(/1,000,000 characters.*room for 80/)
    expect(wrapper.get('#child-reference').attributes('aria-invalid')).toBe('true')
    expect(wrapper.get<HTMLInputElement>('#child-reference').element.value).toHaveLength(long.length)
  })

  it('is asked for a reference only after it was left empty', async () => {
    await showForm()
    await wrapper.get('#child-reference').setValue('   ')
    expect(descriptionOf(wrapper, 'child-reference')).not.toMatch(/type a reference/i)
    await wrapper.get('#child-reference').trigger('focusout')
    await vi.waitFor(() => expect(descriptionOf(wrapper, 'child-reference')).toMatch(/type a reference/i))
  })

  it('waits with its message until a press is over, so that no button moves away under it', async () => {
    await showForm()
    await wrapper.get('#child-reference').setValue('')
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await wrapper.get('#child-reference').trigger('focusout')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(descriptionOf(wrapper, 'child-reference')).not.toMatch(/type a reference/i)
    document.body.dispatchEvent(new Event('pointerup', { bubbles: true }))
    await vi.waitFor(() => expect(descriptionOf(wrapper, 'child-reference')).toMatch(/type a reference/i))
  })

  it('says that something invisible came with the text', async () => {
    await showForm()
    await wrapper.get('#child-reference').setValue('AB\u202Egnp.exe')
    expect(wrapper.text()).toMatch(/invisible/)
  })

  it('shows hostile text as text', async () => {
    await showForm({ ...emptyChildForm(), reference: '<img src=x onerror=alert(1)>' })
    expect(wrapper.find('img').exists()).toBe(false)
  })
})

describe('people', () => {
  it('are added with the cursor in the new row, taken out, and put back', async () => {
    await showForm()
    await button(wrapper, 'Add a person').trigger('click')
    await flushPromises()
    expect(document.activeElement?.id).toBe('child-people-0-reference')
    await wrapper.get('#child-people-0-reference').setValue('Nan')
    await wrapper
      .findAll('button')
      .find((one) => one.text().includes('Remove Nan'))
      ?.trigger('click')
    await flushPromises()
    expect(form.value.people).toEqual([])
    expect(document.activeElement?.id).toBe('child-people')
    await button(wrapper, 'Put back').trigger('click')
    await flushPromises()
    expect(form.value.people[0]?.reference).toBe('Nan')
  })

  it('take any relationship, with some to pick from', async () => {
    await showForm()
    await button(wrapper, 'Add a person').trigger('click')
    await flushPromises()
    const field = wrapper.get('#child-people-0-relationship')
    const list = wrapper.get(`#${field.attributes('list')}`)
    expect(list.findAll('option').map((option) => option.attributes('value'))).toContain('Foster carer')
    await field.setValue('خالہ')
    expect(form.value.people[0]?.relationship).toBe('خالہ')
  })
})

describe('what of a form with faults is saved', () => {
  const TODAY = '2026-03-12' as CivilDate
  const saved: Child = {
    ...newChild('AB'),
    birth: { kind: 'born', date: '2023-11-10' as CivilDate },
    notes: 'before',
  }
  const start = () => childFormFrom(saved)
  const child = (typed: Form) => savableFrom(typed, saved, TODAY, 'en-GB').child

  it('is every field without one', async () => {
    await showForm()
    const typed = { ...start(), reference: ' ', notes: 'after' }
    expect(child(typed)).toEqual({ ...saved, notes: 'after' })
  })

  it('leaves the date that was there while the new one is no date', () => {
    const typed = { ...start(), notes: 'after' }
    typed.birth = { kind: 'born', typed: { day: '31', month: '2', year: '2024' } }
    expect(child(typed)).toEqual({ ...saved, notes: 'after' })
  })

  it('keeps a date that has become doubtful since it was saved', () => {
    const long: Child = { ...saved, birth: { kind: 'due', date: '2024-01-01' as CivilDate } }
    const typed = { ...childFormFrom(long), notes: 'after' }
    expect(savableFrom(typed, long, TODAY, 'en-GB').child).toEqual({ ...long, notes: 'after' })
  })
})
