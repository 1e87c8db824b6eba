/** Shows a lock screen with its real words and a vault that says what the test wants. */
import { mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils'
import { reactive, type Component } from 'vue'
import { vi } from 'vitest'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import type { CreateResult, DestroyResult, UnlockResult, VaultStatus } from '@/vault/index.ts'

export const RECOVERY_KEY = ['DTZV', 'F047', 'YQ9K', '8ZVC', 'D8F9', 'EN1W', 'N0E1']

export function createVaultForScreens() {
  const made = { ok: true, recoveryKey: RECOVERY_KEY } as const
  return reactive({
    state: { status: 'absent' } as unknown as VaultStatus,
    create: vi.fn<(passphrase: string) => Promise<CreateResult>>(() => Promise.resolve({ ...made })),
    enter: vi.fn(() => Promise.resolve()),
    unlock: vi.fn<(passphrase: string) => Promise<UnlockResult>>(() => Promise.resolve({ ok: true })),
    unlockWithRecoveryKey: vi.fn<(key: string, next?: string) => Promise<UnlockResult>>(() =>
      Promise.resolve({ ok: true }),
    ),
    destroyVault: vi.fn<() => Promise<DestroyResult>>(() => Promise.resolve({ ok: true })),
    askPersistence: vi.fn(() => Promise.resolve('granted')),
    retryNow: vi.fn(() => Promise.resolve()),
  })
}

export async function show(screen: Component, props: Record<string, unknown> = {}): Promise<VueWrapper> {
  await loadMessages(['app', 'vault'])
  return mount(screen, {
    props,
    attachTo: document.body,
    global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
  })
}

/** Everything that a screen reader says of the field after its label. */
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
