/** What the preview and the PDF must agree on about a report's text: its runs, its plain words, its direction. */
import { directionOf as directionOfLanguage, type LanguageTag } from '@/languages/languages.ts'
import { isolated } from './isolate.ts'
import type { Report, ReportText, TextRun } from './report.ts'

export type Direction = 'ltr' | 'rtl'

/**
 * A plain text is in the report's own language; only typed runs may leave theirs out. In right-to-left surroundings
 * numbers and addresses come isolated, so that the preview and the PDF show them in their order.
 */
export function runsOf(text: ReportText, reportLanguage: LanguageTag): TextRun[] {
  const runs = typeof text === 'string' ? [{ text, language: reportLanguage }] : text
  if (!standsRightToLeft(runs, reportLanguage)) return runs
  return runs.map((run) => ({ ...run, text: isolated(run.text) }))
}

const RIGHT_TO_LEFT_LETTER =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

function standsRightToLeft(runs: readonly TextRun[], reportLanguage: LanguageTag): boolean {
  if (runs.some((run) => run.language !== undefined && knownDirection(run.language) === 'rtl')) return true
  if (runs.some((run) => RIGHT_TO_LEFT_LETTER.test(run.text))) return true
  return knownDirection(reportLanguage) === 'rtl' && runs.every((run) => !LETTER.test(run.text))
}

export function plainText(text: ReportText): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('')
}

/** Of a tag that is none, undefined: the text speaks for itself. */
function knownDirection(language: LanguageTag): Direction | undefined {
  try {
    return directionOfLanguage(language)
  } catch {
    return undefined
  }
}

/** Which side the report's own columns, labels and rules begin on. */
export function directionOf(report: Pick<Report, 'language'>): Direction {
  return knownDirection(report.language) ?? 'ltr'
}

const LETTER = /\p{L}/u

/**
 * The base direction of a paragraph: that of the first language it names. Typed text speaks for itself (`auto`),
 * unless it has no letter, as dates and numbers: then it stands where the report's own words begin.
 */
export function baseDirection(text: ReportText, report: Pick<Report, 'language'>): Direction | 'auto' {
  const named = runsOf(text, report.language).find((run) => run.language !== undefined)?.language
  if (named !== undefined) return knownDirection(named) ?? 'auto'
  return LETTER.test(plainText(text)) ? 'auto' : directionOf(report)
}

/** The one language of the whole text, if it has one and that is not the report's own. */
export function otherLanguage(text: ReportText, report: Pick<Report, 'language'>): LanguageTag | undefined {
  const [first, ...others] = runsOf(text, report.language)
  if (first?.language === undefined || first.language === report.language) return undefined
  return others.every((run) => run.language === first.language) ? first.language : undefined
}

/** A paragraph in strong letters alone: it leads what follows, as a heading does. */
export function isLead(text: ReportText): boolean {
  return typeof text !== 'string' && text.length > 0 && text.every((run) => run.strong === true)
}

/** Something that is seen: not only spaces, line ends and zero-width characters. */
const VISIBLE = /[^\p{White_Space}\p{Cf}\p{Cc}]/u

export function isSeen(text: ReportText): boolean {
  return VISIBLE.test(plainText(text))
}
