// @vitest-environment happy-dom
/** For whom a copy is, and in which language. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import CopyChoice from '@/care-profile/components/CopyChoice.vue'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { LANGUAGES } from '@/languages/languages.ts'

let page: VueWrapper | undefined
beforeAll(() => loadMessages(['care-profile']))
afterEach(() => page?.unmount())

function choice(props: Partial<{ language: string; mayStandAlone: boolean }> = {}) {
  page = mount(CopyChoice, {
    props: { language: 'ur', mayStandAlone: false, whose: 'family', mode: 'both', ...props },
    global: { plugins: [i18n] },
  })
  return page
}
const modes = () =>
  page!.findAll('input[name="copy-mode"]').map((input) => (input.element as HTMLInputElement).value)

describe('a copy', () => {
  it('is for the record or for the family, and it is said what is in each', async () => {
    const page = choice()
    expect(page.text()).toContain('No notes, and nothing that other people told you.')
    await page.get('input[value="record"]').setValue(true)
    expect(page.emitted('update:whose')).toEqual([['record']])
  })

  it('can be in every language on offer', async () => {
    const page = choice({ language: 'en-GB' })
    const offered = page.findAll('option').map((option) => option.attributes('value'))
    expect(offered).toEqual(LANGUAGES.map(({ tag }) => tag))
    await page.get('select').setValue('pl')
    expect(page.emitted('language')).toEqual([['pl']])
  })

  it('asks for nothing more where the family reads English', () => {
    choice({ language: 'en-GB' })
    expect(modes()).toEqual([])
    expect(page!.text()).not.toContain('Not yet')
  })

  it('is in English or side by side while nobody has checked all of it, and it is said why not alone', () => {
    const page = choice()
    expect(modes()).toEqual(['english', 'both'])
    expect(page.text()).toContain('In Urdu alone:')
    expect(page.text()).toContain('nobody has checked every sentence of this translation')
  })

  it('may be in the family’s language alone where a person has checked all of it', async () => {
    const page = choice({ mayStandAlone: true })
    expect(modes()).toEqual(['english', 'both', 'family'])
    expect(page.text()).not.toContain('nobody has checked')
    await page.get('input[value="family"][name="copy-mode"]').setValue(true)
    expect(page.emitted('update:mode')).toEqual([['family']])
  })
})
