import { describe, expect, it } from 'vitest'
import { readReviewFile } from '@/languages/review/review-schema.ts'

const OF = '0123456789ab'
const CHECKED = { of: OF, status: 'checked', is: OF, by: 'A. Reviewer', on: '2026-03-12' }

describe('a review file', () => {
  it('has drafts, and texts that a person has checked, with who and when', () => {
    const file = {
      'A1a.1': { of: OF, status: 'draft' },
      'A1a.2': CHECKED,
      'A1a.3': { ...CHECKED, status: 'approved' },
    }
    expect(readReviewFile(JSON.stringify(file))).toEqual({ ok: true, file })
  })

  it.each([
    ['an unknown status', { of: OF, status: 'perfect' }],
    ['a status of another type', { of: OF, status: 1 }],
    ['no hash', { status: 'draft' }],
    ['a hash of another kind', { of: 'ABC', status: 'draft' }],
    ['a check by nobody', { ...CHECKED, by: ' ' }],
    ['a check on no day', { of: OF, status: 'checked', is: OF, by: 'A. Reviewer' }],
    ['a day that no calendar has', { ...CHECKED, on: '2026-02-30' }],
    ['a check that does not say of what', { of: OF, status: 'checked', by: 'A. Reviewer', on: '2026-03-12' }],
    ['a name with a line end', { ...CHECKED, by: 'A\nB' }],
    ['a name that turns what follows', { ...CHECKED, by: 'A\u202eB' }],
    ['a name without end', { ...CHECKED, by: 'a'.repeat(101) }],
    ['a field that nobody knows', { of: OF, status: 'draft', isAdmin: true }],
    ['no entry', null],
  ])('is refused with %s, which it names', (_what, entry) => {
    const read = readReviewFile(JSON.stringify({ good: { of: OF, status: 'draft' }, bad: entry }))
    expect(read).toEqual({ ok: false, fault: 'malformed', at: ['bad'] })
  })

  it.each(['[]', '"text"', '7', 'null'])('is refused where it is %s', (text) => {
    expect(readReviewFile(text).ok).toBe(false)
  })

  it.each(['', '{', '{"__proto__": {"of": "0123456789ab", "status": "draft"}}', '{"a": {"constructor": 1}}'])(
    'is refused where it is no JSON that can be trusted: %s',
    (text) => {
      expect(readReviewFile(text)).toEqual({ ok: false, fault: 'not-json', at: [] })
    },
  )

  it('is refused, and does not fell the reader, where it nests without end', () => {
    expect(readReviewFile('{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000)).ok).toBe(false)
  })
})
