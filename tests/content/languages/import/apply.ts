/** Takes a file that somebody sent into content/: all that is right in it, or nothing where the file cannot be trusted. */
import type { ReviewEntry } from '../../../../src/languages/review/review-file.ts'
import { storedReview } from '../coverage.ts'
import { familyFolders, wordsIn, type Folder } from '../folders.ts'
import { ENGLISH, listedLanguages, translationsAmong } from '../listed.ts'
import { reviewToWrite, textFilesWith, writeFiles, type FileToWrite } from '../store.ts'
import { judge } from './judge.ts'
import type { Proposal, Reviewer } from './proposal.ts'
import { readSentFile } from './read-file.ts'

export interface Imported {
  /** False: nothing was changed. */
  isTaken: boolean
  faults: string[]
  remarks: string[]
  texts: number
  reviews: number
  /** Paths from the root. */
  written: string[]
}

/** `reviewer`: see `proposalsOfXliff`. */
export async function importFile(root: string, path: string, reviewer?: Reviewer): Promise<Imported> {
  const folders = familyFolders(root).map((folder) => ({
    folder,
    english: wordsIn(root, folder, ENGLISH, []),
  }))
  const read = readSentFile(
    path,
    {
      languages: translationsAmong(listedLanguages(root, [])).map(({ tag }) => tag),
      knows: (name, key) => folders.some(({ folder, english }) => folder.name === name && english.has(key)),
    },
    reviewer,
  )
  const result: Imported = {
    isTaken: read.ok,
    faults: read.faults,
    remarks: [],
    texts: 0,
    reviews: 0,
    written: [],
  }
  if (!read.ok) return result
  const files: FileToWrite[] = []
  for (const { folder, english } of folders) {
    const proposals = read.proposals.filter((proposal) => proposal.folder === folder.name)
    files.push(...(await filesOf(root, folder, english, read.language, proposals, result)))
  }
  result.written = writeFiles(root, files)
  return result
}

async function filesOf(
  root: string,
  folder: Folder,
  english: ReadonlyMap<string, string>,
  language: string,
  proposals: readonly Proposal[],
  result: Imported,
): Promise<FileToWrite[]> {
  const present = wordsIn(root, folder, language, [])
  const review = storedReview(root, folder.name, language)
  const words = new Map<string, string>()
  const entries = new Map<string, ReviewEntry>(Object.entries(review))
  let changed = 0
  for (const proposal of proposals) {
    const { key } = proposal
    const translation = present.get(key)
    const source = english.get(key) ?? ''
    const where = `${proposal.at}, ${folder.name}:${key}`
    const judgement = judge(proposal, {
      kind: folder.kind,
      language,
      english: source,
      translation,
      entry: entries.get(key),
    })
    if (proposal.note) result.remarks.push(`${where}: note: ${JSON.stringify(proposal.note)}`)
    if (!judgement.ok) {
      result.faults.push(...judgement.faults.map((fault) => `${where}: ${fault}`))
      continue
    }
    if (judgement.remark) result.remarks.push(`${where}: ${judgement.remark}`)
    if (judgement.words !== translation) {
      words.set(key, judgement.words)
      result.texts += 1
    }
    if (isSameEntry(entries.get(key), judgement.entry)) continue
    entries.set(key, judgement.entry)
    changed += 1
  }
  result.reviews += changed
  const ordered = Object.fromEntries(
    [...english.keys(), ...entries.keys()].flatMap((key): [string, ReviewEntry][] => {
      const entry = entries.get(key)
      return entry ? [[key, entry]] : []
    }),
  )
  return [
    ...textFilesWith(root, folder, language, words),
    ...(changed > 0 ? [await reviewToWrite(folder.name, language, ordered)] : []),
  ]
}

function isSameEntry(one: ReviewEntry | undefined, other: ReviewEntry): boolean {
  return (['of', 'status', 'is', 'by', 'on'] as const).every((field) => one?.[field] === other[field])
}
