/**
 * Two ways in for a child's record: what is stored (parsed, never believed) and what is typed into the form (checked, each
 * fault named with its field, so that the message stands beside it). Nothing here writes a sentence.
 */
import * as v from 'valibot'
import { ageInYears } from './age.ts'
import { CHILD_LIMITS, type Birth, type Child, type InterpreterNeeded } from './child.ts'
import { addDays, addMonths, type CivilDate } from './civil-date.ts'
import { parseStored, storedDate, storedId, storedLine, storedText, type Parsed } from './stored-values.ts'
import { parsePastDate, parseTypedDate, typedFrom, type DateFault, type TypedDate } from './typed-date.ts'
import { cleanLine, isWithin, lengthOf } from './typed-text.ts'

const reference = v.pipe(storedLine(CHILD_LIMITS.reference), v.nonEmpty())

const childSchema: v.GenericSchema<unknown, Child> = v.object({
  schema: v.literal(1),
  reference,
  birth: v.variant('kind', [
    v.object({ kind: v.literal('born'), date: storedDate }),
    v.object({ kind: v.literal('due'), date: storedDate }),
    v.object({ kind: v.literal('unknown') }),
  ]),
  people: v.pipe(
    v.array(
      v.object({
        id: storedId,
        reference,
        relationship: storedLine(CHILD_LIMITS.relationship),
        isCarer: v.boolean(),
        inTheHome: v.boolean(),
      }),
    ),
    v.maxLength(CHILD_LIMITS.people),
  ),
  languages: v.pipe(
    v.array(
      v.object({
        name: v.pipe(storedLine(CHILD_LIMITS.language), v.nonEmpty()),
        speaks: v.boolean(),
        reads: v.boolean(),
      }),
    ),
    v.maxLength(CHILD_LIMITS.languages),
  ),
  interpreterNeeded: v.picklist(['yes', 'no', 'unknown']),
  communication: storedText(CHILD_LIMITS.communication),
  notes: storedText(CHILD_LIMITS.notes),
})

export function parseChild(stored: unknown): Parsed<Child> {
  return parseStored(childSchema, 1, stored)
}

/** The form as it stands on the screen: everything that is text is as typed. */
export interface ChildForm {
  reference: string
  birth: { kind: Birth['kind']; typed: TypedDate }
  people: Child['people']
  languages: Child['languages']
  interpreterNeeded: InterpreterNeeded
  communication: string
  notes: string
}

export type FieldFault =
  | { code: 'empty' }
  | { code: 'too-long'; limit: number; length: number }
  | { code: 'too-many'; limit: number }
  | DateFault
  /** Older than 25: not a record of a child. */
  | { code: 'not-a-child' }
  | { code: 'due-too-far-ahead' }
  | { code: 'due-long-past' }

/** `reference`, `birth`, `people.2.reference`, `languages.0.name`, `notes`: the row is its place in the form's list. */
export type ChildFault = { field: string } & FieldFault

/** Worth saying, in nobody's way. */
export type ChildNotice =
  | { field: string; code: 'hidden-characters-removed' }
  | { field: 'birth'; code: 'is-adult' }
  | { field: 'birth'; code: 'due-date-passed' }

export type CheckedChild =
  | { ok: true; child: Child; notices: ChildNotice[] }
  | { ok: false; faults: ChildFault[]; notices: ChildNotice[] }

/** From this age on it is said that the law calls them an adult. */
const ADULT_YEARS = 18
/** Care leavers are worked with until 25; older than that is a slip of the finger. */
const OLDEST_YEARS = 25
/** 40 weeks, and two more for a date that a scan has yet to mend. */
const LONGEST_WAIT_DAYS = 42 * 7
/** A due date further back than this is not one that is waited for. */
const LONG_PAST_MONTHS = 12

export function childFormFrom(child: Child): ChildForm {
  const { birth, people, languages, interpreterNeeded, communication, notes } = child
  return {
    reference: child.reference,
    birth: { kind: birth.kind, typed: typedFrom(birth.kind === 'unknown' ? undefined : birth.date) },
    people: people.map((person) => ({ ...person })),
    languages: languages.map((language) => ({ ...language })),
    interpreterNeeded,
    communication,
    notes,
  }
}

