import { IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  abortWrites,
  createDevice,
  fillDisk,
  loseConnection,
  mendConnections,
  PASSPHRASE,
  quiet,
  until,
  watchConnections,
} from './device.ts'
import { failureReason, VaultFailure } from '@/vault/failure.ts'

afterEach(() => {
  vi.useRealTimers()
  mendConnections()
  vi.restoreAllMocks()
})

async function typing(words: string) {
  const device = createDevice()
  const { tab } = await device.newVault()
  const auto = tab.autosave<string>({ id: 'a', kind: 'assessment' })
  auto.edit('first')
  await auto.flush()
  expect(auto.state.status).toBe('saved')
  return { device, tab, auto, type: () => auto.edit(words) }
}

async function onDisk(device: ReturnType<typeof createDevice>) {
  const again = await device.openTab({ locks: undefined, channel: undefined })
  await again.unlock(PASSPHRASE)
  return (await again.records.read<string>('a'))?.body
}

describe('a full disk', () => {
  it('is said, the words stay, and are saved by themselves when there is room', async () => {
    const { device, tab, auto, type } = await typing('second')
    const full = fillDisk()
    type()
    await auto.flush()
    expect(auto.state).toEqual({ status: 'failed', reason: 'full', since: device.clock.wall })
    expect(tab.saveState.value).toEqual(auto.state)
    expect(await tab.records.read('a')).toMatchObject({ body: 'second' })
    full.mockRestore()
    expect(await onDisk(device)).toBe('first')
    tab.fire('wake')
    await until(() => auto.state.status === 'saved')
    expect(await onDisk(device)).toBe('second')
  })
})

describe('a transaction that is given up before it completes', () => {
  it('is never called saved', async () => {
    const { device, auto, type } = await typing('second')
    const aborting = abortWrites()
    type()
    const seen: string[] = []
    const flushing = auto.flush().then(() => seen.push(auto.state.status))
    await flushing
    expect(seen).toEqual(['failed'])
    aborting.mockRestore()
    expect(await onDisk(device)).toBe('first')
  })
})

describe('a database that the browser closes', () => {
  it('is opened again without a word, when its close is announced', async () => {
    const watch = watchConnections()
    const { device, auto, type } = await typing('second')
    watch.closeAll()
    type()
    await auto.flush()
    expect(auto.state.status).toBe('saved')
    expect(await onDisk(device)).toBe('second')
  })

  it('is opened again without a word, when its close is noticed only by writing', async () => {
    const { device, auto, type } = await typing('second')
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const lost = loseConnection(4)
    type()
    await auto.flush()
    expect(lost.usedUp()).toBe(true)
    expect(auto.state.status).toBe('saved')
    expect(await onDisk(device)).toBe('second')
  })

  it('is tried three times, then said; and is not hammered', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { device, tab, auto, type } = await typing('second')
    const open = vi.spyOn(device.factory, 'open')
    loseConnection()
    type()
    await auto.flush()
    expect(auto.state).toMatchObject({ status: 'failed', reason: 'closed' })
    const tried = open.mock.calls.length
    // Three of ours, and the two that Dexie makes by itself.
    expect(tried).toBeLessThanOrEqual(5)
    await expect(tab.records.list('assessment')).rejects.toMatchObject({ reason: 'closed' })
    await auto.flush()
    expect(open.mock.calls.length).toBe(tried)
  })

  it('is probed when the page is seen again, and the words go to disk', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { device, tab, auto, type } = await typing('second')
    const lost = loseConnection()
    // No try but those that waking brings.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    type()
    await auto.flush()
    expect(auto.state).toMatchObject({ status: 'failed', reason: 'closed' })
    tab.fire('wake')
    await quiet()
    expect(auto.state.status).toBe('failed')
    lost.mend()
    tab.fire('wake')
    await until(() => auto.state.status === 'saved')
    expect(await onDisk(device)).toBe('second')
  })

  it('after the words had arrived does not make a conflict of them', async () => {
    const { device, tab, auto, type } = await typing('second')
    const { writeRow } = await import('@/vault/writing.ts')
    const { createConnection } = await import('@/vault/connection.ts')
    type()
    await auto.flush()
    const [row] = (await device.rows('records')).filter(({ id }) => id === 'a')
    const [header] = (await device.rows('meta')).filter(({ name }) => name === 'vault')
    const { vaultId } = header!.value as { vaultId: string }
    const connection = createConnection(device.factory, IDBKeyRange)
    await connection.open(() => undefined)
    await writeRow(connection, vaultId, { row: row as never, basedOn: 1 })
    const other = { ...row, sealed: new Uint8Array(50) }
    await expect(writeRow(connection, vaultId, { row: other as never, basedOn: 1 })).rejects.toMatchObject({
      reason: 'other-tab',
    })
    expect(tab.status.value).toEqual({ status: 'unlocked' })
  })
})

