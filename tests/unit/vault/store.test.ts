import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { isReactive, watch } from 'vue'
import { useVault } from '@/vault/index.ts'
import { PASSPHRASE, settled, until } from './device.ts'

/** The real thing, as the toolkit uses it: nothing made light. */
it('the door to the vault opens, saves, locks, and never stretches a passphrase less than 600,000 times', async () => {
  setActivePinia(createPinia())
  const vault = useVault()
  const seen: string[] = []
  watch(
    () => vault.state.status,
    (status) => seen.push(status),
    { immediate: true, flush: 'sync' },
  )
  await until(() => vault.state.status === 'absent')
  const made = await vault.create(PASSPHRASE)
  if (!made.ok) return expect.fail(made.reason)
  await vault.enter()
  expect(vault.readOnly).toBe(false)

  const auto = vault.autosave<{ note: string }>({ id: 'a', kind: 'child' })
  auto.edit({ note: 'x' })
  expect(vault.saveState.status).toBe('editing')
  expect(vault.unsaved).toBe(true)
  await until(() => vault.saveState.status === 'saved')
  expect(vault.unsaved).toBe(false)
  expect(isReactive(vault.records)).toBe(false)

  vault.cover()
  expect(vault.state).toMatchObject({ status: 'locked', reason: 'cover' })
  expect(vault.lockIfOverdue()).toBe(true)
  expect(await vault.unlock(PASSPHRASE)).toEqual({ ok: true })
  expect(await vault.records.list('child')).toMatchObject([{ body: { note: 'x' } }])
  vault.lock()
  expect(vault.state).toMatchObject({ reason: 'asked' })
  expect(seen).toEqual(['opening', 'absent', 'unlocked', 'locked', 'unlocked', 'locked'])

  const database = await settled<IDBDatabase>(indexedDB.open('toolkit'))
  const header = await settled<{ value: { passphraseWrap: { iterations: number } } }>(
    database.transaction('meta').objectStore('meta').get('vault'),
  )
  expect(header.value.passphraseWrap.iterations).toBeGreaterThanOrEqual(600_000)
})

it('nothing in the store leads to a key', () => {
  const vault = useVault()
  const looked = new Set<unknown>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || looked.has(value)) return
    looked.add(value)
    expect(value).not.toBeInstanceOf(CryptoKey)
    for (const part of Object.values(value)) look(part)
  }
  look(vault.$state)
  for (const name of Object.keys(vault)) if (!name.startsWith('_')) look(Reflect.get(vault, name))
})
