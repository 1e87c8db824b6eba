/** `npm run languages:review`: makes the review files, or brings them up to the texts. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReviewFile } from '../../../../src/languages/review/review-schema.ts'
import { familyFolders, reviewFileOf, wordsIn } from '../folders.ts'
import { ENGLISH, listedLanguages, translationsAmong } from '../listed.ts'
import { updatedReview } from '../review-update.ts'
import { reviewToWrite, writeFiles, type FileToWrite } from '../store.ts'

const root = process.cwd()
const files: FileToWrite[] = []
for (const { tag } of translationsAmong(listedLanguages(root, []))) {
  for (const folder of familyFolders(root)) {
    const file = reviewFileOf(folder.name, tag)
    const present = existsSync(join(root, file))
      ? readReviewFile(readFileSync(join(root, file), 'utf8'))
      : ({ ok: true, file: {} } as const)
    if (!present.ok) {
      console.error(`${file} is ${present.fault} (${present.at.join(', ')}): mend it first`)
      process.exitCode = 1
      continue
    }
    const update = updatedReview(
      wordsIn(root, folder, ENGLISH, []),
      wordsIn(root, folder, tag, []),
      present.file,
    )
    for (const [key, { status, by }] of update.stale)
      console.log(
        `${file} stale, now a draft: ${key} (${status}${by ? `, ${by}` : ''}; the English has changed)`,
      )
    for (const [key, { status, by }] of update.changed)
      console.log(
        `${file} now a draft: ${key} (${status}${by ? `, ${by}` : ''}; the translation has changed)`,
      )
    const { added, removed } = update
    if (added.length + removed.length > 0)
      console.log(`${file}: ${added.length} new, ${removed.length} removed`)
    if (Object.keys(update.file).length + removed.length > 0)
      files.push(await reviewToWrite(folder.name, tag, update.file))
  }
}
console.log(`${writeFiles(root, files).length} files written`)