/** `locale` is the language in which a month may be spelled out. Rows that are wholly empty are left out in silence. */
export function checkChildForm(form: ChildForm, today: CivilDate, locale: string): CheckedChild {
  const faults: ChildFault[] = []
  const notices: ChildNotice[] = []

  const line = (field: string, typed: string, limit: number, required = false): string => {
    const { text, hiddenRemoved } = cleanLine(typed)
    if (hiddenRemoved) notices.push({ field, code: 'hidden-characters-removed' })
    if (required && text === '') faults.push({ field, code: 'empty' })
    return within(field, text, limit)
  }
  const within = (field: string, text: string, limit: number): string => {
    if (!isWithin(text, limit)) faults.push({ field, code: 'too-long', limit, length: lengthOf(text) })
    return text
  }
  const rows = <Row>(field: string, all: Row[], limit: number): Row[] => {
    if (all.length > limit) faults.push({ field, code: 'too-many', limit })
    return all
  }

  const child: Child = {
    schema: 1,
    reference: line('reference', form.reference, CHILD_LIMITS.reference, true),
    birth: { kind: 'unknown' },
    people: rows('people', form.people, CHILD_LIMITS.people).flatMap((person, row) => {
      if (isBlank(person.reference) && isBlank(person.relationship)) return []
      const field = `people.${row}`
      return {
        ...person,
        reference: line(`${field}.reference`, person.reference, CHILD_LIMITS.reference, true),
        relationship: line(`${field}.relationship`, person.relationship, CHILD_LIMITS.relationship),
      }
    }),
    languages: rows('languages', form.languages, CHILD_LIMITS.languages).flatMap((language, row) => {
      if (isBlank(language.name)) return []
      return { ...language, name: line(`languages.${row}.name`, language.name, CHILD_LIMITS.language) }
    }),
    interpreterNeeded: form.interpreterNeeded,
    communication: within('communication', form.communication, CHILD_LIMITS.communication),
    notes: within('notes', form.notes, CHILD_LIMITS.notes),
  }

  const birth = checkBirth(form.birth, today, locale)
  if (birth.ok) {
    child.birth = birth.birth
    if (birth.notice) notices.push({ field: 'birth', code: birth.notice })
  } else faults.push({ field: 'birth', ...birth.fault })

  return faults.length > 0 ? { ok: false, faults, notices } : { ok: true, child, notices }
}

type CheckedBirth =
  { ok: true; birth: Birth; notice?: 'is-adult' | 'due-date-passed' } | { ok: false; fault: FieldFault }

function checkBirth(form: ChildForm['birth'], today: CivilDate, locale: string): CheckedBirth {
  switch (form.kind) {
    case 'unknown':
      return { ok: true, birth: { kind: 'unknown' } }
    case 'born': {
      const earliest = addDays(addMonths(today, -12 * (OLDEST_YEARS + 1)), 1)
      const typed = parsePastDate(form.typed, locale, { earliest, today })
      if (!typed.ok) {
        return { ok: false, fault: typed.fault.code === 'too-old' ? { code: 'not-a-child' } : typed.fault }
      }
      const birth: Birth = { kind: 'born', date: typed.date }
      const isAdult = (ageInYears(birth, today) ?? 0) >= ADULT_YEARS
      return { ok: true, birth, ...(isAdult && { notice: 'is-adult' as const }) }
    }
    case 'due': {
      const typed = parseTypedDate(form.typed, locale)
      if (!typed.ok) return typed
      if (typed.date > addDays(today, LONGEST_WAIT_DAYS)) {
        return { ok: false, fault: { code: 'due-too-far-ahead' } }
      }
      if (typed.date < addMonths(today, -LONG_PAST_MONTHS)) {
        return { ok: false, fault: { code: 'due-long-past' } }
      }
      const birth: Birth = { kind: 'due', date: typed.date }
      return { ok: true, birth, ...(typed.date < today && { notice: 'due-date-passed' as const }) }
    }
  }
}

function isBlank(typed: string): boolean {
  return cleanLine(typed).text === ''
}
