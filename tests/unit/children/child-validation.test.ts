import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newChild, type Child } from '@/children/child.ts'
import { checkChildForm, childFormFrom, parseChild, type ChildForm } from '@/children/child-validation.ts'
import { day } from './days.ts'

const today = day('2026-03-12')
const check = (changes: Partial<ChildForm>) =>
  checkChildForm({ ...childFormFrom(newChild('AB')), ...changes }, today, 'en-GB')
const born = (d: string, month: string, year: string): ChildForm['birth'] => ({
  kind: 'born',
  typed: { day: d, month, year },
})
const dueOn = (d: string, month: string, year: string): ChildForm['birth'] => ({
  kind: 'due',
  typed: { day: d, month, year },
})
const faults = (changes: Partial<ChildForm>) => {
  const checked = check(changes)
  return checked.ok ? [] : checked.faults
}

const full: Child = {
  schema: 1,
  reference: 'Case 12',
  birth: { kind: 'born', date: day('2024-02-29') },
  people: [{ id: 'p1', reference: 'M', relationship: 'mother', isCarer: true, inTheHome: true }],
  languages: [{ name: 'اردو', speaks: true, reads: false }],
  interpreterNeeded: 'yes',
  communication: 'points\nand signs',
  notes: 'two\n\nlines',
}

describe('the form of a child', () => {
  it('needs a reference and nothing else', () => {
    expect(check({})).toEqual({ ok: true, child: newChild('AB'), notices: [] })
    expect(faults({ reference: '  ' })).toEqual([{ field: 'reference', code: 'empty' }])
    expect(faults({ reference: '\u200b\u202e' })).toEqual([{ field: 'reference', code: 'empty' }])
  })

  it('gives back a whole record as it was', () => {
    expect(checkChildForm(childFormFrom(full), today, 'en-GB')).toEqual({
      ok: true,
      child: full,
      notices: [],
    })
  })

  it('refuses a birth in 1875, next century or tomorrow, each for its own reason', () => {
    expect(faults({ birth: born('1', '1', '1875') })).toEqual([{ field: 'birth', code: 'not-a-child' }])
    expect(faults({ birth: born('1', '1', '2126') })).toEqual([{ field: 'birth', code: 'in-the-future' }])
    expect(faults({ birth: born('13', '3', '2026') })).toEqual([{ field: 'birth', code: 'in-the-future' }])
    expect(faults({ birth: born('31', '2', '2025') })).toEqual([
      { field: 'birth', code: 'not-a-date', days: 28 },
    ])
    expect(faults({ birth: born('', '', '') })).toEqual([{ field: 'birth', code: 'empty' }])
  })

  it('says that someone of 18 is an adult, and takes them until 25', () => {
    expect(check({ birth: born('12', '3', '2008') })).toMatchObject({
      ok: true,
      notices: [{ field: 'birth', code: 'is-adult' }],
    })
    expect(check({ birth: born('13', '3', '2008') })).toMatchObject({ ok: true, notices: [] })
    expect(check({ birth: born('13', '3', '2000') })).toMatchObject({
      ok: true,
      notices: [{ code: 'is-adult' }],
    })
    expect(faults({ birth: born('12', '3', '2000') })).toEqual([{ field: 'birth', code: 'not-a-child' }])
  })

  it('takes a due date within a pregnancy', () => {
    expect(check({ birth: dueOn('1', 'Aug', '2026') })).toMatchObject({
      ok: true,
      child: { birth: { kind: 'due', date: '2026-08-01' } },
      notices: [],
    })
    expect(faults({ birth: dueOn('1', '3', '2027') })).toEqual([
      { field: 'birth', code: 'due-too-far-ahead' },
    ])
    expect(check({ birth: dueOn('11', '3', '2026') })).toMatchObject({
      ok: true,
      notices: [{ field: 'birth', code: 'due-date-passed' }],
    })
    expect(check({ birth: dueOn('12', '3', '2026') })).toMatchObject({ ok: true, notices: [] })
    expect(faults({ birth: dueOn('11', '3', '2025') })).toEqual([{ field: 'birth', code: 'due-long-past' }])
  })

  it('measures what is too long in characters, so that emoji and Urdu count as people count them', () => {
    expect(faults({ reference: '😀'.repeat(80) })).toEqual([])
    expect(faults({ reference: '😀'.repeat(81) })).toEqual([
      { field: 'reference', code: 'too-long', limit: 80, length: 81 },
    ])
    expect(faults({ notes: 'a'.repeat(20_000) })).toEqual([])
    expect(faults({ notes: 'a'.repeat(1_000_000) })).toEqual([
      { field: 'notes', code: 'too-long', limit: 20_000, length: 1_000_000 },
    ])
  })

  it('takes what cannot be seen out of a line and says so', () => {
    const checked = check({ reference: 'AB\u202e12\u0000\u2066' })
    expect(checked).toMatchObject({
      ok: true,
      child: { reference: 'AB12' },
      notices: [{ field: 'reference', code: 'hidden-characters-removed' }],
    })
  })

  it('keeps the joiners that scripts and emoji need, and markup as the letters it is', () => {
    const name = 'می\u200cخواهم 👩\u200d👧'
    expect(check({ reference: name })).toMatchObject({ ok: true, child: { reference: name }, notices: [] })
    expect(check({ reference: '<img onerror=alert(1)>' })).toMatchObject({
      ok: true,
      child: { reference: '<img onerror=alert(1)>' },
    })
  })

  it('keeps long text exactly as typed', () => {
    const notes = '  first\r\n\n\tsecond \u202e'
    expect(check({ notes })).toMatchObject({ ok: true, child: { notes }, notices: [] })
  })

  it('leaves out empty rows and names the row with a fault by its place on the screen', () => {
    const blank = { id: 'p0', reference: ' ', relationship: '', isCarer: false, inTheHome: true }
    const nameless = { ...blank, id: 'p1', relationship: 'uncle' }
    expect(check({ people: [blank], languages: [{ name: ' ', speaks: true, reads: true }] })).toMatchObject({
      ok: true,
      child: { people: [], languages: [] },
    })
    expect(faults({ people: [blank, nameless] })).toEqual([{ field: 'people.1.reference', code: 'empty' }])
    expect(faults({ people: Array.from({ length: 41 }, () => blank) })).toEqual([
      { field: 'people', code: 'too-many', limit: 40 },
    ])
  })

  it('names every fault at once', () => {
    expect(faults({ reference: '', birth: born('1', '', '2020') }).map(({ field }) => field)).toEqual([
      'reference',
      'birth',
    ])
  })
})

