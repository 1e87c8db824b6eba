/** Reads a JSON file so that every key knows its line; broken JSON and doubled keys are faults, never exceptions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { ContentFault } from './fault.ts'

export interface Leaf {
  /** The path of keys joined with dots: `vault.unlock.title`, or the flat key itself. */
  key: string
  value: unknown
  line: number
}

export interface JsonFile {
  file: string
  leaves: Leaf[]
  /** Undefined where the file is broken. */
  value: unknown
}

export function readJson(root: string, file: string, faults: ContentFault[]): JsonFile {
  const text = readFileSync(join(root, file), 'utf8')
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  for (const error of errors) {
    faults.push({
      file,
      line: lineAt(error.offset),
      message: `malformed JSON: ${printParseErrorCode(error.error)}`,
    })
  }
  const leaves: Leaf[] = []
  if (tree && errors.length === 0)
    walk(tree, '', leaves, (line, message) => faults.push({ file, line, message }))
  return { file, leaves, value: errors.length === 0 ? (JSON.parse(text) as unknown) : undefined }

  function walk(node: Node, key: string, into: Leaf[], fault: (line: number, message: string) => void): void {
    if (node.type !== 'object') {
      into.push({ key, value: node.value as unknown, line: lineAt(node.offset) })
      return
    }
    const seen = new Set<string>()
    for (const property of node.children ?? []) {
      const [name, value] = property.children ?? []
      if (!name || !value) continue
      const part = String(name.value)
      if (seen.has(part)) fault(lineAt(name.offset), `key stands twice: ${key ? `${key}.${part}` : part}`)
      seen.add(part)
      walk(value, key ? `${key}.${part}` : part, into, fault)
    }
  }
}
