/**
 * All texts of one language, straight from content/, so that a folder or a room that is added there is on the desk as well.
 * What a folder has no translation of yet is an empty text. The practitioner's own screens stay in English and are left out.
 */
import { ENGLISH, type LanguageTag } from '../languages.ts'
import type { ReviewFile } from '../review/review-file.ts'
import { deskTexts, flattened, type DeskTexts, type FolderTexts } from './desk-text.ts'
import type { GlossaryEntry, SourceTerm } from './glossary.ts'

/** Sentences: the same files, and the same pieces of the app, as `tool-text.ts` opens. */
const sentences = import.meta.glob<Readonly<Record<string, string>>>(
  ['@content/*/text/*.json', '!@content/interface/**'],
  { import: 'default' },
)
/** Messages are compiled into functions when they are imported; here their words are wanted. */
const messages = import.meta.glob<string>(['@content/*/text/*/*.json', '!@content/interface/**'], {
  query: '?raw',
  import: 'default',
})
const reviews = import.meta.glob<ReviewFile>('@content/*/review/*.json', { import: 'default' })
const structures = import.meta.glob<unknown>('@content/*/structure.json', { import: 'default' })
const glossaries = import.meta.glob<Readonly<Record<string, unknown>>>('@content/glossary/*.json', {
  import: 'default',
})

export interface Desk extends DeskTexts {
  terms: Readonly<Record<string, SourceTerm>>
  glossary: Readonly<Record<string, GlossaryEntry>>
}

export async function loadDesk(language: LanguageTag): Promise<Desk> {
  const [folders, terms, glossary] = await Promise.all([
    Promise.all(translatedFolders().map((folder) => loadFolder(folder, language))),
    glossaries[`/content/glossary/${ENGLISH}.json`]?.(),
    glossaries[`/content/glossary/${language}.json`]?.(),
  ])
  return {
    ...deskTexts(folders),
    terms: (terms ?? {}) as Desk['terms'],
    glossary: (glossary ?? {}) as Desk['glossary'],
  }
}

function translatedFolders(): string[] {
  const paths = [...Object.keys(sentences), ...Object.keys(messages)]
  return [...new Set(paths.map((path) => path.split('/')[2] ?? ''))]
}

async function loadFolder(folder: string, language: LanguageTag): Promise<FolderTexts> {
  const [english, translation, review, structure] = await Promise.all([
    loadTexts(folder, ENGLISH),
    loadTexts(folder, language),
    reviews[`/content/${folder}/review/${language}.json`]?.(),
    structures[`/content/${folder}/structure.json`]?.(),
  ])
  return { folder, english, translation, review: review ?? {}, structure }
}

async function loadTexts(folder: string, language: LanguageTag): Promise<Record<string, string>> {
  const flat = await sentences[`/content/${folder}/text/${language}.json`]?.()
  const start = `/content/${folder}/text/${language}/`
  const rooms = await Promise.all(
    Object.entries(messages)
      .filter(([path]) => path.startsWith(start))
      .map(async ([path, load]) =>
        flattened(JSON.parse(await load()), path.slice(start.length, -'.json'.length)),
      ),
  )
  return { ...flat, ...Object.fromEntries(rooms.flat()) }
}
