/** The real words of every language that has its files: a new language is tested as soon as they are there. */
import { readFileSync } from 'node:fs'
import { messagesOf } from './messages.ts'
import { LANGUAGES, type LanguageTag } from '@/languages/languages.ts'
import { toolText, type ToolFolder } from '@/languages/tool-text.ts'
import { wordsOf, type Words } from '@/languages/words.ts'

const messageFiles = import.meta.glob('@content/family/text/*/*.json')
const toolFiles = import.meta.glob<Record<string, string>>(
  '@content/{graded-care-profile,partnership}/text/*.json',
  { import: 'default', eager: true },
)

const roomsOf = (language: LanguageTag) =>
  Object.keys(messageFiles)
    .filter((path) => path.startsWith(`/content/family/text/${language}/`))
    .map((path) => path.split('/').at(-1) ?? '')

const isThere = (language: LanguageTag) =>
  roomsOf('en-GB').every((room) => roomsOf(language).includes(room)) &&
  `/content/graded-care-profile/text/${language}.json` in toolFiles

/** Of those on offer. */
export const LANGUAGES_WITH_WORDS: readonly LanguageTag[] = LANGUAGES.map(({ tag }) => tag).filter(isThere)

/** Rooms (`family/…`) and folders that the language has no file for, out of those that English has. */
export function filesMissing(language: LanguageTag): string[] {
  const rooms = roomsOf('en-GB').filter((room) => !roomsOf(language).includes(room))
  const folders = Object.keys(toolFiles)
    .filter((path) => path.endsWith('/en-GB.json'))
    .filter((path) => !(path.replace('en-GB.json', `${language}.json`) in toolFiles))
  return [...rooms.map((room) => `family/${room}`), ...folders]
}

/** As it is written: what comes out of an import has been compiled. */
export const messageFileOf = (language: LanguageTag, room: string) =>
  JSON.parse(readFileSync(`content/family/text/${language}/${room}.json`, 'utf8')) as Record<string, unknown>

export function wordsIn(
  language: LanguageTag,
  isChecked: (key: string) => boolean = () => true,
  folder: ToolFolder = 'graded-care-profile',
): Words {
  const sentences = toolFiles[`/content/${folder}/text/${language}.json`]
  if (!sentences) throw new Error(`no text: ${folder} in ${language}`)
  return wordsOf(language, toolText(sentences, language), messagesOf(language), isChecked, isChecked)
}
