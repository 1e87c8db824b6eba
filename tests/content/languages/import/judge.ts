/** Decides what a proposal changes. Pure: the words and the entry that stand go in, those that shall stand come out. */
import * as v from 'valibot'
import type { ReviewEntry } from '../../../../src/languages/review/review-file.ts'
import { Day, Name } from '../../../../src/languages/review/review-schema.ts'
import { hashOf } from '../../../../src/languages/review/source-hash.ts'
import { faultsThatBreak } from '../check-translation.ts'
import type { Folder } from '../folders.ts'
import { standingOf } from '../rules/review.ts'
import { faultsOfLetters } from '../rules/wording.ts'
import type { Proposal } from './proposal.ts'

export interface Present {
  kind: Folder['kind']
  language: string
  english: string
  /** Undefined where it is not translated yet. */
  translation: string | undefined
  entry: ReviewEntry | undefined
}

/** `remark`: what the person who imports should know, though it is no fault. */
export type Judgement =
  { ok: false; faults: string[] } | { ok: true; words: string; entry: ReviewEntry; remark?: string }

/** Three times the longest text there is. */
const MOST_LETTERS = 2000

export function judge(proposal: Proposal, present: Present): Judgement {
  const { english, translation, entry } = present
  if (proposal.of !== hashOf(english)) return refused('the English has changed since')
  const words = proposal.words ?? translation
  if (words === undefined) return refused('there is no translation yet that it could be about')
  const isSame = words === translation
  const hasSeenOther =
    proposal.was !== undefined && translation !== undefined && proposal.was !== hashOf(translation)
  if (hasSeenOther && !(isSame && proposal.words !== undefined))
    return refused('the translation has changed since')
  const broken = isSame ? [] : faultsOfProposed(english, words, present)
  if (broken.length > 0) return { ok: false, faults: broken }
  if (proposal.status === 'draft') return { ok: true, words, entry: draftOf(proposal, present, isSame) }
  return checked(proposal, present, words, entry, isSame)
}

function refused(fault: string): Judgement {
  return { ok: false, faults: [fault] }
}

function faultsOfProposed(english: string, words: string, { kind, language }: Present): string[] {
  // A text of a million letters is not looked at in any other way.
  if (words.length > MOST_LETTERS) return [`too long: ${words.length} letters`]
  return [...faultsThatBreak(english, words, kind, language), ...faultsOfLetters(words, language, {})]
}

/** New words are a draft. The present ones stay what they are, unless a reviewer takes back that they were checked. */
function draftOf(proposal: Proposal, { english, translation, entry }: Present, isSame: boolean): ReviewEntry {
  const draft: ReviewEntry = { of: hashOf(english), status: 'draft' }
  if (!entry || !isSame || translation === undefined) return draft
  const standing = standingOf(entry, english, translation)
  return proposal.isWordOfReviewer && standing !== 'stale' ? draft : entry
}

function checked(
  proposal: Proposal,
  { english }: Present,
  words: string,
  entry: ReviewEntry | undefined,
  isSame: boolean,
): Judgement {
  const { by = '', on = '' } = proposal
  const hasReviewer = by.trim() !== '' && v.is(Name, by) && v.is(Day, on)
  if (!hasReviewer) return refused(`${proposal.status}, but not by whom and on which day`)
  const of = hashOf(english)
  // A program that changes the words may leave the name of the one who checked the old ones.
  if (!isSame && entry?.by === by && entry.on === on) {
    const remark = 'draft: the words have changed, and the name and day are those of the check before'
    return { ok: true, words, entry: { of, status: 'draft' }, remark }
  }
  const is = hashOf(words)
  const isOneAlone =
    proposal.isWordOfReviewer && proposal.status === 'approved' && !isCheckedByOther(entry, of, is, by)
  if (isOneAlone) {
    const isApproved = entry?.status === 'approved' && entry.of === of && entry.is === is
    if (isApproved) return { ok: true, words, entry }
    const remark = 'checked: only a second person can approve what a first one has checked'
    return { ok: true, words, entry: { of, status: 'checked', is, by, on }, remark }
  }
  return { ok: true, words, entry: { of, status: proposal.status, is, by, on } }
}

function isCheckedByOther(entry: ReviewEntry | undefined, of: string, is: string, by: string): boolean {
  return (
    entry?.status !== undefined &&
    entry.status !== 'draft' &&
    entry.of === of &&
    entry.is === is &&
    entry.by !== by
  )
}
