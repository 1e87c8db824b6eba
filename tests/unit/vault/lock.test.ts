import { describe, expect, it, vi } from 'vitest'
import { createDevice, fillDisk, MINUTE_MS, PASSPHRASE, until } from './device.ts'

const HOUR_MS = 60 * MINUTE_MS

describe('the lock', () => {
  it('shuts at once, tells who must forget, and takes the key with it', async () => {
    const { tab } = await createDevice().newVault()
    const forget = vi.fn()
    tab.onLock(() => {
      throw new Error('one store is broken')
    })
    tab.onLock(forget)
    tab.lock('asked')
    expect(tab.status.value).toEqual({ status: 'locked', reason: 'asked', retryAt: null })
    expect(forget).toHaveBeenCalledOnce()
    await expect(tab.records.list('child')).rejects.toMatchObject({ reason: 'locked' })
  })

  it('as a cover is a lock too: only the passphrase brings the screen back', async () => {
    const { tab } = await createDevice().newVault()
    tab.lock('cover')
    expect(tab.status.value).toMatchObject({ status: 'locked', reason: 'cover' })
    await expect(tab.records.list('child')).rejects.toMatchObject({ reason: 'locked' })
    expect(await tab.unlock(PASSPHRASE)).toEqual({ ok: true })
  })

  it('shuts after three hours asleep before the touch that wakes the tablet counts', async () => {
    for (const waking of ['activity', 'wake'] as const) {
      const device = createDevice()
      const { tab } = await device.newVault()
      device.clock.wall += 3 * HOUR_MS
      tab.fire(waking)
      expect(tab.status.value).toMatchObject({ status: 'locked', reason: 'idle' })
    }
  })

  it('can be asked before anything is painted', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    device.pass(10 * MINUTE_MS - 1)
    expect(tab.lockIfOverdue()).toBe(false)
    device.pass(1)
    expect(tab.lockIfOverdue()).toBe(true)
    expect(tab.status.value).toMatchObject({ status: 'locked', reason: 'idle' })
    expect(tab.lockIfOverdue()).toBe(true)
  })

  it('shuts when the clock was moved back', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    device.clock.wall -= HOUR_MS
    tab.fire('activity')
    expect(tab.status.value).toMatchObject({ status: 'locked', reason: 'clock' })
  })

  it('shuts by itself while the page is awake and nobody touches it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const device = createDevice()
    const { tab } = await device.newVault()
    device.pass(11 * MINUTE_MS)
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()
    expect(tab.status.value).toMatchObject({ status: 'locked', reason: 'idle' })
  })

  it('waits as long as somebody works, and as many minutes as were chosen, also after a reload', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    await tab.setAutoLockMinutes(30)
    for (let touch = 0; touch < 3; touch += 1) {
      device.pass(29 * MINUTE_MS)
      tab.fire('activity')
    }
    expect(tab.status.value).toEqual({ status: 'unlocked' })
    tab.kill()
    const again = await device.openTab()
    expect(again.minutes.value).toBe(30)
    await again.setAutoLockMinutes(99)
    expect(again.minutes.value).toBe(30)
    await again.setAutoLockMinutes(0)
    expect(again.minutes.value).toBe(2)
  })

  it('shuts on a recovery key that was left on the screen', async () => {
    const device = createDevice()
    const tab = await device.openTab()
    await tab.create(PASSPHRASE)
    device.clock.wall += HOUR_MS
    tab.fire('wake')
    expect(tab.status.value).toMatchObject({ status: 'locked', reason: 'idle' })
    await tab.enter()
    expect(tab.status.value).toMatchObject({ status: 'locked' })
  })
})

