import { defineStore } from 'pinia'
import { computed, markRaw, shallowReadonly } from 'vue'
import { browserEnvironment } from './environment.ts'
import { createVault } from './vault.ts'

/** The vault for the rest of the toolkit. The key stays inside: nothing here leads to it. */
export const useVault = defineStore('vault', () => {
  const vault = createVault(browserEnvironment())
  void vault.begin()

  const { status, saveState, setAside, writer, minutes, persistence, records, lock } = vault

  return {
    state: shallowReadonly(status),
    saveState,
    unsaved: computed(() => saveState.value.status !== 'saved'),
    setAside,
    writer,
    readOnly: computed(() => writer.value === 'other-tab'),
    records: markRaw(records),
    autosave: vault.autosave,
    flush: vault.flush,
    retryNow: vault.retryNow,
    create: vault.create,
    enter: vault.enter,
    unlock: vault.unlock,
    unlockWithRecoveryKey: vault.unlockWithRecoveryKey,
    changePassphrase: vault.changePassphrase,
    replaceRecoveryKey: vault.replaceRecoveryKey,
    destroyVault: vault.destroyVault,
    makeRescueFile: vault.makeRescueFile,
    readRescueFile: vault.readRescueFile,
    bringBack: vault.bringBack,
    lockIfOverdue: vault.lockIfOverdue,
    onLock: vault.onLock,
    lock: (reason: 'asked' | 'cover' = 'asked') => lock(reason),
    /** A lock in effect: blank at once, back with the passphrase. */
    cover: () => lock('cover'),
    autoLockMinutes: shallowReadonly(minutes),
    setAutoLockMinutes: vault.setAutoLockMinutes,
    persistence: persistence.answer,
    askPersistence: () => persistence.ask(),
    estimateStorage: () => persistence.estimate(),
  }
})

export type VaultStore = ReturnType<typeof useVault>
