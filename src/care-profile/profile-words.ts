/**
 * The words that go with grades, shared by the report and the screens: codes of the rules turned into sentences of
 * content/family/text/…/care-profile-report.json and names out of the tool's text.
 */
import type { Age } from '@/children/age.ts'
import type { Words } from '@/languages/words.ts'
import type { DrawingWords } from './profile-drawing.ts'
import type { Derivation } from './scoring.ts'
import type { AreaSummary, ProfileSummary, SubAreaSummary } from './summary.ts'

/** Of an area, a sub-area or an item. */
export function nameOf(words: Words, id: string): string {
  return words.text(`${id}.name`)
}

/** "2 of 4". */
export function countWords({ t }: Words, { scored, of }: Derivation): string {
  return t('care-profile-report.count', { scored, of })
}

/** Why a sub-area or an area stands where it does, in one line, with what drove it by name. */
export function ruleWords(words: Words, derived: Derivation): string {
  const { t } = words
  const drivers = driverWords(words, derived)
  switch (derived.rule) {
    case 'none':
      return derived.of === 0
        ? t('care-profile-report.gap.not-applicable')
        : t('care-profile-report.gap.not-scored')
    case 'single':
      return derived.of === 1
        ? t('care-profile-report.rule.one-item')
        : t('care-profile-report.rule.single', { drivers })
    case 'tie-judgement':
      return t('care-profile-report.rule.tie-judgement', { grades: betweenWords(words, derived), drivers })
    case 'one-high':
    case 'most-frequent':
    case 'tie-higher':
    case 'tie-mean':
    case 'awaits-judgement':
      return t(`care-profile-report.rule.${derived.rule}`, { drivers })
  }
}

/** The grade as a table shows it: the number, or a word where there is none. */
export function gradeWords(words: Words, derived: Derivation): string {
  const { t } = words
  switch (derived.outcome.status) {
    case 'graded':
      return String(derived.outcome.grade)
    case 'needs-judgement':
      return t('care-profile-report.needs-judgement')
    case 'not-scored':
      return derived.of === 0
        ? t('care-profile-report.gap.not-applicable')
        : t('care-profile-report.gap.not-scored')
  }
}

export function ageWords({ t }: Words, age: Age): string {
  switch (age.kind) {
    case 'days':
      return t('care-profile-report.age.days', { days: age.days }, age.days)
    case 'weeks':
      return t('care-profile-report.age.weeks', { weeks: age.weeks }, age.weeks)
    case 'months':
      return t('care-profile-report.age.months', { months: age.months }, age.months)
    case 'years': {
      const years = t('care-profile-report.age.years', { years: age.years }, age.years)
      if (age.months === 0) return years
      const months = t('care-profile-report.age.months', { months: age.months }, age.months)
      return t('care-profile-report.age.years-and-months', { years, months })
    }
    case 'pregnancy':
    case 'before-pregnancy':
    case 'not-yet-born':
    case 'due-date-passed':
      return t('care-profile-report.age.not-born')
    case 'unknown':
      return t('care-profile-report.age.unknown')
  }
}

export function drawingWords(words: Words): DrawingWords {
  const { t, text } = words
  return {
    best: t('care-profile-report.picture.best', { quality: text('grade.1.quality') }),
    worst: t('care-profile-report.picture.worst', { quality: text('grade.5.quality') }),
    name: (id) => nameOf(words, id),
    note: (part) => noteWords(words, part),
    gap: (part) => gapWords(words, part),
    legend: {
      area: t('care-profile-report.picture.legend-area'),
      subArea: t('care-profile-report.picture.legend-sub-area'),
      item: t('care-profile-report.picture.legend-item'),
    },
  }
}

/** What the picture says, row by row, for someone who cannot see it. */
export function pictureWords(words: Words, summary: ProfileSummary): string {
  const { t } = words
  const gradeIn = (part: AreaSummary | SubAreaSummary) =>
    t('care-profile-report.picture.alt-part', {
      name: nameOf(words, part.id),
      grade:
        'notReliable' in part ? t('care-profile-report.gap.not-reliable') : gradeWords(words, part.derived),
    })
  return summary.areas
    .map((area) =>
      t('care-profile-report.picture.alt-area', {
        area: gradeIn(area),
        parts: words.list(area.subAreas.map(gradeIn)),
      }),
    )
    .join(' ')
}

/** What is there in place of a grade, with the reason where all items of a part have the same one. */
function gapWords(words: Words, part: AreaSummary | SubAreaSummary): string {
  const { t } = words
  if ('notReliable' in part) return t('care-profile-report.gap.not-reliable')
  const standings = ('items' in part ? part.items : [])
    .map(({ standing }) => standing)
    .filter(({ state }) => state !== 'not-applicable')
  const [first] = standings
  if (first?.state === 'open' && standings.every(({ state }) => state === 'open')) {
    return t('care-profile-report.gap.open')
  }
  if (
    first?.state === 'not-scored' &&
    standings.every((standing) => standing.state === 'not-scored' && standing.reason === first.reason)
  ) {
    return t(`care-profile-report.gap.why.${first.reason}`)
  }
  return gradeWords(words, part.derived)
}

/** Short: the drawing has room for a few words a row; the table beside it has the whole. */
function noteWords(words: Words, part: AreaSummary | SubAreaSummary): string {
  const { t } = words
  const { derived } = part
  if ('notReliable' in part || derived.rule === 'none') return ''
  const only = derived.rule === 'single' && derived.of === 1
  const note = t(`care-profile-report.picture.why.${only ? 'one-item' : derived.rule}`, {
    grade: derived.outcome.status === 'graded' ? String(derived.outcome.grade) : '',
    grades: betweenWords(words, derived),
    drivers: driverWords(words, derived),
  })
  return derived.provisional
    ? t('care-profile-report.picture.provisional', { note, count: countWords(words, derived) })
    : note
}

function driverWords(words: Words, { drivers }: Derivation): string {
  return words.list(drivers.map((id) => nameOf(words, id)))
}

function betweenWords(words: Words, { outcome }: Derivation): string {
  return outcome.status === 'needs-judgement' ? words.list(outcome.between.map(String)) : ''
}
