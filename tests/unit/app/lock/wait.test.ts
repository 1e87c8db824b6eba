import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spokenWaitIn, waitIn } from '@/app/lock/wait.ts'

const MINUTE = 60_000

describe('how long to wait after a wrong passphrase', () => {
  it('is counted in seconds, and in minutes when it is long', () => {
    expect(waitIn(5_000)).toEqual({ unit: 'seconds', count: 5 })
    expect(waitIn(90_000)).toEqual({ unit: 'seconds', count: 90 })
    expect(waitIn(90_001)).toEqual({ unit: 'minutes', count: 2 })
    expect(waitIn(5 * MINUTE)).toEqual({ unit: 'minutes', count: 5 })
  })

  it('is over at nought, and not a moment before', () => {
    expect(waitIn(1)).toEqual({ unit: 'seconds', count: 1 })
    expect(waitIn(0)).toBeUndefined()
    expect(waitIn(-1)).toBeUndefined()
  })

  it('never promises less than there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 * MINUTE }), (ms) => {
        for (const wait of [waitIn(ms), spokenWaitIn(ms)]) {
          expect((wait?.count ?? 0) * (wait?.unit === 'minutes' ? MINUTE : 1000)).toBeGreaterThanOrEqual(ms)
        }
      }),
    )
  })

  it('is read out a few times and not at every second', () => {
    const spoken = new Set<string>()
    for (let ms = 5 * MINUTE; ms >= 0; ms -= 250) spoken.add(JSON.stringify(spokenWaitIn(ms) ?? 'over'))
    expect(spoken.size).toBeLessThanOrEqual(9)
    expect(spokenWaitIn(29_000)).toEqual(spokenWaitIn(11_000))
  })
})
