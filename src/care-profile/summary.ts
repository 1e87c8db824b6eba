/** The whole profile as plain data: every item, sub-area and area with its grade and how it came about. No total. */
import { recordOf, type Assessment, type Disagreement, type Evidence } from './assessment.ts'
import { leftOver, standingOf, type ListedItem, type Standing } from './item-list.ts'
import { deriveArea, deriveSubArea, type Derivation, type Part } from './scoring.ts'
import type { Structure, SubArea } from './structure.ts'

export interface ItemSummary {
  item: ListedItem
  standing: Standing
  evidence: readonly Evidence[]
}

export interface SubAreaSummary {
  id: string
  derived: Derivation
  /** Set (to the child's own difficulty): left out of the area, R9. */
  notReliable?: string
  disagreement?: Disagreement
  items: ItemSummary[]
}

export interface AreaSummary {
  id: string
  derived: Derivation
  disagreement?: Disagreement
  subAreas: SubAreaSummary[]
}

export interface ProfileSummary {
  areas: AreaSummary[]
  /** Recorded, but not for a child of this age: ids of items. */
  leftOver: string[]
}

/** `items` is the list for the child's age on the assessment date (item-list.ts). */
export function summarise(
  structure: Structure,
  items: readonly ListedItem[],
  assessment: Assessment,
): ProfileSummary {
  const summaryOf = ({ id: subAreaId, mayBeUnreliable }: SubArea): SubAreaSummary => {
    const own = items
      .filter((item) => item.subAreaId === subAreaId)
      .map((item) => ({
        item,
        standing: standingOf(item, assessment),
        evidence: recordOf(assessment, item.id).evidence,
      }))
    const { notReliable } = assessment
    return {
      id: subAreaId,
      derived: deriveSubArea(own.flatMap(partOf), assessment.tieRule),
      items: own,
      ...(mayBeUnreliable && notReliable?.subArea === subAreaId && { notReliable: notReliable.reason }),
      ...disagreementWith(subAreaId, assessment),
    }
  }

  const areas = structure.areas.map((area): AreaSummary => {
    const subAreas = area.subAreas.map(summaryOf)
    const reliable = subAreas.filter((subArea) => subArea.notReliable === undefined)
    return {
      id: area.id,
      derived: deriveArea(reliable, assessment.tieRule),
      subAreas,
      ...disagreementWith(area.id, assessment),
    }
  })
  return { areas, leftOver: leftOver(items, assessment) }
}

/** What an item hands in to the arithmetic: nothing when it does not apply, null when there is no grade that counts. */
function partOf({ item, standing }: ItemSummary): Part[] {
  switch (standing.state) {
    case 'not-applicable':
      return []
    case 'graded':
      return [{ id: item.id, grade: standing.grade }]
    case 'open':
    case 'not-scored':
    case 'other-band':
      return [{ id: item.id, grade: null }]
  }
}

function disagreementWith(of: string, assessment: Assessment): { disagreement?: Disagreement } {
  const disagreement = assessment.disagreements.find((recorded) => recorded.of === of)
  return disagreement ? { disagreement } : {}
}
