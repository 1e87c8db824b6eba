import { describe, expect, it } from 'vitest'
import { createDevice, PASSPHRASE, type Row } from './device.ts'

const CANARY = 'Zebedee-Quillfeather'

async function withThree() {
  const device = createDevice()
  const { tab } = await device.newVault()
  for (const id of ['a', 'b', 'c']) await tab.records.save({ id, kind: 'child', body: { reference: id } })
  await tab.records.save({ id: 'd', kind: 'assessment', body: { items: [] } })
  return { device, tab }
}

type Device = ReturnType<typeof createDevice>

async function row(device: Device, id: string): Promise<Row> {
  const found = (await device.rows('records')).find((one) => one.id === id)
  if (!found) throw new Error('no such row')
  return found
}

async function reopened(device: Device) {
  const tab = await device.openTab()
  await tab.unlock(PASSPHRASE)
  return tab
}

const ids = (records: { id: string }[]) => records.map(({ id }) => id).sort()

describe('records', () => {
  it('come back as they were saved, by kind and by id', async () => {
    const { tab, device } = await withThree()
    expect(ids(await tab.records.list('child'))).toEqual(['a', 'b', 'c'])
    expect(await tab.records.read('b')).toEqual({
      id: 'b',
      kind: 'child',
      revision: 1,
      savedAt: device.clock.wall,
      body: { reference: 'b' },
    })
    expect(await tab.records.read('nothing')).toBeUndefined()
    expect(tab.setAside.value).toEqual([])
  })

  it('are removed together, and are gone from the disk', async () => {
    const { tab, device } = await withThree()
    await tab.records.remove(['a', 'd'])
    expect(ids(await tab.records.list('child'))).toEqual(['b', 'c'])
    expect(await tab.records.list('assessment')).toEqual([])
    expect(await tab.records.read('a')).toBeUndefined()
    expect((await device.rows('records')).map(({ id }) => id)).toEqual(['b', 'c', 'ledger'])
    expect(tab.setAside.value).toEqual([])
  })

  it('are not overwritten by words that rest on an older revision, or by a new record of the same id', async () => {
    const { tab } = await withThree()
    await tab.records.save({ id: 'a', kind: 'child', body: 'second', basedOn: 1 })
    const older = tab.records.save({ id: 'a', kind: 'child', body: 'stale', basedOn: 1 })
    await expect(older).rejects.toMatchObject({ name: 'VaultFailure', reason: 'other-tab' })
    const fresh = tab.records.save({ id: 'a', kind: 'child', body: 'new' })
    await expect(fresh).rejects.toMatchObject({ reason: 'other-tab' })
    expect(await tab.records.read('a')).toMatchObject({ revision: 2, body: 'second' })
  })

  it('cannot be read, saved or removed behind the lock', async () => {
    const { tab } = await withThree()
    tab.lock('asked')
    await expect(tab.records.list('child')).rejects.toMatchObject({ reason: 'locked' })
    await expect(tab.records.read('a')).rejects.toMatchObject({ reason: 'locked' })
    await expect(tab.records.save({ id: 'z', kind: 'child', body: 1 })).rejects.toMatchObject({
      reason: 'locked',
    })
    await expect(tab.records.remove(['a'])).rejects.toMatchObject({ reason: 'locked' })
    expect(() => tab.autosave({ id: 'a', kind: 'child' })).toThrow()
  })

  it('saved while a list is read do not look like a rollback', async () => {
    const { tab } = await withThree()
    for (let revision = 1; revision < 15; revision += 1) {
      const [, listed] = await Promise.all([
        tab.records.save({ id: 'a', kind: 'child', body: revision, basedOn: revision }),
        tab.records.list('child'),
      ])
      expect(listed).toHaveLength(3)
    }
    expect(tab.setAside.value).toEqual([])
  })
})

describe('the disk', () => {
  it('holds opaque ids, kinds, revisions and days in clear, and nothing that anybody wrote', async () => {
    const device = createDevice()
    const { tab } = await device.newVault()
    await tab.records.save({ id: 'a', kind: 'child', body: { reference: CANARY, [CANARY]: [CANARY] } })
    const auto = tab.autosave({ id: 'b', kind: 'child' })
    auto.edit({ note: CANARY })
    await auto.flush()
    auto.edit({ note: `${CANARY} again` })
    tab.lock('asked')
    await expect.poll(() => tab.saveState.value.status).toBe('saved')

    const everything = [...(await device.rows('records')), ...(await device.rows('meta'))]
    for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
      const wanted = Buffer.from(CANARY).toString(encoding)
      expect(bytesOf(everything).toString('latin1')).not.toContain(wanted)
    }
    expect(bytesOf(everything).toString('latin1')).not.toContain(PASSPHRASE)
    const rows = await device.rows('records')
    for (const one of rows)
      expect(Object.keys(one).sort()).toEqual(['day', 'id', 'kind', 'revision', 'sealed'])
    expect(rows.map(({ day }) => day)).toEqual(rows.map(() => Math.floor(device.clock.wall / 86_400_000)))
    const [header] = (await device.rows('meta')).filter(({ name }) => name === 'vault')
    const parts = ['check', 'createdDay', 'format', 'passphraseWrap', 'recoveryWrap', 'vaultId']
    expect(Object.keys(header!.value as object).sort()).toEqual(parts)
  })

  it('tells little by the size of a row', async () => {
    const { tab, device } = await withThree()
    const sizes = new Set<number>()
    for (let length = 0; length < 900; length += 90) {
      await tab.records.save({ id: `s${length}`, kind: 'child', body: 'x'.repeat(length) })
      sizes.add(((await row(device, `s${length}`)).sealed as Uint8Array).length)
    }
    expect(sizes.size).toBe(1)
  })
})

