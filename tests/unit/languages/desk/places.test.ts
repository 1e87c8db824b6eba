import { describe, expect, it } from 'vitest'
import { besideIt } from '@/languages/desk/beside.ts'
import { deskTexts, flattened } from '@/languages/desk/desk-text.ts'
import { termsIn } from '@/languages/desk/glossary.ts'
import { loadDesk } from '@/languages/desk/load.ts'
import { LANGUAGES } from '@/languages/languages.ts'
import { deskWith, FAMILY, PROFILE, textAt } from './texts.ts'

describe('the parts of the desk', () => {
  it('are one for each sub-area, one for the rest of the tool, and one for each room of messages', () => {
    expect(deskWith().parts.map(({ id }) => id)).toEqual([
      'graded-care-profile',
      'graded-care-profile/A1',
      'graded-care-profile/A2',
      'family/family',
      'family/report',
    ])
  })

  it('hold every text once, an item with its sub-area', () => {
    const { texts } = deskWith()
    expect(texts).toHaveLength(Object.keys({ ...PROFILE.english, ...FAMILY.english }).length)
    expect(textAt('A1a.baby.2').part).toBe('graded-care-profile/A1')
    expect(textAt('A1.name').part).toBe('graded-care-profile/A1')
    expect(textAt('A.name').part).toBe('graded-care-profile')
    expect(textAt('report.age.days').part).toBe('family/report')
  })

  it('are one for a folder whose keys do not nest', () => {
    const { parts } = deskTexts([
      { ...FAMILY, folder: 'partnership', english: { 'danger.line': 'Call 999.' } },
    ])
    expect(parts.map(({ id }) => id)).toEqual(['partnership'])
  })
})

describe('the context of a text', () => {
  it('says which grade it is of how many, and under which item and age it stands', () => {
    const { place } = textAt('A1a.baby.2')
    expect(place.what).toEqual({
      kind: 'grade',
      grade: 2,
      keys: ['A1a.baby.1', 'A1a.baby.2', 'A1a.baby.3'],
    })
    expect(place.code).toBe('A1a')
    expect(place.groupKeys).toEqual(['A1a.name', 'A1a.baby.band'])
    expect(textAt('A1a.baby.lookFor').place.group).toBe(place.group)
  })

  it('shows a grade among all grades of its set', () => {
    expect(besideIt(textAt('A1a.baby.3'), deskWith().texts).map(({ key }) => key)).toEqual([
      'A1a.baby.1',
      'A1a.baby.2',
      'A1a.baby.3',
    ])
  })

  it('shows another text between the one before and the one after, in its own part', () => {
    const desk = deskWith()
    expect(besideIt(textAt('report.foot', desk), desk.texts).map(({ key }) => key)).toEqual([
      'report.foot',
      'report.age.days',
    ])
    expect(besideIt(textAt('A1a.name', desk), desk.texts).map(({ key }) => key)).toEqual([
      'A1.name',
      'A1a.name',
      'A1a.baby.band',
    ])
  })
})

describe('the terms in a text', () => {
  const { terms, glossary } = deskWith()

  it('are found as whole words, with the word that was chosen and whether it is used', () => {
    expect(termsIn('The Adults agree.', 'Dorośli się zgadzają.', terms, glossary)).toMatchObject([
      { english: 'the adult', chosen: { term: 'dorosły', isUsed: true } },
    ])
    expect(termsIn('The adult agrees.', 'Rodzic się zgadza.', terms, glossary)[0]?.chosen?.isUsed).toBe(false)
    expect(termsIn('Adulthood', '', terms, glossary)).toEqual([])
    const capitals = { adult: { term: 'Dorosły', forms: ['DOROŚLI'], note: '' } }
    expect(termsIn('The adult', 'dorośli', terms, capitals)[0]?.chosen?.isUsed).toBe(true)
  })

  it('say so where no word is chosen yet', () => {
    expect(termsIn('The adult', '', terms, {})[0]?.chosen).toBeUndefined()
  })
})

describe('what stands in content/', () => {
  it('comes onto the desk whole, in every language, and without the practitioner’s own screens', async () => {
    for (const { tag } of LANGUAGES.slice(1)) {
      const { texts, parts, terms } = await loadDesk(tag)
      const folders = new Set(texts.map(({ folder }) => folder))
      expect(folders).toContain('graded-care-profile')
      expect(folders).toContain('family')
      expect(folders).toContain('partnership')
      expect(folders).not.toContain('interface')
      expect(folders).not.toContain('glossary')
      expect(parts.every(({ id }) => texts.some(({ part }) => part === id))).toBe(true)
      expect(Object.keys(terms).length).toBeGreaterThan(0)
    }
  })

  it('brings messages as they were written, not as the app compiles them', async () => {
    const { texts } = await loadDesk('ur')
    expect(texts.find(({ key }) => key === 'calendar.date')?.english).toBe('{day} {month} {year}')
  })

  it('names messages by their whole path', () => {
    expect(flattened({ a: { b: 'x' }, c: 'y' }, 'room')).toEqual([
      ['room.a.b', 'x'],
      ['room.c', 'y'],
    ])
  })
})
