import { expect, it } from 'vitest'
import { checkDetails } from '@/care-profile/details-check.ts'
import { begun } from './family.ts'

const grader = begun.gradedBy

it('a profile is of care by somebody, graded by somebody', () => {
  expect(checkDetails(begun.carers, grader)).toEqual([])
  expect(checkDetails([], { ...grader, name: ' ', role: '', agency: '' })).toEqual([
    { field: 'carers', code: 'empty' },
    { field: 'name', code: 'empty' },
  ])
  expect(checkDetails([{ reference: 'M' }, { reference: '\u200b' }], grader)).toEqual([
    { field: 'carers.1', code: 'empty' },
  ])
})

it('what is too long is measured', () => {
  expect(checkDetails(begun.carers, { ...grader, role: 'r'.repeat(121) })).toEqual([
    { field: 'role', code: 'too-long', limit: 120, length: 121 },
  ])
  expect(
    checkDetails(
      Array.from({ length: 11 }, () => ({ reference: 'M' })),
      grader,
    ),
  ).toEqual([{ field: 'carers', code: 'too-many', limit: 10 }])
})
