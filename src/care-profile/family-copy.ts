/**
 * The copy that a family takes home: strengths first, the words that were chosen with their grades, what nobody has looked at
 * yet, what happens next and room for what they want to say. No practitioner's notes, nothing that other people told.
 */
import { ageOn } from '@/children/age.ts'
import { interpretingRows, type FactRow } from '@/children/interpreting-facts.ts'
import type { Interpreting } from '@/children/interpreting.ts'
import type { Words } from '@/languages/words.ts'
import type { Block, Report, ReportText } from '@/reports/report.ts'
import { isFinal } from './assessment.ts'
import { copyRows } from './copy-languages.ts'
import { familyParts, type FamilyParts, type GradedForFamily } from './family-parts.ts'
import { ageWords, nameOf } from './profile-words.ts'
import { gradesTable, type ReportSource } from './report.ts'
import { referenceOf } from './report-facts.ts'
import { summarise } from './summary.ts'

export function buildFamilyCopy(source: ReportSource): Report {
  const { assessment, items, words } = source
  const { t, text } = words
  const parts = familyParts(summarise(source.structure, items, assessment))
  return {
    title: t('care-profile-family.copy.title'),
    language: words.language,
    orientation: 'portrait',
    reference: referenceOf(source),
    ...(!isFinal(assessment) && { mark: t('care-profile-report.draft.mark') }),
    pageNumbering: t('care-profile-report.page', { page: '{page}', pages: '{pages}' }),
    digits: t('calendar.digits'),
    blocks: [
      { kind: 'heading', level: 1, text: t('care-profile-family.copy.heading') },
      ...(isFinal(assessment) ? [] : [warning(t('care-profile-family.copy.draft'))]),
      whoAndWhen(source),
      paragraph(t('care-profile-family.copy.forWhom')),
      paragraph(t('care-profile-family.copy.keep')),
      { kind: 'heading', level: 2, text: t('family.about.what.title') },
      paragraph(text('tool.about')),
      paragraph(t('care-profile-family.item.adult')),
      paragraph(text('tool.notice')),
      ...gradedParts(parts, words),
      ...unknownParts(parts, words),
      { kind: 'heading', level: 2, text: t('care-profile-report.reading.title') },
      gradesTable(words),
      ...next(words),
      { kind: 'page-break' },
      ...sign(words, assessment.interpreting),
    ],
  }
}

function whoAndWhen({ child, assessment, words, copy }: ReportSource): Block {
  const { t } = words
  const typed = (text: string): ReportText => [{ text }]
  const rows: FactRow[] = [
    [t('care-profile-report.fact.child'), typed(child.reference)],
    [t('care-profile-report.fact.age'), ageWords(words, ageOn(child.birth, assessment.on))],
    [
      t('care-profile-report.fact.carers'),
      typed(assessment.carers.map(({ reference }) => reference).join('\n')),
    ],
    [t('care-profile-report.fact.graded-by'), typed(assessment.gradedBy.name)],
    [t('care-profile-report.fact.on'), words.date(assessment.on)],
    ...interpretingRows(words, withoutNote(assessment.interpreting)),
    ...copyRows(words, copy),
  ]
  return { kind: 'facts', rows: rows.map(([label, value]) => ({ label, value })) }
}

/** Why nobody interpreted is for the family too; what the practitioner wrote beside it is a note. */
function withoutNote(interpreting: Interpreting | undefined): Interpreting | undefined {
  return interpreting?.who === 'nobody' ? { ...interpreting, note: '' } : interpreting
}

function gradedParts(parts: FamilyParts, words: Words): Block[] {
  const { t } = words
  const graded = (['well', 'between', 'worry'] as const).flatMap((part): Block[] =>
    parts[part].length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t(`care-profile-family.profile.${part}`) },
          ...parts[part].flatMap((item) => oneItem(item, words)),
        ],
  )
  if (graded.length > 0) return graded
  return [
    { kind: 'heading', level: 2, text: t('care-profile-family.profile.title') },
    paragraph(t('care-profile-family.profile.nothingYet')),
  ]
}

function oneItem({ itemId, grade, textKey }: GradedForFamily, words: Words): Block[] {
  const { t, text, language } = words
  const lead = t('care-profile-report.item.graded', { name: nameOf(words, itemId), grade: String(grade) })
  return [{ kind: 'paragraph', text: [{ text: lead, strong: true, language }] }, paragraph(text(textKey))]
}

function unknownParts({ notYet, apart }: FamilyParts, words: Words): Block[] {
  const { t } = words
  const names = (ids: readonly string[]): Block => ({
    kind: 'list',
    items: ids.map((id) => nameOf(words, id)),
  })
  return [
    ...(notYet.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: t('care-profile-family.profile.notYet') },
          paragraph(t('care-profile-family.profile.notYetMeans')),
          names(notYet),
        ]),
    ...(apart.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: t('care-profile-family.profile.apart') },
          names(apart),
        ]),
  ]
}

function next({ t }: Words): Block[] {
  return [
    { kind: 'heading', level: 2, text: t('care-profile-family.copy.next.title') },
    {
      kind: 'list',
      ordered: true,
      items: (['talk', 'plan', 'again'] as const).map((step) => t(`care-profile-family.copy.next.${step}`)),
    },
  ]
}

/** With a space that no line ends at, and that no letters close up. */
const EMPTY_BOX = '\u2610\u00a0'
/** Three leave room for two people to sign on the same page; three people sign on the next. */
const LINES_FOR_THEIR_WORDS = { samePage: 3, ownPage: 8 } as const

/** What a signature means stands right above the signatures: on one page with them, even where they need a page of their own. */
function sign(words: Words, interpreting: Interpreting | undefined): Block[] {
  const { t, language } = words
  const label = (text: string): Block => ({ kind: 'paragraph', text: [{ text, strong: true, language }] })
  const who = signers(interpreting)
  const isLong = who.length > 2
  return [
    { kind: 'heading', level: 2, text: t('care-profile-family.sign.title') },
    paragraph(t('care-profile-family.sign.seen')),
    { kind: 'heading', level: 3, text: t('care-profile-family.sign.view') },
    ...(['agree', 'some', 'disagree'] as const).map((view) =>
      paragraph(EMPTY_BOX + t(`care-profile-family.sign.${view}`)),
    ),
    label(t('care-profile-family.sign.words')),
    { kind: 'writing-lines', count: LINES_FOR_THEIR_WORDS[isLong ? 'ownPage' : 'samePage'] },
    ...(isLong ? [{ kind: 'page-break' as const }] : []),
    { kind: 'heading', level: 3, text: t('care-profile-family.sign.caption') },
    paragraph(t('care-profile-family.sign.notAgree')),
    ...who.flatMap((person) =>
      (['name', 'signature', 'date'] as const).flatMap((part): Block[] => [
        label(
          t('care-profile-family.sign.line', {
            who: t(`care-profile-family.sign.${person}`),
            parts: t(`care-profile-family.sign.${part}`),
          }),
        ),
        { kind: 'writing-lines', count: 1 },
      ]),
    ),
  ]
}

/** A relative or a child who stood in does not sign as an interpreter (domain.md 4.3). */
function signers(interpreting: Interpreting | undefined) {
  const hasInterpreter = interpreting?.who === 'professional' || interpreting?.who === 'staff'
  return hasInterpreter
    ? (['carer', 'practitioner', 'interpreter'] as const)
    : (['carer', 'practitioner'] as const)
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

function warning(text: string): Block {
  return { kind: 'paragraph', tone: 'warning', text }
}
