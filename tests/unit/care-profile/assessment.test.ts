import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addEvidence,
  clearOutcome,
  disagree,
  editEvidence,
  finalise,
  gradeItem,
  goTo,
  markExported,
  markNotApplicable,
  markNotScored,
  removeEvidence,
  reopen,
  setDetails,
  setNotReliable,
  withdrawDisagreement,
} from '@/care-profile/assessment-changes.ts'
import { parseAssessment } from '@/care-profile/assessment-parsing.ts'
import { isFinal, recordOf, type Assessment, type Evidence } from '@/care-profile/assessment.ts'
import { isUnexported } from '@/children/child-documents.ts'
import { day } from '../children/days.ts'
import { begun } from './family.ts'

const note: Evidence = { id: 'e1', text: 'porridge on the stove', source: 'seen', on: day('2026-03-10') }
const disagreement = {
  of: 'A1',
  grade: 3,
  reason: 'one bad day',
  by: 'R. Shah',
  on: day('2026-03-12'),
} as const

const full: Assessment = [
  (a: Assessment) => gradeItem(a, 'A1a', 2, 'child'),
  (a: Assessment) => addEvidence(a, 'A1a', note),
  (a: Assessment) => markNotScored(a, 'A2a', 'other', 'landlord was in'),
  (a: Assessment) => markNotApplicable(a, 'B2a', 'never-left'),
  (a: Assessment) => setNotReliable(a, { subArea: 'C2', reason: 'temperament' }),
  (a: Assessment) => disagree(a, disagreement),
  (a: Assessment) => goTo(a, 'A1b'),
  (a: Assessment) => markExported(a, 1_773_300_000_000),
].reduce((assessment, change) => change(assessment), begun)

describe('grading an item', () => {
  it('keeps the grade with the band whose words were read, and the evidence beside it', () => {
    expect(recordOf(full, 'A1a')).toEqual({
      band: 'child',
      outcome: { state: 'graded', grade: 2 },
      evidence: [note],
    })
    expect(recordOf(gradeItem(full, 'A1a', 5, 'child'), 'A1a').evidence).toEqual([note])
  })

  it('not scored and does not apply are states with their own reasons', () => {
    expect(recordOf(full, 'A2a').outcome).toEqual({
      state: 'not-scored',
      reason: 'other',
      note: 'landlord was in',
    })
    expect(recordOf(full, 'B2a').outcome).toEqual({ state: 'not-applicable', reason: 'never-left' })
    expect(recordOf(clearOutcome(full, 'A1a'), 'A1a')).toMatchObject({
      outcome: { state: 'open' },
      evidence: [note],
    })
  })

  it('an item nobody touched is open and without evidence', () => {
    expect(recordOf(begun, 'D4a')).toEqual({ outcome: { state: 'open' }, evidence: [] })
    expect(recordOf(begun, 'constructor')).toEqual({ outcome: { state: 'open' }, evidence: [] })
  })
})

describe('evidence', () => {
  it('is changed in place, one piece at a time', () => {
    const two = addEvidence(full, 'A1a', { ...note, id: 'e2', text: 'second' })
    const edited = editEvidence(two, 'A1a', 'e1', { text: 'line\nline', source: 'child-said' })
    expect(recordOf(edited, 'A1a').evidence).toEqual([
      { id: 'e1', text: 'line\nline', source: 'child-said', on: '2026-03-10' },
      { ...note, id: 'e2', text: 'second' },
    ])
    expect(recordOf(removeEvidence(edited, 'A1a', 'e1'), 'A1a').evidence.map(({ id }) => id)).toEqual(['e2'])
  })

  it('may have a date, and have it taken away', () => {
    const undated = editEvidence(full, 'A1a', 'e1', { on: null })
    expect(recordOf(undated, 'A1a').evidence[0]).toEqual({ id: 'e1', text: note.text, source: 'seen' })
    expect(
      recordOf(editEvidence(undated, 'A1a', 'e1', { on: day('2026-03-11') }), 'A1a').evidence[0]?.on,
    ).toBe('2026-03-11')
  })

  it('typing into one note copies that item and nothing of the others', () => {
    const typed = editEvidence(full, 'A1a', 'e1', { text: 'p' })
    expect(typed.items.A2a).toBe(full.items.A2a)
    expect(typed.carers).toBe(full.carers)
    expect(typed.disagreements).toBe(full.disagreements)
    expect(recordOf(full, 'A1a').evidence[0]?.text).toBe(note.text)
  })

  it('that is not there changes nothing', () => {
    expect(editEvidence(full, 'A1a', 'gone', { text: 'x' })).toBe(full)
  })
})

