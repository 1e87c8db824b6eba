/**
 * A marker outside IndexedDB: "a vault was here", and nothing else. Browsers evict databases (WebKit after seven
 * days without use; Chrome under pressure); with the marker a vanished vault is named, and not taken for a first
 * run in which people would believe that they had never written anything (trust.md).
 */
import type { VaultEnvironment } from './environment.ts'

const NAME = 'toolkit-vault'
const MARK = '1'

export interface Sentinel {
  wasHere(): boolean
  mark(): void
  clear(): void
}

export function createSentinel(marker: VaultEnvironment['marker']): Sentinel {
  /** Storage may be full or refused: the marker is a help, never a condition. */
  function quietly<T>(act: () => T, otherwise: T): T {
    try {
      return act()
    } catch {
      return otherwise
    }
  }
  return {
    wasHere: () => quietly(() => (marker?.getItem(NAME) ?? null) !== null, false),
    mark: () => quietly(() => marker?.setItem(NAME, MARK), undefined),
    clear: () => quietly(() => marker?.removeItem(NAME), undefined),
  }
}
