/** The head of the report: who, when, by whom, with which rule and which versions. */
import { ageOn } from '@/children/age.ts'
import type { Child } from '@/children/child.ts'
import type { Facts } from '@/reports/report.ts'
import type { Assessment } from './assessment.ts'
import type { ListedItem } from './item-list.ts'
import { ageWords, dateWords, listWords, type ProfileWords } from './profile-words.ts'
import { progressOf } from './progress.ts'

export interface FactsSource {
  child: Child
  assessment: Assessment
  items: readonly ListedItem[]
  words: ProfileWords
  /** Of the toolkit. */
  appVersion: string
}

export function whoAndWhen({ child, assessment, items, words, appVersion }: FactsSource): Facts {
  const { t, text } = words
  const { gradedBy, finalisedOn } = assessment
  const { all } = progressOf(items, assessment)
  const rows: [string, string][] = [
    [t('care-profile-report.fact.child'), child.reference],
    birthRow(child, words),
    [t('care-profile-report.fact.age'), ageWords(words, ageOn(child.birth, assessment.on))],
    [t('care-profile-report.fact.carers'), assessment.carers.map(({ reference }) => reference).join('\n')],
    [
      t('care-profile-report.fact.graded-by'),
      [gradedBy.name, gradedBy.role, gradedBy.agency].filter((part) => part !== '').join('\n'),
    ],
    [t('care-profile-report.fact.started'), dateWords(words, assessment.startedOn)],
    [t('care-profile-report.fact.on'), dateWords(words, assessment.on)],
    [
      t('care-profile-report.fact.final'),
      finalisedOn === undefined ? t('care-profile-report.draft.not-final') : dateWords(words, finalisedOn),
    ],
    ...languageRows(child, words),
    [t('care-profile-report.fact.progress'), t('care-profile-report.progress', { ...all })],
    [t('care-profile-report.fact.tie-rule'), t(`care-profile-report.tie-rule.${assessment.tieRule}`)],
    [
      t('care-profile-report.fact.versions'),
      t('care-profile-report.versions', {
        app: appVersion,
        rules: assessment.rulesVersion,
        wording: assessment.wordingVersion,
        language: text.language,
      }),
    ],
  ]
  return {
    kind: 'facts',
    rows: rows.map(([label, value]) => ({
      label,
      value: value === '' ? t('care-profile-report.not-given') : [{ text: value }],
    })),
  }
}

function birthRow({ birth }: Child, words: ProfileWords): [string, string] {
  const { t } = words
  switch (birth.kind) {
    case 'born':
      return [t('care-profile-report.fact.born'), dateWords(words, birth.date)]
    case 'due':
      return [t('care-profile-report.fact.due'), dateWords(words, birth.date)]
    case 'unknown':
      return [t('care-profile-report.fact.born'), t('care-profile-report.age.unknown')]
  }
}

function languageRows(child: Child, words: ProfileWords): [string, string][] {
  const { t } = words
  const spoken: [string, string][] =
    child.languages.length === 0
      ? []
      : [
          [
            t('care-profile-report.fact.languages'),
            listWords(
              words,
              child.languages.map(({ name }) => name),
            ),
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
