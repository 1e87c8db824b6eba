/**
 * When to lock: by the wall clock, because timers sleep with the device (after three hours asleep an idle timer says
 * "not idle": trust.md). The clocks are compared BEFORE activity is counted, or the touch that wakes the tablet would
 * keep the vault open.
 */
export const SHORTEST_MINUTES = 2
export const LONGEST_MINUTES = 30
export const USUAL_MINUTES = 10
const MINUTE_MS = 60_000
/** Networks set clocks right by a few seconds; a greater step back is somebody's hand, and locks. */
const STEP_BACK_MS = MINUTE_MS

export type Overdue = 'no' | 'idle' | 'clock'

export interface LockClock {
  start(): void
  check(): Overdue
  /** Compares first; counts the activity only when the lock is not due. */
  activity(): Overdue
}

export interface Clocks {
  now: () => number
  monotonic: () => number
}

export function createLockClock(clocks: Clocks, minutes: () => number): LockClock {
  /** The last sign of life on both clocks. */
  let wallActivity = 0
  let steadyActivity = 0
  /** The latest wall time seen, to notice a clock that was moved back. */
  let wallSeen = 0

  function start(): void {
    wallActivity = wallSeen = clocks.now()
    steadyActivity = clocks.monotonic()
  }

  function check(): Overdue {
    const now = clocks.now()
    const back = wallSeen - now
    wallSeen = now
    if (back > STEP_BACK_MS) return 'clock'
    // A small step back moves the last activity with it, so that it lends no time.
    if (back > 0) wallActivity -= back
    const limit = minutes() * MINUTE_MS
    const overdue = now - wallActivity >= limit || clocks.monotonic() - steadyActivity >= limit
    return overdue ? 'idle' : 'no'
  }

  return {
    start,
    check,
    activity() {
      const overdue = check()
      if (overdue === 'no') start()
      return overdue
    },
  }
}

/** Whole minutes between 2 and 30; anything else that was stored gives the usual 10. */
export function readMinutes(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return USUAL_MINUTES
  return Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, Math.round(value)))
}
