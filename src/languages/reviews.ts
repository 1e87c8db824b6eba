/** Whether a person has checked a translation: content/<folder>/review/<language>.json, read when it is first needed. */
import { ENGLISH, type LanguageTag } from './languages.ts'
import type { ReviewFile } from './review/review-file.ts'

const files = import.meta.glob<ReviewFile>('@content/*/review/*.json', { import: 'default' })

/** English is the source: there is nothing to check. Without a review file nothing has been checked. */
export async function loadReview(folder: string, language: LanguageTag): Promise<(key: string) => boolean> {
  if (language === ENGLISH) return () => true
  const review = (await files[`/content/${folder}/review/${language}.json`]?.()) ?? {}
  return (key) => Object.hasOwn(review, key) && review[key]?.status !== 'draft'
}
