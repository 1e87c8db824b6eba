/** Which items are asked about for a child of an age, in which band's words, and what each stands at (domain.md 1.3, R8). */
import { ageInMonths } from '@/children/age.ts'
import type { Birth } from '@/children/child.ts'
import type { CivilDate } from '@/children/civil-date.ts'
import { recordOf, type Assessment, type ItemOutcome } from './assessment.ts'
import type { Grade } from './scoring.ts'
import { isInAges, type Item, type Structure } from './structure.ts'

export interface ListedItem {
  id: string
  areaId: string
  subAreaId: string
  /** Left out where one wording serves every age. */
  band?: string
  /** Where the practitioner may choose another band by the child's stage: all of them. */
  bandChoice?: string[]
  /** What the item's tool text keys begin with: `A1a.baby` or `A2a`; `.lookFor`, `.1` to `.5` follow. */
  textKey: string
}

/** Bands the practitioner chose, by item id, for items that go by development. */
export type ChosenBands = Readonly<Record<string, string>>

/** `ageMonths` is the age on the assessment date. 29 items for a child under 2, 32 from 2 on. */
export function itemsFor(structure: Structure, ageMonths: number, chosen: ChosenBands = {}): ListedItem[] {
  return structure.areas.flatMap((area) =>
    area.subAreas.flatMap((subArea) =>
      subArea.items
        .filter((item) => isInAges(item.ages, ageMonths))
        .map((item): ListedItem => {
          const band = bandFor(item, ageMonths, chosen[item.id])
          return {
            id: item.id,
            areaId: area.id,
            subAreaId: subArea.id,
            ...(band !== undefined && { band }),
            ...(item.bandBy === 'development' && { bandChoice: item.bands.map(({ id }) => id) }),
            textKey: band === undefined ? item.id : `${item.id}.${band}`,
          }
        }),
    ),
  )
}

export type ItemList =
  | { status: 'ready'; ageMonths: number; items: ListedItem[] }
  /** Without an age no band can be picked: the date of birth is wanted first, or the child is not born by then. */
  | { status: 'no-age'; reason: 'birth-unknown' | 'not-yet-born' }

/** The list for an assessment: age on its date, bands as chosen in it. */
export function itemListOf(structure: Structure, assessment: Assessment, birth: Birth): ItemList {
  const age = ageForAssessment(birth, assessment.on)
  if (age.status === 'no-age') return age
  return { ...age, items: itemsFor(structure, age.ageMonths, chosenBands(assessment)) }
}

/** Whether an assessment can be made on that day; a screen asks before one is begun. */
export function ageForAssessment(
  birth: Birth,
  on: CivilDate,
): { status: 'ready'; ageMonths: number } | Extract<ItemList, { status: 'no-age' }> {
  const ageMonths = ageInMonths(birth, on)
  if (ageMonths !== undefined) return { status: 'ready', ageMonths }
  return { status: 'no-age', reason: birth.kind === 'unknown' ? 'birth-unknown' : 'not-yet-born' }
}

/**
 * How an item stands. `other-band`: it was graded from the words for another age, because the date of birth or of the
 * assessment changed since; the grade is kept and shown, and counts for nothing until it is graded again.
 */
export type Standing =
  ItemOutcome | { readonly state: 'other-band'; readonly grade: Grade; readonly band?: string }

export function standingOf(item: ListedItem, assessment: Assessment): Standing {
  const { outcome, band } = recordOf(assessment, item.id)
  if (outcome.state !== 'graded' || band === item.band) return outcome
  return { state: 'other-band', grade: outcome.grade, ...(band !== undefined && { band }) }
}

/**
 * Items that hold a grade, a reason or evidence but are not for a child of this age (any more). They are left out of the
 * arithmetic, and shown, so that nothing that was written is lost from sight.
 */
export function leftOver(items: readonly ListedItem[], assessment: Assessment): string[] {
  const listed = new Set(items.map(({ id }) => id))
  return Object.keys(assessment.items)
    .filter((id) => !listed.has(id))
    .filter((id) => {
      const { outcome, evidence } = recordOf(assessment, id)
      return outcome.state !== 'open' || evidence.length > 0
    })
    .sort()
}

function chosenBands(assessment: Assessment): ChosenBands {
  return Object.fromEntries(
    Object.entries(assessment.items).flatMap(([id, { band }]) => (band === undefined ? [] : [[id, band]])),
  )
}

function bandFor(item: Item, ageMonths: number, chosen: string | undefined): string | undefined {
  const byStage = item.bandBy === 'development' ? item.bands.find((band) => band.id === chosen) : undefined
  return (byStage ?? item.bands.find((band) => isInAges(band, ageMonths)))?.id
}
