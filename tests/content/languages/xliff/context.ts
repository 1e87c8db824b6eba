/** What a translator is told of a text: where it stands, what it is, what its neighbours are, and which terms are in it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formsOf, placeholdersOf } from '../../../../src/languages/review/placeholders.ts'
import { pluralCategories } from '../../../../src/languages/plurals.ts'
import { careProfileKeys, type CareProfileStructure } from '../../structure-keys.ts'
import type { Folder } from '../folders.ts'
import type { EnglishTerm, Term } from '../glossary.ts'
import { withoutPlaceholders } from '../rules/wording.ts'

/** Notes for one text, in English, the most useful first. */
export type NotesOf = (key: string, english: string) => string[]

const GRADES = 5
const PARTS: Readonly<Record<string, string>> = {
  name: 'its name',
  about: 'what it is, said to the parent or carer',
  note: 'a note for the practitioner',
  band: 'for whom',
  lookFor: 'what to ask and look at',
}
const GRADE = /^(.+)\.([1-5])$/

export function notesFor(
  root: string,
  folder: Folder,
  english: ReadonlyMap<string, string>,
  language: string,
  terms: readonly EnglishTerm[],
  translated: Readonly<Record<string, Term>>,
): NotesOf {
  const descriptors = descriptorsIn(root, folder)
  return (key, text) => [
    placeOf(folder, key, english),
    ...(descriptors.has(key) ? [gradeNote(key)] : []),
    ...messageNotes(text, language),
    ...terms
      .filter(({ isIn }) => isIn(withoutPlaceholders(text)))
      .map(({ id, term, note }) => `Term: "${term}" = "${translated[id]?.term ?? '?'}". ${note}`),
  ]
}

/** Keys of descriptions of a grade; a folder without a structure has none. */
function descriptorsIn(root: string, folder: Folder): ReadonlySet<string> {
  const file = join(root, 'content', folder.name, 'structure.json')
  if (!existsSync(file)) return new Set()
  return careProfileKeys(JSON.parse(readFileSync(file, 'utf8')) as CareProfileStructure).descriptors
}

/** "Physical care > Food > Food and drink quality > Under 1 year"; elsewhere the path of the key. */
function placeOf(folder: Folder, key: string, english: ReadonlyMap<string, string>): string {
  if (folder.kind === 'messages') return `In: ${key.split('.').join(' > ')}`
  const [id = '', band = ''] = key.split('.')
  const steps = [id.slice(0, 1), id.slice(0, 2), id].map((step) => english.get(`${step}.name`))
  const names = [...new Set([...steps, english.get(`${id}.${band}.band`)])].filter(
    (name) => name !== undefined,
  )
  const part = key.split('.').at(-1) ?? ''
  const what = PARTS[part] ?? part
  return names.length > 0 ? `In: ${names.join(' > ')} (${what})` : `In: ${key}`
}

function gradeNote(key: string): string {
  const [, set = '', grade = ''] = GRADE.exec(key) ?? []
  return `Grade ${grade} of ${GRADES}; 1 is the best care, ${GRADES} the most concern. Read ${set}.1 to ${set}.${GRADES} together: each must be as serious as in English, and no two alike.`
}

function messageNotes(text: string, language: string): string[] {
  const notes: string[] = []
  const placeholders = [...new Set(placeholdersOf(text))]
  if (placeholders.length > 0) notes.push(`Stays as it is: ${placeholders.join(' ')}`)
  if (formsOf(text).length > 1) {
    notes.push(
      `Forms for numbers, parted by " | ": ${pluralCategories(language).join(' | ')}; or one for all.`,
    )
  }
  return notes
}
