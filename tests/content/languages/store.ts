/** Writes texts and review files as they stand in the repository: in the order of the English, formatted, whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { format } from 'prettier'
import type { ReviewFile } from '../../../src/languages/review/review-file.ts'
import { reviewFileOf, textFiles, textsIn, type Folder } from './folders.ts'
import { ENGLISH } from './listed.ts'

/** That of `.prettierrc.json`. */
const PRINT_WIDTH = 110

export interface FileToWrite {
  /** From the root. */
  file: string
  text: string
}

/** The files of a folder in one language with some texts changed. Files in which nothing changes are not among them. */
export function textFilesWith(
  root: string,
  folder: Folder,
  language: string,
  changes: ReadonlyMap<string, string>,
): FileToWrite[] {
  const english = textsIn(root, folder, ENGLISH, [])
  const present = textsIn(root, folder, language, [])
  const sources = textFiles(root, folder, ENGLISH)
  return textFiles(root, folder, language).flatMap((file, index) => {
    const keys = [...english.texts.values()]
      .filter((text) => text.file === sources[index])
      .map(({ key }) => key)
    if (!keys.some((key) => changes.has(key))) return []
    const others = [...present.texts.values()].filter((text) => text.file === file).map(({ key }) => key)
    const entries = [...new Set([...keys, ...others])].flatMap((key): [string, string][] => {
      const words = changes.get(key) ?? present.texts.get(key)?.value
      return words === undefined ? [] : [[key, words]]
    })
    const value =
      folder.kind === 'sentences' ? Object.fromEntries(entries) : nested(entries, basename(file, '.json'))
    return [{ file, text: `${JSON.stringify(value, null, 2)}\n` }]
  })
}

/** One entry a line, where it fits: a change of one text is a change of one line. */
export async function reviewFileText(review: ReviewFile): Promise<string> {
  const lines = Object.entries(review).map(
    ([key, { of, status, is, by, on }]) =>
      `${JSON.stringify(key)}: ${JSON.stringify({ of, status, is, by, on })}`,
  )
  return format(`{\n${lines.join(',\n')}\n}`, { parser: 'json', printWidth: PRINT_WIDTH })
}

export async function reviewToWrite(
  folder: string,
  language: string,
  review: ReviewFile,
): Promise<FileToWrite> {
  return { file: reviewFileOf(folder, language), text: await reviewFileText(review) }
}

/** Returns the files that changed. Each is written beside and then put in its place, so that none is ever half there. */
export function writeFiles(root: string, files: readonly FileToWrite[]): string[] {
  const changed = files.filter(
    ({ file, text }) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text,
  )
  for (const { file, text } of changed) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, `${file}.new`), text)
  }
  for (const { file } of changed) renameSync(join(root, `${file}.new`), join(root, file))
  return changed.map(({ file }) => file)
}

interface Messages {
  [name: string]: string | Messages
}

/** `family.view.leave` -> { view: { leave } } in the room `family`. */
function nested(entries: readonly [string, string][], room: string): Messages {
  const messages: Messages = {}
  for (const [key, words] of entries) {
    const path = key.slice(room.length + 1).split('.')
    const last = path.pop() ?? ''
    let at = messages
    for (const name of path) {
      const next = at[name]
      at = typeof next === 'object' ? next : (at[name] = {})
    }
    at[last] = words
  }
  return messages
}
