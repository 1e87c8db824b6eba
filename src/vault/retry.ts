/** Trying again after a failure: soon at first, then seldom, and never for ever in a hurry. */
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000

export interface Retry {
  /** Plans the next try, later than the one before. */
  later(): void
  /** After a success. */
  done(): void
}

export function createRetry(tryAgain: () => void): Retry {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    later() {
      clearTimeout(timer)
      timer = setTimeout(tryAgain, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures))
      failures += 1
    },
    done() {
      clearTimeout(timer)
      failures = 0
    },
  }
}
