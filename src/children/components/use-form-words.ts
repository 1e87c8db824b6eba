/** What is wrong with a field, or worth knowing about it, in words. */
import { useI18n } from 'vue-i18n'
import type { ChildFault, ChildNotice } from '../child-validation.ts'
import { formatCivilDate } from '../civil-date.ts'

export interface FormWords {
  faultWords: (fault: ChildFault) => string
  noticeWords: (notice: ChildNotice) => string
}

export function useFormWords(): FormWords {
  const { t, n, locale } = useI18n()

  function faultWords(fault: ChildFault): string {
    switch (fault.code) {
      case 'empty':
        if (fault.field === 'reference') return t('children.fault.empty.reference')
        return fault.field === 'birth' ? t('children.fault.empty.birth') : t('children.fault.empty.person')
      case 'too-long':
        return t('children.fault.too-long', { length: n(fault.length), limit: n(fault.limit) })
      case 'too-many':
        return t('children.fault.too-many', { limit: n(fault.limit) })
      case 'part-missing':
        return t(`children.fault.part-missing.${fault.part}`)
      case 'part-not-understood':
        return t(`children.fault.part-not-understood.${fault.part}`)
      case 'not-a-date':
        return t('children.fault.not-a-date', { days: n(fault.days) })
      case 'too-old':
        return t('children.fault.too-old', { date: formatCivilDate(fault.earliest, locale.value) })
      case 'year-too-short':
      case 'in-the-future':
      case 'not-a-child':
      case 'due-too-far-ahead':
      case 'due-long-past':
        return t(`children.fault.${fault.code}`)
    }
  }

  return { faultWords, noticeWords: ({ code }) => t(`children.notice.${code}`) }
}

/** The id of the element that a fault belongs to. */
export function fieldIdOf(field: string): string {
  return `child-${field.replaceAll('.', '-')}`
}

/** Faults that are certain while the person is still typing; the others wait until they leave the field. */
const CERTAIN = new Set<ChildFault['code']>([
  'too-long',
  'too-many',
  'not-a-date',
  'in-the-future',
  'too-old',
  'not-a-child',
  'due-too-far-ahead',
  'due-long-past',
])

export function isCertain(fault: ChildFault): boolean {
  return CERTAIN.has(fault.code)
}

/** What the parts of the form ask: the message that belongs to a field, if there is one to show. */
export interface FieldMessages {
  fault: (field: string) => string | undefined
  notice: (field: string) => string | undefined
}
