/**
 * Reads XLIFF 1.2 that came back from a translator, an agency or Weblate. Nothing in it is believed: a document type (and with
 * it every entity but XML's own five) is refused, and so is a text that this content does not have.
 */
import { parseXml, XmlCdata, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml'
import type { ReviewStatus } from '../../../../src/languages/review/review-file.ts'
import { NAMESPACE, statusOf } from './states.ts'

export interface ReadUnit {
  folder: string
  key: string
  source: string
  /** Undefined where there is none, or an empty one. */
  target: string | undefined
  status: ReviewStatus
  /** Who checked it, and the day: of the phase that the target names. */
  by?: string
  on?: string
  line: number
}

export interface XliffFault {
  line: number
  message: string
}

/** `faults`: of single texts, which are left out. A file that cannot be trusted as a whole is not ok. */
export type XliffRead =
  | { ok: true; language: string; units: ReadUnit[]; faults: XliffFault[] }
  | { ok: false; faults: XliffFault[] }

export interface XliffLimits {
  /** Translations on offer. */
  languages: readonly string[]
  knows: (folder: string, key: string) => boolean
}

/** A file of this size holds ten times all texts with their notes. */
export const MOST_XLIFF_BYTES = 20 * 1024 * 1024
const MOST_FAULTS = 20
const MOST_LETTERS_SHOWN = 60

/** Where a fault makes the whole file untrustworthy. */
class Refused extends Error {
  readonly faults: XliffFault[]

  constructor(faults: XliffFault[]) {
    super('refused')
    this.faults = faults
  }
}

export function readXliff(text: string, limits: XliffLimits): XliffRead {
  try {
    return read(text, limits)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, faults: error.faults.slice(0, MOST_FAULTS) }
    // The parser, and what is below, goes down into each element: elements in elements without end leave no room.
    if (error instanceof RangeError) {
      return { ok: false, faults: [{ line: 1, message: 'broken XML: nested too deeply' }] }
    }
    throw error
  }
}

function refuse(line: number, message: string): never {
  throw new Refused([{ line, message }])
}

function read(text: string, limits: XliffLimits): XliffRead {
  const lineAt = lineFinder(text)
  const root = rootOf(text, lineAt)
  const faults: XliffFault[] = []
  const units: ReadUnit[] = []
  const languages = new Set<string>()
  for (const file of children(root, 'file')) {
    languages.add(languageOf(file, limits, lineAt))
    const phases = phasesOf(file)
    for (const body of children(file, 'body')) {
      for (const unit of transUnits(body)) {
        const found = readUnit(unit, file.attributes.original ?? '', phases, lineAt(unit.start))
        if ('message' in found) faults.push(found)
        else units.push(found)
        checkTargetLanguage(unit, languages, lineAt)
      }
    }
  }
  const [language, other] = languages
  if (language === undefined) refuse(1, 'no <file> in it')
  if (other !== undefined) refuse(1, `more than one language: ${[...languages].map(shown).join(', ')}`)
  refuseUnknown(units, limits)
  return { ok: true, language, units, faults }
}

function rootOf(text: string, lineAt: (offset: number) => number): XmlElement {
  const declaration = /<!(?:DOCTYPE|ENTITY)/i.exec(text)
  if (declaration) refuse(lineAt(declaration.index), 'a document type or entity, which is not allowed')
  const document = parsed(text)
  const { root } = document
  if (root?.name !== 'xliff' || root.attributes.xmlns !== NAMESPACE || root.attributes.version !== '1.2') {
    refuse(root ? lineAt(root.start) : 1, 'not XLIFF 1.2')
  }
  return root
}

function parsed(text: string) {
  try {
    return parseXml(text, { includeOffsets: true })
  } catch (error) {
    if (error instanceof XmlError) refuse(error.line, `broken XML: ${error.message.split('\n')[0] ?? ''}`)
    throw error
  }
}

/** The language of a file, which must be one that is translated here, and translated from English. */
function languageOf(file: XmlElement, limits: XliffLimits, lineAt: (offset: number) => number): string {
  const line = lineAt(file.start)
  const { 'source-language': source = '', 'target-language': target = '' } = file.attributes
  if (!/^en\b/i.test(source)) refuse(line, `wrong language: source-language is ${shown(source)}`)
  if (!limits.languages.includes(target)) refuse(line, `wrong language: target-language is ${shown(target)}`)
  return target
}

function checkTargetLanguage(
  unit: XmlElement,
  languages: ReadonlySet<string>,
  lineAt: (offset: number) => number,
): void {
  for (const target of children(unit, 'target')) {
    const language = target.attributes['xml:lang']
    if (language !== undefined && !languages.has(language)) {
      refuse(lineAt(target.start), `wrong language: a target is in ${shown(language)}`)
    }
  }
}

function refuseUnknown(units: readonly ReadUnit[], limits: XliffLimits): void {
  const seen = new Set<string>()
  const faults = units.flatMap(({ folder, key, line }) => {
    const id = `${folder}:${key}`
    const isTwice = seen.size === seen.add(id).size
    if (!limits.knows(folder, key)) return [{ line, message: `no such text here: ${shown(id)}` }]
    return isTwice ? [{ line, message: `stands twice: ${shown(id)}` }] : []
  })
  if (faults.length > 0) throw new Refused(faults)
}

type Phases = ReadonlyMap<string, { by: string; on: string }>

function phasesOf(file: XmlElement): Phases {
  const phases = children(file, 'header')
    .flatMap((header) => children(header, 'phase-group'))
    .flatMap((group) => children(group, 'phase'))
  return new Map(
    phases.map(({ attributes }) => [
      attributes['phase-name'] ?? '',
      // A moment, of which the day counts.
      { by: attributes['contact-name'] ?? '', on: (attributes.date ?? '').slice(0, 'YYYY-MM-DD'.length) },
    ]),
  )
}

function readUnit(unit: XmlElement, folder: string, phases: Phases, line: number): ReadUnit | XliffFault {
  const key = unit.attributes.id ?? ''
  const [source] = children(unit, 'source')
  const [target] = children(unit, 'target')
  const english = source && wordsOf(source)
  const words = target && wordsOf(target)
  if (english === undefined) return { line, message: `no source, or one with markup: ${shown(key)}` }
  if (target && words === undefined) return { line, message: `markup in the target: ${shown(key)}` }
  const phase = phases.get(target?.attributes['phase-name'] ?? '')
  return {
    folder,
    key,
    source: english,
    target: words === '' ? undefined : words,
    status: statusOf(target?.attributes.state, unit.attributes.approved === 'yes'),
    ...phase,
    line,
  }
}

/** The words of a source or target. Marks of segments, which translation programs put in, say nothing; other markup would be lost. */
function wordsOf(element: XmlElement): string | undefined {
  let words = ''
  for (const child of element.children) {
    if (child instanceof XmlText || child instanceof XmlCdata) words += child.text
    else if (child instanceof XmlElement) {
      const inner = child.name === 'mrk' ? wordsOf(child) : undefined
      if (inner === undefined) return undefined
      words += inner
    }
  }
  return words
}

function transUnits(parent: XmlElement): XmlElement[] {
  return children(parent).flatMap((child) => {
    if (child.name === 'group') return transUnits(child)
    return child.name === 'trans-unit' ? [child] : []
  })
}

function children(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || child.name === name),
  )
}

/** Of something foreign that goes to a terminal: short, and without characters that a terminal acts on. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, MOST_LETTERS_SHOWN))
}

function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at)
  return (offset) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
