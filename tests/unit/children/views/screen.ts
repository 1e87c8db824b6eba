/** Shows a screen about children with its real words, at an address, on a fixed day. */
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import { defineComponent, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n, loadMessages } from '@/languages/i18n.ts'

/** Midday: the same day in each of the time zones the tests are run under. */
export const NOW = new Date(2026, 2, 12, 12).getTime()

const blank = defineComponent(() => () => null)

export const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', name: 'home', component: blank },
    { path: '/child/new', name: 'child-new', component: blank },
    { path: '/child/:childId', name: 'child', component: blank },
    { path: '/child/:childId/edit', name: 'child-edit', component: blank },
    { path: '/child/:childId/remove', name: 'child-remove', component: blank },
  ],
})

export function startDay(): void {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  setActivePinia(createPinia())
}

export async function show(screen: Component, props: Record<string, unknown> = {}): Promise<VueWrapper> {
  await loadMessages(['app', 'children'])
  const wrapper = mount(screen, { props, attachTo: document.body, global: { plugins: [i18n, router] } })
  await flushPromises()
  return wrapper
}

export function descriptionOf(wrapper: VueWrapper, fieldId: string): string {
  const ids = wrapper.get(`#${fieldId}`).attributes('aria-describedby') ?? ''
  return ids
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => wrapper.get(`#${id}`).text())
    .join(' ')
}

export function button(wrapper: VueWrapper, label: string) {
  const found = wrapper.findAll('button').find((candidate) => candidate.text() === label)
  if (!found) throw new Error(`no button: ${label}`)
  return found
}
