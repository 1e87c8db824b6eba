import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HASH, hashOf } from '@/languages/review/source-hash.ts'

describe('the hash of a wording', () => {
  it('is the beginning of its SHA-256, so that any other program can work it out', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const whole = createHash('sha256').update(text, 'utf8').digest('hex')
        expect(hashOf(text)).toBe(whole.slice(0, 12))
        expect(hashOf(text)).toMatch(HASH)
      }),
    )
  })

  it('changes with a single letter', () => {
    expect(hashOf('The child comes first.')).not.toBe(hashOf('The child comes first'))
  })
})
