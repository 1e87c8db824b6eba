import { beforeAll, describe, expect, it } from 'vitest'
import { createLedger } from '@/vault/ledger.ts'

let key: CryptoKey

beforeAll(async () => {
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
})

const saved = (id: string, revision: number) => ({ id, kind: 'child', revision, removed: false })

describe('the ledger', () => {
  it('never lowers what it knows, and never forgets that something was removed', () => {
    const ledger = createLedger()
    ledger.confirm(saved('a', 3))
    ledger.confirm(saved('a', 2))
    expect(ledger.of('a')).toEqual({ kind: 'child', revision: 3, removed: false })
    ledger.confirm({ ...saved('a', 3), removed: true })
    ledger.confirm(saved('a', 4))
    expect(ledger.of('a')).toMatchObject({ removed: true })
    expect(ledger.idsOf('child')).toEqual([])
  })

  it('claims a change only once its transaction has completed', async () => {
    const ledger = createLedger()
    ledger.confirm(saved('a', 1))
    await ledger.sealedWith(key, 'v', [saved('a', 2)], 0)
    expect(ledger.of('a')).toMatchObject({ revision: 1 })
  })

  it('comes back from its row, with the change that the row was written for', async () => {
    const ledger = createLedger()
    ledger.confirm(saved('a', 1))
    ledger.confirm({ ...saved('b', 4), removed: true })
    const row = await ledger.sealedWith(key, 'v', [saved('a', 2)], 0)
    const read = createLedger()
    expect(await read.merge(key, 'v', row)).toBe(true)
    expect(read.of('a')).toMatchObject({ revision: 2 })
    expect(read.of('b')).toMatchObject({ removed: true })
    expect(await read.merge(key, 'another vault', row)).toBe(false)
    expect(await read.merge(key, 'v', { ...row, revision: row.revision + 1 })).toBe(false)
    expect(await read.merge(key, 'v', undefined)).toBe(false)
  })

  it('is a copy of its own when it is copied', () => {
    const ledger = createLedger()
    ledger.confirm(saved('a', 1))
    const copy = ledger.copy()
    ledger.confirm(saved('a', 2))
    expect(copy.of('a')).toMatchObject({ revision: 1 })
    expect(copy.revision).toBe(ledger.revision)
  })
})
