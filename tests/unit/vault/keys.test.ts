import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { checkSymbols, isWhole } from '@/vault/crypto/check-symbols.ts'
import { calibrateIterations, FEWEST_ITERATIONS, normalisePassphrase } from '@/vault/crypto/passphrase.ts'
import { inGroups, newRecoveryKey, readRecoveryKey } from '@/vault/crypto/recovery-key.ts'
import { newDataKey, unwrapDataKey, wrapUnderPassphrase, wrapUnderRecoveryKey } from '@/vault/crypto/wrap.ts'
import { makeHeader, readHeader, wrapsAreWhole } from '@/vault/header.ts'

const ITERATIONS = 500
const passphrase = 'a blue kettle on the windowsill'

async function wraps() {
  const dataKey = await newDataKey()
  const recoveryKey = newRecoveryKey()
  return {
    dataKey,
    recoveryKey,
    wraps: {
      vaultId: 'v',
      passphraseWrap: await wrapUnderPassphrase(dataKey, 'v', passphrase, ITERATIONS),
      recoveryWrap: await wrapUnderRecoveryKey(dataKey, 'v', recoveryKey),
    },
  }
}

async function sameKey(one: CryptoKey, other: CryptoKey): Promise<boolean> {
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) }
  const [first, second] = await Promise.all(
    [one, other].map((key) => crypto.subtle.encrypt(algorithm, key, new Uint8Array(16))),
  )
  return Buffer.from(first!).equals(Buffer.from(second!))
}

describe('a passphrase', () => {
  it.each([
    [
      'an accent typed as one character or as two',
      'cafe\u0301 au lait, s’il te plaît',
      'café au lait, s’il te plaît',
    ],
    ['full-width letters', 'ａ ｂｌｕｅ ｋｅｔｔｌｅ', 'a blue kettle'],
    ['the space that a tablet adds after a suggested word', 'a blue kettle ', 'a blue kettle'],
    ['a doubled or unbreakable space', 'a  blue\u00a0kettle', 'a blue kettle'],
    ['curled quotation marks', 'it’s “mine”', 'it\'s "mine"'],
    ['joined dashes', 'one — two', 'one -- two'],
    ['Hangul in parts', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
  ])('is the same with %s', (_what, one, other) => {
    expect(normalisePassphrase(one)).toBe(normalisePassphrase(other))
  })

  it('keeps what makes it different: case, order, signs, emoji', () => {
    const all = ['Abc', 'abc', 'acb', 'abc!', 'abc😀', 'abc😃', 'a bc']
    expect(new Set(all.map(normalisePassphrase)).size).toBe(all.length)
  })

  it('is never stretched by fewer than 600,000 iterations, however slow the device', async () => {
    let time = 0
    const slow = () => (time += 5_000)
    expect(await calibrateIterations(slow)).toBe(FEWEST_ITERATIONS)
    expect(FEWEST_ITERATIONS).toBe(600_000)
  })

  it('is stretched by about half a second on a quick device', async () => {
    let time = 0
    // 100,000 iterations in 10 ms: five million in half a second.
    const quick = () => (time += 10)
    expect(await calibrateIterations(quick)).toBe(5_000_000)
  })
})

describe('the data key', () => {
  it('comes out of the passphrase wrap and of the recovery wrap, the same, and cannot be taken out of memory', async () => {
    const made = await wraps()
    const one = await unwrapDataKey(made.wraps, { by: 'passphrase', passphrase })
    const other = await unwrapDataKey(made.wraps, { by: 'recovery', key: made.recoveryKey })
    expect(await sameKey(one!, made.dataKey)).toBe(true)
    expect(await sameKey(other!, made.dataKey)).toBe(true)
    expect(one!.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', one!)).rejects.toThrow()
  })

  it('does not come out with a wrong passphrase or another recovery key', async () => {
    const made = await wraps()
    expect(
      await unwrapDataKey(made.wraps, { by: 'passphrase', passphrase: `${passphrase}s` }),
    ).toBeUndefined()
    expect(await unwrapDataKey(made.wraps, { by: 'recovery', key: newRecoveryKey() })).toBeUndefined()
  })

  it('does not come out of a wrap of another vault, or with other iterations than it was wrapped with', async () => {
    const made = await wraps()
    const secret = { by: 'passphrase', passphrase } as const
    expect(await unwrapDataKey({ ...made.wraps, vaultId: 'w' }, secret)).toBeUndefined()
    const passphraseWrap = { ...made.wraps.passphraseWrap, iterations: ITERATIONS + 1 }
    expect(await unwrapDataKey({ ...made.wraps, passphraseWrap }, secret)).toBeUndefined()
  })
})

describe('the recovery key', () => {
  it('is seven groups of four, without letters that are taken for others', () => {
    for (let time = 0; time < 200; time += 1) {
      const groups = inGroups(newRecoveryKey())
      expect(groups).toHaveLength(7)
      expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(group))).toBe(true)
    }
  })

  it('is read however it was typed: small letters, no spaces, dashes, O for nought and l for one', () => {
    const key = newRecoveryKey()
    const groups = inGroups(key)
    const likeness = groups.join('').toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
    expect(readRecoveryKey(groups.join(' – '))).toBe(key)
    expect(readRecoveryKey(` ${likeness}\n`)).toBe(key)
  })

  it('tells every single slip and every exchange of two characters from a key', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const key = newRecoveryKey()
    for (let at = 0; at < key.length; at += 1) {
      for (const other of alphabet) {
        if (other === key[at]) continue
        expect(readRecoveryKey(key.slice(0, at) + other + key.slice(at + 1))).toBeUndefined()
      }
      const next = at + 1
      if (next >= key.length || key[at] === key[next]) continue
      const exchanged = key.slice(0, at) + key.charAt(next) + key.charAt(at) + key.slice(next + 1)
      expect(readRecoveryKey(exchanged)).toBeUndefined()
    }
  })

  it('tells a missing or an extra character from a key', () => {
    const key = newRecoveryKey()
    expect(readRecoveryKey(key.slice(1))).toBeUndefined()
    expect(readRecoveryKey(`${key}7`)).toBeUndefined()
    expect(readRecoveryKey('')).toBeUndefined()
    expect(readRecoveryKey('😀'.repeat(28))).toBeUndefined()
  })

  it('has check symbols that fit whatever the symbols are, and notice two wrong ones', () => {
    const symbols = fc.array(fc.nat(31), { minLength: 26, maxLength: 26 })
    const place = fc.nat(27)
    const change = fc.integer({ min: 1, max: 31 })
    fc.assert(
      fc.property(symbols, place, place, change, change, (random, one, other, first, second) => {
        const whole = [...random, ...checkSymbols(random)]
        expect(isWhole(whole)).toBe(true)
        fc.pre(one !== other)
        whole[one] = whole[one]! ^ first
        whole[other] = whole[other]! ^ second
        expect(isWhole(whole)).toBe(false)
      }),
    )
  })
})

