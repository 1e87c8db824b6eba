import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave, type LiveAutosave } from '@/vault/autosave.ts'
import { createAutosaves } from '@/vault/autosaves.ts'
import { VaultFailure } from '@/vault/failure.ts'
import type { NewRevision } from '@/vault/types.ts'

interface Write {
  record: NewRevision<unknown>
  at: number
  arrive(): void
  fail(error: Error): void
}

let writes: Write[]
let idle: number
let probes: number
let autosave: LiveAutosave
const time = () => performance.now()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  writes = []
  idle = 0
  probes = 0
  autosave = createAutosave(
    {
      save: (record) =>
        new Promise((resolve, reject) => {
          const revision = (record.basedOn ?? 0) + 1
          writes.push({
            record: structuredClone(record),
            at: time(),
            arrive: () => resolve({ revision, savedAt: Date.now() }),
            fail: reject,
          })
        }),
      beforeRetry: () => {
        probes += 1
        return Promise.resolve()
      },
      now: () => Date.now(),
      monotonic: time,
      onIdle: () => (idle += 1),
    },
    { id: 'one', kind: 'assessment', revision: 4 },
  )
})

afterEach(() => {
  vi.useRealTimers()
})

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const status = () => autosave.state.status
const last = () => writes.at(-1)!

