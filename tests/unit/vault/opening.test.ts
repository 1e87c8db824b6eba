import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { createDevice, fillDisk, loseConnection, PASSPHRASE, settled, until } from './device.ts'
import { waitAfter } from '@/vault/throttle.ts'

describe('a first run', () => {
  it('finds no vault, makes one, shows the recovery key, and opens only then', async () => {
    const device = createDevice()
    const tab = await device.openTab()
    expect(tab.status.value).toEqual({ status: 'absent' })
    const made = await tab.create(PASSPHRASE)
    expect(made).toMatchObject({ ok: true })
    expect(tab.status.value).toEqual({ status: 'absent' })
    await tab.enter()
    expect(tab.status.value).toEqual({ status: 'unlocked' })
  })

  it('refuses a poor passphrase, and makes nothing', async () => {
    const device = createDevice()
    const tab = await device.openTab()
    for (const poor of ['', '              ', 'short', 'Password12345!']) {
      expect(await tab.create(poor)).toEqual({ ok: false, reason: 'weak-passphrase' })
    }
    expect(await device.rows('meta')).toEqual([])
  })

  it('that was cut off before the recovery key was kept leaves a vault that its passphrase opens', async () => {
    const device = createDevice()
    const tab = await device.openTab()
    await tab.create(PASSPHRASE)
    tab.kill()
    const again = await device.openTab()
    expect(again.status.value).toMatchObject({ status: 'locked', reason: 'start' })
    expect(await again.unlock(PASSPHRASE)).toEqual({ ok: true })
  })

  it('does not make a second vault over the first', async () => {
    const device = createDevice()
    const [one, other] = [await device.openTab(), await device.openTab({ channel: undefined })]
    expect(await one.create(PASSPHRASE)).toMatchObject({ ok: true })
    expect(await other.create(PASSPHRASE)).toEqual({ ok: false, reason: 'exists' })
    expect(other.status.value).toMatchObject({ status: 'locked' })
  })
})

describe('the passphrase', () => {
  it('opens the vault again, and a wrong one does not', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    await tab.records.save({ id: 'a', kind: 'child', body: { reference: 'AB' } })
    tab.kill()
    const again = await device.openTab()
    expect(await again.unlock(`${PASSPHRASE}x`)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await again.unlock('')).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await again.unlock('   ')).toMatchObject({ ok: false, reason: 'wrong' })
    await expect(again.records.list('child')).rejects.toMatchObject({ reason: 'locked' })
    expect(await again.unlock(PASSPHRASE)).toEqual({ ok: true })
    expect(await again.records.list('child')).toMatchObject([{ id: 'a', body: { reference: 'AB' } }])
  })

  it('opens the same vault whichever way a keyboard writes its accents', async () => {
    const device = createDevice()
    const tab = await device.openTab()
    expect(await tab.create('une théière bleue à la fenêtre'.normalize('NFC'))).toMatchObject({ ok: true })
    tab.lock('asked')
    expect(await tab.unlock('une théière bleue à la fenêtre'.normalize('NFD'))).toEqual({ ok: true })
  })

  it('may be 300 emoji', async () => {
    const device = createDevice()
    const tab = await device.openTab()
    const emoji = '👨‍👩‍👧‍👦🏡🐈'.repeat(100)
    expect(await tab.create(emoji)).toMatchObject({ ok: true })
    tab.lock('asked')
    expect(await tab.unlock(emoji)).toEqual({ ok: true })
  })

  it('is changed without rewriting a single record, and the old one no longer opens', async () => {
    const device = createDevice()
    const { tab, recoveryKey } = await device.newVault()
    await tab.records.save({ id: 'a', kind: 'child', body: { reference: 'AB' } })
    const before = await device.rows('records')
    const next = 'three red buses in a quiet lane'
    expect(await tab.changePassphrase({ passphrase: 'not this one, no' }, next)).toMatchObject({
      reason: 'wrong',
    })
    expect(await tab.changePassphrase({ passphrase: PASSPHRASE }, 'short')).toEqual({
      ok: false,
      reason: 'weak-passphrase',
    })
    expect(await tab.changePassphrase({ passphrase: PASSPHRASE }, next)).toEqual({ ok: true })
    expect(await device.rows('records')).toEqual(before)
    tab.lock('asked')
    expect(await tab.unlock(PASSPHRASE)).toMatchObject({ ok: false, reason: 'wrong' })
    expect(await tab.unlock(next)).toEqual({ ok: true })
    tab.lock('asked')
    expect(await tab.unlockWithRecoveryKey(recoveryKey.join(' '))).toEqual({ ok: true })
    expect(await tab.records.list('child')).toHaveLength(1)
  })

  it('never gets fewer iterations by a change, however busy the device is', async () => {
    const device = createDevice()
    const { tab } = await device.newVault({ calibrate: () => Promise.resolve(3_000) })
    tab.kill()
    const busy = await device.openTab({ calibrate: () => Promise.resolve(1_000) })
    await busy.changePassphrase({ passphrase: PASSPHRASE }, 'three red buses in a quiet lane')
    const [header] = (await device.rows('meta')).filter((row) => row.name === 'vault')
    expect(header).toMatchObject({ value: { passphraseWrap: { iterations: 3_000 } } })
  })
})

