import { describe, expect, it } from 'vitest'
import { newChild, type Child } from '@/children/child.ts'
import {
  addEvidence,
  clearOutcome,
  disagree,
  finalise,
  gradeItem,
  markNotApplicable,
  markNotScored,
  setDetails,
  setNotReliable,
} from '@/care-profile/assessment-changes.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import { EVIDENCE_SOURCES, NOT_APPLICABLE_REASONS, NOT_SCORED_REASONS } from '@/care-profile/assessment.ts'
import { buildReport } from '@/care-profile/report.ts'
import { TIE_RULES } from '@/care-profile/scoring.ts'
import { structure } from '@/care-profile/structure.ts'
import type { Block, Report, ReportText } from '@/reports/report.ts'
import { plainText } from '@/reports/text.ts'
import { day } from '../children/days.ts'
import { begun, born, graded, itemsOf, twoYearOld } from './family.ts'
import { words } from './words.ts'

const report = (assessment: Assessment, child: Child = twoYearOld): Report =>
  buildReport({
    child,
    assessment,
    structure,
    items: itemsOf(assessment, child.birth),
    words,
    appVersion: '0.1.0',
  })

const plain = (text: ReportText): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('')
function textOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plain(block.text)]
    case 'list':
      return block.items.map(plain)
    case 'facts':
      return block.rows.map(({ label, value }) => `${plain(label)}: ${plain(value)}`)
    case 'table':
      return [plain(block.caption), ...block.rows.map((row) => row.map(plain).join(' | '))]
    case 'figure':
      return [block.alt]
    case 'bilingual':
    case 'writing-lines':
    case 'page-break':
      return []
  }
}
const lines = (of: Report) => of.blocks.flatMap(textOf)
const whole = (of: Report) => lines(of).join('\n')
const after = (of: Report, lead: string, count: number) => {
  const all = lines(of)
  return all.slice(all.indexOf(lead) + 1, all.indexOf(lead) + 1 + count)
}
const ids = itemsOf(begun).map(({ id }) => id)
const complete = graded(Object.fromEntries(ids.map((id) => [id, 2])))

describe('the first page', () => {
  it('says who, when, by whom, with which versions and which rule', () => {
    const facts = lines(report(begun))
    expect(facts).toEqual(
      expect.arrayContaining([
        'Child: AB 12',
        'Date of birth: 1 November 2023',
        'Age on the assessment date: 2 years and 4 months',
        'Parent or carer whose care is graded: Mother, M',
        'Graded by: R. Shah\nHealth visitor\n0-19 service',
        'Started on: 12 March 2026',
        'Assessment date: 12 March 2026',
        'When grades tie: The higher grade is taken.',
        'Versions: Toolkit 0.1.0, rules 1, wording en-GB 1 (en-GB)',
        'Items: 0 graded, 0 not scored, 0 do not apply, 32 still open, out of 32 for a child of this age.',
      ]),
    )
  })

  it('says what it is not', () => {
    const text = whole(report(begun))
    expect(text).toContain('It is not GCP2')
    expect(text).toContain('supports professional judgement')
    expect(text).toContain('no total and no score')
  })

  it('is a draft until the practitioner says final', () => {
    expect(report(begun)).toMatchObject({ mark: 'DRAFT' })
    expect(whole(report(begun))).toContain('This is a draft.')
    const final = report(finalise(begun, day('2026-03-20')))
    expect(final).not.toHaveProperty('mark')
    expect(whole(final)).not.toContain('draft')
    expect(lines(final)).toContain('Made final on: 20 March 2026')
  })

  it('leaves the page numbers to be filled in, and names the child in the foot', () => {
    const { pageNumbering, reference } = report(begun)
    expect(pageNumbering).toBe('Page {page} of {pages}')
    expect(plainText(reference)).toBe('AB 12 · 12 March 2026')
  })

  it('names languages and the need for an interpreter', () => {
    const child: Child = {
      ...twoYearOld,
      languages: [
        { name: 'اردو', speaks: true, reads: false },
        { name: 'English', speaks: true, reads: true },
      ],
      interpreterNeeded: 'yes',
    }
    expect(lines(report(begun, child))).toEqual(
      expect.arrayContaining(['Languages: اردو and English', 'Interpreter needed: Yes']),
    )
  })

  it.each([
    ['2026-03-12', '0 days'],
    ['2026-03-11', '1 day'],
    ['2026-02-25', '2 weeks'],
    ['2025-12-12', '3 months'],
    ['2025-03-12', '1 year'],
    ['2025-02-12', '1 year and 1 month'],
  ])('a child born on %s is %s old', (iso, age) => {
    expect(lines(report(begun, { ...newChild('AB'), birth: born(iso) }))).toContain(
      `Age on the assessment date: ${age}`,
    )
  })
})

