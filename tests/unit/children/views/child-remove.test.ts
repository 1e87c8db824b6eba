// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newChild } from '@/children/child.ts'
import { formIdOf } from '@/children/child-form.ts'
import { takeRemoval } from '@/children/just-removed.ts'
import ChildRemove from '@/children/views/ChildRemove.vue'
import { createFakeVault } from '../fake-vault.ts'
import { button, router, show, startDay } from './screen.ts'

let device: ReturnType<typeof createFakeVault>
vi.mock('@/vault/index.ts', () => ({
  useVault: () => device.vault,
  newId: () => device.newId(),
  VaultFailure: class extends Error {},
}))

let wrapper: VueWrapper

beforeEach(async () => {
  device = createFakeVault()
  startDay()
  device.put('a', 'child', newChild('AB'))
  await router.push('/child/a/remove')
})
afterEach(() => {
  wrapper.unmount()
  vi.useRealTimers()
  takeRemoval()
})

const IN_FILE = { childId: 'a', edits: 3, exported: { at: 1, edits: 3 } }
const NOT_IN_FILE = { childId: 'a', edits: 3 }

async function showRemoval(...assessments: object[]) {
  assessments.forEach((body, index) => device.put(`a${index}`, 'care-profile', body))
  wrapper = await show(ChildRemove, { childId: 'a' })
}

async function remove() {
  await button(wrapper, 'Remove from this device').trigger('click')
  await flushPromises()
}

describe('before a child is removed', () => {
  it('says who, and that there is no assessment', async () => {
    await showRemoval()
    expect(wrapper.get('h1').text()).toContain('AB')
    expect(wrapper.text()).toMatch(/no assessment of this child/)
    expect(wrapper.findAll('[data-goes] li')).toHaveLength(1)
  })

  it('says how many assessments go, and how many of them are in no file', async () => {
    await showRemoval(NOT_IN_FILE, IN_FILE, NOT_IN_FILE)
    expect(wrapper.get('[data-goes]').text()).toMatch(/3 assessments/)
    expect(wrapper.text()).toMatch(/2 of them are in no file yet/)
  })

  it('speaks of a single one as one', async () => {
    await showRemoval(NOT_IN_FILE)
    expect(wrapper.get('[data-goes]').text()).toMatch(/1 assessment$/)
    expect(wrapper.text()).toMatch(/it is in no file yet/i)
  })

  it('says so when everything is in a PDF', async () => {
    await showRemoval(IN_FILE, IN_FILE)
    expect(wrapper.text()).toMatch(/everything here is in a pdf already/i)
    expect(wrapper.text()).not.toMatch(/in no file/)
  })

  it('offers the safe answer first, and touches nothing by itself', async () => {
    await showRemoval(NOT_IN_FILE)
    expect(wrapper.get('.govuk-button-group').element.firstElementChild?.textContent).toContain('Keep')
    expect(device.ids()).toEqual(['a', 'a0'])
  })
})

describe('removing', () => {
  it('leaves nothing of the child, the unfinished form included, and nobody else is touched', async () => {
    device.put(formIdOf('a'), 'child-form', { form: null })
    device.put('b', 'child', newChild('CD'))
    await showRemoval(NOT_IN_FILE)
    await remove()
    expect(device.ids()).toEqual(['b'])
    expect(router.currentRoute.value.name).toBe('home')
    expect(takeRemoval()).toBe(true)
  })

  it('says so when it was refused, and the child is still there', async () => {
    await showRemoval(NOT_IN_FILE)
    device.fake.refuse = true
    await remove()
    expect(wrapper.get('[role="alert"]').text()).toMatch(/not removed/)
    expect(device.ids()).toEqual(['a', 'a0'])
    expect(takeRemoval()).toBe(false)
  })

  it('is possible for a record that cannot be read', async () => {
    device.put('x', 'child', { schema: 1 })
    wrapper = await show(ChildRemove, { childId: 'x' })
    expect(wrapper.get('h1').text()).toMatch(/this record/)
    await remove()
    expect(device.ids()).toEqual(['a'])
  })
})
