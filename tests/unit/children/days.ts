import { readCivilDate, type CivilDate } from '@/children/civil-date.ts'

/** A date written in a test; throws on a slip. */
export function day(iso: string): CivilDate {
  const date = readCivilDate(iso)
  if (!date) throw new Error(`not a date: ${iso}`)
  return date
}
