/** Work that may wait until what was tapped has been painted. It runs at once where no frame is coming. */
import { onBeforeUnmount } from 'vue'

export interface AfterPaint {
  /** Runs `work` after the next frame; a second call before that takes the place of the first. */
  schedule(work: () => void): void
  /** Runs what is waiting now: before leaving, locking or being closed. */
  runNow(): void
}

/** A hidden page gets no frames, and a busy one may get them late. */
const LONGEST_WAIT_MS = 100

export function useAfterPaint(): AfterPaint {
  let waiting: (() => void) | undefined
  let frame = 0
  let limit: ReturnType<typeof setTimeout> | undefined

  function runNow() {
    cancelAnimationFrame(frame)
    clearTimeout(limit)
    const work = waiting
    waiting = undefined
    work?.()
  }

  function schedule(work: () => void) {
    cancelAnimationFrame(frame)
    clearTimeout(limit)
    waiting = work
    limit = setTimeout(runNow, LONGEST_WAIT_MS)
    // The callback runs before the paint, a task after it runs behind it.
    frame = requestAnimationFrame(() => {
      clearTimeout(limit)
      limit = setTimeout(runNow)
    })
  }

  addEventListener('pagehide', runNow)
  document.addEventListener('visibilitychange', runNow)
  onBeforeUnmount(() => {
    runNow()
    removeEventListener('pagehide', runNow)
    document.removeEventListener('visibilitychange', runNow)
  })
  return { schedule, runNow }
}
