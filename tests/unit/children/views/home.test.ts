// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newChild, type Child } from '@/children/child.ts'
import type { CivilDate } from '@/children/civil-date.ts'
import { noteRemoval } from '@/children/just-removed.ts'
import HomePage from '@/children/views/HomePage.vue'
import { createFakeVault } from '../fake-vault.ts'
import { button, show, startDay } from './screen.ts'

let device: ReturnType<typeof createFakeVault>
vi.mock('@/vault/index.ts', () => ({ useVault: () => device.vault, newId: () => device.newId() }))

let wrapper: VueWrapper

beforeEach(() => {
  device = createFakeVault()
  startDay()
})
afterEach(() => {
  wrapper.unmount()
  vi.useRealTimers()
})

const child = (reference: string, changes: Partial<Child> = {}): Child => ({
  ...newChild(reference),
  ...changes,
})
const rows = () => wrapper.findAll('[data-child-row]')
const find = (typed: string) => wrapper.get('#find-child').setValue(typed)

describe('the home screen', () => {
  it('is kind when there is nobody yet', async () => {
    wrapper = await show(HomePage)
    expect(wrapper.text()).toMatch(/no one here yet/i)
    expect(wrapper.get('a').attributes('href')).toBe('/child/new')
    expect(wrapper.find('#find-child').exists()).toBe(false)
  })

  it('shows who, how old, when last changed, and what is in no file yet', async () => {
    device.put('a', 'child', child('AB', { birth: { kind: 'born', date: '2023-11-10' as CivilDate } }))
    device.put('b', 'child', child('CD'))
    device.put('a1', 'care-profile', { childId: 'a', edits: 3 })
    wrapper = await show(HomePage)
    const [first, second] = rows().map((row) => row.text())
    // The fake device saves at the epoch, which is another day west of Greenwich.
    const saved = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(0)
    expect(first).toMatch(new RegExp(`AB.*2 years 4 months.*Changed on ${saved}.*Not in a file yet`))
    expect(second).toMatch(/CD.*Age not known/)
    expect(second).not.toMatch(/Not in a file/)
    expect(wrapper.text()).toMatch(/2 children/)
  })

  it('finds a reference in any case, without its accents, and in Urdu', async () => {
    for (const reference of ['Łukasz', 'Zoë', 'علی']) device.put(reference, 'child', child(reference))
    wrapper = await show(HomePage)
    for (const [typed, found] of [
      ['LUKASZ', 'Łukasz'],
      ['zoe', 'Zoë'],
      ['علی', 'علی'],
    ] as const) {
      await find(typed)
      expect(rows().map((row) => row.get('a').text())).toEqual([found])
    }
    expect(wrapper.text()).toMatch(/1 of 3/)
  })

  it('says how to go on when nobody is found', async () => {
    device.put('a', 'child', child('AB'))
    wrapper = await show(HomePage)
    await find('zzz')
    expect(rows()).toHaveLength(0)
    expect(wrapper.text()).toMatch(/0 of 1/)
    await button(wrapper, 'Show all').trigger('click')
    expect(rows()).toHaveLength(1)
  })

  it('shows hostile text as text', async () => {
    device.put('a', 'child', child('<img src=x onerror=alert(1)>'))
    wrapper = await show(HomePage)
    expect(wrapper.find('img').exists()).toBe(false)
    expect(rows()[0]?.text()).toContain('<img src=x onerror=alert(1)>')
  })

  it('names a record that cannot be read, and shows the others', async () => {
    device.put('a', 'child', child('AB'))
    device.put('b', 'child', { schema: 1, reference: 7 })
    device.put('c', 'child', { schema: 2 })
    wrapper = await show(HomePage)
    expect(rows()).toHaveLength(1)
    expect(wrapper.text()).toMatch(/newer version/)
    expect(wrapper.text()).toMatch(/cannot be read/)
  })

  it('says once that a child was removed', async () => {
    noteRemoval()
    wrapper = await show(HomePage)
    expect(wrapper.text()).toMatch(/nothing of this child is left/i)
    wrapper.unmount()
    wrapper = await show(HomePage)
    expect(wrapper.text()).not.toMatch(/nothing of this child is left/i)
  })

  it('says so when the list could not be read, and tries again', async () => {
    device.put('a', 'child', child('AB'))
    device.fake.locked = true
    wrapper = await show(HomePage)
    expect(wrapper.get('[role="alert"]').text()).toMatch(/could not be read/)
    expect(wrapper.text()).not.toMatch(/no one here yet/i)
    device.unlock()
    await button(wrapper, 'Try again').trigger('click')
    await vi.waitFor(() => expect(rows()).toHaveLength(1))
  })
})
