/** The folders of content/ that families read, and their texts in one language. Found by looking, never from a list. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ContentFault } from '../fault.ts'
import { readJson, type Leaf } from '../json-lines.ts'
import { ENGLISH } from './listed.ts'

/** The practitioner's own screens are in English by design. */
export const ENGLISH_ONLY: ReadonlySet<string> = new Set(['interface'])

export interface Folder {
  name: string
  /** `sentences`: text/<language>.json, flat. `messages`: text/<language>/<room>.json, nested, with placeholders and plural forms. */
  kind: 'sentences' | 'messages'
}

export interface Text extends Leaf {
  /** Flat key, or `<room>.<path>`. */
  key: string
  file: string
}

export interface Texts {
  /** The files that English has, whether they are there in this language or not. */
  files: string[]
  missingFiles: string[]
  /** In the order of the files. Texts only: what is not a text is a fault. */
  texts: Map<string, Text & { value: string }>
}

export function foldersWithText(root: string): string[] {
  return namesIn(root, 'content').filter((name) => existsSync(join(root, 'content', name, 'text')))
}

/** What must be there in every language on offer. */
export function familyFolders(root: string): Folder[] {
  return foldersWithText(root)
    .filter((name) => !ENGLISH_ONLY.has(name))
    .map((name) => ({
      name,
      kind: existsSync(join(root, 'content', name, 'text', `${ENGLISH}.json`)) ? 'sentences' : 'messages',
    }))
}

/** The names of languages that a folder has texts in. */
export function languagesIn(root: string, folder: string): string[] {
  return [...new Set(namesIn(root, `content/${folder}/text`).map((name) => name.replace(/\.json$/, '')))]
}

/** Paths from the root. */
export function textFiles(root: string, folder: Folder, language: string): string[] {
  const text = `content/${folder.name}/text`
  if (folder.kind === 'sentences') return [`${text}/${language}.json`]
  return namesIn(root, `${text}/${ENGLISH}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${text}/${language}/${name}`)
}

export function reviewFileOf(folder: string, language: string): string {
  return `content/${folder}/review/${language}.json`
}

export function textsIn(root: string, folder: Folder, language: string, faults: ContentFault[]): Texts {
  const files = textFiles(root, folder, language)
  const texts: Texts['texts'] = new Map()
  for (const file of files.filter((file) => existsSync(join(root, file)))) {
    const room = folder.kind === 'messages' ? `${basename(file, '.json')}.` : ''
    for (const leaf of readJson(root, file, faults).leaves) {
      const key = room + leaf.key
      if (typeof leaf.value === 'string') texts.set(key, { ...leaf, value: leaf.value, key, file })
      else faults.push({ file, line: leaf.line, message: `malformed: not a text: ${key}` })
    }
  }
  return { files, missingFiles: files.filter((file) => !existsSync(join(root, file))), texts }
}

/** The same without where they stand: key -> text. */
export function wordsIn(
  root: string,
  folder: Folder,
  language: string,
  faults: ContentFault[],
): Map<string, string> {
  return new Map([...textsIn(root, folder, language, faults).texts].map(([key, { value }]) => [key, value]))
}

export function namesIn(root: string, folder: string): string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : []
}
