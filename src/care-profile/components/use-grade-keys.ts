/**
 * Keys 1 to 5 choose a grade wherever the focus is, except where a digit is typed. They can be switched off: a key alone
 * can be hit by speech input or a shaking hand (WCAG 2.1.4).
 */
import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { GRADES, type Grade } from '../scoring.ts'

const KEPT_IN = 'toolkit.grade-keys'
const TAKES_DIGITS = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'

const on = ref(remembered())
watch(on, remember)

/** Gives the switch. `choose` is called with the grade of the key. */
export function useGradeKeys(choose: (grade: Grade) => void): Ref<boolean> {
  function onKey(event: KeyboardEvent) {
    if (!on.value || event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target instanceof Element && event.target.closest(TAKES_DIGITS)) return
    if (document.querySelector('dialog[open]')) return
    const grade = GRADES.find((each) => String(each) === event.key)
    if (grade === undefined) return
    event.preventDefault()
    choose(grade)
  }

  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
  return on
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEPT_IN) !== 'off'
  } catch {
    return true
  }
}

function remember(now: boolean): void {
  try {
    localStorage.setItem(KEPT_IN, now ? 'on' : 'off')
  } catch {
    // Storage may be refused: then it is switched off again next time.
  }
}
