/**
 * How long until a passphrase may be tried again, as a number and a unit: screens put it into words. Always rounded up,
 * so that nobody tries a moment too early.
 */
import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue'

export interface Wait {
  unit: 'seconds' | 'minutes'
  count: number
}

const SECOND_MS = 1000
const SECONDS_PER_MINUTE = 60
/** Up to here it is counted in seconds. */
const LONGEST_IN_SECONDS = 90
/** A screen reader hears these, and nothing in between: a count at every second would talk over the person. */
const SPOKEN_SECONDS = [5, 10, 30, 60]

/** Undefined when the wait is over. */
export function waitIn(ms: number): Wait | undefined {
  const seconds = Math.ceil(ms / SECOND_MS)
  if (seconds <= 0) return undefined
  if (seconds <= LONGEST_IN_SECONDS) return { unit: 'seconds', count: seconds }
  return { unit: 'minutes', count: Math.ceil(seconds / SECONDS_PER_MINUTE) }
}

/** The same wait in steps coarse enough to be read out: changes a few times in all. */
export function spokenWaitIn(ms: number): Wait | undefined {
  const wait = waitIn(ms)
  if (!wait || wait.unit === 'minutes') return wait
  const step = SPOKEN_SECONDS.find((seconds) => wait.count <= seconds)
  return step === undefined ? { unit: 'minutes', count: 2 } : { unit: 'seconds', count: step }
}

/** The milliseconds left, counted down while the component is shown; 0 when it is over or there was none. */
export function useTimeLeft(until: () => number | null, now: () => number = Date.now): ComputedRef<number> {
  const clock = ref(now())
  let timer: ReturnType<typeof setInterval> | undefined
  const left = computed(() => Math.max(0, (until() ?? 0) - clock.value))

  function tick() {
    clock.value = now()
    if (left.value === 0) stop()
  }
  function stop() {
    clearInterval(timer)
    timer = undefined
  }

  watch(
    until,
    () => {
      stop()
      clock.value = now()
      if (left.value > 0) timer = setInterval(tick, SECOND_MS / 4)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
  return left
}
