/** The name or initials of whoever checks. */
import * as v from 'valibot'
import { Name } from '../review/review-schema.ts'

export function faultOfName(name: string): 'empty' | 'malformed' | undefined {
  if (name.trim() === '') return 'empty'
  return v.is(Name, name.trim()) ? undefined : 'malformed'
}
