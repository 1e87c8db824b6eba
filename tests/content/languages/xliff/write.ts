/** Texts in one language as XLIFF 1.2, as translation agencies and Weblate take it. */
import type { ReviewEntry } from '../../../../src/languages/review/review-file.ts'
import { ENGLISH } from '../listed.ts'
import { standingOf, type Standing } from '../rules/review.ts'
import { NAMESPACE, STATE_OF } from './states.ts'

export interface Unit {
  key: string
  english: string
  /** Undefined where it is not translated. */
  translation: string | undefined
  entry: ReviewEntry | undefined
  notes: readonly string[]
}

export interface UnitsOfFolder {
  folder: string
  units: readonly Unit[]
}

/** Throws on a text with a character that XML cannot hold: the content check names it. */
export function writeXliff(language: string, folders: readonly UnitsOfFolder[]): string {
  const files = folders.map(({ folder, units }) => fileOf(language, folder, units))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="${NAMESPACE}">\n${files.join('')}</xliff>\n`
}

function fileOf(language: string, folder: string, units: readonly Unit[]): string {
  const reviews = [...new Set(units.map(reviewOf).filter((review) => review !== undefined))]
  const phases = reviews.map((review, index) => {
    const [by, on] = JSON.parse(review) as [string, string]
    return `        <phase phase-name="review-${index + 1}" process-name="review" contact-name="${attribute(by)}" date="${on}T00:00:00Z"/>\n`
  })
  const header =
    phases.length > 0
      ? `    <header>\n      <phase-group>\n${phases.join('')}      </phase-group>\n    </header>\n`
      : ''
  return `  <file original="${attribute(folder)}" source-language="${ENGLISH}" target-language="${language}" datatype="plaintext" xml:space="preserve">
${header}    <body>
${units.map((unit) => unitText(language, unit, reviews)).join('')}    </body>
  </file>
`
}

/** Who checked it and when, as one text; undefined where nobody has, or where what they said no longer holds. */
function reviewOf(unit: Unit): string | undefined {
  const standing = standingNow(unit)
  const { by = '', on = '' } = unit.entry ?? {}
  return standing === 'checked' || standing === 'approved' ? JSON.stringify([by, on]) : undefined
}

function standingNow({ entry, english, translation }: Unit): Standing {
  return translation === undefined ? 'none' : standingOf(entry, english, translation)
}

function unitText(language: string, unit: Unit, reviews: readonly string[]): string {
  const standing = standingNow(unit)
  const status = standing === 'checked' || standing === 'approved' ? standing : 'draft'
  const review = reviewOf(unit)
  const phase = review === undefined ? '' : ` phase-name="review-${reviews.indexOf(review) + 1}"`
  const target =
    unit.translation === undefined
      ? ''
      : `        <target xml:lang="${language}" state="${STATE_OF[status]}"${phase}>${content(unit.translation)}</target>\n`
  const notes = unit.notes.map((note) => `        <note from="developer">${content(note)}</note>\n`)
  return `      <trans-unit id="${attribute(unit.key)}" approved="${status === 'approved' ? 'yes' : 'no'}" xml:space="preserve">
        <source xml:lang="${ENGLISH}">${content(unit.english)}</source>
${target}${notes.join('')}      </trans-unit>
`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader turns these into a line feed or a space where they stand as they are.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** XML 1.0, production 2: what is not a character may not even be written as a reference. */
const NOT_A_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

function content(text: string): string {
  if (NOT_A_CHARACTER.test(text)) throw new Error(`a character that XML cannot hold: ${JSON.stringify(text)}`)
  return text.replace(/[&<>\r]/g, (letter) => ESCAPES[letter] ?? letter)
}

function attribute(text: string): string {
  return content(text).replace(/["\n\t]/g, (letter) => ESCAPES[letter] ?? letter)
}
