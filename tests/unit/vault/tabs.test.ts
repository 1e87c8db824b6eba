import { describe, expect, it, vi } from 'vitest'
import { createWriter } from '@/vault/writer.ts'
import { createDevice, MINUTE_MS, PASSPHRASE, until } from './device.ts'

async function twoTabs() {
  const device = createDevice()
  const { tab: first } = await device.newVault()
  const second = await device.openTab()
  await second.unlock(PASSPHRASE)
  return { device, first, second }
}

describe('two tabs', () => {
  it('have one writer; the other reads and says why', async () => {
    const { first, second } = await twoTabs()
    expect(first.writer.value).toBe('this-tab')
    expect(second.writer.value).toBe('other-tab')
    await first.records.save({ id: 'a', kind: 'child', body: 1 })
    expect(await second.records.list('child')).toHaveLength(1)
    await expect(second.records.save({ id: 'b', kind: 'child', body: 1 })).rejects.toMatchObject({
      reason: 'other-tab',
    })
    await expect(second.records.remove(['a'])).rejects.toMatchObject({ reason: 'other-tab' })
    const auto = second.autosave({ id: 'a', kind: 'child', revision: 1 })
    auto.edit(2)
    await auto.flush()
    expect(auto.state).toMatchObject({ status: 'failed', reason: 'other-tab' })
  })

  it('hand the writing on when the first is closed, and the words that waited are saved', async () => {
    const { first, second } = await twoTabs()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const auto = second.autosave({ id: 'a', kind: 'child' })
    auto.edit('waited')
    await auto.flush()
    first.kill()
    await until(() => auto.state.status === 'saved')
    vi.useRealTimers()
    expect(second.writer.value).toBe('this-tab')
  })

  it('do not overwrite what the first wrote when the second takes over with an older copy', async () => {
    const { first, second } = await twoTabs()
    await first.records.save({ id: 'a', kind: 'child', body: 'one' })
    const auto = second.autosave({ id: 'a', kind: 'child', revision: 1 })
    await first.records.save({ id: 'a', kind: 'child', body: 'two', basedOn: 1 })
    first.kill()
    await until(() => second.writer.value === 'this-tab')
    auto.edit('stale')
    await auto.flush()
    expect(auto.state).toMatchObject({ status: 'failed', reason: 'other-tab' })
    const reader = await second.records.read('a')
    expect(reader?.body).toBe('stale')
  })

  it('lock together when somebody asks, and cover together', async () => {
    for (const reason of ['asked', 'cover'] as const) {
      const { first, second } = await twoTabs()
      first.lock(reason)
      expect(first.status.value).toMatchObject({ reason })
      expect(second.status.value).toMatchObject({ status: 'locked', reason: 'other-tab' })
    }
  })

  it('keep one another open: a tab that is left alone does not lock the one that is worked in', async () => {
    const { device, first, second } = await twoTabs()
    for (let touch = 0; touch < 3; touch += 1) {
      device.pass(6 * MINUTE_MS)
      first.fire('activity')
    }
    expect(second.lockIfOverdue()).toBe(false)
    expect(first.status.value).toEqual({ status: 'unlocked' })
    device.pass(11 * MINUTE_MS)
    expect(second.lockIfOverdue()).toBe(true)
    expect(first.status.value).toMatchObject({ status: 'locked', reason: 'idle' })
  })

  it('both forget a record that one of them removed', async () => {
    const device = createDevice()
    const { tab: first } = await device.newVault({ locks: undefined })
    const second = await device.openTab({ locks: undefined })
    await second.unlock(PASSPHRASE)
    await first.records.save({ id: 'a', kind: 'child', body: 1 })
    const auto = second.autosave({ id: 'a', kind: 'child', revision: 1 })
    auto.edit(2)
    await first.records.remove(['a'])
    await auto.flush()
    expect((await device.rows('records')).map(({ id }) => id)).toEqual(['ledger'])
  })

  it('give the turn back after the lock, so that the other can write', async () => {
    const device = createDevice()
    const { tab: first } = await device.newVault({ channel: undefined })
    const second = await device.openTab({ channel: undefined })
    await second.unlock(PASSPHRASE)
    expect(second.writer.value).toBe('other-tab')
    first.lock('asked')
    await until(() => second.writer.value === 'this-tab')
    await second.records.save({ id: 'a', kind: 'child', body: 1 })
    await first.unlock(PASSPHRASE)
    expect(first.writer.value).toBe('other-tab')
  })

  it('locked while the turn is being asked for, stay locked and hand the turn back', async () => {
    const device = createDevice()
    const { tab: maker } = await device.newVault()
    maker.kill()
    let answer: (() => void) | undefined
    let held = 0
    const slow = {
      request: async (_name: string, _options: object, work: (lock: object) => Promise<void>) => {
        await new Promise<void>((resolve) => (answer = resolve))
        held += 1
        await work({})
        held -= 1
      },
    }
    const tab = await device.openTab({ locks: slow as never })
    const opening = tab.unlock(PASSPHRASE)
    await until(() => answer !== undefined)
    tab.lock('asked')
    await until(() => tab.saveState.value.status === 'saved')
    answer?.()
    expect(await opening).toMatchObject({ ok: false })
    expect(tab.status.value).toMatchObject({ status: 'locked', reason: 'asked' })
    await until(() => held === 0)
  })

  it('locked and opened again at once, still write', async () => {
    const { tab } = await createDevice().newVault()
    for (let time = 0; time < 5; time += 1) {
      tab.lock('asked')
      await tab.unlock(PASSPHRASE)
      expect(tab.writer.value).toBe('this-tab')
      await tab.records.save({ id: `r${time}`, kind: 'child', body: time })
    }
  })
})

it('a turn that comes after it was given up is handed on at once', async () => {
  let answer: (() => void) | undefined
  let held = 0
  const slow = {
    request: async (_name: string, _options: object, work: (lock: object) => Promise<void>) => {
      await new Promise<void>((resolve) => (answer = resolve))
      held += 1
      await work({})
      held -= 1
    },
  }
  const writer = createWriter(slow as never, () => undefined)
  const claiming = writer.claim()
  writer.release()
  answer?.()
  await claiming
  await until(() => held === 0)
  expect(writer.role.value).toBe('other-tab')
})

describe('a browser without Web Locks', () => {
  it('says that nobody guards the turn, and still overwrites nothing newer', async () => {
    const device = createDevice()
    const { tab: first } = await device.newVault({ locks: undefined })
    const second = await device.openTab({ locks: undefined })
    await second.unlock(PASSPHRASE)
    expect([first.writer.value, second.writer.value]).toEqual(['unguarded', 'unguarded'])
    await first.records.save({ id: 'a', kind: 'child', body: 1 })
    await second.records.save({ id: 'a', kind: 'child', body: 2, basedOn: 1 })
    await expect(first.records.save({ id: 'a', kind: 'child', body: 3, basedOn: 1 })).rejects.toMatchObject({
      reason: 'other-tab',
    })
    expect((await first.records.read('a'))?.body).toBe(2)
    expect(first.setAside.value).toEqual([])
  })

  it('or with locks that are refused, works the same', async () => {
    const refused = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }
    const { tab } = await createDevice().newVault({ locks: refused })
    expect(tab.writer.value).toBe('unguarded')
  })
})
