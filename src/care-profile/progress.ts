/** How far an assessment has come, and the way from item to item. */
import type { Assessment } from './assessment.ts'
import { standingOf, type ListedItem } from './item-list.ts'

export interface Counts {
  total: number
  graded: number
  notScored: number
  notApplicable: number
  /** Neither graded nor put aside; a grade from another age's words is open too. */
  open: number
}

export interface Progress {
  all: Counts
  /** By area id and by sub-area id. */
  of: ReadonlyMap<string, Counts>
}

export function progressOf(items: readonly ListedItem[], assessment: Assessment): Progress {
  const all = noCounts()
  const of = new Map<string, Counts>()
  for (const item of items) {
    const counter = counterFor(standingOf(item, assessment).state)
    for (const counts of [all, countsAt(of, item.areaId), countsAt(of, item.subAreaId)]) {
      counts.total += 1
      counts[counter] += 1
    }
  }
  return { all, of }
}

export interface Neighbours {
  /** 1 for the first; 0 when the item is not in the list. */
  position: number
  total: number
  previous?: ListedItem
  next?: ListedItem
}

export function neighboursOf(items: readonly ListedItem[], itemId: string): Neighbours {
  const index = items.findIndex(({ id }) => id === itemId)
  const previous = index > 0 ? items[index - 1] : undefined
  const next = index >= 0 ? items[index + 1] : undefined
  return { position: index + 1, total: items.length, ...(previous && { previous }), ...(next && { next }) }
}

/** The next open item after `afterId`, beginning again from the top; undefined when none is open. */
export function nextOpen(
  items: readonly ListedItem[],
  assessment: Assessment,
  afterId?: string,
): ListedItem | undefined {
  const after = items.findIndex(({ id }) => id === afterId) + 1
  return [...items.slice(after), ...items.slice(0, after)].find((item) => isOpen(item, assessment))
}

/** Where to go on: the item the practitioner was at, if it is still asked about; else the first open one, or the first. */
export function placeToResume(items: readonly ListedItem[], assessment: Assessment): ListedItem | undefined {
  const { itemId } = assessment.place
  return items.find(({ id }) => id === itemId) ?? nextOpen(items, assessment) ?? items[0]
}

export function isOpen(item: ListedItem, assessment: Assessment): boolean {
  return counterFor(standingOf(item, assessment).state) === 'open'
}

function counterFor(state: ReturnType<typeof standingOf>['state']): Exclude<keyof Counts, 'total'> {
  switch (state) {
    case 'graded':
      return 'graded'
    case 'not-scored':
      return 'notScored'
    case 'not-applicable':
      return 'notApplicable'
    case 'open':
    case 'other-band':
      return 'open'
  }
}

function countsAt(of: Map<string, Counts>, id: string): Counts {
  const counts = of.get(id) ?? noCounts()
  of.set(id, counts)
  return counts
}

function noCounts(): Counts {
  return { total: 0, graded: 0, notScored: 0, notApplicable: 0, open: 0 }
}
