/** A child's age in words, as people say it. */
import { useI18n } from 'vue-i18n'
import { ageOn, type Age } from '../age.ts'
import type { Birth, Child } from '../child.ts'
import { daysBetween, type CivilDate } from '../civil-date.ts'

const DAYS_PER_WEEK = 7
/** Nearer than this, a due date is counted in days. */
const WEEKS_FROM_DAYS = 21

export interface AgeWords {
  /** "2 years 4 months", "31 weeks of pregnancy". */
  ageWords: (age: Age) => string
  /** The same, and for an unborn child when it is due: "31 weeks of pregnancy, due in 9 weeks". */
  ageWordsFull: (birth: Birth, on: CivilDate) => string
  /** For the bar at the top: reference and age. */
  aboutWords: (child: Child, on: CivilDate) => string
}

/** Needs the words of the room `children`. */
export function useAgeWords(): AgeWords {
  const { t } = useI18n()
  const counted = (key: 'days' | 'weeks' | 'months' | 'years', count: number) =>
    t(`children.age.${key}`, { count }, count)
  const pair = (first: string, second: string) => t('children.age.pair', { first, second })

  function ageWords(age: Age): string {
    switch (age.kind) {
      case 'unknown':
      case 'not-yet-born':
      case 'before-pregnancy':
        return t(`children.age.${age.kind}`)
      case 'pregnancy':
        return t('children.age.pregnancy', { count: age.weeks }, age.weeks)
      case 'due-date-passed':
        return t('children.age.due-date-passed', { count: age.days }, age.days)
      case 'days':
        return age.days === 0 ? t('children.age.bornToday') : counted('days', age.days)
      case 'weeks':
        return age.days === 0
          ? counted('weeks', age.weeks)
          : pair(counted('weeks', age.weeks), counted('days', age.days))
      case 'months':
        return counted('months', age.months)
      case 'years':
        return age.months === 0
          ? counted('years', age.years)
          : pair(counted('years', age.years), counted('months', age.months))
    }
  }

  function ageWordsFull(birth: Birth, on: CivilDate): string {
    const age = ageWords(ageOn(birth, on))
    if (birth.kind !== 'due') return age
    const days = daysBetween(on, birth.date)
    if (days < 0) return age
    if (days === 0) return t('children.age.dueToday', { age })
    if (days < WEEKS_FROM_DAYS) return t('children.age.dueInDays', { age, count: days }, days)
    const weeks = Math.floor(days / DAYS_PER_WEEK)
    return t('children.age.dueInWeeks', { age, count: weeks }, weeks)
  }

  return {
    ageWords,
    ageWordsFull,
    aboutWords: (child, on) =>
      t('children.about', { reference: isolated(child.reference), age: ageWords(ageOn(child.birth, on)) }),
  }
}

/** A reference in another script must not turn the words round it (Unicode's first strong isolate). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
