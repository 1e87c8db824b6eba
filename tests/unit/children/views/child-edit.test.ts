// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newChild, type Child } from '@/children/child.ts'
import { formIdOf } from '@/children/child-form.ts'
import type { CivilDate } from '@/children/civil-date.ts'
import ChildEdit from '@/children/views/ChildEdit.vue'
import ChildNew from '@/children/views/ChildNew.vue'
import ChildPage from '@/children/views/ChildPage.vue'
import { createFakeVault } from '../fake-vault.ts'
import { descriptionOf, router, show, startDay } from './screen.ts'

let device: ReturnType<typeof createFakeVault>
vi.mock('@/vault/index.ts', () => ({ useVault: () => device.vault, newId: () => device.newId() }))

let wrapper: VueWrapper
const SAVED: Child = {
  ...newChild('AB'),
  birth: { kind: 'born', date: '2023-11-10' as CivilDate },
  notes: 'before',
}

beforeEach(async () => {
  device = createFakeVault()
  startDay()
  await router.push('/')
})
afterEach(() => {
  wrapper.unmount()
  vi.useRealTimers()
})

const reference = () => wrapper.get<HTMLInputElement>('#child-reference').element.value

/** As when the page is left: what is waiting goes to the disk. */
async function leave() {
  wrapper.unmount()
  const { useChildren } = await import('@/children/children-store.ts')
  await useChildren().close()
  await flushPromises()
}

describe('changing the details', () => {
  beforeEach(async () => {
    device.put('a', 'child', SAVED)
    wrapper = await show(ChildEdit, { childId: 'a' })
  })

  it('saves without a button', async () => {
    await wrapper.get('#child-notes').setValue('after')
    await leave()
    expect(device.onDisk('a')).toEqual({ ...SAVED, notes: 'after' })
    expect(device.ids()).toEqual(['a'])
  })

  it('does not save a fault as the record, and loses nothing of what was typed', async () => {
    await wrapper.get('#child-reference').setValue('x'.repeat(200))
    await wrapper.get('#child-notes').setValue('after')
    await leave()
    expect(device.onDisk('a')).toEqual({ ...SAVED, notes: 'after' })
    wrapper = await show(ChildEdit, { childId: 'a' })
    expect(reference()).toBe('x'.repeat(200))
    expect(descriptionOf(wrapper, 'child-reference')).toMatch(/room for 80/)
  })

  it('forgets the unfinished form when all is well again', async () => {
    await wrapper.get('#child-reference').setValue('')
    await leave()
    expect(device.onDisk(formIdOf('a'))).toMatchObject({ form: { reference: '' } })
    wrapper = await show(ChildEdit, { childId: 'a' })
    await wrapper.get('#child-reference').setValue('CD')
    await leave()
    expect(device.onDisk(formIdOf('a'))).toEqual({ form: null })
    expect(device.onDisk('a')).toMatchObject({ reference: 'CD' })
  })

  it('writes nothing when nothing was changed', async () => {
    await wrapper.get('#child-reference').setValue(' AB ')
    await leave()
    expect(device.ids()).toEqual(['a'])
    expect((await device.vault.records.read('a'))?.revision).toBe(1)
  })

  it('lists the faults, and stays, when Done is pressed with one', async () => {
    await router.push('/child/a/edit')
    await wrapper.get('#child-reference').setValue('')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('.govuk-error-summary a').attributes('href')).toBe('#child-reference')
    expect(router.currentRoute.value.name).toBe('child-edit')
    await wrapper.get('#child-reference').setValue('CD')
    expect(wrapper.find('.govuk-error-summary').exists()).toBe(false)
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('child')
  })

  it('is reminded of on the page of the child', async () => {
    await wrapper.get('#child-reference').setValue('')
    await leave()
    wrapper = await show(ChildPage, { childId: 'a' })
    expect(wrapper.get('h1').text()).toBe('AB')
    expect(wrapper.text()).toMatch(/another look/)
  })
})

describe('adding a child', () => {
  async function add() {
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }

  it('needs the reference and nothing else', async () => {
    wrapper = await show(ChildNew)
    await add()
    expect(descriptionOf(wrapper, 'child-reference')).toMatch(/type a reference/i)
    expect(device.ids()).toEqual([])
    await wrapper.get('#child-reference').setValue('CD')
    await add()
    const childId = String(router.currentRoute.value.params['childId'])
    expect(device.onDisk(childId)).toEqual(newChild('CD'))
  })

  it('keeps what was typed when one is called away, and lets one start empty', async () => {
    wrapper = await show(ChildNew)
    await wrapper.get('#child-reference').setValue('CD')
    await leave()
    wrapper = await show(ChildNew)
    expect(reference()).toBe('CD')
    const [startEmpty] = wrapper.findAll('button')
    await startEmpty?.trigger('click')
    await flushPromises()
    expect(reference()).toBe('')
    await leave()
    wrapper = await show(ChildNew)
    expect(reference()).toBe('')
  })

  it('does not offer a child who was added as unfinished', async () => {
    wrapper = await show(ChildNew)
    await wrapper.get('#child-reference').setValue('CD')
    await flushPromises()
    await add()
    await leave()
    wrapper = await show(ChildNew)
    expect(reference()).toBe('')
  })
})

describe('a child who is not here', () => {
  it('is said kindly', async () => {
    wrapper = await show(ChildPage, { childId: 'nobody' })
    expect(wrapper.get('h1').text()).toMatch(/not on this device/)
    expect(wrapper.get('a').attributes('href')).toBe('/')
  })
})
