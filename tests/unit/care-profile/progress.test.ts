import { describe, expect, it } from 'vitest'
import { goTo, markNotApplicable, markNotScored, setDetails } from '@/care-profile/assessment-changes.ts'
import { neighboursOf, nextOpen, placeToResume, progressOf } from '@/care-profile/progress.ts'
import { day } from '../children/days.ts'
import { begun, born, graded, itemsOf } from './family.ts'

const items = itemsOf(begun)

describe('how far it has come', () => {
  it('every item is in exactly one count', () => {
    const some = markNotApplicable(
      markNotScored(graded({ A1a: 2, A2a: 3, D4a: 1 }), 'A1b', 'not-seen'),
      'B2a',
      'never-left',
    )
    const { all, of } = progressOf(items, some)
    expect(all).toEqual({ total: 32, graded: 3, notScored: 1, notApplicable: 1, open: 27 })
    expect(of.get('A1')).toEqual({ total: 4, graded: 1, notScored: 1, notApplicable: 0, open: 2 })
    expect(of.get('A')).toMatchObject({ total: 15, graded: 2, open: 12 })
    expect(of.get('B2')).toEqual({ total: 1, graded: 0, notScored: 0, notApplicable: 1, open: 0 })
    expect(of.size).toBe(17)
  })

  it('a grade from the words of another age is open again', () => {
    const birth = born('2021-03-20')
    const older = setDetails(graded({ A3a: 2 }, begun, birth), { on: day('2026-03-20') })
    expect(progressOf(itemsOf(older, birth), older).of.get('A3')).toMatchObject({ graded: 0, open: 3 })
    expect(nextOpen(itemsOf(older, birth), older, 'A2c')?.id).toBe('A3a')
  })
})

describe('from item to item', () => {
  it('there is one before and one after, and none beyond the ends', () => {
    expect(neighboursOf(items, 'A1b')).toMatchObject({
      position: 2,
      total: 32,
      previous: { id: 'A1a' },
      next: { id: 'A1c' },
    })
    expect(neighboursOf(items, 'A1a')).not.toHaveProperty('previous')
    expect(neighboursOf(items, 'D4a')).toMatchObject({ position: 32 })
    expect(neighboursOf(items, 'D4a')).not.toHaveProperty('next')
    expect(neighboursOf(items, 'D1a')).toEqual({ position: 0, total: 32 })
  })

  it('the next open one is found past those that are done, and from the top again', () => {
    const some = markNotScored(graded({ A1b: 2 }), 'A1c', 'declined')
    expect(nextOpen(items, some, 'A1a')?.id).toBe('A1d')
    expect(nextOpen(items, some, 'D4a')?.id).toBe('A1a')
    const done = graded(Object.fromEntries(items.map(({ id }) => [id, 2])))
    expect(nextOpen(items, done, 'A1a')).toBeUndefined()
  })

  it('coming back lands on the item that was left', () => {
    expect(placeToResume(items, begun)?.id).toBe('A1a')
    expect(placeToResume(items, goTo(begun, 'C1b'))?.id).toBe('C1b')
    expect(placeToResume(items, goTo(graded({ A1a: 1 }), 'D1a'))?.id).toBe('A1b')
    const done = graded(Object.fromEntries(items.map(({ id }) => [id, 2])))
    expect(placeToResume(items, done)?.id).toBe('A1a')
    expect(placeToResume([], begun)).toBeUndefined()
  })
})