describe('the profile', () => {
  const mixed = graded({ A1a: 2, A1b: 2, A1c: 4, A1d: 2, A4a: 3 })

  it('is a picture with its description, and a table that says why', () => {
    const made = report(mixed)
    const figure = made.blocks.find((block) => block.kind === 'figure')
    expect(figure?.alt).toContain(`${words.text('A1.name')}: 4`)
    expect(whole(made)).toContain(
      `${words.text('A1.name')} | 4 | A grade of 4 or 5 decides by itself: ${words.text('A1c.name')}. | 4 of 4`,
    )
    expect(whole(made)).toContain(`${words.text('A.name')} | 4 | `)
    expect(whole(made)).toContain('5 of 15. Provisional: less than half')
    expect(whole(made)).toContain(`${words.text('D4.name')} | Not scored | Not scored | 0 of 1`)
  })

  it('says why of a part with one item, and of one where only one was graded', () => {
    const text = whole(report(graded({ A4a: 3, A1a: 2 })))
    expect(text).toContain(`${words.text('A4.name')} | 3 | It has one item, and this is its grade. | 1 of 1`)
    expect(text).toContain(
      `${words.text('A1.name')} | 2 | Only one was graded: ${words.text('A1a.name')}. | 1 of 4. Provisional: less than half`,
    )
  })

  it('every row of every table has all its cells', () => {
    for (const block of report(mixed).blocks) {
      if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.columns.length)
    }
  })

  it('finds words for every rule', () => {
    for (const tieRule of TIE_RULES) {
      const tied = setDetails(graded({ A1a: 1, A1b: 2, A3a: 2, A3b: 2, A4a: 2, D2a: 5 }), { tieRule })
      expect(whole(report(tied))).toContain(words.t(`care-profile-report.tie-rule.${tieRule}`))
    }
    const needs = whole(report(setDetails(graded({ A1a: 1, A1b: 2 }), { tieRule: 'judgement' })))
    expect(needs).toContain('between 1 and 2 the practitioner judges')
    expect(needs).toContain(`Needs the practitioner's judgement first on: ${words.text('A1.name')}.`)
  })

  it('shows a disagreement beside the grade, never over it', () => {
    const text = whole(
      report(
        disagree(mixed, {
          of: 'A1',
          grade: 2,
          reason: 'a week of illness\nonly',
          by: 'R. Shah',
          on: day('2026-03-12'),
        }),
      ),
    )
    expect(text).toContain(
      `${words.text('A1.name')}: R. Shah would give 2 (12 March 2026). The grade that was worked out stays as it is.`,
    )
    expect(text).toContain('a week of illness\nonly')
    expect(text).toContain(`${words.text('A1.name')} | 4 | `)
  })

  it('says what was set aside as not reliable, and why', () => {
    const text = whole(
      report(
        setNotReliable(graded({ C1a: 2, C2a: 5 }), { subArea: 'C2', reason: 'recovering from surgery' }),
      ),
    )
    expect(text).toContain('recovering from surgery')
    expect(text).toContain('Set aside as not reliable, and left out of its area.')
    expect(text).toContain(`${words.text('C.name')} | 2 | `)
  })
})

