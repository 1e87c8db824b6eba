/** Rows that cannot be trusted: named, left where they are, and out of the way of the rest. */
import { computed, shallowReactive, type ComputedRef } from 'vue'
import type { SetAside } from './types.ts'

export interface SetAsideList {
  readonly rows: ComputedRef<readonly SetAside[]>
  add(row: SetAside): void
  /** The row is sound after all, or a person removed it. */
  drop(id: string): void
  clear(): void
}

export function createSetAside(): SetAsideList {
  const byId = shallowReactive(new Map<string, SetAside>())
  return {
    rows: computed(() => [...byId.values()]),
    add: (row) => byId.set(row.id, row),
    drop: (id) => byId.delete(id),
    clear: () => byId.clear(),
  }
}