describe('words that were not saved when the lock shut', () => {
  it('are sealed, written, and there after unlocking', async () => {
    const { tab } = await createDevice().newVault()
    const auto = tab.autosave({ id: 'a', kind: 'assessment' })
    auto.edit({ note: 'half a sen' })
    tab.lock('asked')
    expect(tab.saveState.value.status).toBe('saving')
    await until(() => tab.saveState.value.status === 'saved')
    await tab.unlock(PASSPHRASE)
    expect(await tab.records.read('a')).toMatchObject({ revision: 1, body: { note: 'half a sen' } })
  })

  it('are the latest ones, also when an older write was still on its way', async () => {
    const { tab } = await createDevice().newVault()
    const auto = tab.autosave({ id: 'a', kind: 'assessment' })
    auto.edit('a')
    const flushing = auto.flush()
    auto.edit('ab')
    tab.lock('asked')
    await flushing
    await until(() => tab.saveState.value.status === 'saved')
    await tab.unlock(PASSPHRASE)
    expect(await tab.records.read('a')).toMatchObject({ revision: 2, body: 'ab' })
    const next = tab.autosave({
      id: 'a',
      kind: 'assessment',
      revision: (await tab.records.read('a'))!.revision,
    })
    next.edit('abc')
    await next.flush()
    expect(next.state.status).toBe('saved')
    expect(tab.setAside.value).toEqual([])
  })

  it('need no second write when they were on their way already', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    const auto = tab.autosave({ id: 'a', kind: 'assessment' })
    auto.edit('a')
    const flushing = auto.flush()
    tab.lock('asked')
    await flushing
    await until(() => tab.saveState.value.status === 'saved')
    expect((await device.rows('records')).find(({ id }) => id === 'a')).toMatchObject({ revision: 1 })
  })

  it('wait as ciphertext when the disk is full, say so, are there after unlocking, and reach the disk later', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    const saved = await tab.records.save({ id: 'a', kind: 'assessment', body: 'before' })
    const auto = tab.autosave({ id: 'a', kind: 'assessment', revision: saved.revision })
    const full = fillDisk()
    auto.edit('after')
    tab.lock('asked')
    await until(() => tab.saveState.value.status === 'failed')
    expect(tab.saveState.value).toMatchObject({ reason: 'full' })
    expect(await tab.unlock(PASSPHRASE)).toEqual({ ok: true })
    const read = await tab.records.read('a')
    expect(read).toMatchObject({ body: 'after' })
    expect(await tab.records.list('assessment')).toMatchObject([{ body: 'after' }])
    expect(tab.saveState.value.status).toBe('failed')

    const next = tab.autosave({ id: 'a', kind: 'assessment', revision: read!.revision })
    next.edit('after that')
    await next.flush()
    expect(next.state.status).toBe('failed')
    full.mockRestore()
    await tab.retryNow()
    await until(() => tab.saveState.value.status === 'saved')
    tab.kill()
    const again = await device.openTab()
    await again.unlock(PASSPHRASE)
    expect(await again.records.read('a')).toMatchObject({ body: 'after that' })
    expect(again.setAside.value).toEqual([])
  })

  it('give way to newer words that reach the disk first', async () => {
    const { tab } = await createDevice().newVault()
    const full = fillDisk()
    tab.autosave({ id: 'a', kind: 'assessment' }).edit('older')
    tab.lock('asked')
    await until(() => tab.saveState.value.status === 'failed')
    await tab.unlock(PASSPHRASE)
    await until(() => tab.saveState.value.status === 'failed')
    const read = await tab.records.read('a')
    full.mockRestore()
    await tab.records.save({ id: 'a', kind: 'assessment', body: 'newer', basedOn: read!.revision })
    await tab.retryNow()
    expect(tab.saveState.value.status).toBe('saved')
    expect(await tab.records.read('a')).toMatchObject({ body: 'newer' })
  })

  it('are tried again behind the lock by themselves, although nobody touches the tablet', async () => {
    const { tab } = await createDevice().newVault()
    const full = fillDisk()
    tab.autosave({ id: 'a', kind: 'assessment' }).edit('words')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    tab.lock('asked')
    await until(() => tab.saveState.value.status === 'failed')
    full.mockRestore()
    vi.advanceTimersByTime(30_000)
    await until(() => tab.saveState.value.status === 'saved')
    vi.useRealTimers()
  })

  it('reach the disk behind the lock, as soon as there is room', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    const full = fillDisk()
    const auto = tab.autosave({ id: 'a', kind: 'assessment' })
    auto.edit('words')
    tab.lock('asked')
    await until(() => tab.saveState.value.status === 'failed')
    full.mockRestore()
    tab.fire('wake')
    await until(() => tab.saveState.value.status === 'saved')
    expect(tab.status.value).toMatchObject({ status: 'locked' })
    await tab.unlock(PASSPHRASE)
    expect(await tab.records.read('a')).toMatchObject({ body: 'words' })
  })

  it('take nothing with them that another store changes in the same breath', async () => {
    const { tab } = await createDevice().newVault()
    const open = { note: 'every word' }
    tab.onLock(() => {
      open.note = ''
    })
    tab.autosave({ id: 'a', kind: 'assessment' }).edit(open)
    tab.lock('asked')
    await until(() => tab.saveState.value.status === 'saved')
    await tab.unlock(PASSPHRASE)
    expect(await tab.records.read('a')).toMatchObject({ body: { note: 'every word' } })
  })
})
