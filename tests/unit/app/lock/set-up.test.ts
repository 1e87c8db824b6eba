// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SetUp from '@/app/lock/SetUp.vue'
import VaultMissing from '@/app/lock/VaultMissing.vue'
import VaultUnavailable from '@/app/lock/VaultUnavailable.vue'
import type { UnavailableReason } from '@/vault/index.ts'
import { button, createVaultForScreens, descriptionOf, RECOVERY_KEY, show } from './screen.ts'

const STRONG = 'harbour violet kettle seventeen'
let vault: ReturnType<typeof createVaultForScreens>
let wrapper: VueWrapper
vi.mock('@/vault/index.ts', async (original) => ({
  ...(await original<object>()),
  useVault: () => vault,
}))

beforeEach(() => {
  vault = createVaultForScreens()
})
afterEach(() => wrapper.unmount())

async function choosePassphrase(passphrase = STRONG, again = passphrase, understood = true) {
  wrapper = await show(SetUp)
  await button(wrapper, 'Choose a passphrase').trigger('click')
  await wrapper.get('#new-passphrase').setValue(passphrase)
  await wrapper.get('#new-passphrase-again').setValue(again)
  await wrapper.get('#understand').setValue(understood)
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

async function typeLastGroup(typed: string) {
  await button(wrapper, 'I have it on paper').trigger('click')
  await wrapper.get('#recovery-last').setValue(typed)
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

describe('the first run', () => {
  it('says where things are kept before it asks for anything', async () => {
    wrapper = await show(SetUp)
    expect(wrapper.find('input').exists()).toBe(false)
    expect(wrapper.findAll('.lines li')).toHaveLength(5)
    expect(wrapper.text()).toMatch(/home screen first/)
  })

  it('makes nothing until the passphrase is good, typed twice and its loss understood', async () => {
    await choosePassphrase('violet', 'violet', false)
    expect(vault.create).not.toHaveBeenCalled()
    const listed = wrapper.get('.govuk-error-summary').text()
    expect(listed).toMatch(/at least 12/)
    expect(listed).toMatch(/tick the box/i)
    expect(descriptionOf(wrapper, 'new-passphrase')).toMatch(/at least 12/)
    expect(descriptionOf(wrapper, 'understand')).toMatch(/tick the box/i)
    expect(document.activeElement).toBe(wrapper.get('.govuk-error-summary').element)
  })

  it('shows the recovery key once the vault is made, and asks the browser to keep it', async () => {
    await choosePassphrase()
    expect(vault.create).toHaveBeenCalledWith(STRONG)
    expect(vault.askPersistence).toHaveBeenCalledOnce()
    const shown = wrapper.findAll('[data-recovery-key] .groups__text').map((group) => group.text())
    expect(shown).toEqual(RECOVERY_KEY)
    expect(vault.enter).not.toHaveBeenCalled()
  })

  it('prints a sheet that says what it is for and where not to keep it', async () => {
    await choosePassphrase()
    const sheet = document.body.querySelector('.key-sheet')?.textContent ?? ''
    for (const group of RECOVERY_KEY) expect(sheet).toContain(group)
    expect(sheet).toMatch(/apart from the device/)
    expect(sheet).not.toMatch(/child|neglect/i)
  })

  it('takes the key off the screen before it asks for its last group', async () => {
    await choosePassphrase()
    await typeLastGroup('8ZVC')
    expect(wrapper.find('[data-recovery-key]').exists()).toBe(false)
    expect(descriptionOf(wrapper, 'recovery-last')).toMatch(/not the last group/)
    expect(vault.enter).not.toHaveBeenCalled()
  })

  it.each(['N0E1', 'n0e1', ' noei '])('takes %j for the last group, as people write it', async (typed) => {
    await choosePassphrase()
    await typeLastGroup(typed)
    expect(vault.enter).toHaveBeenCalledOnce()
  })

  it('can go on without paper, after saying what that means', async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true
    }
    await choosePassphrase()
    await button(wrapper, 'I cannot write it down now').trigger('click')
    await flushPromises()
    expect(vault.enter).not.toHaveBeenCalled()
    expect(wrapper.get('dialog').text()).toMatch(/never be opened again/)
    await button(wrapper, 'Go on without it').trigger('click')
    expect(vault.enter).toHaveBeenCalledOnce()
  })

  it('keeps what was typed when the device has no room', async () => {
    vault.create.mockResolvedValueOnce({ ok: false, reason: 'storage', failure: 'full' })
    await choosePassphrase()
    expect(wrapper.get('[role="alert"]').text()).toMatch(/no room/)
    expect(wrapper.get<HTMLInputElement>('#new-passphrase').element.value).toBe(STRONG)
  })
})

describe('a vault that was here and is gone', () => {
  it('is named as gone, with what may have happened, before a new one is offered', async () => {
    wrapper = await show(VaultMissing)
    expect(wrapper.get('h1').text()).toMatch(/gone/)
    expect(wrapper.text()).toMatch(/seven days/)
    expect(wrapper.text()).toMatch(/private window/)
    await button(wrapper, 'Start with a new passphrase').trigger('click')
    expect(wrapper.get('h1').text()).toMatch(/stay on this device/)
  })
})

describe('a vault that cannot be opened', () => {
  const REASONS: UnavailableReason[] = [
    'no-web-crypto',
    'no-indexeddb',
    'storage-refused',
    'newer-version',
    'blocked-by-other-tab',
    'not-answering',
    'closed',
    'damaged',
  ]

  it('says why, in other words for each reason', async () => {
    const said = new Set<string>()
    for (const reason of REASONS) {
      vault.state = { status: 'unavailable', reason }
      wrapper = await show(VaultUnavailable)
      said.add(wrapper.get('[role="status"]').text())
      wrapper.unmount()
    }
    expect(said.size).toBe(REASONS.length)
    wrapper = await show(VaultUnavailable)
  })

  it('offers to start again only where nothing else can help', async () => {
    vault.state = { status: 'unavailable', reason: 'closed' }
    wrapper = await show(VaultUnavailable)
    expect(wrapper.text()).not.toMatch(/start again/i)
    await button(wrapper, 'Try again').trigger('click')
    expect(vault.retryNow).toHaveBeenCalledOnce()
  })
})