describe('the row with the wrapped keys', () => {
  it('tells damage from a wrong passphrase', async () => {
    const header = await makeHeader((await wraps()).wraps, 20_000)
    expect(await wrapsAreWhole(header)).toBe(true)
    header.passphraseWrap.wrapped[3]! ^= 1
    expect(await wrapsAreWhole(header)).toBe(false)
  })

  it('is refused when it is from a newer toolkit, is not one, or would hold the device for hours', async () => {
    const header = await makeHeader((await wraps()).wraps, 20_000)
    const row = (value: unknown) => ({ name: 'vault', value }) as const
    expect(readHeader(row(header)).found).toBe('header')
    expect(readHeader(undefined).found).toBe('none')
    expect(readHeader(row({ ...header, format: 2 })).found).toBe('newer')
    for (const broken of [null, 'x', {}, { ...header, vaultId: 1 }, { ...header, recoveryWrap: {} }]) {
      expect(readHeader(row(broken)).found).toBe('damaged')
    }
    for (const iterations of [0, -1, 1.5, 2 ** 31, Infinity, '5']) {
      const passphraseWrap = { ...header.passphraseWrap, iterations }
      expect(readHeader(row({ ...header, passphraseWrap })).found).toBe('damaged')
    }
  })
})

it('stretches by PBKDF2-SHA256 and keeps the wrapping key to wrapping', async () => {
  const derive = vi.spyOn(crypto.subtle, 'deriveKey')
  await wrapUnderPassphrase(await newDataKey(), 'v', passphrase, ITERATIONS)
  const [algorithm, , , extractable, uses] = derive.mock.calls[0]!
  expect(algorithm).toMatchObject({ name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS })
  expect((algorithm as Pbkdf2Params).salt.byteLength).toBe(16)
  expect(extractable).toBe(false)
  expect(uses).toEqual(['wrapKey', 'unwrapKey'])
})