describe('a stored record is parsed, not believed', () => {
  it('comes back as it was written', () => {
    expect(parseChild(JSON.parse(JSON.stringify(full)))).toEqual({ ok: true, value: full })
  })

  it('a later version of the toolkit is named as that', () => {
    expect(parseChild({ ...full, schema: 2, extra: true })).toEqual({
      ok: false,
      reason: 'newer',
      at: 'schema',
    })
    expect(parseChild({ ...full, schema: 'x' })).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it('says where the first thing wrong is, and nothing of what was written', () => {
    expect(parseChild({ ...full, birth: { kind: 'born', date: '2025-02-29' } })).toEqual({
      ok: false,
      reason: 'malformed',
      at: 'birth.date',
    })
    expect(parseChild({ ...full, people: [{ ...full.people[0], isCarer: 'yes' }] })).toEqual({
      ok: false,
      reason: 'malformed',
      at: 'people.0.isCarer',
    })
    expect(parseChild({ ...full, reference: '\u202e' })).toMatchObject({ ok: false, at: 'reference' })
    expect(parseChild({ ...full, notes: 'a'.repeat(20_001) })).toMatchObject({ ok: false, at: 'notes' })
    expect(parseChild(null)).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it('leaves out what it does not know, prototypes too', () => {
    const parsed = parseChild(
      JSON.parse(JSON.stringify(full).replace('{', '{"__proto__":{"admin":true},"toString":"x",')),
    )
    expect(parsed).toEqual({ ok: true, value: full })
    expect(parsed.ok && Object.keys(parsed.value)).not.toContain('toString')
    expect(parsed.ok && Object.getPrototypeOf(parsed.value)).toBe(Object.prototype)
  })

  it('cleans a line that somebody else stored', () => {
    expect(parseChild({ ...full, reference: 'A\u202eB' })).toMatchObject({
      ok: true,
      value: { reference: 'AB' },
    })
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (stored) => {
        expect(parseChild(stored).ok).toBe(false)
      }),
    )
  })
})
