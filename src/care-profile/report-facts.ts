/** The head of the report: who, when, by whom, with which rule and which versions. */
import { ageOn } from '@/children/age.ts'
import type { Child } from '@/children/child.ts'
import { interpretingRows, type FactRow as Row } from '@/children/interpreting-facts.ts'
import type { Words } from '@/languages/words.ts'
import type { Facts, ReportText } from '@/reports/report.ts'
import { setApart } from '@/reports/isolate.ts'
import { directionOf, plainText } from '@/reports/text.ts'
import type { Assessment } from './assessment.ts'
import type { ListedItem } from './item-list.ts'
import { ageWords } from './profile-words.ts'
import { copyRows, type CopyLanguages } from './copy-languages.ts'
import { progressOf } from './progress.ts'

export interface FactsSource {
  child: Child
  assessment: Assessment
  items: readonly ListedItem[]
  words: Words
  /** Of the toolkit. */
  appVersion: string
  /** In which languages this copy is; left out where it is in English alone. */
  copy?: CopyLanguages | undefined
}

/** For the foot of every page: whom it is about, as somebody typed it, and the day. */
export function referenceOf({ child, assessment, words }: FactsSource): ReportText {
  const { language } = words
  const day = words.date(assessment.on)
  if (directionOf({ language }) === 'ltr') {
    return [{ text: child.reference }, { text: ' · ' }, { text: day, language }]
  }
  return [{ text: setApart(child.reference) }, { text: ' · ' }, { text: setApart(day, 'rtl'), language }]
}

export function whoAndWhen({ child, assessment, items, words, appVersion, copy }: FactsSource): Facts {
  const { t } = words
  const { gradedBy, finalisedOn } = assessment
  const { all } = progressOf(items, assessment)
  const rows: Row[] = [
    [t('care-profile-report.fact.child'), typed(child.reference)],
    birthRow(child, words),
    [t('care-profile-report.fact.age'), ageWords(words, ageOn(child.birth, assessment.on))],
    [
      t('care-profile-report.fact.carers'),
      typed(assessment.carers.map(({ reference }) => reference).join('\n')),
    ],
    [
      t('care-profile-report.fact.graded-by'),
      typed([gradedBy.name, gradedBy.role, gradedBy.agency].filter((part) => part !== '').join('\n')),
    ],
    // What was understood rests on these: they stand on the first page, however long the rest is.
    ...languageRows(child, words),
    ...interpretingRows(words, assessment.interpreting),
    ...copyRows(words, copy),
    [t('care-profile-report.fact.started'), words.date(assessment.startedOn)],
    [t('care-profile-report.fact.on'), words.date(assessment.on)],
    [
      t('care-profile-report.fact.final'),
      finalisedOn === undefined ? t('care-profile-report.draft.not-final') : words.date(finalisedOn),
    ],
    [t('care-profile-report.fact.progress'), t('care-profile-report.progress', { ...all })],
    [t('care-profile-report.fact.tie-rule'), t(`care-profile-report.tie-rule.${assessment.tieRule}`)],
    [
      t('care-profile-report.fact.versions'),
      t('care-profile-report.versions', {
        app: appVersion,
        rules: assessment.rulesVersion,
        wording: assessment.wordingVersion,
        language: words.language,
      }),
    ],
  ]
  return {
    kind: 'facts',
    rows: rows.map(([label, value]) => ({
      label,
      value: plainText(value) === '' ? t('care-profile-report.not-given') : value,
    })),
  }
}

/** What somebody typed: exactly that, in whatever language it is. */
function typed(text: string): ReportText {
  return [{ text }]
}

function birthRow({ birth }: Child, words: Words): Row {
  const { t } = words
  switch (birth.kind) {
    case 'born':
      return [t('care-profile-report.fact.born'), words.date(birth.date)]
    case 'due':
      return [t('care-profile-report.fact.due'), words.date(birth.date)]
    case 'unknown':
      return [t('care-profile-report.fact.born'), t('care-profile-report.age.unknown')]
  }
}

function languageRows(child: Child, words: Words): Row[] {
  const { t } = words
  const spoken: Row[] =
    child.languages.length === 0
      ? []
      : [
          [
            t('care-profile-report.fact.languages'),
            typed(words.list(child.languages.map(({ name }) => name))),
          ],
        ]
  return [
    ...spoken,
    [
      t('care-profile-report.fact.interpreter'),
      t(`care-profile-report.interpreter.${child.interpreterNeeded}`),
    ],
  ]
}
