import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkLanguages } from '../../../content/languages/check-languages.ts'
import { FAMILY, LANGUAGES, smallContent, TOOL, type SmallContent } from './small-content.ts'

let content: SmallContent

beforeEach(() => {
  content = smallContent()
})
afterEach(() => content.remove())

/** The faults as `file:line message`, without the table, which changes with everything. */
function faults(): string[] {
  return checkLanguages(content.root)
    .map(({ file, line, message }) => `${file}:${line} ${message}`)
    .filter((fault) => !fault.startsWith('README.md'))
}

const VIEW = `${FAMILY}/pl/view.json`
const PL = `${TOOL}/pl.json`
const UR = `${TOOL}/ur.json`

describe('the check of translations', () => {
  it('finds nothing where every language is whole', () => {
    expect(checkLanguages(content.root)).toEqual([])
  })

  it.each([
    ['a missing text, after its neighbour', PL, { 'A1.note': undefined }, `${PL}:3 missing key: A1.note`],
    ['a text that the English does not have', PL, { 'A9.name': 'Nic' }, `${PL}:5 extra key: A9.name`],
    [
      'a lost placeholder',
      VIEW,
      { by: '{name}, dnia' },
      `${VIEW}:6 placeholder-broken: {name} where the English has {name} {date}: view.by`,
    ],
    [
      'two plural forms where the language has four',
      VIEW,
      { age: { days: '{days} dzień | {days} dni' } },
      `${VIEW}:4 2 plural forms in place of 1 or 4: view.age.days`,
    ],
    [
      'a message that cannot be read',
      VIEW,
      { leave: 'Przytrzymaj {x' },
      `${VIEW}:2 malformed message: Unterminated closing brace: view.leave`,
    ],
    ['a text left in English', VIEW, { leave: 'Hold to go back' }, `${VIEW}:2 same as English: view.leave`],
    ['Latin letters in Urdu', UR, { 'A1.name': 'کھانا food' }, `${UR}:2 Latin letters: food: A1.name`],
    [
      'another number',
      PL,
      { 'A1.band': 'Poniżej 5 lat' },
      `${PL}:4 digits: 5 where the English has 7: A1.band`,
    ],
    [
      'a text that is much too long',
      PL,
      { 'A1.name': 'Jedzenie'.repeat(9) },
      `${PL}:2 length: 72 letters for 4: A1.name`,
    ],
    [
      'a term that is not used',
      UR,
      { 'A1.note': 'والدین B1d کے ساتھ درجہ 3 لکھتے ہیں اور 999 پر فون کرتے ہیں۔' },
      `${UR}:3 glossary: no "سرپرست" (adult): A1.note`,
    ],
    [
      'a control character',
      PL,
      { 'A1.name': 'Jedz\u202eenie' },
      `${PL}:2 malformed: a control character: A1.name`,
    ],
    ['a text that is none', PL, { 'A1.name': 5 }, `${PL}:2 malformed: not a text: A1.name`],
  ])('names %s', (_what, file, change, fault) => {
    content.change(file, change)
    expect(faults()).toContain(fault)
  })

  it('names a file that is not there once, with how much is missing', () => {
    rmSync(join(content.root, VIEW))
    expect(faults().filter((fault) => fault.includes('missing'))).toEqual([`${VIEW}:1 missing file: 3 texts`])
  })

  it('names the first text that stands elsewhere than in the English', () => {
    const { 'A1.name': name, ...others } = content.json(PL)
    content.write(PL, JSON.stringify({ ...others, 'A1.name': name }, null, 2))
    expect(faults()).toEqual([`${PL}:2 not in the order of the English: A1.note`])
  })

  it('finds folders by looking: a new one must be in every language', () => {
    content.write('content/new-tool/text/en-GB.json', '{ "a": "New words" }')
    expect(faults()).toContain('content/new-tool/text/pl.json:1 missing file: 1 texts')
    expect(faults()).toContain('content/new-tool/text/ur.json:1 missing file: 1 texts')
  })

  it('names a translation of the practitioner’s own screens, which are in English by design', () => {
    content.write('content/interface/text/pl/app.json', '{}')
    expect(faults()).toEqual(['content/interface/text/pl:1 this folder is in English only'])
  })

  it.each([
    `${TOOL}/fr.json`,
    `${FAMILY}/fr/view.json`,
    'content/glossary/fr.json',
    'content/tool/review/fr.json',
  ])('names words in a language that is not on offer: %s', (file) => {
    content.write(file, '{}')
    expect(faults()).toHaveLength(1)
  })

  it('names English with a number of forms that English does not have', () => {
    content.change(`${FAMILY}/en-GB/view.json`, { leave: 'a | b | c' })
    expect(faults()).toContain(`${FAMILY}/en-GB/view.json:2 3 plural forms in place of 1 or 2: view.leave`)
  })
})

