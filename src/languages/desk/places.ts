/**
 * Where a text stands, so that nobody translates a line without its neighbours: which part of the toolkit, which item, which
 * grade of how many. Read from the structure of the tool where it has one, and from the key otherwise.
 */

/** A piece of work that fits an evening: one sub-area, or the words of one kind of page. */
export interface Part {
  /** `folder/A1`. */
  id: string
  folder: string
  /** `A1`, or the file of messages. Undefined: the rest of the folder. */
  code: string | undefined
  /** The text that names it, in the same folder. */
  nameKey: string | undefined
}

export interface Place {
  /** Texts with the same group stand under one heading. `A1a.baby`. */
  group: string
  /** `A1a`, where the tool knows it by that. */
  code: string | undefined
  /** The texts that make the heading, in the same folder: the item's name, its age band. */
  groupKeys: readonly string[]
  what:
    | { kind: 'grade'; grade: number; keys: readonly string[] }
    | { kind: 'said-of'; role: TextRole }
    | { kind: 'other' }
}

const ROLES = ['name', 'about', 'note', 'band', 'lookFor'] as const
export type TextRole = (typeof ROLES)[number]

export interface Places {
  parts: readonly Part[]
  at(key: string): { part: string; place: Place }
}

/** What is needed of content/<tool>/structure.json. */
interface Structure {
  areas: { id: string; subAreas: { id: string; items: { id: string }[] }[] }[]
}

export function placesOf(folder: string, keys: readonly string[], structure: unknown): Places {
  return hasAreas(structure) ? placesInTool(folder, keys, structure) : placesInRooms(folder, keys)
}

function hasAreas(structure: unknown): structure is Structure {
  return typeof structure === 'object' && structure !== null && 'areas' in structure
}

function placesInTool(folder: string, keys: readonly string[], structure: Structure): Places {
  const known = new Set(keys)
  const rest = partOf(folder, undefined, undefined)
  const parts = [rest]
  /** By the first piece of a key: `A1` and `A1a` both lie in A1. */
  const partAt = new Map<string, Part>()
  for (const { id, items } of structure.areas.flatMap((area) => area.subAreas)) {
    const part = partOf(folder, id, `${id}.name`)
    parts.push(part)
    for (const piece of [id, ...items.map((item) => item.id)]) partAt.set(piece, part)
  }
  const codes = new Set([...partAt.keys(), ...structure.areas.map(({ id }) => id)])
  return {
    parts,
    at: (key) => {
      const pieces = key.split('.')
      const [first = ''] = pieces
      const group = groupOf(pieces)
      return {
        part: (partAt.get(first) ?? rest).id,
        place: {
          group,
          code: codes.has(first) ? first : undefined,
          groupKeys: [`${first}.name`, `${group}.band`].filter((name) => known.has(name)),
          what: whatOf(pieces, known),
        },
      }
    },
  }
}

const IS_GRADE = /^\d$/

/** The name of an item goes with the item; `A1a.baby.lookFor` and `A1a.baby.3` belong together. */
function groupOf(pieces: readonly string[]): string {
  const grade = pieces.findIndex((piece) => IS_GRADE.test(piece))
  const end = grade === -1 ? pieces.length - 1 : grade
  return pieces.slice(0, Math.max(end, 1)).join('.')
}

function whatOf(pieces: readonly string[], known: ReadonlySet<string>): Place['what'] {
  const at = pieces.findIndex((piece) => IS_GRADE.test(piece))
  if (at !== -1) {
    const keys = Array.from({ length: 9 }, (_, index) => pieces.with(at, String(index + 1)).join('.'))
    return { kind: 'grade', grade: Number(pieces[at]), keys: keys.filter((key) => known.has(key)) }
  }
  const role = ROLES.find((each) => each === pieces.at(-1))
  return role ? { kind: 'said-of', role } : { kind: 'other' }
}

/** Messages: a part for each file where keys begin with it, one part where the folder is one file. */
function placesInRooms(folder: string, keys: readonly string[]): Places {
  const rooms = [...new Set(keys.map((key) => key.split('.')[0] ?? ''))]
  const nests = keys.some((key) => key.split('.').length > 2)
  const parts = nests
    ? rooms.map((room) => partOf(folder, room, undefined))
    : [partOf(folder, undefined, undefined)]
  return {
    parts,
    at: (key) => {
      const pieces = key.split('.')
      return {
        part: partId(folder, nests ? pieces[0] : undefined),
        place: {
          group: pieces.length > 2 ? pieces.slice(0, 2).join('.') : (pieces[0] ?? ''),
          code: undefined,
          groupKeys: [],
          what: { kind: 'other' },
        },
      }
    },
  }
}

function partOf(folder: string, code: string | undefined, nameKey: string | undefined): Part {
  return { id: partId(folder, code), folder, code, nameKey }
}

function partId(folder: string, code: string | undefined): string {
  return code === undefined ? folder : `${folder}/${code}`
}
