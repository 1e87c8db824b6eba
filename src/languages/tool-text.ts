/**
 * The words of a tool (descriptors, prompts, explanations): flat JSON, key -> sentence, one file a language.
 * They are plain sentences, not messages: nothing in them is interpreted, and two languages can be open at once.
 */
/** BCP 47, such as `en-GB` or `ur`. */
export type LanguageTag = string

export type ToolFolder = 'graded-care-profile' | 'partnership'

export interface ToolText {
  readonly language: LanguageTag
  /** Throws on an unknown key: the content check keeps that from reaching anyone. */
  (key: string): string
  has(key: string): boolean
}

const files = import.meta.glob<Record<string, string>>(
  '@content/{graded-care-profile,partnership}/text/*.json',
  {
    import: 'default',
  },
)

export async function loadToolText(folder: ToolFolder, language: LanguageTag): Promise<ToolText> {
  const path = `/content/${folder}/text/${language}.json`
  const load = files[path]
  if (!load) throw new Error(`no text: ${path}`)
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