describe('reviews', () => {
  const REVIEW = 'content/tool/review/pl.json'

  it('are stale by themselves when the English changes', () => {
    content.change(`${TOOL}/en-GB.json`, { 'A1.name': 'Meals' })
    expect(faults()).toEqual([
      `${PL}:2 stale: the English has changed since this was translated: A1.name`,
      `${UR}:2 stale: the English has changed since this was translated: A1.name`,
    ])
  })

  it('hold no longer when somebody changes what a person had checked', () => {
    const [of] = [(content.json(REVIEW)['A1.name'] as { of: string }).of]
    const entry = { of, status: 'checked', is: '0'.repeat(12), by: 'A. Reviewer', on: '2026-03-12' }
    content.change(REVIEW, { 'A1.name': entry })
    expect(faults()).toEqual([`${PL}:2 changed since a person checked it: A1.name`])
  })

  it('are there for every text', () => {
    content.change(REVIEW, { 'A1.name': undefined })
    expect(faults()).toEqual([`${PL}:2 no review entry (npm run languages:review): A1.name`])
  })

  it('are of texts that are there', () => {
    content.change(REVIEW, { 'A9.name': { of: '0'.repeat(12), status: 'draft' } })
    expect(faults()).toEqual([`${REVIEW}:15 review of a text that is not there: A9.name`])
  })

  it('are named once where the file is missing or malformed', () => {
    content.change(REVIEW, { 'A1.note': { of: 'x', status: 'perfect' } })
    rmSync(join(content.root, 'content/family/review/pl.json'))
    expect(faults()).toEqual([
      'content/family/review/pl.json:1 missing file (npm run languages:review)',
      `${REVIEW}:7 malformed review entry: A1.note`,
    ])
  })

  it('are none of English', () => {
    content.write('content/tool/review/en-GB.json', '{}')
    expect(faults()).toEqual([
      'content/tool/review/en-GB.json:1 review of a language that is not translated here',
    ])
  })
})

describe('the list of languages', () => {
  it.each([
    ['a tag that is no language', { tag: 'x', ownName: 'X', englishName: 'X' }, 'malformed language'],
    ['a tag written another way', { tag: 'PL', ownName: 'X', englishName: 'X' }, 'malformed language'],
    ['no name', { tag: 'ro', ownName: ' ', englishName: 'Romanian' }, 'malformed language'],
    [
      'what can be worked out',
      { tag: 'ro', ownName: 'r', englishName: 'R', direction: 'ltr' },
      'malformed language',
    ],
    ['a language twice', LANGUAGES[1], 'language stands twice: pl'],
  ])('is wrong with %s', (_what, language, fault) => {
    content.write('content/languages.json', JSON.stringify([...LANGUAGES, language]))
    expect(faults().filter((found) => found.includes(fault))).toHaveLength(1)
  })

  it('begins with English', () => {
    content.write('content/languages.json', JSON.stringify(LANGUAGES.toReversed()))
    expect(faults()).toContain('content/languages.json:1 en-GB must be the first language')
  })

  it('offers no language of which nothing is there', () => {
    content.write(
      'content/languages.json',
      JSON.stringify([...LANGUAGES, { tag: 'ro', ownName: 'română', englishName: 'Romanian' }]),
    )
    expect(faults()).toEqual(
      expect.arrayContaining([
        'content/glossary/ro.json:1 missing file',
        `${TOOL}/ro.json:1 missing file: 3 texts`,
        `${FAMILY}/ro/view.json:1 missing file: 3 texts`,
      ]),
    )
  })
})

