import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countTry,
  LONGEST_WAIT_MS,
  NO_TRIES,
  readTries,
  retryAt,
  settleTries,
  waitAfter,
} from '@/vault/throttle.ts'

const now = Date.UTC(2026, 2, 12, 9)
const HOUR_MS = 3_600_000

describe('wrong passphrases', () => {
  it('are free at first, then wait longer each time, up to five minutes and never more', () => {
    expect(waitAfter(1)).toBe(0)
    expect(waitAfter(2)).toBe(0)
    const waits = Array.from({ length: 60 }, (_, count) => waitAfter(count))
    expect(waits).toEqual([...waits].sort((one, other) => one - other))
    expect(waits[3]).toBeGreaterThan(0)
    expect(LONGEST_WAIT_MS).toBe(300_000)
    expect(Math.max(...waits, waitAfter(100_000))).toBe(LONGEST_WAIT_MS)
  })

  it('wait until a moment, and no longer', () => {
    const tries = { count: 5, at: now }
    expect(retryAt(tries, now)).toBe(now + waitAfter(5))
    expect(retryAt(tries, now + waitAfter(5) - 1)).not.toBeNull()
    expect(retryAt(tries, now + waitAfter(5))).toBeNull()
  })

  it('begin their wait again when the clock was moved back, neither skipping it nor stretching it to days', () => {
    const tries = { count: 9, at: now }
    const earlier = now - 72 * HOUR_MS
    const settled = settleTries(tries, earlier)
    expect(retryAt(settled, earlier)).toBe(earlier + waitAfter(9))
    expect(retryAt(settled, earlier + waitAfter(9))).toBeNull()
  })

  it('never wait longer than five minutes, whatever the clock does', () => {
    const moment = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(fc.nat(1_000), moment, moment, (count, at, later) => {
        const until = retryAt(settleTries({ count, at }, later), later) ?? later
        expect(until - later).toBeLessThanOrEqual(LONGEST_WAIT_MS)
        expect(until).toBeGreaterThanOrEqual(later)
      }),
    )
  })

  it('are counted, and a damaged count locks nobody out', () => {
    expect(countTry({ count: 2, at: 5 }, now)).toEqual({ count: 3, at: now })
    expect(readTries({ name: 'tries', value: { count: 4, at: now } })).toEqual({ count: 4, at: now })
    for (const value of [
      undefined,
      null,
      'x',
      {},
      { count: 'x', at: 1 },
      { count: 3, at: NaN },
      { count: -1, at: 1 },
    ]) {
      expect(readTries({ name: 'tries', value })).toEqual(NO_TRIES)
    }
    expect(readTries(undefined)).toEqual(NO_TRIES)
  })
})
