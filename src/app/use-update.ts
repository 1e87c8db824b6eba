/**
 * The service worker: registered once, its update offered and never forced (trust.md: automatic reloads lost form
 * data). The new version takes over only when the practitioner says so and every word is on the disk.
 */
import { shallowRef, type ShallowRef } from 'vue'
import { registerSW } from 'virtual:pwa-register'
import { useVault } from '@/vault/index.ts'

/** A tablet that is never closed still looks for a new version now and then, when there is a network. */
const LOOK_EVERY_MS = 6 * 60 * 60 * 1000

const offered = shallowRef(false)
let install: ((reload?: boolean) => Promise<void>) | null = null

export interface Update {
  offered: Readonly<ShallowRef<boolean>>
  apply(): Promise<void>
  postpone(): void
}

export function useUpdate(): Update {
  const vault = useVault()
  install ??= registerSW({
    onNeedRefresh: () => {
      offered.value = true
    },
    onRegisteredSW: (_address, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS)
    },
  })
  return {
    offered,
    async apply() {
      await vault.flush()
      if (vault.saveState.status === 'saved') await install?.(true)
    },
    postpone() {
      offered.value = false
    },
  }
}