describe('the glossary', () => {
  it('has the same terms in each language', () => {
    content.write('content/glossary/pl.json', '{ "child": { "term": "x", "forms": ["x"], "note": "y" } }')
    expect(faults()).toEqual([
      'content/glossary/pl.json:1 missing term: adult',
      'content/glossary/pl.json:1 extra term: child',
    ])
  })

  it.each(['{ "adult": { "term": "x", "forms": [], "note": "y" } }', '{ "adult": { "term": "x" } }', '{'])(
    'is malformed: %s',
    (text) => {
      content.write('content/glossary/pl.json', text)
      expect(faults()[0]).toContain('content/glossary/pl.json:1 malformed')
    },
  )

  it('may except a text, with the reason, for as long as it is needed', () => {
    const glossary = (except: object) =>
      content.write(
        'content/glossary/ur.json',
        JSON.stringify({ adult: { term: 'سرپرست', forms: ['والدین'], note: 'x', except } }),
      )
    glossary({})
    expect(faults()).toEqual([`${UR}:3 glossary: no "والدین" (adult): A1.note`])
    glossary({ 'tool:A1.note': 'Said in another way here.' })
    expect(faults()).toEqual([])
    glossary({ 'tool:A1.note': 'Said in another way here.', 'tool:A1.name': 'Not needed.' })
    expect(faults()).toEqual(['content/glossary/ur.json:1 exception that nothing needs: adult, tool:A1.name'])
  })
})

describe('content/checks.json', () => {
  const checks = (exceptions: object) =>
    content.write(
      'content/checks.json',
      JSON.stringify({ latin: { PDF: 'A name.' }, letters: { ur: { ك: 'ک' } }, exceptions }),
    )

  it('names what may stay in Latin letters, and letters of another language', () => {
    content.change(UR, { 'A1.name': 'كھانا PDF' })
    checks({})
    expect(faults()).toEqual([`${UR}:2 letter U+0643 in place of U+06A9: A1.name`])
  })

  it('excepts a text from a rule, with the reason, for as long as it is needed', () => {
    content.change(VIEW, { leave: 'Hold to go back' })
    const exception = { 'family:view.leave': 'They say it so.' }
    checks({ pl: { 'same-as-english': exception } })
    expect(faults()).toEqual([])
    checks({ pl: { 'same-as-english': exception, length: exception } })
    expect(faults()).toEqual([
      'content/checks.json:1 exception that nothing needs: pl, length, family:view.leave',
    ])
  })

  it.each([
    { pl: { placeholders: { 'family:view.by': 'x' } } },
    { pl: { length: { 'family:view.by': ' ' } } },
  ])('excepts nothing from what must be, and nothing without a reason', (exceptions) => {
    checks(exceptions)
    expect(faults()[0]).toContain('content/checks.json:1 malformed')
  })
})

describe('the table in README', () => {
  it('is out of date when a language moves on', () => {
    content.change(PL, { 'A1.name': undefined })
    expect(checkLanguages(content.root).at(-1)).toEqual({
      file: 'README.md',
      line: 1,
      message: 'table of languages is out of date (npm run languages -- --write)',
    })
    content.table()
    expect(checkLanguages(content.root).some(({ file }) => file === 'README.md')).toBe(false)
  })

  it('has a place', () => {
    content.write('README.md', '# Something else\n')
    expect(checkLanguages(content.root)[0]?.message).toContain('no place for the table')
  })

  it('is wanted even where there is no README', () => {
    rmSync(join(content.root, 'README.md'))
    mkdirSync(join(content.root, 'content/empty'), { recursive: true })
    expect(checkLanguages(content.root)).toHaveLength(1)
  })
})
