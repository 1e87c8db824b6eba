/** A case with something written everywhere: whatever is typed begins with a mark of where it was typed. */
import type { Child } from '@/children/child.ts'
import {
  addEvidence,
  disagree,
  markNotApplicable,
  markNotScored,
  recordInterpreting,
  setNotReliable,
} from '@/care-profile/assessment-changes.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import { structure } from '@/care-profile/structure.ts'
import type { ReportSource } from '@/care-profile/report.ts'
import type { Block, Report, ReportText, TextRun } from '@/reports/report.ts'
import { day } from '../children/days.ts'
import { graded, itemsOf, twoYearOld } from './family.ts'
import { words } from './words.ts'

export const fullChild: Child = {
  ...twoYearOld,
  notes: 'PRIVATE notes on the child',
  communication: 'PRIVATE communication',
  people: [
    { id: 'p1', reference: 'Mother, M', relationship: 'mother', isCarer: true, inTheHome: true },
    { id: 'p2', reference: 'PRIVATE father', relationship: 'father', isCarer: false, inTheHome: false },
  ],
}

const changes: readonly ((assessment: Assessment) => Assessment)[] = [
  (a) =>
    addEvidence(a, 'A1a', {
      id: 'e1',
      text: 'PRIVATE evidence',
      source: 'child-said',
      on: day('2026-03-02'),
    }),
  (a) => addEvidence(a, 'A2a', { id: 'e2', text: 'PRIVATE what a neighbour said', source: 'professional' }),
  (a) => markNotScored(a, 'A2b', 'declined', 'PRIVATE note on not scoring'),
  (a) => markNotApplicable(a, 'A3a', 'other', 'PRIVATE note on not applying'),
  (a) => setNotReliable(a, { subArea: 'C2', reason: 'PRIVATE difficulty' }),
  (a) =>
    disagree(a, {
      of: 'A1',
      grade: 5,
      reason: 'PRIVATE own view',
      by: 'PRIVATE name',
      on: day('2026-03-03'),
    }),
]

export const fullAssessment: Assessment = changes.reduce(
  (assessment, change) => change(assessment),
  graded({ A1a: 1, A1b: 2, A1c: 3, A2a: 5, B1a: 4, C1a: 2 }),
)

export const nobodyInterpreted = recordInterpreting(fullAssessment, {
  who: 'nobody',
  reason: 'declined',
  note: 'PRIVATE note on why nobody interpreted',
})

export const interpreted = recordInterpreting(fullAssessment, {
  who: 'professional',
  name: 'S. Noor, 4711',
  language: 'Urdu',
  dialect: 'Mirpuri',
  mode: 'phone',
})

export const sourceOf = (assessment: Assessment, rest: Partial<ReportSource> = {}): ReportSource => ({
  child: fullChild,
  assessment,
  structure,
  items: itemsOf(assessment),
  words,
  appVersion: '0.1.0',
  ...rest,
})

const isRuns = (value: unknown): value is TextRun[] =>
  Array.isArray(value) && value.length > 0 && value.every((run) => typeof run === 'object' && 'text' in run)

/** Every run of every text in the report, wherever it stands. */
export function runsIn(report: Report): TextRun[] {
  const found: TextRun[] = []
  const visit = (value: unknown) => {
    if (isRuns(value)) found.push(...value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  visit(report)
  return found
}

/** Without the signs that keep words apart in a line of two directions. */
export const unmarked = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '')

export const plain = (text: ReportText): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('')

export const factsOf = (report: Report): string[] =>
  report.blocks
    .filter((block) => block.kind === 'facts')
    .flatMap(({ rows }) =>
      rows.flatMap(({ label, value, other }) => [
        `${plain(label)}: ${plain(value)}`,
        ...(other ? [`${plain(other.label)}: ${plain(other.value ?? value)}`] : []),
      ]),
    )

export const headingsOf = (report: Report): string[] =>
  report.blocks.filter((block) => block.kind === 'heading').map(({ text }) => plain(text))

export const kindsOf = (blocks: readonly Block[]): string[] => blocks.map(({ kind }) => kind)
