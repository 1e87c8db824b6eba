/** Numbers in a translation: the same as in the English, and in the digits that they should have. */

/** The value of a decimal digit of any script (Unicode gives each set of ten in a row, from zero). */
const DIGIT = /\p{Nd}/u
const WESTERN = '0123456789'

/** Item codes (`B1d`) and names such as GCP2. They stay as they are. */
const CODE = /\b[A-Z]+\d+[a-z]?\b/g
const EMERGENCY = /\b999\b/g
/** "grade 3", "at 4 or 5", "from 1 to 5", "5: {quality}"; not "from 5 years". */
const GRADES =
  /(?:\bgrades?(?: of)?|\bat|\bfrom) ([1-5])\b(?: (?:or|to|and) ([1-5])\b)?(?! (?:year|month|week|day))|^([1-5])(?=: \{)/gi

export function faultsOfNumbers(english: string, translation: string, ownDigits: string): string[] {
  const codes = english.match(CODE) ?? []
  const lost = codes.filter((code) => !translation.includes(code))
  if (lost.length > 0) return [`digits: ${lost.join(', ')} must stay as it is`]

  const englishNumbers = numbersIn(english.replace(CODE, ' '))
  const written = numbersIn(translation.replace(CODE, ' '))
  if (sorted(englishNumbers.map(valueOf)) !== sorted(written.map(valueOf))) {
    return [`digits: ${shown(written)} where the English has ${shown(englishNumbers)}`]
  }
  const toStay = numbersThatStay(english)
  const western = written.filter((number) => Array.from(number).every((digit) => WESTERN.includes(digit)))
  for (const number of toStay) {
    const at = western.indexOf(number)
    if (at < 0) return [`digits: ${number} must be in Western digits`]
    western.splice(at, 1)
    written.splice(written.indexOf(number), 1)
  }
  const foreign = written.filter((number) => Array.from(number).some((digit) => !ownDigits.includes(digit)))
  return foreign.length > 0 ? [`digits: ${foreign.join(', ')} is not in the digits of this language`] : []
}

/** Digits in a row, as they are written. */
export function numbersIn(text: string): string[] {
  return text.match(/\p{Nd}+/gu) ?? []
}

/** `٣` and `3` are both `3`. */
export function valueOf(number: string): string {
  return Array.from(number, (digit) => String(digitValue(digit))).join('')
}

/** Grades and the emergency number are read beside the English and dialled as they stand. */
function numbersThatStay(english: string): string[] {
  const grades = [...english.matchAll(GRADES)].flatMap(([, first, second, label]) => [first, second, label])
  return [...(english.match(EMERGENCY) ?? []), ...grades.filter((grade) => grade !== undefined)]
}

function digitValue(digit: string): number {
  let value = 0
  for (let code = (digit.codePointAt(0) ?? 0) - 1; DIGIT.test(String.fromCodePoint(code)); code -= 1)
    value += 1
  // Sets of ten can follow one another without a gap.
  return value % WESTERN.length
}

function sorted(numbers: string[]): string {
  return numbers.sort().join()
}

function shown(numbers: readonly string[]): string {
  return numbers.join(', ') || 'none'
}
