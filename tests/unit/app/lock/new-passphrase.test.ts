// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { faultsOfNewPassphrase, type NewPassphraseFaults } from '@/app/lock/new-passphrase.ts'
import NewPassphrase from '@/app/lock/NewPassphrase.vue'
import { descriptionOf, show } from './screen.ts'

const STRONG = 'harbour violet kettle seventeen'

function form(faults: NewPassphraseFaults = {}) {
  return defineComponent(() => {
    const passphrase = ref('')
    const again = ref('')
    return () =>
      h(NewPassphrase, {
        id: 'new',
        faults,
        passphrase: passphrase.value,
        again: again.value,
        'onUpdate:passphrase': (typed: string) => (passphrase.value = typed),
        'onUpdate:again': (typed: string) => (again.value = typed),
      })
  })
}

describe('a new passphrase', () => {
  it('is told in words how good it is while it is typed', async () => {
    const wrapper = await show(form())
    const strength = () => wrapper.get('.strength [role="status"]').text()
    const said = new Map<string, string>()
    for (const typed of ['', '   ', 'violet', 'aaaaaaaaaaaaaaaa', STRONG, 'x'.repeat(1_000_000)]) {
      await wrapper.get('#new').setValue(typed)
      said.set(typed.slice(0, 40), strength())
    }
    expect(said.get('   ')).toMatch(/spaces/i)
    expect(said.get('violet')).toMatch(/too short/i)
    expect(said.get('aaaaaaaaaaaaaaaa')).toMatch(/guess/i)
    expect(said.get(STRONG)).toBe('Strong.')
    expect(said.get('x'.repeat(40))).toMatch(/too long/i)
    expect(new Set(said.values()).size).toBe(said.size)
    wrapper.unmount()
  })

  it('may be pasted and shown, and is not kept in a spelling service', async () => {
    const wrapper = await show(form())
    const field = wrapper.get('#new')
    expect(field.attributes()).toMatchObject({
      type: 'password',
      autocomplete: 'new-password',
      spellcheck: 'false',
    })
    expect(field.element.hasAttribute('onpaste')).toBe(false)
    await wrapper.get('[aria-controls="new"]').trigger('click')
    expect(field.attributes('type')).toBe('text')
    wrapper.unmount()
  })

  it('has its fault tied to its field', async () => {
    const wrapper = await show(form({ passphrase: 'common', again: 'again-differs' }))
    expect(descriptionOf(wrapper, 'new')).toMatch(/on many lists/)
    expect(wrapper.get('#new').attributes('aria-invalid')).toBe('true')
    expect(descriptionOf(wrapper, 'new-again')).toMatch(/not the same/)
    wrapper.unmount()
  })
})

describe('typing it twice', () => {
  it('catches a slip', () => {
    expect(faultsOfNewPassphrase(STRONG, '')).toEqual({ again: 'again-empty' })
    expect(faultsOfNewPassphrase(STRONG, `${STRONG}s`)).toEqual({ again: 'again-differs' })
    expect(faultsOfNewPassphrase(STRONG, STRONG.toUpperCase())).toEqual({ again: 'again-differs' })
    expect(faultsOfNewPassphrase(STRONG, STRONG)).toEqual({})
  })

  it('does not mind the space that a tablet adds after a suggested word', () => {
    expect(faultsOfNewPassphrase(STRONG, `${STRONG} `)).toEqual({})
  })

  it('speaks of one thing at a time', () => {
    expect(faultsOfNewPassphrase('violet', 'kettle')).toEqual({ passphrase: 'too-short' })
  })
})
