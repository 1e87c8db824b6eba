import { describe, expect, it } from 'vitest'
import { createStandings, isTakenIn, markFor, standingOf, type Standing } from '@/languages/desk/standing.ts'
import { NO_WORK, withMark, withName, withNote, withWords, type Work } from '@/languages/desk/work.ts'
import type { DeskFile } from '@/languages/review/desk-file.ts'
import { hashOf } from '@/languages/review/source-hash.ts'
import type { ReviewStatus } from '@/languages/review/review-file.ts'
import { deskWith, textAt } from './texts.ts'

const KEY = 'A1a.baby.1'
const AT = 1_000
const asma = withName(NO_WORK, 'Asma Khan')

function known(status: ReviewStatus, by: string) {
  const { of, was } = textAt(KEY)
  if (status === 'draft') return deskWith({ [KEY]: { of, status } })
  return deskWith({ [KEY]: { of, status, is: was, by, on: '2026-05-03' } })
}

function standing(work: Work, desk = deskWith()): Standing {
  return standingOf(textAt(KEY, desk), work, 'pl')
}

/** What the screen hands to a change. */
function shown(work: Work, desk = deskWith()) {
  return { ...textAt(KEY, desk), was: standing(work, desk).was }
}

describe('marking', () => {
  it('a draft can be checked, and the mark can be taken back', () => {
    expect(markFor(standing(asma), 'Asma Khan')).toBe('checked')
    const marked = withMark(asma, shown(asma), 'checked', AT)
    expect(standing(marked)).toMatchObject({ status: 'checked', isMineCurrent: true })
    expect(markFor(standing(marked), 'Asma Khan')).toBeUndefined()
    expect(withMark(marked, shown(marked), 'draft', AT).entries).toEqual({})
  })

  it('what somebody else has checked can be approved, and nobody approves their own', () => {
    const desk = known('checked', 'A. Nowak')
    expect(markFor(standing(asma, desk), 'Asma Khan')).toBe('approved')
    expect(markFor(standing(asma, desk), 'a nowak ')).toBeUndefined()
    expect(markFor(standing(asma, known('approved', 'A. Nowak')), 'Asma Khan')).toBeUndefined()
  })

  it('one’s own better words count as checked at most, even where the words before were checked', () => {
    const desk = known('checked', 'A. Nowak')
    const work = withWords(asma, shown(asma, desk), 'Dorosły planuje.', AT)
    expect(standing(work, desk).status).toBe('draft')
    expect(markFor(standing(work, desk), 'Asma Khan')).toBe('checked')
  })

  it('typing after a mark takes the mark off: it was set on other words', () => {
    const marked = withMark(withWords(asma, shown(asma), 'Dorosły planuje.', AT), shown(asma), 'checked', AT)
    expect(standing(marked)).toMatchObject({ status: 'checked', words: 'Dorosły planuje.' })
    expect(standing(withWords(marked, shown(marked), 'Dorosły planuje', AT)).status).toBe('draft')
    // A note says something beside it, and leaves it standing.
    expect(standing(withNote(marked, shown(marked), 'Shorter.', AT)).status).toBe('checked')
  })

  it('is not offered for words that need mending, nor where there is nothing to check', () => {
    const broken = withWords(asma, shown(asma), 'Dorosły {name}', AT)
    expect(standing(broken)).toMatchObject({ words: undefined, wordsFault: 'placeholders' })
    expect(markFor(standing(broken), 'Asma Khan')).toBeUndefined()
    const untranslated = standingOf(textAt('A2.name'), asma, 'pl')
    expect(untranslated.translation).toBe('')
    expect(markFor(untranslated, 'Asma Khan')).toBeUndefined()
  })
})

it('words that are what stands there already are no better words', () => {
  const same = withWords(asma, shown(asma), textAt(KEY).translation, AT)
  expect(standing(same).words).toBeUndefined()
})

