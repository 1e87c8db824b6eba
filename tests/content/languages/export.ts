/** All texts that families read, in one language, as one XLIFF file. */
import { familyFolders, wordsIn } from './folders.ts'
import { englishTerms, termsIn } from './glossary.ts'
import { storedReview } from './coverage.ts'
import { ENGLISH } from './listed.ts'
import { notesFor } from './xliff/context.ts'
import { writeXliff } from './xliff/write.ts'

export function xliffOf(root: string, language: string): string {
  const terms = englishTerms(root, [])
  const translated = termsIn(root, language, []) ?? {}
  return writeXliff(
    language,
    familyFolders(root).map((folder) => {
      const english = wordsIn(root, folder, ENGLISH, [])
      const translation = wordsIn(root, folder, language, [])
      const review = storedReview(root, folder.name, language)
      const notes = notesFor(root, folder, english, language, terms, translated)
      return {
        folder: folder.name,
        units: [...english].map(([key, text]) => ({
          key,
          english: text,
          translation: translation.get(key),
          entry: Object.hasOwn(review, key) ? review[key] : undefined,
          notes: notes(key, text),
        })),
      }
    }),
  )
}