describe('a text over its limit', () => {
  it('is not stored, so that what is stored can always be read again', () => {
    const long = (limit: number) => 'x'.repeat(limit + 1)
    expect(editEvidence(full, 'A1a', 'e1', { text: long(20_000) })).toBe(full)
    expect(addEvidence(full, 'A1a', { ...note, text: long(20_000) })).toBe(full)
    expect(markNotScored(full, 'A1a', 'other', long(2_000))).toBe(full)
    expect(markNotApplicable(full, 'A1a', 'other', long(2_000))).toBe(full)
    expect(setNotReliable(full, { subArea: 'C2', reason: long(5_000) })).toBe(full)
    expect(disagree(full, { ...disagreement, reason: long(5_000) })).toBe(full)
    expect(
      recordOf(editEvidence(full, 'A1a', 'e1', { text: '😀'.repeat(20_000) }), 'A1a').evidence[0]?.text,
    ).toHaveLength(40_000)
  })

  it('nor are more pieces of evidence than can be read', () => {
    const many = Array.from({ length: 101 }, (_, place) => ({ ...note, id: `n${place}` }))
    const filled = many.reduce((a, evidence) => addEvidence(a, 'D4a', evidence), begun)
    expect(recordOf(filled, 'D4a').evidence).toHaveLength(100)
  })

  it('whatever is typed and in whatever order, it is read back as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 1_990, max: 21_000 }).map((n) => 'é'.repeat(n)),
    )
    const change = fc.oneof(
      text.map((t) => (a: Assessment) => editEvidence(a, 'A1a', 'e1', { text: t })),
      text.map((t) => (a: Assessment) => addEvidence(a, 'B2a', { ...note, text: t })),
      text.map((t) => (a: Assessment) => markNotScored(a, 'A1b', 'other', t)),
      text.map((t) => (a: Assessment) => setNotReliable(a, { subArea: 'C2', reason: t })),
      text.map((t) => (a: Assessment) => disagree(a, { ...disagreement, reason: t, by: t })),
      text.map(
        (t) => (a: Assessment) =>
          setDetails(a, { carers: [{ reference: t }], gradedBy: { name: t, role: t, agency: t } }),
      ),
      fc.constant((a: Assessment) => reopen(finalise(a, day('2026-03-20')))),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const written = changes.reduce((a, make) => make(a), full)
        expect(parseAssessment(JSON.parse(JSON.stringify(written)))).toEqual({ ok: true, value: written })
      }),
    )
  })
})

it('names and roles are kept as clean lines', () => {
  const gradedBy = { name: ' R.\u202e Shah\n', role: 'Health\tvisitor', agency: '' }
  expect(setDetails(begun, { gradedBy }).gradedBy).toEqual({
    name: 'R. Shah',
    role: 'Health visitor',
    agency: '',
  })
  expect(setDetails(begun, { carers: [{ personId: 'p1', reference: 'M\u0000' }] }).carers).toEqual([
    { personId: 'p1', reference: 'M' },
  ])
  expect(disagree(begun, { ...disagreement, by: 'S\u2066' }).disagreements[0]?.by).toBe('S')
})

describe('the practitioner’s own view', () => {
  it('is one for each sub-area or area, and can be withdrawn', () => {
    const second = disagree(full, { ...disagreement, reason: 'again' })
    expect(second.disagreements).toEqual([{ ...disagreement, reason: 'again' }])
    expect(disagree(second, { ...disagreement, of: 'A' }).disagreements).toHaveLength(2)
    expect(withdrawDisagreement(full, 'A1').disagreements).toEqual([])
  })
})

