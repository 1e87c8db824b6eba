import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DESK_FORMAT,
  MOST_DESK_BYTES,
  readDeskFile,
  writeDeskFile,
  type DeskEntry,
} from '@/languages/review/desk-file.ts'

const HASH = '0123456789ab'
const ENTRY: DeskEntry = {
  folder: 'graded-care-profile',
  key: 'A1a.baby.1',
  of: HASH,
  was: HASH,
  status: 'checked',
}
const FILE = {
  format: DESK_FORMAT,
  version: 1,
  language: 'ur',
  by: 'A. Reviewer',
  savedAt: '2026-03-12',
  entries: [ENTRY],
}
const LIMITS = {
  languages: ['ur', 'pl'],
  knows: (folder: string, key: string) => folder === 'graded-care-profile' && key.startsWith('A1a.'),
}

const read = (file: unknown, limits = LIMITS) => readDeskFile(JSON.stringify(file), limits)

describe('a file of the translator’s desk', () => {
  it('comes back as it was saved', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(fc.array(fc.record({ words: text, note: text }), { maxLength: 5 }), (written) => {
        const entries = written.map((words, index) => ({ ...ENTRY, key: `A1a.${index}`, ...words }))
        const { language, by, savedAt } = FILE
        const saved = writeDeskFile({ language, by, savedAt, entries })
        expect(readDeskFile(saved, LIMITS)).toEqual({ ok: true, file: { ...FILE, entries } })
      }),
    )
  })

  it('is saved with one entry a line', () => {
    const { language, by, savedAt } = FILE
    const saved = writeDeskFile({ language, by, savedAt, entries: [ENTRY, { ...ENTRY, key: 'A1a.baby.2' }] })
    expect(saved.split('\n').filter((line) => line.includes('"folder"'))).toHaveLength(2)
  })

  it.each([
    ['another format', { ...FILE, format: 'something-else' }, 'other-format', []],
    ['no object', [], 'other-format', []],
    ['a later version', { ...FILE, version: 2 }, 'other-version', []],
    ['a language that is not on offer', { ...FILE, language: 'en-GB' }, 'unknown-language', ['en-GB']],
    ['no entries', { ...FILE, entries: undefined }, 'malformed', ['entries']],
    [
      'an unknown status',
      { ...FILE, entries: [{ ...ENTRY, status: 'done' }] },
      'malformed',
      ['entries.0.status'],
    ],
    [
      'words that are no text',
      { ...FILE, entries: [{ ...ENTRY, words: 5 }] },
      'malformed',
      ['entries.0.words'],
    ],
    [
      'a text without end',
      { ...FILE, entries: [{ ...ENTRY, words: 'a'.repeat(5000) }] },
      'malformed',
      ['entries.0.words'],
    ],
    [
      'a field that nobody knows',
      { ...FILE, entries: [{ ...ENTRY, path: '../../x' }] },
      'malformed',
      ['entries.0.path'],
    ],
    ['a name with a line end', { ...FILE, by: 'a\nb' }, 'malformed', ['by']],
    ['a day that is none', { ...FILE, savedAt: '2026-13-01' }, 'malformed', ['savedAt']],
    [
      'a folder that is none',
      { ...FILE, entries: [{ ...ENTRY, folder: '../../etc' }] },
      'unknown-texts',
      ['../../etc:A1a.baby.1'],
    ],
    [
      'a text that is none',
      { ...FILE, entries: [{ ...ENTRY, key: 'Z1' }] },
      'unknown-texts',
      ['graded-care-profile:Z1'],
    ],
    [
      'a text twice',
      { ...FILE, entries: [ENTRY, ENTRY] },
      'doubled-texts',
      ['graded-care-profile:A1a.baby.1'],
    ],
    ['a check by nobody', { ...FILE, by: ' ' }, 'no-reviewer', []],
  ])('is refused with %s', (_what, file, fault, at) => {
    expect(read(file)).toEqual({ ok: false, fault, at })
  })

  it('may be by nobody where nothing in it is checked', () => {
    expect(read({ ...FILE, by: '', entries: [{ ...ENTRY, status: 'draft', words: 'x' }] }).ok).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '<xliff/>'],
    ['a key that reaches into objects', `{"__proto__": {}, "format": "${DESK_FORMAT}", "version": 1}`],
    ['nesting without end', '['.repeat(300_000) + ']'.repeat(300_000)],
  ])('is refused where it is %s', (_what, text) => {
    expect(readDeskFile(text, LIMITS)).toEqual({ ok: false, fault: 'not-json', at: [] })
  })

  it('is refused unread where it is too big, in bytes and not in letters', () => {
    expect(readDeskFile(' '.repeat(MOST_DESK_BYTES + 1), LIMITS)).toMatchObject({ fault: 'too-big' })
    const text = JSON.stringify({ ...FILE, by: 'پ'.repeat(50) })
    expect(readDeskFile(text, { ...LIMITS, mostBytes: text.length + 49 })).toMatchObject({ fault: 'too-big' })
    expect(readDeskFile(text, { ...LIMITS, mostBytes: text.length + 50 }).ok).toBe(true)
  })

  it('names no more than twenty faults', () => {
    const entries = Array.from({ length: 500 }, (_, index) => ({ ...ENTRY, key: `Z${index}` }))
    const refused = read({ ...FILE, entries })
    expect(!refused.ok && refused.at).toHaveLength(20)
  })

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(read({ ...FILE, entries: [value] }).ok).toBe(false)
      }),
    )
  })
})