describe('every item', () => {
  it('is there with its grade and the very words that were chosen', () => {
    const made = report(complete)
    for (const { id, textKey } of itemsOf(complete)) {
      const lead = `${words.text(`${id}.name`)}: grade 2`
      expect(lines(made)).toContain(lead)
      expect(after(made, lead, 2).join('\n')).toContain(words.text(`${textKey}.2`))
    }
    expect(whole(made)).not.toContain('Still open')
  })

  it('carries its evidence to the letter, with source and date', () => {
    const text = '  first line\n\n  second, <b>bold</b> {name} @:x | اردو \u202e \n'
    const told = addEvidence(
      addEvidence(gradeItem(begun, 'A2a', 3), 'A2a', {
        id: 'e1',
        text,
        source: 'child-said',
        on: day('2026-03-10'),
      }),
      'A2a',
      {
        id: 'e2',
        text: 'undated',
        source: 'record',
      },
    )
    const made = report(told)
    expect(after(made, `${words.text('A2a.name')}: grade 3`, 5)).toEqual([
      words.text('A2a.3'),
      'The child said, 10 March 2026',
      text,
      'From a record',
      'undated',
    ])
    const quote = made.blocks.find((block) => block.kind === 'paragraph' && plain(block.text) === text)
    expect(quote).toEqual({ kind: 'paragraph', tone: 'quote', text: [{ text }] })
  })

  it('an empty note is no evidence', () => {
    const made = report(addEvidence(begun, 'A2a', { id: 'e1', text: ' \n', source: 'seen' }))
    expect(lines(made)).not.toContain('Seen')
  })

  it('not scored and does not apply are shown as such, with reasons and notes', () => {
    const made = report(
      markNotApplicable(markNotScored(begun, 'A2a', 'other', 'dog in the yard'), 'B2a', 'never-left'),
    )
    expect(after(made, `${words.text('A2a.name')}: not scored`, 2)).toEqual([
      'For another reason.',
      'dog in the yard',
    ])
    expect(after(made, `${words.text('B2a.name')}: does not apply`, 1)).toEqual([
      'The child is never left with anybody else.',
    ])
  })

  it('has words for every reason and every source', () => {
    for (const reason of NOT_SCORED_REASONS)
      expect(() => report(markNotScored(begun, 'A4a', reason))).not.toThrow()
    for (const reason of NOT_APPLICABLE_REASONS)
      expect(() => report(markNotApplicable(begun, 'A5d', reason))).not.toThrow()
    for (const source of EVIDENCE_SOURCES)
      expect(() => report(addEvidence(begun, 'A5d', { id: 'e', text: 'x', source }))).not.toThrow()
  })

  it('that is still open is listed as that', () => {
    const made = report(gradeItem(complete, 'A2a', 2))
    expect(lines(made)).not.toContain('Still open')
    const open = report(clearOutcome(complete, 'A2a'))
    expect(after(open, 'Still open', 2)[1]).toBe(words.text('A2a.name'))
    expect(lines(open)).toContain(`${words.text('A2a.name')}: still open`)
  })

  it('graded from the words for another age is shown with those words, and said not to count', () => {
    const birth = born('2021-03-20')
    const child = { ...newChild('AB'), birth }
    const before = addEvidence(graded({ A3a: 4, D1b: 5 }, begun, birth), 'D1b', {
      id: 'e',
      text: 'no books',
      source: 'seen',
    })
    const made = report(setDetails(before, { on: day('2026-03-20') }), child)
    expect(
      after(
        made,
        `${words.text('A3a.name')}: grade 4, from the words for another age. It does not count until it is graded again.`,
        2,
      ),
    ).toEqual([words.text('A3a.under5.band'), words.text('A3a.under5.4')])
    const text = whole(made)
    expect(text).toContain('Recorded for another age')
    expect(text).toContain(words.text('D1b.5'))
    expect(text).toContain('no books')
  })
})

describe('as a document', () => {
  it('is plain data that can cross into a worker', () => {
    const made = report(complete)
    expect(structuredClone(made)).toEqual(made)
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
  })

  it('has one title, and no heading that skips a level', () => {
    const levels = report(complete).blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1)
      return level
    }, 0)
  })

  it('is not put out by an empty or a hostile reference', () => {
    const child = { ...twoYearOld, reference: '{page} @:x | <img onerror=alert(1)>' }
    expect(plainText(report(begun, child).reference)).toBe(
      '{page} @:x | <img onerror=alert(1)> · 12 March 2026',
    )
    const nobody = { ...begun, gradedBy: { name: '', role: '', agency: '' }, carers: [] }
    expect(lines(report(nobody))).toEqual(
      expect.arrayContaining(['Graded by: Not given', 'Parent or carer whose care is graded: Not given']),
    )
  })
})
