/** The words on the screens, by key, from content/: a test that names a button names it as the person sees it. */
import { existsSync, readFileSync } from 'node:fs'

const files = new Map<string, unknown>()

function read(path: string): unknown {
  if (!files.has(path)) files.set(path, JSON.parse(readFileSync(path, 'utf8')))
  return files.get(path)
}

/**
 * `word('vault.unlock.open')`; placeholders are filled from `values`. A family's words may be asked for in any language.
 * Throws on an unknown key.
 */
export function word(key: string, values: Record<string, string | number> = {}, language = 'en-GB'): string {
  const [room = '', ...path] = key.split('.')
  const found = path.reduce<unknown>(
    (node, part) => (node as Record<string, unknown> | undefined)?.[part],
    read(`${folderOf(room)}/text/${language}/${room}.json`),
  )
  if (typeof found !== 'string') throw new Error(`no such text: ${key} (${language})`)
  return found.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))
}

/** What a family sees stands in a folder of its own, in every language. */
function folderOf(room: string): string {
  return existsSync(`content/family/text/en-GB/${room}.json`) ? 'content/family' : 'content/interface'
}

/** A text of the Graded Care Profile: `profileText('A1c.child.3')`. */
export function profileText(key: string, language = 'en-GB'): string {
  const text = (read(`content/graded-care-profile/text/${language}.json`) as Record<string, string>)[key]
  if (text === undefined) throw new Error(`no such text: ${key} (${language})`)
  return text
}