describe('the recovery key', () => {
  it('opens the vault, and sets a new passphrase in the same step', async () => {
    const device = createDevice()
    const { tab, recoveryKey } = await device.newVault()
    await tab.records.save({ id: 'a', kind: 'child', body: 1 })
    tab.lock('asked')
    const next = 'three red buses in a quiet lane'
    expect(await tab.unlockWithRecoveryKey(recoveryKey.join('-').toLowerCase(), next)).toEqual({ ok: true })
    expect(await tab.records.list('child')).toHaveLength(1)
    tab.lock('asked')
    expect(await tab.unlock(PASSPHRASE)).toMatchObject({ reason: 'wrong' })
    expect(await tab.unlock(next)).toEqual({ ok: true })
  })

  it('with a slip of the finger is told apart from one of another vault, and costs no try', async () => {
    const device = createDevice()
    const { tab, recoveryKey } = await device.newVault()
    const other = await createDevice().newVault()
    tab.lock('asked')
    const slip = recoveryKey.join('').replace(/^./, (first) => (first === '7' ? '8' : '7'))
    for (let time = 0; time < 20; time += 1) {
      expect(await tab.unlockWithRecoveryKey(slip)).toEqual({ ok: false, reason: 'slip' })
    }
    expect(await tab.unlockWithRecoveryKey(other.recoveryKey.join(' '))).toEqual({
      ok: false,
      reason: 'wrong',
      retryAt: null,
    })
    expect(await tab.unlockWithRecoveryKey(recoveryKey.join(' '))).toEqual({ ok: true })
  })

  it('can be replaced, and the old paper then opens nothing', async () => {
    const device = createDevice()
    const { tab, recoveryKey } = await device.newVault()
    expect(await tab.replaceRecoveryKey('not this one, no')).toMatchObject({ ok: false, reason: 'wrong' })
    const replaced = await tab.replaceRecoveryKey(PASSPHRASE)
    if (!replaced.ok) return expect.fail(replaced.reason)
    tab.lock('asked')
    expect(await tab.unlockWithRecoveryKey(recoveryKey.join(' '))).toMatchObject({
      ok: false,
      reason: 'wrong',
    })
    expect(await tab.unlockWithRecoveryKey(replaced.recoveryKey.join(' '))).toEqual({ ok: true })
  })

  it('still opens a vault whose passphrase wrap is damaged, and the damage is told from a wrong passphrase', async () => {
    const device = createDevice()
    const { tab, recoveryKey } = await device.newVault()
    tab.kill()
    const [row] = (await device.rows('meta')).filter(({ name }) => name === 'vault')
    const header = row!.value as { passphraseWrap: { wrapped: Uint8Array } }
    header.passphraseWrap.wrapped[5]! ^= 1
    await device.put('meta', row!)
    const again = await device.openTab()
    expect(await again.unlock(PASSPHRASE)).toEqual({ ok: false, reason: 'damaged' })
    expect(await again.unlockWithRecoveryKey(recoveryKey.join(' '))).toEqual({ ok: true })
  })
})

