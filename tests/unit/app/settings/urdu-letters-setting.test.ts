// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import UrduLettersSetting from '@/app/settings/UrduLettersSetting.vue'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { keptUrduLetters } from '@/languages/urdu-letters.ts'

it('keeps the letters for Urdu as soon as they are chosen, and says so', async () => {
  await loadMessages(['vault'], 'en-GB')
  const page = mount(UrduLettersSetting, { global: { plugins: [i18n] } })
  const [nastaliq, naskh] = page.findAll<HTMLInputElement>('input[type="radio"]')
  expect(nastaliq?.element.checked).toBe(true)
  await naskh?.setValue()
  expect(keptUrduLetters()).toBe('naskh')
  expect(page.get('[role="status"]').text()).toBe('Kept: Urdu is printed in Naskh.')
})
