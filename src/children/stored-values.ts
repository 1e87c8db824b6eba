/** Schemas for the pieces that stored records of every room are made of: nothing is believed because it was stored. */
import * as v from 'valibot'
import { isCivilDate, type CivilDate } from './civil-date.ts'
import { cleanLine, isWithin } from './typed-text.ts'

/** Ids are made by `crypto.randomUUID` or stand in content. */
export const storedId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/))

export const storedDate = v.custom<CivilDate>(isCivilDate)

/** A stored line is cleaned again: it may come from a file that somebody else made. */
export function storedLine(limit: number) {
  return v.pipe(
    v.string(),
    v.check((text) => isWithin(text, limit * 2)),
    v.transform((text) => cleanLine(text).text),
    v.check((text) => isWithin(text, limit)),
  )
}

export function storedText(limit: number) {
  return v.pipe(
    v.string(),
    v.check((text) => isWithin(text, limit)),
  )
}

export type Parsed<T> =
  | { ok: true; value: T }
  /** `newer`: written by a later version of the toolkit. `at`: the path to the first thing wrong, for the fault log. */
  | { ok: false; reason: 'newer' | 'malformed'; at: string }

/** Reads a stored record against the schema of its present version. Never throws. */
export function parseStored<T>(
  schema: v.GenericSchema<unknown, T>,
  version: number,
  stored: unknown,
): Parsed<T> {
  const result = v.safeParse(schema, stored, { abortEarly: true })
  if (result.success) return { ok: true, value: result.output }
  const written = v.safeParse(v.object({ schema: v.pipe(v.number(), v.integer()) }), stored)
  const newer = written.success && written.output.schema > version
  return {
    ok: false,
    reason: newer ? 'newer' : 'malformed',
    at: v.getDotPath(result.issues[0]) ?? '',
  }
}
