/** Who interpreted, as a report says it: rows of a label and what it says. */
import type { Words } from '@/languages/words.ts'
import type { ReportText } from '@/reports/report.ts'
import { interpretingWarning, type Interpreting } from './interpreting.ts'

export type FactRow = readonly [label: string, value: ReportText]

export function interpretingRows(
  { t, language: own }: Words,
  interpreting: Interpreting | undefined,
): FactRow[] {
  if (!interpreting) return []
  const who = t('interpreting.fact.who')
  if (interpreting.who === 'nobody') {
    const { reason: why, note } = interpreting
    const reason = why === undefined ? t('interpreting.who.nobody') : t(`interpreting.none.${why}`)
    return [[who, note === '' ? reason : [{ text: `${reason}\n`, language: own }, { text: note }]]]
  }
  const { name, language, dialect, mode } = interpreting
  const kind = t(`interpreting.who.${interpreting.who}`)
  const spoken = [language, dialect].filter((part) => part !== '').join(', ')
  return [
    [who, name === '' ? kind : [{ text: `${kind}\n`, language: own }, { text: name }]],
    ...(spoken === '' ? [] : [[t('interpreting.fact.language'), [{ text: spoken }]] satisfies FactRow]),
    ...(mode === undefined
      ? []
      : [[t('interpreting.fact.how'), t(`interpreting.mode.${mode}`)] satisfies FactRow]),
  ]
}

/** The warning that goes with a relative or a child, in words. */
export function interpretingWarningWords(
  { t }: Words,
  interpreting: Interpreting | undefined,
): string | undefined {
  const warning = interpretingWarning(interpreting)
  return warning && t(`interpreting.warning.${warning}`)
}
