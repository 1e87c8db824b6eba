import { describe, expect, it } from 'vitest'
import { findByReference } from '@/children/child-search.ts'

const REFERENCES = ['Łukasz Z', 'Child A', 'بچہ ک', 'Zoë 12']

function found(typed: string): string[] {
  return findByReference(REFERENCES, (reference) => reference, typed)
}

describe('finding a child', () => {
  it('makes no difference between capitals, accents and plain letters', () => {
    expect(found('lukasz')).toEqual(['Łukasz Z'])
    expect(found('ZOE')).toEqual(['Zoë 12'])
  })
  it('finds an Urdu reference typed on an Arabic keyboard', () => {
    expect(found('ك')).toEqual(['بچہ ک'])
  })
  it('wants every word, in any order', () => {
    expect(found('a child')).toEqual(['Child A'])
    expect(found('child b')).toEqual([])
  })
  it('finds all where nothing is typed', () => {
    expect(found('  ')).toEqual(REFERENCES)
  })
})
