/** Which texts the code asks for, and words that stand in the code although content/ is their place. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@vue/compiler-sfc'
import type { ContentFault } from './fault.ts'

export interface KeyUse {
  file: string
  line: number
  /** The key as written; for a template literal each `${…}` is a `*`. */
  key: string
  matches: (key: string) => boolean
}

interface SourceFile {
  file: string
  text: string
}

export function sourceFiles(root: string): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name))
    .sort()
    .map((name) => {
      const file = `src/${name.replaceAll('\\', '/')}`
      return { file, text: readFileSync(join(root, file), 'utf8') }
    })
}

/** Every string or template literal that begins with one of the prefixes and a dot. */
export function keyUses(files: readonly SourceFile[], prefixes: readonly string[]): KeyUse[] {
  const start = prefixes.map((prefix) => prefix.replaceAll('.', '\\.')).join('|')
  // A quote after `=` opens an attribute of a template (`@click="vault.lock()"`), which is code and not a text.
  const literal = new RegExp(`(?<!=)(['"\`])((?:${start})\\.(?:(?!\\1|\\n)[^\\\\]|\\$\\{[^}]*\\})*)\\1`, 'g')
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(literal)]
      .map((match) => ({ key: match[2] ?? '', offset: match.index }))
      .filter(
        ({ key }) => /^[\w.${}\-[\]()'?: ]+$/.test(key) && !key.endsWith('.ts') && !key.endsWith('.json'),
      )
      .map(({ key, offset }) => {
        const shown = key.replace(/\$\{[^}]*\}/g, '*')
        const pattern = new RegExp(`^${shown.split('*').map(escape).join('[^.]+')}$`)
        return {
          file,
          line: text.slice(0, offset).split('\n').length,
          key: shown,
          matches: (candidate: string) => pattern.test(candidate),
        }
      }),
  )
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Attributes whose value a person reads or hears. */
const READ_ATTRIBUTES = new Set([
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'label',
  'legend',
  'hint',
  'summary',
])

interface TemplateNode {
  type: number
  content?: string | TemplateNode
  children?: TemplateNode[]
  props?: { type: number; name: string; value?: { content: string } }[]
  loc: { start: { line: number } }
}

const TEXT_NODE = 2
const PLAIN_ATTRIBUTE = 6

/** Letters in a template outside `{{ }}`: a sentence that no translator will ever see. */
export function wordsInTemplates(files: readonly SourceFile[]): ContentFault[] {
  const faults: ContentFault[] = []
  for (const { file, text } of files.filter((source) => source.file.endsWith('.vue'))) {
    const template = parse(text, { sourceMap: false }).descriptor.template
    if (template?.ast) visit(template.ast as unknown as TemplateNode, file)
  }
  return faults

  function visit(node: TemplateNode, file: string): void {
    const line = node.loc.start.line
    if (node.type === TEXT_NODE && typeof node.content === 'string' && /\p{L}{2}/u.test(node.content)) {
      faults.push({ file, line, message: `words in a template: "${node.content.trim().slice(0, 40)}"` })
    }
    for (const attribute of node.props ?? []) {
      const value = attribute.value?.content ?? ''
      if (
        attribute.type === PLAIN_ATTRIBUTE &&
        READ_ATTRIBUTES.has(attribute.name) &&
        /\p{L}{2}/u.test(value)
      ) {
        faults.push({ file, line, message: `words in ${attribute.name}="${value.slice(0, 40)}"` })
      }
    }
    for (const child of node.children ?? []) visit(child, file)
  }
}
