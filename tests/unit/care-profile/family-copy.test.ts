/** The copy that a family takes home, in every language. */
import { describe, expect, it } from 'vitest'
import { finalise, recordInterpreting } from '@/care-profile/assessment-changes.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import { buildFamilyCopy } from '@/care-profile/family-copy.ts'
import { buildReport } from '@/care-profile/report.ts'
import { isLead } from '@/reports/text.ts'
import { day } from '../children/days.ts'
import { LANGUAGES_WITH_WORDS, wordsIn } from '../languages/real-words.ts'
import { begun, graded } from './family.ts'
import {
  factsOf,
  fullAssessment,
  headingsOf,
  interpreted,
  kindsOf,
  nobodyInterpreted,
  plain,
  runsIn,
  sourceOf,
  unmarked,
} from './full-case.ts'

const copyIn = (language: string, assessment: Assessment = fullAssessment) =>
  buildFamilyCopy(sourceOf(assessment, { words: wordsIn(language) }))
const copy = (assessment?: Assessment) => copyIn('en-GB', assessment)
const interpretedBy = (who: 'child' | 'staff') =>
  recordInterpreting(fullAssessment, { who, name: '', language: '', dialect: '' })
const childInterpreted = interpretedBy('child')
const staffInterpreted = interpretedBy('staff')

describe.each(LANGUAGES_WITH_WORDS)('the family copy in %s', (language) => {
  it.each([
    ['graded, with notes everywhere', fullAssessment],
    ['with a note on why nobody interpreted', nobodyInterpreted],
    ['made final', finalise(nobodyInterpreted, day('2026-03-20'))],
  ])('has no evidence, no note, no own view and nobody else in it: %s', (_, assessment) => {
    expect(JSON.stringify(copyIn(language, assessment))).not.toContain('PRIVATE')
  })

  it('says the same as the English, block for block and grade for grade', () => {
    const [own, english] = [copyIn(language), copy()]
    expect(kindsOf(own.blocks)).toEqual(kindsOf(english.blocks))
    const grades = (report: typeof own) =>
      report.blocks
        .filter((block) => block.kind === 'paragraph')
        .filter(({ text }) => isLead(text))
        .map(({ text }) => plain(text).match(/[1-5]/g)?.join())
    expect(grades(own)).toEqual(grades(english))
    expect(grades(own).filter((grade) => grade !== undefined)).toEqual(['1', '2', '2', '3', '5', '4'])
  })

  it('has no word without a language but those that somebody typed', () => {
    const typed = ['AB 12', ' · ', 'Mother, M', 'R. Shah', 'S. Noor, 4711', 'Urdu, Mirpuri']
    const nameless = runsIn(copyIn(language, interpreted)).filter((run) => run.language === undefined)
    for (const { text } of nameless) expect(typed).toContain(unmarked(text))
    for (const run of runsIn(copyIn(language, interpreted)))
      expect([undefined, language]).toContain(run.language)
  })

  it('and the report for the record have a language for all but typed words', () => {
    const report = buildReport(sourceOf(interpreted, { words: wordsIn(language) }))
    const nameless = runsIn(report).filter((run) => run.language === undefined)
    const typed = /^(AB 12|\s·\s|Mother, M|R\. Shah.*|S\. Noor.*|Urdu, Mirpuri|PRIVATE.*)$/s
    expect(nameless.map(({ text }) => unmarked(text)).filter((text) => !typed.test(text))).toEqual([])
  })
})

