/** The one place where this room asks the device what day it is; rules are told (design 3.11). */
import { todayAt, type CivilDate } from './civil-date.ts'

export function todayHere(now: number = Date.now()): CivilDate {
  return todayAt(now, new Intl.DateTimeFormat().resolvedOptions().timeZone)
}
