/** For a page about one child: opens the record, follows it, and says why when it cannot be shown. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Child } from '../child.ts'
import { useChildren } from '../children-store.ts'

export interface OpenChild {
  child: ComputedRef<Child | null>
  gone: Ref<'not-found' | 'newer' | 'malformed' | 'failed' | null>
  /** Resolves when the first answer is there. */
  ready: Promise<void>
}

export function useOpenChild(childId: () => string): OpenChild {
  const children = useChildren()
  const gone: OpenChild['gone'] = ref(null)

  async function open(id: string): Promise<void> {
    gone.value = null
    try {
      const opened = await children.open(id)
      if (id !== childId()) return
      if (opened.status === 'not-found') gone.value = 'not-found'
      if (opened.status === 'unreadable') gone.value = opened.reason
    } catch {
      if (id === childId()) gone.value = 'failed'
    }
  }

  const ready = open(childId())
  watch(childId, (id) => void open(id))
  return {
    child: computed(() => (children.current?.id === childId() ? children.current.child : null)),
    gone,
    ready,
  }
}