describe('final', () => {
  it('freezes what was written until it is opened again', () => {
    const final = finalise(full, day('2026-03-20'))
    expect(isFinal(final)).toBe(true)
    expect(gradeItem(final, 'A1a', 5)).toBe(final)
    expect(addEvidence(final, 'A1a', note)).toBe(final)
    expect(setDetails(final, { tieRule: 'mean' })).toBe(final)
    expect(goTo(final, 'D4a').place).toEqual({ itemId: 'D4a' })
    const draft = reopen(final)
    expect(isFinal(draft)).toBe(false)
    expect('finalisedOn' in draft).toBe(false)
    expect(recordOf(gradeItem(draft, 'A1a', 5), 'A1a').outcome).toMatchObject({ grade: 5 })
    expect(reopen(draft)).toBe(draft)
  })
})

describe('what no report holds yet', () => {
  it('is known by edits and not by the clock', () => {
    expect(isUnexported(begun)).toBe(false)
    expect(isUnexported(gradeItem(begun, 'A1a', 1))).toBe(true)
    expect(isUnexported(full)).toBe(false)
    expect(isUnexported(goTo(full, 'D4a'))).toBe(false)
    expect(isUnexported(editEvidence(full, 'A1a', 'e1', { text: 'x' }))).toBe(true)
    expect(isUnexported(finalise(full, day('2026-03-20')))).toBe(true)
  })
})

describe('a stored assessment', () => {
  const stored = JSON.parse(JSON.stringify(full)) as Record<string, unknown>

  it('comes back as it was written', () => {
    expect(parseAssessment(stored)).toEqual({ ok: true, value: full })
    const bare = JSON.parse(JSON.stringify(begun)) as unknown
    expect(parseAssessment(bare)).toEqual({ ok: true, value: begun })
  })

  it.each<[string, Record<string, unknown>, string]>([
    [
      'a sixth grade',
      { items: { A1a: { outcome: { state: 'graded', grade: 6 }, evidence: [] } } },
      'items.A1a.outcome.grade',
    ],
    [
      'a grade in words',
      { items: { A1a: { outcome: { state: 'graded', grade: '2' }, evidence: [] } } },
      'items.A1a.outcome.grade',
    ],
    [
      'an item that is none',
      { items: { 'A1a"><img>': { outcome: { state: 'open' }, evidence: [] } } },
      'items.A1a"><img>',
    ],
    ['a day that is none', { on: '2026-02-30' }, 'on'],
    [
      'a note without end',
      { notReliable: { subArea: 'C2', reason: 'x'.repeat(5001) } },
      'notReliable.reason',
    ],
    ['an unknown tie rule', { tieRule: 'lower' }, 'tieRule'],
  ])('%s is refused, by name', (_, changes, at) => {
    expect(parseAssessment({ ...stored, ...changes })).toEqual({ ok: false, reason: 'malformed', at })
  })

  it('of a later version is named as that', () => {
    expect(parseAssessment({ ...stored, schema: 2 })).toMatchObject({ ok: false, reason: 'newer' })
  })

  it('keeps evidence to the letter', () => {
    const text = ' <img onerror=alert(1)>\r\n\u202eاردو 👩‍👧 \u0000'
    const typed = editEvidence(full, 'A1a', 'e1', { text })
    const parsed = parseAssessment(JSON.parse(JSON.stringify(typed)))
    expect(parsed.ok && recordOf(parsed.value, 'A1a').evidence[0]?.text).toBe(text)
  })

  it('does not let a prototype through', () => {
    const hostile = JSON.parse(
      JSON.stringify(stored).replace(
        '"items":{',
        '"items":{"__proto__":{"outcome":{"state":"open"},"evidence":[]},',
      ),
    ) as unknown
    const parsed = parseAssessment(hostile)
    expect(parsed.ok && Object.getPrototypeOf(parsed.value.items)).toBe(parsed.ok && Object.prototype)
  })

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(parseAssessment(anything).ok).toBe(false)
      }),
    )
  })
})
