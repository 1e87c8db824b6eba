import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, randomBytes, type Bytes } from '@/vault/crypto/bytes.ts'
import { pad, paddedSize, unpad } from '@/vault/crypto/padding.ts'
import { open, seal, SEAL_VERSION, type Label } from '@/vault/crypto/seal.ts'

const label: Label = { vaultId: 'v', kind: 'child', id: 'one', revision: 3 }
const words = { note: 'Amara was warm, fed and settled. 😀 گھر' }
let key: CryptoKey

const aKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

beforeAll(async () => {
  key = await aKey()
})

function flipped(sealed: Bytes, at: number): Bytes {
  const changed = sealed.slice()
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

describe('a sealed row', () => {
  it('gives back exactly what was put in, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.string({ unit: 'binary' }),
        fc.nat(),
        async (content, id, revision) => {
          const bound = { ...label, id, revision }
          const opened = await open(key, bound, await seal(key, bound, content))
          expect(opened).toEqual({ ok: true, content: JSON.parse(JSON.stringify(content)) as unknown })
        },
      ),
      { numRuns: 150 },
    )
  })

  it('keeps half a surrogate pair, which a cut-off emoji leaves behind', async () => {
    const opened = await open(key, label, await seal(key, label, 'cut \ud83d off'))
    expect(opened).toEqual({ ok: true, content: 'cut \ud83d off' })
  })

  it('does not open with another key', async () => {
    const sealed = await seal(key, label, words)
    expect(await open(await aKey(), label, sealed)).toEqual({ ok: false, why: 'unreadable' })
  })

  it.each([
    ['the initialisation vector', 1],
    ['the ciphertext', 13],
    ['the padding', 700],
    ['the tag', -1],
  ])('does not open when a bit of %s is altered', async (_region, at) => {
    const sealed = await seal(key, label, words)
    expect(await open(key, label, flipped(sealed, at < 0 ? sealed.length + at : at))).toEqual({
      ok: false,
      why: 'unreadable',
    })
  })

  it('does not open with any byte altered, or cut short anywhere', async () => {
    const sealed = await seal(key, label, words)
    for (let at = 0; at < sealed.length; at += 29) {
      expect((await open(key, label, flipped(sealed, at))).ok).toBe(false)
      expect((await open(key, label, sealed.slice(0, at))).ok).toBe(false)
    }
  })

  it('says that a newer version sealed it', async () => {
    const sealed = await seal(key, label, words)
    sealed[0] = SEAL_VERSION + 1
    expect(await open(key, label, sealed)).toEqual({ ok: false, why: 'newer-format' })
  })

  it.each([
    ['another record', { id: 'two' }],
    ['another kind', { kind: 'assessment' }],
    ['another revision', { revision: 2 }],
    ['another vault', { vaultId: 'w' }],
  ])('does not open in the place of %s', async (_place, change) => {
    const sealed = await seal(key, label, words)
    expect(await open(key, { ...label, ...change }, sealed)).toEqual({ ok: false, why: 'unreadable' })
  })

  it('cannot be made to open by moving a character from the id to the kind', async () => {
    const sealed = await seal(key, { ...label, kind: 'ab', id: 'c' }, words)
    expect((await open(key, { ...label, kind: 'a', id: 'bc' }, sealed)).ok).toBe(false)
  })

  it('never uses an initialisation vector twice', async () => {
    const sealed = await Promise.all(Array.from({ length: 200 }, () => seal(key, label, words)))
    expect(new Set(sealed.map((one) => one.slice(1, 13).join())).size).toBe(200)
  })

  it('has taken the words before it returns, so that the lock may drop them at once', async () => {
    const content = { note: 'before' }
    const sealing = seal(key, label, content)
    content.note = 'after'
    expect(await open(key, label, await sealing)).toEqual({ ok: true, content: { note: 'before' } })
  })
})

describe('padding', () => {
  it('comes off again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        expect(unpad(pad(Uint8Array.from(bytes)))).toEqual(Uint8Array.from(bytes))
      }),
    )
  })

  it('hides the length: one size up to a kilobyte, then four sizes for each doubling, at most a quarter wasted', () => {
    expect(new Set(Array.from({ length: 1_020 }, (_, length) => paddedSize(length)))).toEqual(new Set([1024]))
    const sizes = new Set(Array.from({ length: 1_024 }, (_, more) => paddedSize(1_024 + more - 3)))
    expect(sizes).toEqual(new Set([1280, 1536, 1792, 2048]))
    fc.assert(
      fc.property(fc.integer({ min: 1_020, max: 10_000_000 }), (length) => {
        expect(paddedSize(length)).toBeGreaterThanOrEqual(length + 4)
        expect(paddedSize(length)).toBeLessThanOrEqual((length + 4) * 1.25)
      }),
    )
  })

  it('is refused when its length makes no sense', () => {
    expect(unpad(new Uint8Array(2))).toBeUndefined()
    const padded = pad(randomBytes(10))
    padded[0] = 255
    expect(unpad(padded)).toBeUndefined()
  })
})

it('makes ids that say nothing and do not meet', () => {
  const ids = Array.from({ length: 1_000 }, newId)
  expect(new Set(ids).size).toBe(1_000)
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true)
})
