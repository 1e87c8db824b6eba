/** When something was changed, as one says it: at what time today, yesterday, or on which day. */
import { useI18n } from 'vue-i18n'
import { addDays, formatCivilDate, todayAt } from '../civil-date.ts'

export function useWhenWords(): (at: number, now?: number) => string {
  const { t, locale } = useI18n()
  return (at, now = Date.now()) => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    const today = todayAt(now, timeZone)
    const day = todayAt(at, timeZone)
    if (day === today) {
      const time = new Intl.DateTimeFormat(locale.value, { hour: '2-digit', minute: '2-digit' }).format(at)
      return t('children.home.changedToday', { time })
    }
    if (day === addDays(today, -1)) return t('children.home.changedYesterday')
    return t('children.home.changedOn', { date: formatCivilDate(day, locale.value) })
  }
}
