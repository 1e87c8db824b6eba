/** How far each language is, folder by folder. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReviewFile } from '../../../src/languages/review/review-schema.ts'
import type { ReviewFile } from '../../../src/languages/review/review-file.ts'
import { familyFolders, reviewFileOf, wordsIn } from './folders.ts'
import { ENGLISH, listedLanguages, translationsAmong, type ListedLanguage } from './listed.ts'
import { standingOf } from './rules/review.ts'

export interface Coverage {
  language: ListedLanguage
  folder: string
  /** Texts that the English has. */
  keys: number
  translated: number
  /** Made by a machine and read by nobody, which is also so where nothing is noted. */
  draft: number
  checked: number
  approved: number
  /** The English, or the translation, has changed since the entry was made. */
  stale: number
}

export function coverageOf(root: string): Coverage[] {
  return translationsAmong(listedLanguages(root, [])).flatMap((language) =>
    familyFolders(root).map((folder) => {
      const english = wordsIn(root, folder, ENGLISH, [])
      const translation = wordsIn(root, folder, language.tag, [])
      const review = storedReview(root, folder.name, language.tag)
      const count = { draft: 0, checked: 0, approved: 0, stale: 0 }
      for (const [key, source] of english) {
        const words = translation.get(key)
        if (words === undefined) continue
        const standing = standingOf(Object.hasOwn(review, key) ? review[key] : undefined, source, words)
        if (standing === 'none') count.draft += 1
        else if (standing === 'changed') count.stale += 1
        else count[standing] += 1
      }
      const translated = count.draft + count.checked + count.approved + count.stale
      return { language, folder: folder.name, keys: english.size, translated, ...count }
    }),
  )
}

/** Empty where there is none, or none that can be read: the check names that. */
export function storedReview(root: string, folder: string, language: string): ReviewFile {
  const file = join(root, reviewFileOf(folder, language))
  const read = existsSync(file) ? readReviewFile(readFileSync(file, 'utf8')) : undefined
  return read?.ok ? read.file : {}
}