describe('a wording that changed', () => {
  it('is unchecked again when the English or the translation is another than the one that was checked', () => {
    const { of, was } = textAt(KEY)
    const entry = { status: 'checked', by: 'A. Nowak', on: '2026-05-03' } as const
    for (const review of [
      { ...entry, of: hashOf('older English'), is: was },
      { ...entry, of, is: hashOf('older words') },
    ]) {
      const found = standing(asma, deskWith({ [KEY]: review }))
      expect(found).toMatchObject({ status: 'draft', isStale: true })
    }
    expect(standing(asma, known('checked', 'A. Nowak'))).toMatchObject({ status: 'checked', isStale: false })
  })

  it('does not inherit one’s own mark, and keeps one’s own words to look at again', () => {
    const work = withMark(withWords(asma, shown(asma), 'Dorosły planuje.', AT), shown(asma), 'checked', AT)
    const entry = work.entries[textAt(KEY).id]!
    const older = { ...work, entries: { [textAt(KEY).id]: { ...entry, of: hashOf('older English') } } }
    expect(standing(older)).toMatchObject({ status: 'draft', isMineCurrent: false, words: undefined })
    expect(standing(older).mine?.words).toBe('Dorosły planuje.')
    const again = withMark(older, shown(older), 'draft', AT)
    expect(standing(again)).toMatchObject({ status: 'draft', isMineCurrent: true, words: 'Dorosły planuje.' })
    // A note on new words does not bring the old mark along.
    expect(standing(withNote(older, shown(older), 'See here.', AT)).status).toBe('draft')
  })
})

describe('work that has come into the toolkit', () => {
  it('is known by its words and its mark', () => {
    const words = textAt(KEY).translation
    const { of } = textAt(KEY)
    const mine = { folder: 'graded-care-profile', key: KEY, of, was: hashOf('earlier words'), words, at: AT }
    const suggested = (status: ReviewStatus): Work => ({
      ...asma,
      entries: { [textAt(KEY).id]: { ...mine, status } },
    })
    expect(isTakenIn(standing(suggested('draft'), known('draft', '')))).toBe(true)
    expect(isTakenIn(standing(suggested('checked'), known('checked', 'Asma Khan')))).toBe(true)
    expect(isTakenIn(standing(suggested('checked'), known('approved', 'A. Nowak')))).toBe(true)
    expect(isTakenIn(standing(suggested('approved'), known('checked', 'A. Nowak')))).toBe(false)
    expect(isTakenIn(standing(suggested('checked')))).toBe(false)
    const other = { ...suggested('draft').entries[textAt(KEY).id]!, words: 'Inne słowa.' }
    expect(isTakenIn(standing({ ...asma, entries: { [textAt(KEY).id]: other } }, known('draft', '')))).toBe(
      false,
    )
  })
})

describe('a colleague’s file beneath one’s own work', () => {
  function fileOf(status: ReviewStatus, words?: string): DeskFile {
    const { of, was } = textAt(KEY)
    const entry = { folder: 'graded-care-profile', key: KEY, of, was, status, ...(words && { words }) }
    return {
      format: 'neglect-toolkit-review',
      version: 1,
      language: 'pl',
      by: 'A. Nowak',
      savedAt: '2026-05-03',
      entries: [entry],
    }
  }

  it('shows their words and their mark, which can be approved by another and not by themselves', () => {
    const work = { ...asma, before: [fileOf('checked', 'Dorosły planuje.')] }
    expect(standing(work)).toMatchObject({
      translation: 'Dorosły planuje.',
      was: hashOf('Dorosły planuje.'),
      status: 'checked',
      before: { by: 'A. Nowak' },
    })
    expect(markFor(standing(work), 'Asma Khan')).toBe('approved')
    expect(markFor(standing(work), 'A. Nowak')).toBeUndefined()
  })

  it('says nothing of words that have changed since, and never brings in words that need mending', () => {
    const [entry] = fileOf('checked').entries
    const older = { ...fileOf('checked'), entries: [{ ...entry!, was: hashOf('earlier words') }] }
    expect(standing({ ...asma, before: [older] }).status).toBe('draft')
    const broken = { ...asma, before: [fileOf('draft', 'Dorosły {name}')] }
    expect(standing(broken).translation).toBe(textAt(KEY).translation)
  })
})

it('a change to one text works out that text and leaves the others as they were', () => {
  const desk = deskWith()
  const standingsOf = createStandings('pl')
  const before = standingsOf(desk.texts, asma)
  const after = standingsOf(desk.texts, withMark(asma, shown(asma), 'checked', AT))
  const changed = desk.texts.filter(({ id }) => before.get(id) !== after.get(id))
  expect(changed.map(({ key }) => key)).toEqual([KEY])
})
