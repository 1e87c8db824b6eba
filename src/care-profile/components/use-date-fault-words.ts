/** What is wrong with a typed date, in words for beside the field. */
import { useI18n } from 'vue-i18n'
import type { DateFault } from '@/children/typed-date.ts'
import { formatCivilDate } from '@/children/civil-date.ts'

export function useDateFaultWords(): (fault: DateFault) => string {
  const { t, locale } = useI18n()
  return (fault) => {
    switch (fault.code) {
      case 'part-missing':
      case 'part-not-understood':
        return t(`care-profile.date.fault.${fault.code}.${fault.part}`)
      case 'not-a-date':
        return t('care-profile.date.fault.not-a-date', { days: fault.days })
      case 'too-old':
        return t('care-profile.date.fault.too-old', {
          earliest: formatCivilDate(fault.earliest, locale.value),
        })
      case 'empty':
      case 'year-too-short':
      case 'in-the-future':
        return t(`care-profile.date.fault.${fault.code}`)
    }
  }
}
