import { defineStore } from 'pinia'
import { computed, markRaw, shallowReadonly } from 'vue'
import { browserEnvironment } from './environment.ts'
import { createVault } from './vault.ts'

/** The vault for the rest of the toolkit. The key stays inside: nothing here leads to it. */
export const useVault = defineStore('vault', () => {
  const vault = createVault(browserEnvironment())
  void vault.begin()

  const { records, begin: _begin, status, minutes, lock, persistence, ...rest } = vault

  return {
    ...rest,
    state: shallowReadonly(status),
    records: markRaw(records),
    lock: (reason: 'asked' | 'cover' = 'asked') => lock(reason),
    /** A lock in effect: blank at once, back with the passphrase. */
    cover: () => lock('cover'),
    autoLockMinutes: shallowReadonly(minutes),
    readOnly: computed(() => vault.writer.value === 'other-tab'),
    unsaved: computed(() => vault.saveState.value.status !== 'saved'),
    persistence: persistence.answer,
    askPersistence: () => persistence.ask(),
    estimateStorage: () => persistence.estimate(),
  }
})

export type VaultStore = ReturnType<typeof useVault>
