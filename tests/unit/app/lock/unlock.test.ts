// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import Unlock from '@/app/lock/Unlock.vue'
import type { LockReason } from '@/vault/index.ts'
import { button, createVaultForScreens, descriptionOf, show } from './screen.ts'

let vault: ReturnType<typeof createVaultForScreens>
let wrapper: VueWrapper
vi.mock('@/vault/index.ts', async (original) => ({
  ...(await original<object>()),
  useVault: () => vault,
}))

beforeEach(() => {
  vault = createVaultForScreens()
})
afterEach(() => {
  wrapper.unmount()
  vi.useRealTimers()
})

async function showLocked(reason: LockReason, retryAt: number | null = null) {
  vault.state = { status: 'locked', reason, retryAt }
  wrapper = await show(Unlock)
  await flushPromises()
}

async function open(passphrase: string) {
  await wrapper.get('#passphrase').setValue(passphrase)
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

describe('the lock', () => {
  it('asks for one thing, with the cursor in it', async () => {
    await showLocked('start')
    expect(wrapper.findAll('input')).toHaveLength(1)
    expect(document.activeElement?.id).toBe('passphrase')
  })

  it.each([
    ['idle', /by itself/],
    ['asked', /you locked it/i],
    ['clock', /clock/],
    ['other-tab', /another tab/],
  ] as const)('says why it locked: %s', async (reason, words) => {
    await showLocked(reason)
    expect(wrapper.text()).toMatch(words)
  })

  it('says nothing of a reason when the page was only opened', async () => {
    await showLocked('start')
    expect(wrapper.find('[role="status"]').exists()).toBe(false)
  })

  it('says beside the field that the passphrase was wrong, and keeps what was typed', async () => {
    await showLocked('start')
    vault.unlock.mockResolvedValueOnce({ ok: false, reason: 'wrong', retryAt: null })
    button(wrapper, 'Open').element.focus()
    await open('kettle harbour')
    expect(descriptionOf(wrapper, 'passphrase')).toMatch(/not the passphrase/)
    expect(wrapper.get<HTMLInputElement>('#passphrase').element.value).toBe('kettle harbour')
    expect(document.activeElement?.id).toBe('passphrase')
  })

  it('does not spend a try on nothing', async () => {
    await showLocked('start')
    await open('  ')
    expect(vault.unlock).not.toHaveBeenCalled()
    expect(descriptionOf(wrapper, 'passphrase')).toMatch(/type your passphrase/i)
  })

  it('forgets the passphrase when it was right', async () => {
    await showLocked('start')
    await open('kettle harbour')
    expect(vault.unlock).toHaveBeenCalledWith('kettle harbour')
    expect(wrapper.get<HTMLInputElement>('#passphrase').element.value).toBe('')
  })
})

describe('the wait after wrong tries', () => {
  it('is counted down to the eye, told now and then to the ear, and says when it is over', async () => {
    vi.useFakeTimers({ now: 1_000_000 })
    vault.state = { status: 'locked', reason: 'start', retryAt: 1_020_000 }
    wrapper = await show(Unlock)
    const seen = () => wrapper.get('.wait__time').text()
    const heard = () => wrapper.get('.wait [role="status"]').text()
    expect(seen()).toMatch(/20 seconds/)
    const before = heard()
    vi.advanceTimersByTime(5_000)
    await nextTick()
    expect(seen()).toMatch(/15 seconds/)
    expect(heard()).toBe(before)
    expect(wrapper.get('.wait__time').attributes('aria-hidden')).toBe('true')
    vi.advanceTimersByTime(15_000)
    await nextTick()
    expect(heard()).toMatch(/now/)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('says one second and not one seconds', async () => {
    await showLocked('start', Date.now() + 900)
    expect(wrapper.get('.wait__time').text()).toMatch(/1 second\./)
  })
})

describe('the cover', () => {
  it('has the field and nothing to read over a shoulder', async () => {
    await showLocked('cover')
    expect(wrapper.find('header').exists()).toBe(false)
    expect(wrapper.find('footer').exists()).toBe(false)
    expect(wrapper.get('h1').classes()).toContain('govuk-visually-hidden')
    expect(wrapper.findAll('button').map((one) => one.text())).toEqual(['Show', 'Open'])
  })

  it('offers the other ways in once a try was wrong', async () => {
    await showLocked('cover')
    vault.unlock.mockResolvedValueOnce({ ok: false, reason: 'wrong', retryAt: null })
    await open('kettle harbour')
    expect(button(wrapper, 'Use the recovery key').exists()).toBe(true)
  })
})

describe('the recovery key', () => {
  const NEXT = 'harbour violet kettle seventeen'

  async function recover(key: string, next = NEXT, again = next) {
    await showLocked('start')
    await button(wrapper, 'Use the recovery key').trigger('click')
    await vi.dynamicImportSettled()
    expect(document.activeElement).toBe(wrapper.get('h1').element)
    await wrapper.get('#recovery-key').setValue(key)
    await wrapper.get('#recover-new').setValue(next)
    await wrapper.get('#recover-new-again').setValue(again)
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }

  it('opens, and sets the new passphrase in the same step', async () => {
    await recover('dtzv f047')
    expect(vault.unlockWithRecoveryKey).toHaveBeenCalledWith('dtzv f047', NEXT)
  })

  it('is not tried before the new passphrase is good and typed twice alike', async () => {
    await recover('dtzv f047', NEXT, `${NEXT}?`)
    expect(vault.unlockWithRecoveryKey).not.toHaveBeenCalled()
    expect(descriptionOf(wrapper, 'recover-new-again')).toMatch(/not the same/)
    expect(wrapper.get('.govuk-error-summary').text()).toMatch(/not the same/)
  })

  it.each([
    [{ ok: false, reason: 'slip' }, /compare/i],
    [{ ok: false, reason: 'wrong', retryAt: null }, /not the one for this device/],
    [{ ok: false, reason: 'damaged' }, /damaged/],
  ] as const)('says at the field what is wrong: %o', async (refusal, words) => {
    vault.unlockWithRecoveryKey.mockResolvedValueOnce(refusal)
    await recover('dtzv f047')
    expect(descriptionOf(wrapper, 'recovery-key')).toMatch(words)
    expect(wrapper.get('.govuk-error-summary').text()).toMatch(words)
  })
})

describe('starting again', () => {
  async function startAgain(word: string) {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true
    }
    await showLocked('start')
    await button(wrapper, 'I have neither the passphrase nor the key').trigger('click')
    await vi.dynamicImportSettled()
    await wrapper.get('#start-again-word').setValue(word)
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }

  it('says what goes before it asks', async () => {
    await startAgain('')
    expect(wrapper.text()).toMatch(/every child and every assessment/)
    expect(wrapper.text()).toMatch(/cannot be undone/)
  })

  it('does nothing without the word', async () => {
    await startAgain('yes')
    expect(descriptionOf(wrapper, 'start-again-word')).toMatch(/type the word delete/i)
    expect(wrapper.get<HTMLDialogElement>('dialog').element.open).toBe(false)
  })

  it('asks once more after the word, and only then deletes', async () => {
    await startAgain(' Delete ')
    expect(wrapper.get<HTMLDialogElement>('dialog').element.open).toBe(true)
    expect(vault.destroyVault).not.toHaveBeenCalled()
    await button(wrapper, 'Yes, delete everything').trigger('click')
    await flushPromises()
    expect(vault.destroyVault).toHaveBeenCalledOnce()
  })

  it('says so when it could not', async () => {
    vault.destroyVault.mockResolvedValueOnce({ ok: false, reason: 'storage', failure: 'refused' })
    await startAgain('delete')
    await button(wrapper, 'Yes, delete everything').trigger('click')
    await flushPromises()
    expect(wrapper.get('[role="alert"]').text()).toMatch(/could not be deleted/)
  })
})
