/** Told by the page that removed a child to the list it leads back to. It holds no word of the child. */
import { shallowRef } from 'vue'

const removed = shallowRef(false)

export function noteRemoval(): void {
  removed.value = true
}

/** True once after a removal. */
export function takeRemoval(): boolean {
  const told = removed.value
  removed.value = false
  return told
}