describe('autosave', () => {
  it('says saved only after the words have arrived', async () => {
    autosave.edit('a')
    expect(status()).toBe('editing')
    await later(300)
    expect(writes.map((write) => write.record)).toEqual([
      { id: 'one', kind: 'assessment', body: 'a', basedOn: 4 },
    ])
    expect(status()).toBe('saving')
    await later(60_000)
    expect(status()).toBe('saving')
    last().arrive()
    await later(0)
    expect(status()).toBe('saved')
    expect(autosave.revision).toBe(5)
  })

  it('waits for a pause of at most 300 ms', async () => {
    autosave.edit('a')
    await later(200)
    autosave.edit('ab')
    await later(200)
    expect(writes).toHaveLength(0)
    await later(100)
    expect(writes.map((write) => write.record.body)).toEqual(['ab'])
  })

  it('begins to save within a second, however steadily somebody types', async () => {
    for (let key = 0; key < 9; key += 1) {
      autosave.edit(key)
      await later(100)
    }
    expect(writes.length).toBeGreaterThan(0)
  })

  it('lets one write be under way at a time, and the latest words win', async () => {
    autosave.edit('a')
    await later(300)
    autosave.edit('ab')
    autosave.edit('abc')
    await later(600)
    expect(writes).toHaveLength(1)
    expect(status()).toBe('editing')
    last().arrive()
    await later(0)
    expect(status()).toBe('editing')
    await later(300)
    expect(writes.map((write) => write.record.body)).toEqual(['a', 'abc'])
    expect(last().record.basedOn).toBe(5)
    last().arrive()
    await later(0)
    expect(status()).toBe('saved')
  })

  it('says what failed, since when, keeps the words and tries again, less and less often', async () => {
    autosave.edit('a')
    await later(300)
    const since = Date.now()
    last().fail(new VaultFailure('full'))
    await later(0)
    expect(autosave.state).toEqual({ status: 'failed', reason: 'full', since })
    expect(autosave.unsaved()).toEqual({ body: 'a' })
    for (let time = 0; time < 12; time += 1) {
      await later(30_000)
      last().fail(new VaultFailure('full'))
      await later(0)
      expect(autosave.state).toEqual({ status: 'failed', reason: 'full', since })
    }
    const gaps = writes.slice(1).map((write, index) => write.at - writes[index]!.at)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(60_000)
    const tried = writes.length
    await later(29_000)
    expect(writes.length - tried).toBe(0)
    await later(1_000)
    last().arrive()
    await later(0)
    expect(status()).toBe('saved')
    expect(writes.every((write) => write.record.body === 'a')).toBe(true)
    expect(probes).toBe(writes.length - 1)
  })

  it('stays failed while the try is under way, and while somebody goes on typing', async () => {
    autosave.edit('a')
    await later(300)
    last().fail(new VaultFailure('closed'))
    await later(0)
    autosave.edit('ab')
    expect(status()).toBe('failed')
    await later(1_000)
    expect(writes).toHaveLength(2)
    expect(last().record.body).toBe('ab')
    expect(status()).toBe('failed')
  })

  it('does not put older words over newer ones after a failure', async () => {
    autosave.edit('a')
    await later(300)
    autosave.edit('ab')
    last().fail(new VaultFailure('closed'))
    await later(0)
    expect(autosave.unsaved()).toEqual({ body: 'ab' })
  })

  it('flushes at once, and what is typed meanwhile too', async () => {
    autosave.edit('a')
    const flushing = autosave.flush()
    expect(writes).toHaveLength(1)
    autosave.edit('ab')
    last().arrive()
    await later(0)
    expect(writes.map((write) => write.record.body)).toEqual(['a', 'ab'])
    last().arrive()
    await flushing
    expect(status()).toBe('saved')
  })

  it('waits for the write under way before it flushes newer words', async () => {
    autosave.edit('a')
    await later(300)
    autosave.edit('ab')
    const flushing = autosave.flush()
    await later(0)
    expect(writes).toHaveLength(1)
    last().arrive()
    await later(0)
    last().arrive()
    await flushing
    expect(writes.map((write) => write.record)).toMatchObject([
      { body: 'a', basedOn: 4 },
      { body: 'ab', basedOn: 5 },
    ])
    expect(status()).toBe('saved')
  })

  it('comes back from a flush that failed, and the state tells', async () => {
    autosave.edit('a')
    const flushing = autosave.flush()
    last().fail(new VaultFailure('full'))
    await flushing
    expect(status()).toBe('failed')
  })

  it('writes nothing when nothing was typed', async () => {
    await autosave.flush()
    await later(60_000)
    expect(writes).toHaveLength(0)
    expect(status()).toBe('saved')
  })

  it('does not let go of words that could not be saved', async () => {
    autosave.edit('a')
    const stopping = autosave.stop()
    last().fail(new VaultFailure('full'))
    await stopping
    expect(idle).toBe(0)
    await later(1_000)
    last().arrive()
    await later(0)
    expect(idle).toBe(1)
  })

  it('lets go when all is saved', async () => {
    autosave.edit('a')
    const stopping = autosave.stop()
    last().arrive()
    await stopping
    expect(idle).toBe(1)
    autosave.edit('late')
    await later(60_000)
    expect(writes).toHaveLength(1)
  })

  it('gives the lock the newest words, and forgets them', async () => {
    autosave.edit('a')
    await later(300)
    expect(autosave.takeForLock()).toMatchObject({ body: 'a', revision: 4, underWay: { sameWords: true } })
    expect(autosave.unsaved()).toBeUndefined()
  })

  it('writes nothing of a record while it is being removed, or afterwards', async () => {
    const saved: unknown[] = []
    const all = createAutosaves({
      save: ({ body }) => {
        saved.push(body)
        return Promise.resolve({ revision: 1, savedAt: 1 })
      },
      beforeRetry: () => Promise.resolve(),
      now: () => Date.now(),
      monotonic: time,
    })
    const removed = all.open({ id: 'gone', kind: 'child' })
    removed.edit('before')
    await all.whileRemoving(['gone'], async () => {
      expect(saved).toEqual(['before'])
      removed.edit('during')
      await later(2_000)
    })
    removed.edit('after')
    await later(2_000)
    await all.flush()
    expect(saved).toEqual(['before'])
    expect(all.unsavedWords()).toEqual([])
  })

  it('loses nothing and lies never, whatever the disk does and whenever somebody types', async () => {
    type Step = 'type' | 'wait' | 'arrive' | 'fail' | 'flush'
    const step = fc.constantFrom<Step>('type', 'wait', 'arrive', 'fail', 'flush')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const onDisk: { body: unknown } = { body: undefined }
        let pending: { body: unknown; done: (ok: boolean) => void } | undefined
        let typed = 0
        const tried = createAutosave(
          {
            save: ({ body, basedOn = 0 }) =>
              new Promise((resolve, reject) => {
                expect(pending).toBeUndefined()
                pending = {
                  body,
                  done(ok) {
                    pending = undefined
                    if (!ok) {
                      reject(new VaultFailure('closed'))
                      return
                    }
                    onDisk.body = body
                    resolve({ revision: basedOn + 1, savedAt: Date.now() })
                  },
                }
              }),
            beforeRetry: () => Promise.resolve(),
            now: () => Date.now(),
            monotonic: time,
            onIdle: () => undefined,
          },
          { id: 'x', kind: 'k' },
        )
        const honest = () => {
          if (typed > 0 && tried.state.status === 'saved') expect(onDisk.body).toBe(typed)
          if (typed > 0 && onDisk.body !== typed) expect(tried.unsaved()?.body).toBe(typed)
        }
        for (const what of steps) {
          if (what === 'type') tried.edit((typed += 1))
          if (what === 'wait') await later(350)
          if (what === 'arrive') pending?.done(true)
          if (what === 'fail') pending?.done(false)
          if (what === 'flush') void tried.flush()
          await later(0)
          honest()
        }
        for (let turn = 0; turn < 5; turn += 1) {
          await later(61_000)
          pending?.done(true)
          await later(0)
        }
        if (typed > 0) expect(onDisk.body).toBe(typed)
        expect(tried.state.status).toBe('saved')
      }),
      { numRuns: 80 },
    )
  })
})
