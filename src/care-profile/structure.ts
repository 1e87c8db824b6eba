/**
 * What the Graded Care Profile is made of: areas, sub-areas, items and age bands, read from content/ once (domain.md 1.3).
 * Ids and ages only; the words are in text/.
 */
import * as v from 'valibot'
import stored from '@content/graded-care-profile/structure.json'

/** Ages are in completed months, `fromMonths` included and `toMonths` not; null is no upper end. */
export interface AgeRange {
  readonly fromMonths: number
  readonly toMonths: number | null
}

/** One of several wordings of an item, by the child's age (or stage). */
export interface Band extends AgeRange {
  readonly id: string
}

export interface Item {
  readonly id: string
  /** Outside these ages the item is not asked about. Without them it is for every child. */
  readonly ages: AgeRange
  /** Empty where one wording serves every age; else the bands meet without gap or overlap. */
  readonly bands: readonly Band[]
  /** `development`: the practitioner may choose the band that fits this child's stage; age only proposes one. */
  readonly bandBy: 'age' | 'development'
}

export interface SubArea {
  readonly id: string
  readonly items: readonly Item[]
  /** C2: may be set aside when the child's own difficulty would make the grade unfair (domain.md 1.4 R9). */
  readonly mayBeUnreliable: boolean
}

export interface Area {
  readonly id: string
  readonly subAreas: readonly SubArea[]
}

export interface Structure {
  readonly areas: readonly Area[]
}

const months = v.pipe(v.number(), v.integer(), v.minValue(0))
const ageRange = { fromMonths: months, toMonths: v.nullable(months) }
const isSpan = (range: AgeRange) => range.toMonths === null || range.toMonths > range.fromMonths

const bandSchema = v.pipe(
  v.strictObject({ id: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/)), ...ageRange }),
  v.check((range) => isSpan(range), 'a band ends before it begins'),
)

const itemSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[A-D][1-9][a-z]$/)),
    fromMonths: v.optional(months, 0),
    toMonths: v.optional(v.nullable(months), null),
    bandBy: v.optional(v.picklist(['age', 'development']), 'age'),
    bands: v.optional(v.array(bandSchema), []),
  }),
  v.check((range) => isSpan(range), 'an item ends before it begins'),
  v.transform(({ id, fromMonths, toMonths, bandBy, bands }): Item => ({
    id,
    ages: { fromMonths, toMonths },
    bandBy,
    bands,
  })),
  v.check((item) => bandsCoverAges(item), 'the bands leave an age out, or two hold one age'),
)

const subAreaSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-D][1-9]$/)),
  items: v.pipe(v.array(itemSchema), v.minLength(1)),
  mayBeUnreliable: v.optional(v.boolean(), false),
})

const structureSchema: v.GenericSchema<unknown, Structure> = v.pipe(
  v.strictObject({
    areas: v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[A-D]$/)),
        subAreas: v.pipe(v.array(subAreaSchema), v.minLength(1)),
      }),
    ),
  }),
  v.check(
    ({ areas }) => everyIdSaysWhereItStands(areas),
    'an id does not begin with that of its area or sub-area',
  ),
  v.check(({ areas }) => new Set(idsOf(areas)).size === idsOf(areas).length, 'an id stands twice'),
)

/** Throws on content that is not right: the build's check of content is meant to stop that. */
export function parseStructure(content: unknown): Structure {
  return v.parse(structureSchema, content)
}

/** The structure that ships with the toolkit. */
export const structure: Structure = parseStructure(stored)

export function isInAges(range: AgeRange, ageMonths: number): boolean {
  return ageMonths >= range.fromMonths && (range.toMonths === null || ageMonths < range.toMonths)
}

function bandsCoverAges({ ages, bands }: Item): boolean {
  if (bands.length === 0) return true
  const meets = bands.every(
    (band, place) => band.fromMonths === (bands[place - 1]?.toMonths ?? ages.fromMonths),
  )
  return meets && bands.at(-1)?.toMonths === ages.toMonths
}

function everyIdSaysWhereItStands(areas: readonly Area[]): boolean {
  return areas.every((area) =>
    area.subAreas.every(
      (subArea) =>
        subArea.id.startsWith(area.id) && subArea.items.every((item) => item.id.startsWith(subArea.id)),
    ),
  )
}

function idsOf(areas: readonly Area[]): string[] {
  return areas.flatMap((area) => [
    area.id,
    ...area.subAreas.flatMap((subArea) => [subArea.id, ...subArea.items.map((item) => item.id)]),
  ])
}
