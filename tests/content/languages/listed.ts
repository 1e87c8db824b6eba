/** The languages on offer, read from content/languages.json of whatever tree is checked. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentFault } from '../fault.ts'
import { readJson } from '../json-lines.ts'

export const ENGLISH = 'en-GB'
const FILE = 'content/languages.json'

export interface ListedLanguage {
  tag: string
  ownName: string
  englishName: string
}

/** In the order of the file; those that are malformed are faults and are left out. */
export function listedLanguages(root: string, faults: ContentFault[]): ListedLanguage[] {
  if (!existsSync(join(root, FILE))) {
    faults.push({ file: FILE, line: 1, message: 'missing file' })
    return []
  }
  const { value, leaves } = readJson(root, FILE, faults)
  const line = leaves[0]?.line ?? 1
  const fault = (message: string) => faults.push({ file: FILE, line, message })
  if (!Array.isArray(value)) {
    if (value !== undefined) fault('malformed: not a list of languages')
    return []
  }
  const good = (value as unknown[]).filter((entry): entry is ListedLanguage => {
    const isGood = isLanguage(entry)
    if (!isGood) fault(`malformed language: ${JSON.stringify(entry)}`)
    return isGood
  })
  const tags = good.map(({ tag }) => tag)
  for (const tag of tags.filter((tag, index) => tags.indexOf(tag) !== index))
    fault(`language stands twice: ${tag}`)
  if (tags[0] !== ENGLISH) fault(`${ENGLISH} must be the first language`)
  return good.filter(({ tag }, index) => tags.indexOf(tag) === index)
}

export function translationsAmong(languages: readonly ListedLanguage[]): ListedLanguage[] {
  return languages.filter(({ tag }) => tag !== ENGLISH)
}

/** ISO 15924, the usual script of the language (CLDR). */
export function scriptOf(tag: string): string {
  return new Intl.Locale(tag).maximize().script ?? 'Latn'
}

const NAMES = ['tag', 'ownName', 'englishName']

function isLanguage(entry: unknown): entry is ListedLanguage {
  if (typeof entry !== 'object' || entry === null) return false
  const fields = Object.entries(entry)
  return (
    fields
      .map(([name]) => name)
      .sort()
      .join() === [...NAMES].sort().join() &&
    fields.every(([, value]) => typeof value === 'string' && value.trim() !== '') &&
    isCanonical((entry as ListedLanguage).tag)
  )
}

function isCanonical(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}
