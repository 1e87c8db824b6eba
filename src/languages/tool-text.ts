/**
 * The words of a tool (descriptors, prompts, explanations): flat JSON, key -> sentence, one file a language.
 * They are plain sentences, not messages: nothing in them is interpreted, and two languages can be open at once.
 */
import type { LanguageTag } from './languages.ts'

export type ToolFolder = 'graded-care-profile' | 'partnership'

export interface ToolText {
  readonly language: LanguageTag
  /** Throws on an unknown key: the content check keeps that from reaching anyone. */
  (key: string): string
  has(key: string): boolean
}

const files = import.meta.glob<Record<string, string>>(
  '@content/{graded-care-profile,partnership}/text/*.json',
  { import: 'default' },
)

/** Rejects if the folder has no words in that language: a fault of the build. */
export async function loadToolText(folder: ToolFolder, language: LanguageTag): Promise<ToolText> {
  const load = files[`/content/${folder}/text/${language}.json`]
  if (!load) throw new Error(`no text: ${folder} in ${language}`)
  return toolText(await load(), language)
}

export function toolText(sentences: Readonly<Record<string, string>>, language: LanguageTag): ToolText {
  const text = (key: string): string => {
    const sentence = sentences[key]
    if (sentence === undefined) throw new Error(`no such text: ${key} (${language})`)
    return sentence
  }
  return Object.assign(text, { language, has: (key: string) => Object.hasOwn(sentences, key) })
}
