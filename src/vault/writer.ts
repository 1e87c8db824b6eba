/**
 * One tab writes. The others read, say why, and take over by themselves when the first is closed. Where the browser
 * has no Web Locks the tab is `unguarded`: both may write, and what keeps them apart is that no save overwrites a
 * newer revision.
 */
import { shallowRef, type ShallowRef } from 'vue'
import type { VaultEnvironment } from './environment.ts'
import type { Writer } from './types.ts'

const NAME = 'toolkit-vault-writer'

export interface WriterRole {
  readonly role: Readonly<ShallowRef<Writer>>
  /** Resolves when it is known whether this tab writes; goes on waiting for the turn behind that. */
  claim(): Promise<void>
  release(): void
}

export function createWriter(locks: VaultEnvironment['locks'], onTurn: () => void): WriterRole {
  const role = shallowRef<Writer>(locks ? 'other-tab' : 'unguarded')
  let letGo: (() => void) | undefined
  let claiming: Promise<void> | undefined
  /** The turn may come after it was given up. */
  let wanted = false

  function hold(): Promise<void> {
    if (!wanted) return Promise.resolve()
    role.value = 'this-tab'
    onTurn()
    return new Promise((resolve) => {
      letGo = resolve
    })
  }

  function waitForTurn(manager: NonNullable<VaultEnvironment['locks']>): void {
    const giveUp = new AbortController()
    letGo = () => giveUp.abort()
    // Rejects when given up, which is no fault.
    manager.request(NAME, { signal: giveUp.signal }, hold).catch(() => undefined)
  }

  /** Resolves as soon as the answer is known; the lock itself is held behind it. */
  function ask(manager: NonNullable<VaultEnvironment['locks']>): Promise<void> {
    return new Promise((known) => {
      manager
        .request(NAME, { ifAvailable: true }, (lock) => {
          const turn = lock ? hold() : undefined
          if (!lock && wanted) waitForTurn(manager)
          known()
          return turn
        })
        .catch(() => {
          // An opaque origin or a page that is going away: the lock cannot be had at all.
          role.value = 'unguarded'
          known()
        })
    })
  }

  return {
    role,
    claim() {
      wanted = true
      if (!locks || letGo) return Promise.resolve()
      claiming ??= ask(locks).finally(() => {
        claiming = undefined
      })
      return claiming
    },
    release() {
      wanted = false
      letGo?.()
      letGo = undefined
      if (locks && role.value === 'this-tab') role.value = 'other-tab'
    },
  }
}