describe('many wrong passphrases', () => {
  it('slow down, are remembered across reloads, destroy nothing, and end when the right one comes', async () => {
    const device = createDevice()
    let { tab } = await device.newVault()
    await tab.records.save({ id: 'a', kind: 'child', body: 1 })
    tab.lock('asked')
    for (let count = 1; count <= 12; count += 1) {
      const answer = await tab.unlock('not this one, no')
      const wait = waitAfter(count)
      const retryAt = wait > 0 ? device.clock.wall + wait : null
      expect(answer).toEqual({ ok: false, reason: 'wrong', retryAt })
      expect(tab.status.value).toMatchObject({ status: 'locked', retryAt })
      if (retryAt === null) continue
      tab.kill()
      tab = await device.openTab()
      expect(tab.status.value).toMatchObject({ status: 'locked', retryAt })
      expect(await tab.unlock(PASSPHRASE)).toEqual({ ok: false, reason: 'wait', retryAt })
      device.pass(wait)
    }
    expect(await tab.unlock(PASSPHRASE)).toEqual({ ok: true })
    expect(await tab.records.list('child')).toHaveLength(1)
    tab.lock('asked')
    expect(tab.status.value).toMatchObject({ retryAt: null })
  })

  it('wait again from now when the clock was moved back, and no longer than that', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    tab.lock('asked')
    for (let count = 1; count <= 4; count += 1) {
      await tab.unlock('not this one, no')
      if (count < 4) device.pass(waitAfter(count))
    }
    tab.kill()
    device.clock.wall -= 30 * 24 * 3_600_000
    const again = await device.openTab()
    expect(await again.unlock(PASSPHRASE)).toMatchObject({
      reason: 'wait',
      retryAt: device.clock.wall + waitAfter(4),
    })
    device.pass(waitAfter(4))
    expect(await again.unlock(PASSPHRASE)).toEqual({ ok: true })
  })

  it('count although the page is killed while one is tried', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    tab.lock('asked')
    await tab.unlock('not this one, no')
    const rows = await device.rows('meta')
    expect(rows.find(({ name }) => name === 'tries')).toMatchObject({
      value: { count: 1, at: device.clock.wall },
    })
  })
})

describe('a vault that cannot be opened is named for what it is', () => {
  it('gone, when the database is gone and the marker is still there', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    tab.kill()
    expect([...device.marks.values()]).toEqual(['1'])
    const afterEviction = await device.openTab({ indexedDB: new IDBFactory() })
    expect(afterEviction.status.value).toEqual({ status: 'missing' })
    expect(await afterEviction.create(PASSPHRASE)).toMatchObject({ ok: true })
  })

  it('damaged, when the wrapped keys are gone and the records are not', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    tab.kill()
    await device.erase('meta', 'vault')
    const again = await device.openTab()
    expect(again.status.value).toEqual({ status: 'unavailable', reason: 'damaged' })
    expect(await again.create(PASSPHRASE)).toEqual({ ok: false, reason: 'exists' })
  })

  it('of a newer toolkit, and not touched', async () => {
    const device = createDevice()
    await new Promise<void>((resolve, reject) => {
      const request = device.factory.open('toolkit', 20)
      request.onupgradeneeded = () => request.result.createObjectStore('fromTheFuture')
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
      request.onerror = () => reject(request.error!)
    })
    const tab = await device.openTab()
    expect(tab.status.value).toEqual({ status: 'unavailable', reason: 'newer-version' })
    const database = await settled<IDBDatabase>(device.factory.open('toolkit'))
    expect(database.version).toBe(20)
    expect([...database.objectStoreNames]).toEqual(['fromTheFuture'])
  })

  it('of a newer format', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    tab.kill()
    const [row] = (await device.rows('meta')).filter(({ name }) => name === 'vault')
    await device.put('meta', { ...row, value: { ...(row!.value as object), format: 2 } })
    expect((await device.openTab()).status.value).toEqual({ status: 'unavailable', reason: 'newer-version' })
  })

  it('held by another tab in an older version, and opens by itself when that one is closed', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const device = createDevice()
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = device.factory.open('toolkit', 5)
      request.onsuccess = () => resolve(request.result)
    })
    const { tab, begun } = device.startTab()
    await until(() => tab.status.value.status !== 'opening')
    expect(tab.status.value).toEqual({ status: 'unavailable', reason: 'blocked-by-other-tab' })
    tab.fire('wake')
    expect(tab.status.value).toEqual({ status: 'unavailable', reason: 'blocked-by-other-tab' })
    older.close()
    await begun
    expect(tab.status.value).toEqual({ status: 'absent' })
  })

  it('without storage, without WebCrypto, or refused by the browser', async () => {
    const device = createDevice()
    const refusing = new IDBFactory()
    vi.spyOn(refusing, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const reason = async (changes: object) => (await device.openTab(changes)).status.value
    expect(await reason({ indexedDB: undefined })).toEqual({ status: 'unavailable', reason: 'no-indexeddb' })
    expect(await reason({ hasWebCrypto: false })).toEqual({ status: 'unavailable', reason: 'no-web-crypto' })
    expect(await reason({ indexedDB: refusing })).toEqual({
      status: 'unavailable',
      reason: 'storage-refused',
    })
  })
})

