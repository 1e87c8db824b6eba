/** The part of the report that goes through every item: grade, the words that were chosen, evidence with source and date. */
import type { Words } from '@/languages/words.ts'
import type { Block, ReportText } from '@/reports/report.ts'
import { recordOf, type Assessment, type Evidence } from './assessment.ts'
import type { Standing } from './item-list.ts'
import { gradeWords, nameOf } from './profile-words.ts'
import type { Grade } from './scoring.ts'
import type { ItemSummary, ProfileSummary, SubAreaSummary } from './summary.ts'

export function itemBlocks(summary: ProfileSummary, words: Words): Block[] {
  const { t } = words
  return summary.areas.flatMap((area): Block[] => [
    {
      kind: 'heading',
      level: 2,
      text: t('care-profile-report.item.area', { area: nameOf(words, area.id) }),
    },
    ...area.subAreas.flatMap((subArea): Block[] => [
      { kind: 'heading', level: 3, text: subAreaHeading(subArea, words) },
      ...subArea.items.flatMap((item) => oneItem(item, words)),
    ]),
  ])
}

/** What was written for items that are not for a child of this age: kept in sight, and said not to count. */
export function leftOverBlocks({ leftOver }: ProfileSummary, assessment: Assessment, words: Words): Block[] {
  const { t } = words
  if (leftOver.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: t('care-profile-report.left-over.title') },
    { kind: 'paragraph', text: t('care-profile-report.left-over.meaning') },
    ...leftOver
      .filter((id) => words.text.has(`${id}.name`))
      .flatMap((id) => {
        const { outcome, band, evidence } = recordOf(assessment, id)
        const standing: Standing =
          outcome.state === 'graded'
            ? { state: 'other-band', grade: outcome.grade, ...(band !== undefined && { band }) }
            : outcome
        return standingBlocks(id, id, standing, evidence, words)
      }),
  ]
}

function subAreaHeading(subArea: SubAreaSummary, words: Words): string {
  const { t } = words
  return t('care-profile-report.item.sub-area', {
    name: nameOf(words, subArea.id),
    grade:
      subArea.notReliable === undefined
        ? gradeWords(words, subArea.derived)
        : t('care-profile-report.gap.not-reliable'),
  })
}

function oneItem({ item, standing, evidence }: ItemSummary, words: Words): Block[] {
  return standingBlocks(item.id, item.textKey, standing, evidence, words)
}

function standingBlocks(
  id: string,
  textKey: string,
  standing: Standing,
  evidence: readonly Evidence[],
  words: Words,
): Block[] {
  const { t, language } = words
  const name = nameOf(words, id)
  const lead = (text: string): Block => ({ kind: 'paragraph', text: [{ text, strong: true, language }] })
  const outcome = ((): Block[] => {
    switch (standing.state) {
      case 'open':
        return [lead(t('care-profile-report.item.open', { name }))]
      case 'graded':
        return [
          lead(t('care-profile-report.item.graded', { name, grade: String(standing.grade) })),
          ...descriptor(textKey, standing.grade, words),
        ]
      case 'other-band':
        return [
          lead(t('care-profile-report.item.other-band', { name, grade: String(standing.grade) })),
          ...descriptor(standing.band === undefined ? id : `${id}.${standing.band}`, standing.grade, words),
        ]
      case 'not-scored':
        return [
          lead(t('care-profile-report.item.not-scored', { name })),
          { kind: 'paragraph', text: t(`care-profile-report.not-scored.${standing.reason}`) },
          ...noteBlocks(standing.note),
        ]
      case 'not-applicable':
        return [
          lead(t('care-profile-report.item.not-applicable', { name })),
          { kind: 'paragraph', text: t(`care-profile-report.not-applicable.${standing.reason}`) },
          ...noteBlocks(standing.note),
        ]
    }
  })()
  return [...outcome, ...evidence.flatMap((piece) => evidenceBlocks(piece, words))]
}

/** The sentence on the card that was chosen, and for which ages its words are. */
function descriptor(textKey: string, grade: Grade, { text }: Words): Block[] {
  const key = `${textKey}.${grade}`
  if (!text.has(key)) return []
  const band = `${textKey}.band`
  return [
    ...(text.has(band) ? [paragraph(text(band), 'note')] : []),
    { kind: 'paragraph', text: [{ text: text(key), language: text.language }] },
  ]
}

/** Source and date on a line of their own, so that the words keep their own direction and their line breaks. */
function evidenceBlocks({ text, source, on }: Evidence, words: Words): Block[] {
  if (text.trim() === '') return []
  const { t } = words
  const from = t(`care-profile-report.source.${source}`)
  return [
    paragraph(
      on === undefined
        ? t('care-profile-report.item.evidence', { source: from })
        : t('care-profile-report.item.evidence-on', { source: from, date: words.date(on) }),
      'note',
    ),
    paragraph([{ text }], 'quote'),
  ]
}

function noteBlocks(note: string | undefined): Block[] {
  return note === undefined || note.trim() === '' ? [] : [paragraph([{ text: note }], 'quote')]
}

function paragraph(text: ReportText, tone: 'note' | 'quote'): Block {
  return { kind: 'paragraph', tone, text }
}
