import { describe, expect, it } from 'vitest'
import { firstStrongDirection } from '@/ui/first-strong.ts'

describe('the direction of typed text', () => {
  it.each([
    ['English', 'The child', 'ltr'],
    ['Urdu', 'بچہ', 'rtl'],
    ['a number before Urdu', '12 (بچہ)', 'rtl'],
    ['a quotation mark before English', '«Good», said بچہ', 'ltr'],
    ['no letter at all', '12 / 5', 'ltr'],
    ['nothing', '', 'ltr'],
  ])('%s', (_what, text, direction) => {
    expect(firstStrongDirection(text)).toBe(direction)
  })
})
