/**
 * The content check: every text that the app asks for is there, none is there that nobody asks for, and each is
 * well formed. Faults name file and line. Runs in `npm run check:content` and stops the build.
 */
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ContentFault } from './fault.ts'
import { readJson, type JsonFile, type Leaf } from './json-lines.ts'
import { checkLanguages } from './languages/check-languages.ts'
import { faultsOfMessage } from './languages/rules/message.ts'
import { keyUses, sourceFiles, wordsInTemplates } from './source-keys.ts'
import { careProfileKeys, type CareProfileStructure } from './structure-keys.ts'
import { faultsOfDescriptor, faultsOfText } from './words.ts'

export type { ContentFault }

/** Where messages stand: the practitioner's, and those that families read. */
const MESSAGES = ['content/interface/text', 'content/family/text']
const PROFILE = 'content/graded-care-profile'
const PARTNERSHIP = 'content/partnership'
const ENGLISH = 'en-GB'

export function checkContent(root: string): ContentFault[] {
  const faults: ContentFault[] = []
  const sources = sourceFiles(root)
  checkMessages(root, sources, faults)
  checkCareProfile(root, sources, faults)
  checkPartnership(root, sources, faults)
  faults.push(...wordsInTemplates(sources), ...checkLanguages(root))
  return faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

type Sources = ReturnType<typeof sourceFiles>

function jsonIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`)
}

function checkMessages(root: string, sources: Sources, faults: ContentFault[]): void {
  const files = MESSAGES.flatMap((folder) => jsonIn(root, `${folder}/${ENGLISH}`)).map((file) =>
    readJson(root, file, faults),
  )
  const rooms = new Map<string, string>()
  for (const { file } of files) {
    const room = basename(file, '.json')
    const other = rooms.get(room)
    if (other) faults.push({ file, line: 1, message: `room stands twice: ${room} (${other})` })
    rooms.set(room, file)
  }
  const uses = keyUses(sources, [...rooms.keys()])
  const known = new Set<string>()
  for (const file of files) {
    const room = basename(file.file, '.json')
    for (const leaf of file.leaves) {
      const key = `${room}.${leaf.key}`
      known.add(key)
      const fault = (message: string) => faults.push({ file: file.file, line: leaf.line, message })
      for (const message of [...faultsOfText(leaf.value), ...faultsOfMessage(leaf.value)])
        fault(`${message}: ${key}`)
      if (!uses.some((use) => use.matches(key))) fault(`unused key: ${key}`)
    }
  }
  for (const use of uses) {
    if (![...known].some((key) => use.matches(key))) {
      const folder = dirname(dirname(rooms.get(use.key.split('.')[0] ?? '') ?? ''))
      faults.push({ file: use.file, line: use.line, message: `missing key: ${use.key} (${folder})` })
    }
  }
}

function checkCareProfile(root: string, sources: Sources, faults: ContentFault[]): void {
  const structureFile = readJson(root, `${PROFILE}/structure.json`, faults)
  if (structureFile.value === undefined) return
  const expected = careProfileKeys(structureFile.value as CareProfileStructure)
  const uses = keyUses(sources, ['tool'])
  const file = readJson(root, `${PROFILE}/text/${ENGLISH}.json`, faults)
  for (const leaf of file.leaves) {
    const fault = (message: string) =>
      faults.push({ file: file.file, line: leaf.line, message: `${message}: ${leaf.key}` })
    for (const message of faultsOfText(leaf.value)) fault(message)
    const isExpected = expected.required.has(leaf.key) || expected.optional.has(leaf.key)
    const isUsed = leaf.key.startsWith('tool.') && uses.some((use) => use.matches(leaf.key))
    if (!isExpected && !isUsed) fault('unused key')
    if (expected.descriptors.has(leaf.key) && typeof leaf.value === 'string') {
      for (const message of faultsOfDescriptor(leaf.value)) fault(message)
    }
  }
  reportMissing(file, expected.required, faults)
  for (const use of uses) {
    if (!file.leaves.some((leaf) => use.matches(leaf.key))) {
      faults.push({ file: use.file, line: use.line, message: `missing key: ${use.key} (${PROFILE})` })
    }
  }
}

/** A key that is not there has no line: the fault names the line where the list of its neighbours ends. */
function reportMissing(file: JsonFile, required: ReadonlySet<string>, faults: ContentFault[]): void {
  const present = new Map<string, Leaf>(file.leaves.map((leaf) => [leaf.key, leaf]))
  let line = 1
  for (const key of required) {
    const leaf = present.get(key)
    if (leaf) line = leaf.line
    else faults.push({ file: file.file, line: line + 1, message: `missing key: ${key}` })
  }
}

function checkPartnership(root: string, sources: Sources, faults: ContentFault[]): void {
  const file = readJson(root, `${PARTNERSHIP}/text/${ENGLISH}.json`, faults)
  const uses = keyUses(sources, ['danger'])
  for (const leaf of file.leaves) {
    const fault = (message: string) =>
      faults.push({ file: file.file, line: leaf.line, message: `${message}: ${leaf.key}` })
    for (const message of faultsOfText(leaf.value)) fault(message)
    if (!uses.some((use) => use.matches(leaf.key))) fault('unused key')
  }
  for (const use of uses) {
    if (!file.leaves.some((leaf) => use.matches(leaf.key))) {
      faults.push({ file: use.file, line: use.line, message: `missing key: ${use.key} (${PARTNERSHIP})` })
    }
  }
}
