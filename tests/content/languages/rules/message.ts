/** Whether a translation still works as a message: placeholders, plural forms, syntax. */
import { baseCompile } from '@intlify/message-compiler'
import {
  formsOf,
  hasRightForms,
  hasRightPlaceholders,
  placeholdersOf,
  pluralCount,
} from '../../../../src/languages/review/placeholders.ts'

/** Faults of a message by itself. */
export function faultsOfMessage(text: unknown): string[] {
  if (typeof text !== 'string') return []
  const faults: string[] = []
  baseCompile(text, { onError: (error) => faults.push(`malformed message: ${error.message}`) })
  return faults
}

/** Faults of English by itself: it has one form, or one for each kind of number. */
export function faultsOfForms(text: unknown, language: string): string[] {
  if (typeof text !== 'string') return []
  const forms = formsOf(text).length
  return forms === 1 || forms === pluralCount(language) ? [] : [formsFault(forms, pluralCount(language))]
}

/** Faults of a translation beside its English. */
export function faultsOfPlaceholders(english: string, translation: string, language: string): string[] {
  const faults: string[] = []
  if (!hasRightForms(english, translation, language)) {
    const wanted = formsOf(english).length > 1 ? pluralCount(language) : 1
    faults.push(formsFault(formsOf(translation).length, wanted))
  }
  if (!hasRightPlaceholders(english, translation, language)) {
    faults.push(
      `placeholder-broken: ${named(translation)} where the English has ${named(formsOf(english).at(-1) ?? '')}`,
    )
  }
  return faults
}

function formsFault(found: number, wanted: number): string {
  return `${found} plural forms in place of ${wanted === 1 ? '1' : `1 or ${wanted}`}`
}

function named(text: string): string {
  return placeholdersOf(text).join(' ') || 'none'
}
