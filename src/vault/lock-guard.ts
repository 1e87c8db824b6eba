/** Looks at the clocks at every occasion, and locks when it is time: on a touch, on waking, and now and then. */
import type { VaultEnvironment } from './environment.ts'
import { createLockClock } from './lock-clock.ts'

/** How often the clocks are compared while the page is awake. */
const CHECK_EVERY_MS = 5_000
/** How often the other tabs are told that somebody works here. */
const TELL_EVERY_MS = 10_000

export interface LockGuardParts {
  environment: Pick<VaultEnvironment, 'now' | 'monotonic' | 'listen'>
  minutes: () => number
  /** Whether there is a key in memory. */
  isOpen: () => boolean
  /** Synchronous. */
  lock: (reason: 'idle' | 'clock') => void
  tellActivity: () => void
}

export interface LockGuard {
  /** The vault was opened: the time runs from now. */
  start(): void
  /** True when it locked. */
  lockIfOverdue(): boolean
  noteActivityElsewhere(): void
  watch(): void
}

export function createLockGuard(parts: LockGuardParts): LockGuard {
  const { environment, isOpen, lock } = parts
  const clock = createLockClock(environment, parts.minutes)
  let toldAt = -Infinity

  function lockIfOverdue(): boolean {
    if (!isOpen()) return false
    const overdue = clock.check()
    if (overdue !== 'no') lock(overdue)
    return overdue !== 'no'
  }

  function noteActivity(): void {
    if (lockIfOverdue() || !isOpen()) return
    clock.activity()
    if (environment.monotonic() - toldAt < TELL_EVERY_MS) return
    toldAt = environment.monotonic()
    parts.tellActivity()
  }

  return {
    start: () => clock.start(),
    lockIfOverdue,
    noteActivityElsewhere() {
      if (!lockIfOverdue() && isOpen()) clock.activity()
    },
    watch() {
      environment.listen('wake', () => lockIfOverdue())
      environment.listen('activity', noteActivity)
      setInterval(lockIfOverdue, CHECK_EVERY_MS)
    },
  }
}
