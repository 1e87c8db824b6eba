/** One folder in one language, text by text beside the English. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReviewFile } from '../../../src/languages/review/review-schema.ts'
import type { ReviewFile } from '../../../src/languages/review/review-file.ts'
import type { ContentFault } from '../fault.ts'
import { readJson } from '../json-lines.ts'
import { faultsOfText } from '../words.ts'
import type { ChecksFile, RuleWithExceptions } from './checks-file.ts'
import { textsIn, reviewFileOf, type Folder, type Texts } from './folders.ts'
import { termsMissing, type EnglishTerm, type Term } from './glossary.ts'
import { faultsOfKeys } from './rules/keys.ts'
import { faultsOfMessage, faultsOfPlaceholders } from './rules/message.ts'
import { faultsOfNumbers } from './rules/numbers.ts'
import { faultOfStanding, standingOf } from './rules/review.ts'
import {
  faultOfFullStop,
  faultOfLatin,
  faultOfLength,
  faultOfSameWords,
  faultsOfLetters,
} from './rules/wording.ts'

export interface Language {
  tag: string
  /** From zero to nine. */
  digits: string
  terms: Readonly<Record<string, Term>>
}

export interface Rules {
  checks: ChecksFile
  terms: readonly EnglishTerm[]
  /** Notes each exception that was needed, by `exceptionId`; the others are faults. */
  used: Set<string>
}

export function exceptionId(language: string, rule: string, text: string): string {
  return `${language} ${rule} ${text}`
}

export function checkTranslation(
  root: string,
  folder: Folder,
  english: Texts,
  language: Language,
  rules: Rules,
  faults: ContentFault[],
): void {
  const { tag } = language
  const translation = textsIn(root, folder, tag, faults)
  checkKeys(english, translation, faults)
  const review = reviewIn(root, folder, tag, faults)
  for (const { key, value, file, line } of translation.texts.values()) {
    const fault = (message: string) => faults.push({ file, line, message: `${message}: ${key}` })
    const source = english.texts.get(key)?.value
    if (source === undefined) continue
    const id = `${folder.name}:${key}`
    faultsOfWords(source, value, folder.kind, language, rules, id).forEach(fault)
    if (!review) continue
    const missing = faultOfStanding(standingOf(review.file[key], source, value))
    if (missing) fault(missing)
  }
  for (const key of Object.keys(review?.file ?? {}).filter((key) => !translation.texts.has(key))) {
    faults.push({
      file: reviewFileOf(folder.name, tag),
      line: review?.lineOf(key) ?? 1,
      message: `review of a text that is not there: ${key}`,
    })
  }
}

/** Faults of a translation that stand in its words, as messages. */
export function faultsOfWords(
  english: string,
  translation: string,
  kind: Folder['kind'],
  language: Language,
  rules: Rules,
  id: string,
): string[] {
  const { tag } = language
  const unless = (rule: RuleWithExceptions, found: readonly (string | undefined)[]): string[] => {
    const named = found.filter((fault) => fault !== undefined)
    if (named.length === 0 || rules.checks.exceptions[tag]?.[rule]?.[id] === undefined) return named
    rules.used.add(exceptionId(tag, rule, id))
    return []
  }
  return [
    ...faultsThatBreak(english, translation, kind, tag),
    ...faultsOfLetters(translation, tag, rules.checks.letters[tag] ?? {}),
    ...unless('same-as-english', [faultOfSameWords(english, translation)]),
    ...unless('latin', [faultOfLatin(translation, tag, Object.keys(rules.checks.latin))]),
    ...unless('length', [faultOfLength(english, translation)]),
    ...unless('full-stop', [faultOfFullStop(english, translation)]),
    ...unless(
      'digits',
      kind === 'messages' && english.includes('|')
        ? []
        : faultsOfNumbers(english, translation, language.digits),
    ),
    ...termsMissing(english, translation, rules.terms, language.terms)
      .filter((term) => {
        if (language.terms[term]?.except?.[id] === undefined) return true
        rules.used.add(exceptionId(tag, `glossary ${term}`, id))
        return false
      })
      .map((term) => `glossary: no "${language.terms[term]?.forms.join('", "') ?? ''}" (${term})`),
  ]
}

/** Those with which a text must not even be taken in: it would show a gap, or something that nobody wrote. */
export function faultsThatBreak(
  english: string,
  translation: string,
  kind: Folder['kind'],
  language: string,
): string[] {
  return [
    ...faultsOfText(translation),
    ...(kind === 'messages' ? faultsOfMessage(translation) : []),
    ...faultsOfPlaceholders(english, translation, language),
  ]
}

function checkKeys(english: Texts, translation: Texts, faults: ContentFault[]): void {
  const inFile = (texts: Texts, index: number) =>
    [...texts.texts.values()].filter(({ file }) => file === texts.files[index])
  translation.files.forEach((file, index) => {
    const wanted = inFile(english, index).map(({ key }) => key)
    if (translation.missingFiles.includes(file)) {
      faults.push({ file, line: 1, message: `missing file: ${wanted.length} texts` })
      return
    }
    const found = inFile(translation, index)
    const lineOf = new Map(found.map(({ key, line }) => [key, line]))
    const { missing, extra, outOfOrder } = faultsOfKeys(wanted, lineOf.keys())
    // A key that is not there has no line: the fault names the line after its neighbour.
    for (const key of missing) {
      const before = wanted.slice(0, wanted.indexOf(key)).findLast((key) => lineOf.has(key))
      faults.push({ file, line: (lineOf.get(before ?? '') ?? 0) + 1, message: `missing key: ${key}` })
    }
    for (const key of extra) faults.push({ file, line: lineOf.get(key) ?? 1, message: `extra key: ${key}` })
    if (outOfOrder !== undefined) {
      const line = lineOf.get(outOfOrder) ?? 1
      faults.push({ file, line, message: `not in the order of the English: ${outOfOrder}` })
    }
  })
}

interface ReviewRead {
  file: ReviewFile
  lineOf: (key: string) => number
}

/** Undefined where there is none that can be read: one fault says so, and not one for each text. */
function reviewIn(root: string, folder: Folder, tag: string, faults: ContentFault[]): ReviewRead | undefined {
  const file = reviewFileOf(folder.name, tag)
  if (!existsSync(join(root, file))) {
    faults.push({ file, line: 1, message: 'missing file (npm run languages:review)' })
    return undefined
  }
  const { leaves, value } = readJson(root, file, faults)
  if (value === undefined) return undefined
  const lineOf = (key: string) => leaves.find((leaf) => leaf.key.startsWith(`${key}.`))?.line ?? 1
  const read = readReviewFile(readFileSync(join(root, file), 'utf8'))
  if (read.ok) return { file: read.file, lineOf }
  for (const key of read.at)
    faults.push({ file, line: lineOf(key), message: `malformed review entry: ${key}` })
  if (read.at.length === 0) faults.push({ file, line: 1, message: 'malformed: not a review file' })
  return undefined
}
