import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createLockClock, readMinutes, type LockClock } from '@/vault/lock-clock.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const start = Date.UTC(2026, 2, 12, 9)
let wall = start
let steady = 0
let clock: LockClock

beforeEach(() => {
  wall = start
  steady = 0
  clock = createLockClock({ now: () => wall, monotonic: () => steady }, () => 10)
  clock.start()
})

function pass(ms: number) {
  wall += ms
  steady += ms
}

describe('the lock by the clock', () => {
  it('is due after ten minutes without a touch, and not before', () => {
    pass(10 * MINUTE_MS - 1)
    expect(clock.check()).toBe('no')
    pass(1)
    expect(clock.check()).toBe('idle')
  })

  it('is put off by work', () => {
    for (let touches = 0; touches < 20; touches += 1) {
      pass(9 * MINUTE_MS)
      expect(clock.activity()).toBe('no')
    }
  })

  it('is due after three hours asleep, before the touch that wakes the tablet is counted', () => {
    // Timers and the page's own clock stand still while a device sleeps.
    wall += 3 * HOUR_MS
    expect(clock.activity()).toBe('idle')
    expect(clock.check()).toBe('idle')
  })

  it('is due when the clock was moved back by hand', () => {
    wall -= 2 * MINUTE_MS
    expect(clock.check()).toBe('clock')
  })

  it('is not due when a network sets the clock right by a few seconds', () => {
    wall -= 5_000
    expect(clock.check()).toBe('no')
  })

  it('lends no time to a clock that is moved back a little, again and again', () => {
    for (let step = 0; step < 11; step += 1) {
      wall += MINUTE_MS - 30_000
      wall -= 30_000
      steady += MINUTE_MS
      if (clock.check() !== 'no') return
    }
    expect.fail('it stayed open')
  })

  it('lends no time to a small step back during sleep', () => {
    pass(MINUTE_MS)
    clock.check()
    wall -= 50_000
    expect(clock.check()).toBe('no')
    // Nine minutes more: ten in all, by a clock that was moved once.
    wall += 9 * MINUTE_MS
    expect(clock.check()).toBe('idle')
  })

  it('is due in time whatever the clocks do, as long as one of them runs', () => {
    const step = fc.record({ wall: fc.integer({ min: -90_000, max: 90_000 }), steady: fc.nat(60_000) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const held = createLockClock({ now: () => wall, monotonic: () => steady }, () => 10)
        wall = start
        steady = 0
        held.start()
        let due = false
        for (const move of steps) {
          wall += move.wall
          steady += move.steady
          due ||= held.check() !== 'no'
        }
        if (steady >= 10 * MINUTE_MS || wall - start >= 10 * MINUTE_MS) expect(due).toBe(true)
      }),
    )
  })
})

it('takes 2 to 30 whole minutes, and 10 for anything else', () => {
  expect([2, 10, 30, 1, 31, 4.6].map(readMinutes)).toEqual([2, 10, 30, 2, 30, 5])
  expect([undefined, null, NaN, Infinity, '20', {}].map(readMinutes)).toEqual([10, 10, 10, 10, 10, 10])
})
