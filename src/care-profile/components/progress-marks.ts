/** The items as a row of marks: what is graded, put aside or open (ItemProgress.vue draws them). */
import type { Assessment } from '../assessment.ts'
import { standingOf, type ListedItem } from '../item-list.ts'

export interface ProgressMark {
  itemId: string
  areaId: string
  shape: 'graded' | 'aside' | 'open'
}

export function progressMarks(items: readonly ListedItem[], assessment: Assessment): ProgressMark[] {
  return items.map((item) => ({
    itemId: item.id,
    areaId: item.areaId,
    shape: shapeOf(standingOf(item, assessment).state),
  }))
}

/** A grade from another age's words does not count, so it looks open. */
export function shapeOf(state: ReturnType<typeof standingOf>['state']): ProgressMark['shape'] {
  switch (state) {
    case 'graded':
      return 'graded'
    case 'not-scored':
    case 'not-applicable':
      return 'aside'
    case 'open':
    case 'other-band':
      return 'open'
  }
}