describe('starting again', () => {
  it('wipes everything, here and in the other tabs, and is then a first run', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    const other = await device.openTab()
    await other.unlock(PASSPHRASE)
    await tab.records.save({ id: 'a', kind: 'child', body: 1 })
    expect(await tab.destroyVault()).toEqual({ ok: true })
    expect(tab.status.value).toEqual({ status: 'absent' })
    await expect.poll(() => other.status.value).toEqual({ status: 'absent' })
    expect(await device.rows('records')).toEqual([])
    expect(await device.rows('meta')).toEqual([])
    expect(device.marks.size).toBe(0)
  })

  it('leaves no tab that goes on trying to save words of the vault that is no more', async () => {
    const device = createDevice()
    const { tab } = await device.newVault({ locks: undefined })
    const other = await device.openTab({ locks: undefined })
    await other.unlock(PASSPHRASE)
    other.autosave({ id: 'a', kind: 'child' }).edit('unsaved')
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
    const slow = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...what) => {
      const sealed = await encrypt(...what)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return sealed
    })
    await tab.destroyVault()
    expect(slow).toHaveBeenCalled()
    await until(() => other.status.value.status === 'absent')
    await until(() => other.saveState.value.status !== 'saving')
    expect(other.saveState.value.status).toBe('saved')
  })

  it('is not said to be done when the disk refuses it', async () => {
    const { tab } = await createDevice().newVault()
    const lost = loseConnection()
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(await tab.destroyVault()).toEqual({ ok: false, reason: 'storage', failure: 'closed' })
    expect(tab.status.value).toMatchObject({ status: 'locked' })
    lost.mend()
    await tab.retryNow()
    expect(await tab.unlock(PASSPHRASE)).toEqual({ ok: true })
  })

  it('cannot be begun on a full disk, and says so', async () => {
    const tab = await createDevice().openTab()
    const full = fillDisk()
    expect(await tab.create(PASSPHRASE)).toEqual({ ok: false, reason: 'storage', failure: 'full' })
    full.mockRestore()
    expect(await tab.create(PASSPHRASE)).toMatchObject({ ok: true })
  })

  it('is possible for somebody who has neither passphrase nor recovery key', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    tab.lock('asked')
    expect(await tab.destroyVault()).toEqual({ ok: true })
    expect(await tab.create('three red buses in a quiet lane')).toMatchObject({ ok: true })
  })
})

describe('an app without a marker beside the database', () => {
  it('works all the same', async () => {
    const broken = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    const device = createDevice()
    const { tab } = await device.newVault({
      marker: { getItem: broken, setItem: broken, removeItem: broken },
    })
    expect(tab.status.value).toEqual({ status: 'unlocked' })
  })
})
