/**
 * The report of an assessment: who, when, by whom, the profile in a picture and in a table, what the practitioner sees
 * differently, every item with its grade, words and evidence, and what is still open. One document model for the screen and
 * for the PDF. It says on its first page what it is not: not GCP2, not a total, not a decision.
 */
import { interpretingWarningWords } from '@/children/interpreting-facts.ts'
import type { Words } from '@/languages/words.ts'
import { drawnFor } from '@/reports/mirror.ts'
import type { Block, Report, ReportText, Table } from '@/reports/report.ts'
import { isFinal, type Assessment, type Disagreement } from './assessment.ts'
import { isOpen } from './progress.ts'
import { drawProfile } from './profile-drawing.ts'
import { countWords, drawingWords, gradeWords, nameOf, pictureWords, ruleWords } from './profile-words.ts'
import { referenceOf, whoAndWhen, type FactsSource } from './report-facts.ts'
import { itemBlocks, leftOverBlocks } from './report-items.ts'
import { GRADES } from './scoring.ts'
import type { Structure } from './structure.ts'
import { summarise, type AreaSummary, type ProfileSummary, type SubAreaSummary } from './summary.ts'

export interface ReportSource extends FactsSource {
  structure: Structure
}

export function buildReport(source: ReportSource): Report {
  const { assessment, items, words } = source
  const { t, text } = words
  const summary = summarise(source.structure, items, assessment)
  return {
    title: text('tool.name'),
    language: words.language,
    orientation: 'portrait',
    reference: referenceOf(source),
    ...(!isFinal(assessment) && { mark: t('care-profile-report.draft.mark') }),
    pageNumbering: t('care-profile-report.page', { page: '{page}', pages: '{pages}' }),
    digits: t('calendar.digits'),
    blocks: [
      { kind: 'heading', level: 1, text: text('tool.name') },
      ...draftNotice(source),
      whoAndWhen(source),
      ...interpreterNotice(source),
      ...whatThisIs(words),
      ...profile(summary, words),
      ...ownView(assessment, words),
      ...stillOpen(source),
      { kind: 'page-break' },
      ...itemBlocks(summary, words),
      ...leftOverBlocks(summary, assessment, words),
    ],
  }
}

function draftNotice({ assessment, words: { t } }: ReportSource): Block[] {
  if (isFinal(assessment)) return []
  return [{ kind: 'paragraph', tone: 'warning', text: t('care-profile-report.draft.notice') }]
}

function interpreterNotice({ assessment, words }: ReportSource): Block[] {
  const text = interpretingWarningWords(words, assessment.interpreting)
  return text === undefined ? [] : [{ kind: 'paragraph', tone: 'warning', text }]
}

function whatThisIs(words: Words): Block[] {
  const { t, text } = words
  return [
    { kind: 'heading', level: 2, text: t('care-profile-report.about.title') },
    { kind: 'paragraph', text: text('tool.notice') },
    { kind: 'paragraph', text: t('care-profile-report.about.judgement') },
    { kind: 'paragraph', text: t('care-profile-report.about.delivered-care') },
    { kind: 'heading', level: 2, text: t('care-profile-report.reading.title') },
    gradesTable(words),
    { kind: 'paragraph', text: t('care-profile-report.reading.rule') },
  ]
}

/** What each of the five grades means. */
export function gradesTable({ t, text, language }: Words): Table {
  return {
    kind: 'table',
    caption: t('care-profile-report.reading.caption'),
    columns: [
      { header: t('care-profile-report.reading.grade'), share: 1, align: 'centre' },
      { header: t('care-profile-report.reading.quality'), share: 3 },
      { header: t('care-profile-report.reading.level'), share: 5 },
      { header: t('care-profile-report.reading.commitment'), share: 4 },
    ],
    rows: GRADES.map((grade) => [
      [{ text: String(grade), strong: true, language }],
      text(`grade.${grade}.quality`),
      text(`grade.${grade}.level`),
      text(`grade.${grade}.commitment`),
    ]),
  }
}

function profile(summary: ProfileSummary, words: Words): Block[] {
  const { t } = words
  return [
    { kind: 'heading', level: 2, text: t('care-profile-report.profile.title') },
    {
      kind: 'figure',
      drawing: drawnFor(words.language, drawProfile(summary, drawingWords(words))),
      alt: pictureWords(words, summary),
      caption: t('care-profile-report.picture.caption'),
    },
    summaryTable(summary, words),
  ]
}

function summaryTable(summary: ProfileSummary, words: Words): Table {
  const { t, language } = words
  const row = (part: AreaSummary | SubAreaSummary, strong: boolean): ReportText[] => {
    const { derived } = part
    const count = countWords(words, derived)
    const setAside = 'notReliable' in part
    const cells = [
      nameOf(words, part.id),
      gradeWords(words, derived),
      setAside ? t('care-profile-report.rule.not-reliable') : ruleWords(words, derived),
      derived.provisional ? t('care-profile-report.provisional', { count }) : count,
    ]
    return cells.map((text) => (strong ? [{ text, strong, language }] : text))
  }
  return {
    kind: 'table',
    caption: t('care-profile-report.profile.caption'),
    columns: [
      { header: t('care-profile-report.profile.part'), share: 3 },
      { header: t('care-profile-report.profile.grade'), share: 2, align: 'centre' },
      { header: t('care-profile-report.profile.why'), share: 6 },
      { header: t('care-profile-report.profile.count'), share: 3 },
    ],
    rows: summary.areas.flatMap((area) => [
      row(area, true),
      ...area.subAreas.map((subArea) => row(subArea, false)),
    ]),
  }
}

/** Beside the derived grades, never over them: disagreements, and what was set aside as not reliable. */
function ownView(assessment: Assessment, words: Words): Block[] {
  const { t } = words
  const { disagreements, notReliable } = assessment
  if (disagreements.length === 0 && notReliable === null) return []
  const setAside: Block[] =
    notReliable === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: t('care-profile-report.own-view.not-reliable', {
              name: nameOf(words, notReliable.subArea),
            }),
          },
          { kind: 'paragraph', tone: 'quote', text: typed(notReliable.reason) },
        ]
  return [
    { kind: 'heading', level: 2, text: t('care-profile-report.own-view.title') },
    ...disagreements.flatMap((disagreement) => disagreementBlocks(disagreement, words)),
    ...setAside,
  ]
}

function disagreementBlocks({ of, grade, reason, by, on }: Disagreement, words: Words): Block[] {
  const { t } = words
  const named = { name: nameOf(words, of), by, date: words.date(on) }
  return [
    {
      kind: 'paragraph',
      text:
        grade === undefined
          ? t('care-profile-report.own-view.differs', named)
          : t('care-profile-report.own-view.would-grade', { ...named, grade: String(grade) }),
    },
    { kind: 'paragraph', tone: 'quote', text: typed(reason) },
  ]
}

function stillOpen({ assessment, items, words }: ReportSource): Block[] {
  const open = items.filter((item) => isOpen(item, assessment))
  if (open.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: words.t('care-profile-report.open.title') },
    { kind: 'paragraph', text: words.t('care-profile-report.open.meaning') },
    { kind: 'list', items: open.map(({ id }) => nameOf(words, id)) },
  ]
}

/** What somebody typed: exactly that, in whatever language it is. */
function typed(text: string): ReportText {
  return [{ text }]
}
