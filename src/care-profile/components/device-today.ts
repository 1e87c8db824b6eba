/** The day it is where the device is. Asked each time: a tablet stays open over midnight. */
import { todayAt, type CivilDate } from '@/children/civil-date.ts'

export function deviceToday(): CivilDate {
  return todayAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
}
