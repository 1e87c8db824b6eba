/** content/glossary/<language>.json: how each term is said, and how a check finds it. The form is in content/glossary/en-GB.json. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { ContentFault } from '../fault.ts'
import { readJson } from '../json-lines.ts'
import { ENGLISH } from './listed.ts'
import { withoutPlaceholders } from './rules/wording.ts'

const Words = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== ''),
)
const EnglishTerms = v.record(v.string(), v.strictObject({ term: Words, match: Words, note: Words }))
const Terms = v.record(
  v.string(),
  v.strictObject({
    term: Words,
    forms: v.pipe(v.array(Words), v.minLength(1)),
    note: Words,
    except: v.exactOptional(v.record(v.string(), Words)),
  }),
)

export interface EnglishTerm {
  id: string
  term: string
  note: string
  isIn: (english: string) => boolean
}

export interface Term {
  term: string
  forms: readonly string[]
  note: string
  /** `<folder>:<key>` -> why the term is rightly not there. */
  except?: Readonly<Record<string, string>>
}

export function glossaryFile(language: string): string {
  return `content/glossary/${language}.json`
}

/** Empty where there is none. */
export function englishTerms(root: string, faults: ContentFault[]): EnglishTerm[] {
  const read = readGlossary(root, ENGLISH, EnglishTerms, faults)
  return Object.entries(read ?? {}).flatMap(([id, { term, match, note }]) => {
    try {
      const pattern = new RegExp(`\\b(?:${match})\\b`, 'i')
      return [{ id, term, note, isIn: (english: string) => pattern.test(english) }]
    } catch {
      faults.push({ file: glossaryFile(ENGLISH), line: 1, message: `malformed match: ${id}` })
      return []
    }
  })
}

/** `undefined`: a fault, which is already named. */
export function termsIn(
  root: string,
  language: string,
  faults: ContentFault[],
): Readonly<Record<string, Term>> | undefined {
  return readGlossary(root, language, Terms, faults)
}

/** The terms of a text, by id, that its translation does not have. */
export function termsMissing(
  english: string,
  translation: string,
  terms: readonly EnglishTerm[],
  translated: Readonly<Record<string, Term>>,
): string[] {
  const source = withoutPlaceholders(english)
  const heard = folded(withoutPlaceholders(translation))
  return terms
    .filter(({ id, isIn }) => {
      const forms = translated[id]?.forms
      return forms && isIn(source) && !forms.some((form) => heard.includes(folded(form)))
    })
    .map(({ id }) => id)
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function readGlossary<T>(
  root: string,
  language: string,
  schema: v.GenericSchema<unknown, T>,
  faults: ContentFault[],
): T | undefined {
  const file = glossaryFile(language)
  if (!existsSync(join(root, file))) {
    faults.push({ file, line: 1, message: 'missing file' })
    return undefined
  }
  const { value, leaves } = readJson(root, file, faults)
  if (value === undefined) return undefined
  const read = v.safeParse(schema, value)
  if (read.success) return read.output
  for (const issue of read.issues) {
    const path = v.getDotPath(issue) ?? ''
    const line = leaves.find(({ key }) => key === path || key.startsWith(`${path}.`))?.line ?? 1
    faults.push({ file, line, message: `malformed: ${path}` })
  }
  return undefined
}