describe('a row that cannot be trusted is named and set aside, the rest opens, and nothing is deleted', () => {
  it.each<[string, (device: Device) => Promise<unknown>, { id: string; kind: string; why: string }]>([
    [
      'one altered byte',
      async (device) => {
        const damaged = await row(device, 'a')
        ;(damaged.sealed as Uint8Array)[40]! ^= 1
        await device.put('records', damaged)
      },
      { id: 'a', kind: 'child', why: 'unreadable' },
    ],
    [
      'no ciphertext at all',
      async (device) => device.put('records', { ...(await row(device, 'a')), sealed: 'x' }),
      { id: 'a', kind: 'child', why: 'unreadable' },
    ],
    [
      'nothing where the ciphertext was',
      async (device) => device.put('records', { ...(await row(device, 'a')), sealed: null }),
      { id: 'a', kind: 'child', why: 'unreadable' },
    ],
    [
      'the ciphertext of another row',
      async (device) =>
        device.put('records', { ...(await row(device, 'a')), sealed: (await row(device, 'b')).sealed }),
      { id: 'a', kind: 'child', why: 'unreadable' },
    ],
    [
      'another revision written on it',
      async (device) => device.put('records', { ...(await row(device, 'a')), revision: 9 }),
      { id: 'a', kind: 'child', why: 'unreadable' },
    ],
    [
      'a revision that is no number',
      async (device) => device.put('records', { ...(await row(device, 'a')), revision: 'x' }),
      { id: 'a', kind: 'child', why: 'unreadable' },
    ],
    [
      'another kind written on it',
      async (device) => device.put('records', { ...(await row(device, 'a')), kind: 'assessment' }),
      { id: 'a', kind: 'child', why: 'unreadable' },
    ],
    [
      'the seal of a newer toolkit',
      async (device) => {
        const newer = await row(device, 'a')
        ;(newer.sealed as Uint8Array)[0] = 2
        await device.put('records', newer)
      },
      { id: 'a', kind: 'child', why: 'newer-format' },
    ],
    [
      'been taken away',
      async (device) => device.erase('records', 'a'),
      { id: 'a', kind: 'child', why: 'missing' },
    ],
  ])('when it has %s', async (_what, harm, named) => {
    const { device, tab } = await withThree()
    tab.kill()
    await harm(device)
    const before = await device.rows('records')
    const again = await reopened(device)
    expect(await again.records.read('a')).toBeUndefined()
    expect(again.setAside.value).toEqual([named])
    expect(ids(await again.records.list('child'))).toEqual(['b', 'c'])
    expect(ids(await again.records.list('assessment'))).toEqual(['d'])
    expect(again.setAside.value).toEqual([named])
    expect(await device.rows('records')).toEqual(before)
    await again.records.remove(['a'])
    expect(again.setAside.value).toEqual([])
  })

  it('when two rows have changed places', async () => {
    const { device, tab } = await withThree()
    tab.kill()
    const [a, b] = [await row(device, 'a'), await row(device, 'b')]
    await device.put('records', { ...a, id: 'b' })
    await device.put('records', { ...b, id: 'a' })
    const again = await reopened(device)
    expect(ids(await again.records.list('child'))).toEqual(['c'])
    expect(ids([...again.setAside.value])).toEqual(['a', 'b'])
  })

  it('when an older copy of it was put back, at once and after a restart', async () => {
    const { device, tab } = await withThree()
    const older = await row(device, 'a')
    await tab.records.save({ id: 'a', kind: 'child', body: 'newer', basedOn: 1 })
    await device.put('records', older)
    const named = { id: 'a', kind: 'child', why: 'older-than-expected' }
    expect(ids(await tab.records.list('child'))).toEqual(['b', 'c'])
    expect(tab.setAside.value).toEqual([named])
    tab.kill()
    const again = await reopened(device)
    expect(ids(await again.records.list('child'))).toEqual(['b', 'c'])
    expect(again.setAside.value).toEqual([named])
  })

  it('when it was removed and put back', async () => {
    const { device, tab } = await withThree()
    const removed = await row(device, 'a')
    await tab.records.remove(['a'])
    tab.kill()
    await device.put('records', removed)
    const again = await reopened(device)
    expect(ids(await again.records.list('child'))).toEqual(['b', 'c'])
    expect(again.setAside.value).toEqual([{ id: 'a', kind: 'child', why: 'removed-earlier' }])
  })

  it('and a lost or damaged ledger costs the check and not one record', async () => {
    const { device, tab } = await withThree()
    tab.kill()
    const ledger = await row(device, 'ledger')
    ;(ledger.sealed as Uint8Array)[40]! ^= 1
    await device.put('records', ledger)
    let again = await reopened(device)
    expect(ids(await again.records.list('child'))).toEqual(['a', 'b', 'c'])
    expect(again.setAside.value).toEqual([{ id: 'ledger', kind: 'ledger', why: 'unreadable' }])
    again.kill()
    await device.erase('records', 'ledger')
    again = await reopened(device)
    expect(ids(await again.records.list('child'))).toEqual(['a', 'b', 'c'])
    expect(again.setAside.value).toEqual([{ id: 'ledger', kind: 'ledger', why: 'missing' }])
    await again.records.save({ id: 'a', kind: 'child', body: 'on', basedOn: 1 })
    expect(await again.records.list('child')).toHaveLength(3)
  })
})
function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value)) return Buffer.concat(value.map(bytesOf))
  if (typeof value === 'object' && value !== null) {
    return Buffer.concat(Object.entries(value).flatMap(([name, part]) => [Buffer.from(name), bytesOf(part)]))
  }
  return Buffer.from(String(value))
}
