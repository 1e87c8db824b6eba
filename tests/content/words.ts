/** What every sentence must be, and what a descriptor must be beside (the project's rules for words). */
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** Flesch-Kincaid grade 6.5 is a reading age of about eleven and a half; single texts scatter around it. */
const HIGHEST_READING_GRADE = 7
const DESCRIPTOR_WORDS = { least: 15, most: 55 }

/** Words that blame, label, guess at the family's shape, or belong to a profession rather than to a parent. */
const NOT_IN_A_DESCRIPTOR =
  /\b(mums?|dads?|mummy|daddy|mothers?|fathers?|he|she|his|hers?|him|lazy|chaotic|neglect\w*|poor|inadequate\w*|(in)?appropriate\w*|fail(s|ed|ing|ure)?|did not attend|parenting|stimulat\w*|interact\w*|utensils?)\b/i

/** Faults of any sentence for people, as messages. */
export function faultsOfText(text: unknown): string[] {
  if (typeof text !== 'string') return ['malformed: not a text']
  const faults: string[] = []
  if (text.trim() === '') faults.push('malformed: empty')
  else if (text !== text.trim()) faults.push('malformed: space at an end')
  if (/ {2}/.test(text)) faults.push('malformed: two spaces together')

  if (/[\u0000-\u001f\u007f\u202a-\u202e\ufffd]/.test(text)) faults.push('malformed: a control character')
  if (/<\/?[a-z]/i.test(text)) faults.push('malformed: looks like HTML')
  if (text !== text.normalize('NFC')) faults.push('malformed: not in Unicode form NFC')
  return faults
}

export function faultsOfDescriptor(text: string): string[] {
  const faults: string[] = []
  const words = text.match(/[\w'-]+/g) ?? []
  const sentences = text.split(/[.?!]+\s*/).filter((part) => part !== '')
  if (words.length < DESCRIPTOR_WORDS.least || words.length > DESCRIPTOR_WORDS.most) {
    faults.push(`${words.length} words (${DESCRIPTOR_WORDS.least} to ${DESCRIPTOR_WORDS.most})`)
  }
  const grade = fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllable(text) })
  if (grade > HIGHEST_READING_GRADE) faults.push(`too hard to read: school grade ${grade.toFixed(1)}`)
  const forbidden = NOT_IN_A_DESCRIPTOR.exec(text)
  if (forbidden) faults.push(`not a word for a descriptor: ${forbidden[0]}`)
  if (!text.endsWith('.')) faults.push('no full stop')
  return faults
}
