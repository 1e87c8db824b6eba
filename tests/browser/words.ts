/** The words on the screens, by key, from content/: a test that names a button names it as the person sees it. */
import { existsSync, readFileSync } from 'node:fs'

const rooms = new Map<string, unknown>()

/** `word('vault.unlock.open')`; placeholders are filled from `values`. Throws on an unknown key. */
export function word(key: string, values: Record<string, string | number> = {}): string {
  const [room = '', ...path] = key.split('.')
  if (!rooms.has(room)) {
    rooms.set(room, JSON.parse(readFileSync(`${folderOf(room)}/text/en-GB/${room}.json`, 'utf8')))
  }
  const found = path.reduce<unknown>(
    (node, part) => (node as Record<string, unknown> | undefined)?.[part],
    rooms.get(room),
  )
  if (typeof found !== 'string') throw new Error(`no such text: ${key}`)
  return found.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))
}

/** What a family sees stands in a folder of its own, in every language. */
function folderOf(room: string): string {
  return existsSync(`content/family/text/en-GB/${room}.json`) ? 'content/family' : 'content/interface'
}

const profile = JSON.parse(readFileSync('content/graded-care-profile/text/en-GB.json', 'utf8')) as Record<
  string,
  string
>

/** A text of the Graded Care Profile: `descriptor('A1c.child.3')`. */
export function profileText(key: string): string {
  const text = profile[key]
  if (text === undefined) throw new Error(`no such text: ${key}`)
  return text
}
