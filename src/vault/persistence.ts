/** Whether the browser promises not to evict what is stored, and how much room it says there is. */
import { shallowRef, type ShallowRef } from 'vue'
import type { VaultEnvironment } from './environment.ts'
import type { Persistence } from './types.ts'

export interface StorageRoom {
  usedBytes: number
  quotaBytes: number
}

export interface PersistenceRequest {
  readonly answer: Readonly<ShallowRef<Persistence>>
  /** What the browser has already granted. */
  look(): Promise<Persistence>
  /** Ask for it. Some browsers ask the person, so call it from a tap. */
  ask(): Promise<Persistence>
  /** Told to people, never decided by: Chromium before 156 keeps saying 10 GiB (tools.md 2). */
  estimate(): Promise<StorageRoom | null>
}

export function createPersistence(storage: VaultEnvironment['storage']): PersistenceRequest {
  const answer = shallowRef<Persistence>('unknown')

  return {
    answer,
    async look() {
      try {
        // `false` here may only mean that nobody has asked yet.
        if (await storage?.persisted()) answer.value = 'granted'
      } catch {
        answer.value = 'unknown'
      }
      return answer.value
    },
    async ask() {
      try {
        if (storage) answer.value = (await storage.persist()) ? 'granted' : 'refused'
      } catch {
        answer.value = 'refused'
      }
      return answer.value
    },
    async estimate() {
      try {
        const { usage, quota } = (await storage?.estimate()) ?? {}
        return usage === undefined || quota === undefined ? null : { usedBytes: usage, quotaBytes: quota }
      } catch {
        return null
      }
    },
  }
}
