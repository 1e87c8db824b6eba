/** Where on the desk somebody was, so that the next evening begins there. Where storage is refused it begins at the start. */
import * as v from 'valibot'
import type { LanguageTag } from '../languages.ts'
import { parseSafely } from '../review/safe-json.ts'
import { FILTERS, type DeskFilter } from './choosing.ts'

const KEPT_IN = 'toolkit.desk-place.'

export interface DeskPlace {
  /** `Part.id`; empty for all parts. */
  part: string
  filter: DeskFilter
}

const Kept = v.object({ part: v.string(), filter: v.picklist(FILTERS) })

export function keepPlace(language: LanguageTag, place: DeskPlace): void {
  try {
    localStorage.setItem(KEPT_IN + language, JSON.stringify(place))
  } catch {
    // The work itself says so when storage is refused.
  }
}

export function keptPlace(language: LanguageTag): DeskPlace | undefined {
  try {
    const read = v.safeParse(Kept, parseSafely(localStorage.getItem(KEPT_IN + language) ?? ''))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}
