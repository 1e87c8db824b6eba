/**
 * The check of translations: every language on offer is whole in every folder that families read, each text still belongs to
 * its English, and what can be seen of its quality by a machine is right. A language that is half there must not be offered.
 */
import type { ContentFault } from '../fault.ts'
import { checkTranslation, exceptionId, type Language, type Rules } from './check-translation.ts'
import { CHECKS_FILE, readChecksFile } from './checks-file.ts'
import { ENGLISH_ONLY, familyFolders, foldersWithText, languagesIn, namesIn, textsIn } from './folders.ts'
import { englishTerms, glossaryFile, termsIn } from './glossary.ts'
import { ENGLISH, listedLanguages, translationsAmong, type ListedLanguage } from './listed.ts'
import { faultsOfForms } from './rules/message.ts'
import { faultOfTable } from './readme-table.ts'

/** Where a language says which digits it writes with. */
const DIGITS = { folder: 'family', key: 'calendar.digits' }
const WESTERN_DIGITS = '0123456789'

export function checkLanguages(root: string): ContentFault[] {
  const faults: ContentFault[] = []
  const languages = listedLanguages(root, faults)
  checkUnlisted(root, languages, faults)
  const translations = translationsAmong(languages)
  const rules: Rules = {
    checks: readChecksFile(root, faults),
    terms: translations.length > 0 ? englishTerms(root, faults) : [],
    used: new Set(),
  }
  const folders = familyFolders(root)
  // Faults of the English by itself are named by the check of its own keys.
  const english = new Map(folders.map((folder) => [folder.name, textsIn(root, folder, ENGLISH, [])]))
  for (const folder of folders.filter(({ kind }) => kind === 'messages')) checkEnglishForms(folder.name)

  for (const { tag } of translations) {
    const terms = termsIn(root, tag, faults)
    const language: Language = { tag, terms: terms ?? {}, digits: digitsOf(root, tag) }
    if (terms) checkTerms(language, rules, faults)
    for (const folder of folders) {
      const source = english.get(folder.name)
      if (source) checkTranslation(root, folder, source, language, rules, faults)
    }
    checkTermExceptions(language, rules, faults)
  }
  checkExceptions(rules, faults)
  faults.push(...faultOfTable(root))
  return faults

  function checkEnglishForms(folder: string): void {
    for (const { key, value, file, line } of english.get(folder)?.texts.values() ?? []) {
      for (const message of faultsOfForms(value, ENGLISH)) {
        faults.push({ file, line, message: `${message}: ${key}` })
      }
    }
  }
}

/** Texts in a language that is not offered are never seen, and nobody keeps them right. */
function checkUnlisted(root: string, languages: readonly ListedLanguage[], faults: ContentFault[]): void {
  const listed = new Set(languages.map(({ tag }) => tag))
  const fault = (file: string, message: string) => faults.push({ file, line: 1, message })
  for (const folder of foldersWithText(root)) {
    for (const language of languagesIn(root, folder)) {
      const place = `content/${folder}/text/${language}`
      if (ENGLISH_ONLY.has(folder) && language !== ENGLISH) fault(place, 'this folder is in English only')
      else if (!listed.has(language)) fault(place, 'language is not in content/languages.json')
    }
    for (const name of namesIn(root, `content/${folder}/review`)) {
      const language = name.replace(/\.json$/, '')
      if (language === ENGLISH || ENGLISH_ONLY.has(folder) || !listed.has(language)) {
        fault(`content/${folder}/review/${name}`, 'review of a language that is not translated here')
      }
    }
  }
  for (const name of namesIn(root, 'content/glossary')) {
    if (!listed.has(name.replace(/\.json$/, ''))) {
      fault(`content/glossary/${name}`, 'language is not in content/languages.json')
    }
  }
}

function digitsOf(root: string, tag: string): string {
  const folder = familyFolders(root).find(({ name }) => name === DIGITS.folder)
  const written = folder && textsIn(root, folder, tag, []).texts.get(DIGITS.key)?.value
  return written ?? WESTERN_DIGITS
}

function checkTerms({ tag, terms }: Language, rules: Rules, faults: ContentFault[]): void {
  const file = glossaryFile(tag)
  const wanted = new Set(rules.terms.map(({ id }) => id))
  for (const id of wanted) {
    if (!Object.hasOwn(terms, id)) faults.push({ file, line: 1, message: `missing term: ${id}` })
  }
  for (const id of Object.keys(terms)) {
    if (!wanted.has(id)) faults.push({ file, line: 1, message: `extra term: ${id}` })
  }
}

function checkTermExceptions({ tag, terms }: Language, rules: Rules, faults: ContentFault[]): void {
  for (const [id, { except }] of Object.entries(terms)) {
    for (const text of Object.keys(except ?? {})) {
      if (rules.used.has(exceptionId(tag, `glossary ${id}`, text))) continue
      faults.push({
        file: glossaryFile(tag),
        line: 1,
        message: `exception that nothing needs: ${id}, ${text}`,
      })
    }
  }
}

function checkExceptions({ checks, used }: Rules, faults: ContentFault[]): void {
  for (const [tag, byRule] of Object.entries(checks.exceptions)) {
    for (const [rule, texts] of Object.entries(byRule)) {
      for (const text of Object.keys(texts)) {
        if (used.has(exceptionId(tag, rule, text))) continue
        faults.push({
          file: CHECKS_FILE,
          line: 1,
          message: `exception that nothing needs: ${tag}, ${rule}, ${text}`,
        })
      }
    }
  }
}
