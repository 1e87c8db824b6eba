import { describe, expect, it } from 'vitest'
import { FILTERS, isFound, passes, progressOf, type DeskFilter } from '@/languages/desk/choosing.ts'
import { standingOf } from '@/languages/desk/standing.ts'
import { NO_WORK, withMark, withNote, withWords, type Work } from '@/languages/desk/work.ts'
import { hashOf } from '@/languages/review/source-hash.ts'
import { deskWith, textAt } from './texts.ts'

const AT = 1_000
let work: Work = withMark(NO_WORK, textAt('A1a.baby.1'), 'checked', AT)
work = withWords(work, textAt('A1a.baby.2'), 'Dorosły podaje dobre mleko.', AT)
work = withWords(work, textAt('A1a.baby.3'), 'W {niektóre} dni', AT)
work = withMark(withWords(work, textAt('tool.name'), 'Profil opieki', AT), textAt('tool.name'), 'checked', AT)
work = withNote(work, textAt('A1.name'), 'Or: food and drink?', AT)
work = withMark(work, { ...textAt('A.name'), of: hashOf('older English') }, 'checked', AT)

const standings = deskWith().texts.map((text) => standingOf(text, work, 'pl'))
const shown = (filter: DeskFilter) =>
  standings.filter((standing) => passes(standing, filter)).map(({ text }) => text.key)

describe('what is shown', () => {
  it('all', () => expect(shown('all')).toHaveLength(standings.length))

  it('not yet checked: better words that are only typed in wait for their mark', () => {
    expect(shown('unchecked')).not.toContain('A1a.baby.1')
    expect(shown('unchecked')).toContain('A1a.baby.2')
    expect(shown('unchecked')).not.toContain('tool.name')
    expect(shown('unchecked')).toContain('A1a.baby.3')
    expect(shown('unchecked')).toContain('A.name')
  })

  it('checked', () => expect(shown('checked')).toEqual(['tool.name', 'A1a.baby.1']))
  it('with better words that are fit for the file', () =>
    expect(shown('suggested')).toEqual(['tool.name', 'A1a.baby.2']))

  it('changed by me', () =>
    expect(shown('mine')).toEqual([
      'tool.name',
      'A.name',
      'A1.name',
      'A1a.baby.1',
      'A1a.baby.2',
      'A1a.baby.3',
    ]))

  it('to look at again: words that need mending, and wording that changed since', () =>
    expect(shown('again')).toEqual(['A.name', 'A1a.baby.3']))

  it('every text is either left or done', () => {
    const { all, done, left } = progressOf(standings)
    expect({ all, done, left }).toEqual({ all: 13, done: 2, left: 11 })
    expect(FILTERS.every((filter) => shown(filter).length <= all)).toBe(true)
  })
})

describe('a search', () => {
  const found = (search: string) =>
    standings.filter((standing) => isFound(standing, search)).map(({ text }) => text.key)

  it('goes through both languages, one’s own words and notes, and the keys', () => {
    expect(found('thinks AHEAD')).toEqual(['A1a.baby.1'])
    expect(found('wrócić')).toEqual(['family.view.leave'])
    expect(found('podaje')).toEqual(['A1a.baby.2'])
    expect(found('drink?')).toEqual(['A1.name'])
    expect(found('A1a.baby')).toHaveLength(5)
  })

  it('finds words whose accents were left out, and vowel signs of Arabic', () => {
    expect(found('wrocic')).toEqual(['family.view.leave'])
    const text = { ...textAt('A1.name'), translation: 'الطَّعام' }
    expect(isFound(standingOf(text, NO_WORK, 'ar'), 'الطعام')).toBe(true)
  })

  it('finds everything where nothing is typed, and nothing where it is nowhere', () => {
    expect(found(' ')).toHaveLength(standings.length)
    expect(found('zebra')).toEqual([])
  })
})