describe('a vault that vanishes under the open page', () => {
  it('takes no words that could never be opened again, and says so', async () => {
    const { device, auto, type } = await typing('second')
    await device.erase('meta', 'vault')
    type()
    await auto.flush()
    expect(auto.state).toMatchObject({ status: 'failed', reason: 'refused' })
  })
})

describe('hiding the page', () => {
  it('saves what was typed without waiting for the pause', async () => {
    const { device, tab, auto, type } = await typing('second')
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    type()
    tab.fire('hide')
    await until(() => auto.state.status === 'saved')
    vi.useRealTimers()
    expect(await onDisk(device)).toBe('second')
  })
})

describe('removing a record', () => {
  it('leaves nothing behind that could write it again', async () => {
    const { device, tab, auto, type } = await typing('second')
    type()
    await tab.records.remove(['a'])
    auto.edit('third')
    await auto.flush()
    await tab.flush()
    expect(await tab.records.list('assessment')).toEqual([])
    expect((await device.rows('records')).map(({ id }) => id)).toEqual(['ledger'])
  })

  it('that fails keeps the words', async () => {
    const { device, tab, auto, type } = await typing('second')
    type()
    const full = fillDisk()
    await expect(tab.records.remove(['a'])).rejects.toMatchObject({ reason: 'full' })
    full.mockRestore()
    await tab.retryNow()
    await until(() => auto.state.status === 'saved')
    expect(await onDisk(device)).toBe('second')
  })
})

describe('durability', () => {
  it('is asked for strictly in every transaction that writes', async () => {
    const { asked } = watchConnections()
    const { tab, auto, type } = await typing('second')
    type()
    await auto.flush()
    await tab.records.remove(['a'])
    const writing = asked.filter(([, mode]) => mode === 'readwrite')
    expect(writing.length).toBeGreaterThan(3)
    for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' })
  })
})

describe('the saved state', () => {
  it('is the worst of all that is open', async () => {
    const { tab, auto, type } = await typing('second')
    const other = tab.autosave<string>({ id: 'b', kind: 'assessment' })
    expect(tab.saveState.value.status).toBe('saved')
    other.edit('b')
    expect(tab.saveState.value.status).toBe('editing')
    await other.flush()
    expect(tab.saveState.value.status).toBe('saved')
    const full = fillDisk()
    type()
    await auto.flush()
    other.edit('c')
    expect(tab.saveState.value.status).toBe('failed')
    full.mockRestore()
  })

  it('is shared by all who write the same record', async () => {
    const { tab, auto } = await typing('second')
    expect(tab.autosave({ id: 'a', kind: 'assessment', revision: 1 })).toBe(auto)
  })
})

describe('what went wrong', () => {
  const error = (name: string, message = '') => Object.assign(new Error(message), { name })
  it.each([
    [error('QuotaExceededError'), 'full'],
    [Object.assign(error('AbortError'), { inner: error('QuotaExceededError') }), 'full'],
    [error('InvalidStateError'), 'closed'],
    [error('DatabaseClosedError'), 'closed'],
    [
      error('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again'),
      'closed',
    ],
    [error('SecurityError'), 'refused'],
    [error('AbortError'), 'unknown'],
    [new VaultFailure('other-tab'), 'other-tab'],
    ['a string', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (thrown, reason) => {
    expect(failureReason(thrown)).toBe(reason)
  })
})
