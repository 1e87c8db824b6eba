import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '@/vault/passphrase-strength.ts'

const code = (typed: string) => passphraseStrength(typed).code

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'empty'],
    ['            ', 'blank'],
    ['\u200b'.repeat(20), 'blank'],
    ['\u3000\u00a0 \t\n            ', 'blank'],
    ['short', 'too-short'],
    ['elevenchars', 'too-short'],
    ['a          b', 'too-short'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 'too-short'],
    ['x'.repeat(10_001), 'too-long'],
    ['Password12345!', 'common'],
    ['P@ssw0rdP@ssw0rd', 'common'],
    ['healthvisitor2026', 'common'],
    ['Safeguarding 2026', 'common'],
    ['qwertyuiop123', 'common'],
    ['correct horse battery staple', 'common'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['123456789012', 'weak'],
    ['xk7xk7xk7xk7xk7', 'weak'],
    ['a blue kettle on a sill', 'fair'],
    ['a blue kettle on the windowsill', 'strong'],
    ['نیلی کیتلی کھڑکی پر رکھی ہے', 'strong'],
    ['窓辺に青いやかんが置いてある', 'strong'],
    ['синий чайник на окне', 'fair'],
  ])('of %j is %s', (typed, expected) => {
    expect(code(typed)).toBe(expected)
  })

  it('accepts 300 emoji', () => {
    const emoji = Array.from({ length: 300 }, (_, index) =>
      String.fromCodePoint(0x1f600 + ((index * 7) % 60)),
    )
    expect(passphraseStrength(emoji.join('')).acceptable).toBe(true)
    expect(passphraseStrength('😀'.repeat(300)).acceptable).toBe(true)
  })

  it('accepts only what is fair or strong', () => {
    expect(passphraseStrength('a blue kettle on a sill').acceptable).toBe(true)
    for (const poor of ['', '   ', 'short', 'Password12345!', 'aaaaaaaaaaaaaaaa']) {
      expect(passphraseStrength(poor).acceptable).toBe(false)
    }
  })

  it('has an answer for anything that can be pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        expect(code(typed)).toMatch(/^(empty|blank|too-short|too-long|common|weak|fair|strong)$/)
      }),
    )
    expect(code('😀'.repeat(500_000))).toBe('too-long')
  })
})
