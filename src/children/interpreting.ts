/**
 * Who interpreted a conversation with a family, and how, or why nobody did (domain.md 4.3). Kept with each piece of work and
 * printed with it: what was understood depends on it.
 */
import * as v from 'valibot'
import { storedLine, storedText } from './stored-values.ts'
import { cleanLine, isWithin } from './typed-text.ts'

export const INTERPRETERS = ['professional', 'staff', 'relative', 'child'] as const
export type Interpreter = (typeof INTERPRETERS)[number]

export const INTERPRETING_MODES = ['face', 'phone', 'video'] as const
export type InterpretingMode = (typeof INTERPRETING_MODES)[number]

export const NO_INTERPRETER_REASONS = [
  'not-needed',
  'staff-speaks',
  'declined',
  'not-available',
  'other',
] as const
export type NoInterpreterReason = (typeof NO_INTERPRETER_REASONS)[number]

export type Interpreting =
  | {
      readonly who: Interpreter
      /** Name, number or agency: what the record needs to find them again. */
      readonly name: string
      readonly language: string
      readonly dialect: string
      /** Left out until it is chosen. */
      readonly mode?: InterpretingMode
    }
  /** The reason is left out until it is chosen. */
  | { readonly who: 'nobody'; readonly reason?: NoInterpreterReason; readonly note: string }

/** Most characters in a field. */
export const INTERPRETING_LIMITS = { line: 120, note: 2_000 } as const

const line = storedLine(INTERPRETING_LIMITS.line)

/** For the parsers of whatever keeps one. */
export const interpretingSchema = v.variant('who', [
  v.object({
    who: v.picklist(INTERPRETERS),
    name: line,
    language: line,
    dialect: line,
    mode: v.exactOptional(v.picklist(INTERPRETING_MODES)),
  }),
  v.object({
    who: v.literal('nobody'),
    reason: v.exactOptional(v.picklist(NO_INTERPRETER_REASONS)),
    note: storedText(INTERPRETING_LIMITS.note),
  }),
]) satisfies v.GenericSchema<unknown, Interpreting>

/** Never by family, friends or children (domain.md 4.3): why, is said on the screen and in the report. */
export function interpretingWarning(
  interpreting: Interpreting | undefined,
): 'relative' | 'child' | undefined {
  return interpreting?.who === 'relative' || interpreting?.who === 'child' ? interpreting.who : undefined
}

/** Lines as they are kept: cleaned, and never longer than can be read again. */
export function tidyInterpreting(interpreting: Interpreting): Interpreting {
  if (interpreting.who === 'nobody') {
    return { ...interpreting, note: shortened(interpreting.note, INTERPRETING_LIMITS.note) }
  }
  const tidy = (typed: string) => shortened(cleanLine(typed).text, INTERPRETING_LIMITS.line).trimEnd()
  return {
    ...interpreting,
    name: tidy(interpreting.name),
    language: tidy(interpreting.language),
    dialect: tidy(interpreting.dialect),
  }
}

function shortened(text: string, limit: number): string {
  return isWithin(text, limit) ? text : Array.from(text).slice(0, limit).join('')
}
