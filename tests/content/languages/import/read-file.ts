/** Reads a file that somebody sent: XLIFF or a desk file, told apart by how it begins. */
import { readFileSync, statSync } from 'node:fs'
import {
  MOST_DESK_BYTES,
  readDeskFile,
  type DeskFault,
  type DeskLimits,
} from '../../../../src/languages/review/desk-file.ts'
import { MOST_XLIFF_BYTES, readXliff } from '../xliff/read.ts'
import { proposalsOfDesk, proposalsOfXliff, type Proposal, type Reviewer } from './proposal.ts'

/** `faults`: lines to print. Those of a file that is ok are of texts which are left out. */
export type FileRead =
  { ok: true; language: string; proposals: Proposal[]; faults: string[] } | { ok: false; faults: string[] }

export function readSentFile(path: string, limits: DeskLimits, reviewer?: Reviewer): FileRead {
  const { size } = statSync(path)
  if (size > MOST_XLIFF_BYTES) return { ok: false, faults: [tooBig(size, MOST_XLIFF_BYTES)] }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return { ok: false, faults: ['not a text in UTF-8'] }
  }
  if (text.trimStart().startsWith('<')) return fromXliff(text, limits, reviewer)
  const read = readDeskFile(text, limits)
  if (read.ok) {
    return { ok: true, language: read.file.language, proposals: proposalsOfDesk(read.file), faults: [] }
  }
  const where = read.at.length > 0 ? `: ${read.at.map((at) => JSON.stringify(at)).join(', ')}` : ''
  return { ok: false, faults: [DESK_FAULTS[read.fault] + where] }
}

function fromXliff(text: string, limits: DeskLimits, reviewer?: Reviewer): FileRead {
  const read = readXliff(text, limits)
  const faults = read.faults.map(({ line, message }) => `line ${line}: ${message}`)
  if (!read.ok) return { ok: false, faults }
  return { ok: true, language: read.language, proposals: proposalsOfXliff(read.units, reviewer), faults }
}

const DESK_FAULTS: Readonly<Record<DeskFault, string>> = {
  'too-big': `too big: more than ${MOST_DESK_BYTES} bytes`,
  'not-json': 'neither XLIFF nor a file of the translator\u2019s desk',
  'other-format': 'not a file of the translator\u2019s desk',
  'other-version': 'a file of another version of the translator\u2019s desk',
  malformed: 'malformed',
  'unknown-language': 'wrong language',
  'unknown-texts': 'no such text here',
  'doubled-texts': 'stands twice',
  'no-reviewer': 'something is checked and nobody is named',
}

function tooBig(size: number, most: number): string {
  return `too big: ${size} bytes, and ${most} is the most`
}