describe('the family copy', () => {
  it('begins with what goes well', () => {
    const parts = ['What goes well', 'What goes well on some days', 'What we are worried about']
    expect(headingsOf(copy()).filter((heading) => parts.includes(heading))).toEqual(parts)
  })

  it('has the words that were chosen, with their grade', () => {
    const said = copy().blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.text)] : []))
    const at = said.findIndex((text) => /grade 5$/.test(text))
    expect(wordsIn('en-GB').text('A2a.5')).toBe(said[at + 1])
  })

  it('names what nobody has looked at yet, and what was set aside, without a reason', () => {
    const headings = headingsOf(copy())
    expect(headings).toContain('What we have not looked at')
    expect(headings).toContain('What we leave out of the picture')
    const lists = copy().blocks.filter((block) => block.kind === 'list')
    expect(lists.flatMap(({ items }) => items)).toContain(wordsIn('en-GB').text('A2b.name'))
    expect(lists.flatMap(({ items }) => items)).toContain(wordsIn('en-GB').text('C2.name'))
  })

  it('says so where nothing has been graded, and shows no empty part', () => {
    const headings = headingsOf(copy(begun))
    expect(headings).toContain('How things look today')
    expect(headings).not.toContain('What goes well')
    expect(headings).not.toContain('What we are worried about')
    expect(headings).not.toContain('What we leave out of the picture')
  })

  it('is a draft until the practitioner says final', () => {
    expect(copy().mark).toBe('DRAFT')
    expect(JSON.stringify(copy())).toContain('Grades may still change')
    const final = copy(finalise(fullAssessment, day('2026-03-20')))
    expect(final.mark).toBeUndefined()
    expect(JSON.stringify(final)).not.toContain('Grades may still change')
  })

  it('says who interpreted, and why nobody did, without the practitioner’s note', () => {
    expect(factsOf(copy(interpreted))).toEqual(
      expect.arrayContaining([
        'Who interpreted: A professional interpreter\nS. Noor, 4711',
        'Language and dialect: Urdu, Mirpuri',
        'How: By phone',
      ]),
    )
    expect(factsOf(copy(nobodyInterpreted))).toContain(
      'Who interpreted: No interpreter: the family chose not to have one',
    )
    expect(factsOf(copy(graded({ A1a: 1 }))).join()).not.toContain('Who interpreted')
  })

  it('begins what the family says on a page of its own', () => {
    const { blocks } = copy()
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'What you want to say')
    expect(blocks[at - 1]).toEqual({ kind: 'page-break' })
  })

  it.each([
    ['nobody who interpreted', fullAssessment, ['Parent or carer', 'Practitioner']],
    ['a child who stood in', childInterpreted, ['Parent or carer', 'Practitioner']],
    ['an interpreter', interpreted, ['Parent or carer', 'Practitioner', 'Interpreter']],
    ['a colleague who interpreted', staffInterpreted, ['Parent or carer', 'Practitioner', 'Interpreter']],
  ])('has a line each for name, signature and date, with %s', (_, assessment, people) => {
    const { blocks } = copy(assessment)
    const labels = blocks.flatMap((block, at) => {
      const below = blocks[at + 1]
      return block.kind === 'paragraph' && below?.kind === 'writing-lines' && below.count === 1
        ? [plain(block.text)]
        : []
    })
    expect(labels).toEqual(people.flatMap((who) => [`${who}: Name`, `${who}: Signature`, `${who}: Date`]))
  })

  it('has room for their own words, and boxes that are no list and keep clear of the letters', () => {
    const { blocks } = copy()
    const at = blocks.findIndex(
      (block) => block.kind === 'paragraph' && plain(block.text) === 'In my own words',
    )
    expect(blocks[at + 1]).toMatchObject({ kind: 'writing-lines', count: 3 })
    const boxes = blocks.flatMap((block) =>
      block.kind === 'paragraph' && plain(block.text).startsWith('\u2610') ? [plain(block.text)] : [],
    )
    expect(boxes).toEqual(
      ['I agree', 'I agree with some of it', 'I do not agree'].map((view) => `\u2610\u00a0${view}`),
    )
    expect(JSON.stringify(blocks.filter(({ kind }) => kind === 'list'))).not.toContain('\u2610')
  })

  it('is plain data, as it goes to the worker that writes the file', () => {
    const made = copyIn('ur', childInterpreted)
    expect(structuredClone(made)).toEqual(made)
  })
})
