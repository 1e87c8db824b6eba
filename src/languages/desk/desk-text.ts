/** One text on the translator's desk: the English, the translation, what is known of it, and where it stands in the toolkit. */
import { hashOf } from '../review/source-hash.ts'
import type { ReviewEntry, ReviewFile } from '../review/review-file.ts'
import { placesOf, type Part, type Place } from './places.ts'

export interface DeskText {
  /** `folder:key`. */
  id: string
  folder: string
  /** As in a review file: `A1a.baby.1`, `family.view.leave`. */
  key: string
  english: string
  /** `hashOf` of the English. */
  of: string
  /** Empty where there is none yet. */
  translation: string
  /** `hashOf` of the translation. */
  was: string
  review: ReviewEntry | undefined
  /** `Part.id`. */
  part: string
  place: Place
}

/** What stands in content/<folder>, texts by key. */
export interface FolderTexts {
  folder: string
  english: Readonly<Record<string, string>>
  translation: Readonly<Record<string, string>>
  review: ReviewFile
  /** content/<folder>/structure.json, where there is one. */
  structure: unknown
}

export interface DeskTexts {
  parts: readonly Part[]
  /** In the order of the parts, and in each part in the order of the English. */
  texts: readonly DeskText[]
}

export function idOf(folder: string, key: string): string {
  return `${folder}:${key}`
}

export function deskTexts(folders: readonly FolderTexts[]): DeskTexts {
  const parts: Part[] = []
  const texts: DeskText[] = []
  for (const { folder, english, translation, review, structure } of folders) {
    const places = placesOf(folder, Object.keys(english), structure)
    parts.push(...places.parts)
    const ofFolder = Object.entries(english).map(([key, words]): DeskText => {
      const translated = own(translation, key) ?? ''
      const { part, place } = places.at(key)
      return {
        id: idOf(folder, key),
        folder,
        key,
        english: words,
        of: hashOf(words),
        translation: translated,
        was: hashOf(translated),
        review: own(review, key),
        part,
        place,
      }
    })
    for (const part of places.parts) texts.push(...ofFolder.filter((text) => text.part === part.id))
  }
  return { parts, texts }
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Messages stand in files that nest; a review file names them by the whole path: `view.leave` in family.json is `family.view.leave`. */
export function flattened(value: unknown, path: string): [key: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, child]) => flattened(child, `${path}.${name}`))
}
