/**
 * A message that appears when a field is left moves what stands below it. The field is left as soon as a button is pressed
 * down, before that press has become a click: a button that moves away in between is never clicked. So what a left field
 * has to say waits until the press is over.
 */
import { onBeforeUnmount, onMounted } from 'vue'

/** Gives a function that runs `work` behind the click that may be under way; right away where nothing is pressed. */
export function useAfterPress(): (work: () => void) => void {
  let isPressed = false
  let waiting: (() => void)[] = []

  function onDown() {
    isPressed = true
  }

  // The click is given in the same task as the release, for a mouse and for a finger.
  function onUp() {
    isPressed = false
    setTimeout(run)
  }

  function run() {
    if (isPressed) return
    const ready = waiting
    waiting = []
    for (const work of ready) work()
  }

  onMounted(() => {
    addEventListener('pointerdown', onDown, true)
    addEventListener('pointerup', onUp, true)
    addEventListener('pointercancel', onUp, true)
  })
  onBeforeUnmount(() => {
    waiting = []
    removeEventListener('pointerdown', onDown, true)
    removeEventListener('pointerup', onUp, true)
    removeEventListener('pointercancel', onUp, true)
  })
  return (work) => {
    waiting.push(work)
    if (!isPressed) setTimeout(run)
  }
}
