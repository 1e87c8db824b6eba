import { closeSync, ftruncateSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeDeskFile, type DeskEntry } from '@/languages/review/desk-file.ts'
import type { ReviewEntry } from '@/languages/review/review-file.ts'
import { hashOf } from '@/languages/review/source-hash.ts'
import { checkLanguages } from '../../../content/languages/check-languages.ts'
import { xliffOf } from '../../../content/languages/export.ts'
import { importFile } from '../../../content/languages/import/apply.ts'
import { FAMILY, smallContent, TOOL, type SmallContent } from './small-content.ts'

const PL = `${TOOL}/pl.json`
const REVIEW = 'content/tool/review/pl.json'
const SENT = 'sent-file'
const NAME: DeskEntry = {
  folder: 'tool',
  key: 'A1.name',
  of: hashOf('Food'),
  was: hashOf('Jedzenie'),
  status: 'checked',
}
const BY = { by: 'A. Reviewer', on: '2026-03-12' }

let content: SmallContent
let before: string

beforeEach(() => {
  content = smallContent()
  before = everything()
})
afterEach(() => content.remove())

function everything(): string {
  const names = readdirSync(join(content.root, 'content'), { recursive: true, encoding: 'utf8' }).sort()
  return names.map((name) => (name.endsWith('.json') ? content.read(`content/${name}`) : name)).join('\n')
}

async function send(text: string, reviewer?: typeof BY) {
  content.write(SENT, text)
  return importFile(content.root, join(content.root, SENT), reviewer)
}

function desk(entries: DeskEntry[], change: { by?: string; language?: string } = {}) {
  return send(writeDeskFile({ language: 'pl', by: BY.by, savedAt: BY.on, entries, ...change }))
}

const entryOf = (key: string, file = REVIEW) => content.json(file)[key] as ReviewEntry

describe('a file of the translator’s desk', () => {
  it('notes who has checked a text, when, and which words', async () => {
    expect(await desk([NAME])).toMatchObject({
      isTaken: true,
      faults: [],
      texts: 0,
      reviews: 1,
      written: [REVIEW],
    })
    expect(entryOf('A1.name')).toEqual({
      of: hashOf('Food'),
      status: 'checked',
      is: hashOf('Jedzenie'),
      ...BY,
    })
    expect(checkLanguages(content.root).map(({ file }) => file)).toEqual(['README.md'])
  })

  it('brings better words, which are a draft until somebody checks them', async () => {
    await desk([{ ...NAME, status: 'draft', words: 'Jedzenie i picie' }])
    expect(content.json(PL)['A1.name']).toBe('Jedzenie i picie')
    expect(entryOf('A1.name')).toEqual({ of: hashOf('Food'), status: 'draft' })
  })

  it('brings better words that the reviewer stands for', async () => {
    await desk([{ ...NAME, words: 'Jedzenie i picie' }])
    expect(entryOf('A1.name')).toMatchObject({ status: 'checked', is: hashOf('Jedzenie i picie') })
  })

  it('changes a message in its place, and nothing beside it', async () => {
    const view = `${FAMILY}/pl/view.json`
    const old = content.json(view)
    const of = hashOf('{name}, on {date}')
    const was = hashOf('{name}, dnia {date}')
    await desk([{ folder: 'family', key: 'view.by', of, was, status: 'draft', words: '{name}, {date}' }])
    expect(content.json(view)).toEqual({ ...old, by: '{name}, {date}' })
    expect(Object.keys(content.json(view))).toEqual(Object.keys(old))
  })

  it('says nothing new the second time', async () => {
    await desk([{ ...NAME, words: 'Jedzenie i picie' }])
    const once = everything()
    expect(await desk([{ ...NAME, words: 'Jedzenie i picie' }])).toMatchObject({ faults: [], written: [] })
    expect(everything()).toBe(once)
  })

  it('takes back a check', async () => {
    await desk([NAME])
    await desk([{ ...NAME, status: 'draft', note: 'I am no longer sure.' }])
    expect(entryOf('A1.name').status).toBe('draft')
  })

  it('makes nothing that is stale look as if it were not', async () => {
    content.change(REVIEW, { 'A1.name': { of: hashOf('Meals'), status: 'draft' } })
    await desk([{ ...NAME, status: 'draft', note: 'Hm.' }])
    expect(entryOf('A1.name').of).toBe(hashOf('Meals'))
  })

  it('passes on notes', async () => {
    const { remarks } = await desk([{ ...NAME, note: 'Better in the north' }])
    expect(remarks).toEqual(['entry 1, tool:A1.name: note: "Better in the north"'])
  })

  it('approves only what another person has checked', async () => {
    const approved: DeskEntry = { ...NAME, status: 'approved' }
    expect((await desk([approved])).remarks[0]).toContain('only a second person can approve')
    expect(entryOf('A1.name').status).toBe('checked')
    await desk([approved])
    expect(entryOf('A1.name').status).toBe('checked')
    await desk([approved], { by: 'B. Second' })
    expect(entryOf('A1.name')).toMatchObject({ status: 'approved', by: 'B. Second' })
    await desk([approved], { by: 'B. Second' })
    expect(entryOf('A1.name')).toMatchObject({ status: 'approved', by: 'B. Second' })
  })

  it.each([
    ['English that has changed', { of: hashOf('Meals') }, 'the English has changed since'],
    ['a translation that has changed', { was: hashOf('Posiłki') }, 'the translation has changed since'],
    [
      'a translation that has changed, with other words',
      { was: hashOf('x'), words: 'Posiłek' },
      'the translation has changed since',
    ],
    ['a script', { words: '<script>alert(1)</script>' }, 'malformed: looks like HTML'],
    ['a control character', { words: 'Jedz\u202eenie' }, 'malformed: a control character'],
    ['an invisible character', { words: 'Jedz\u2066enie' }, 'an invisible character: U+2066'],
    ['a placeholder that is not there', { words: 'Jedzenie {name}' }, 'placeholder-broken'],
    ['no words', { words: ' ' }, 'malformed: empty'],
    ['a text without end', { words: 'a'.repeat(2001) }, 'too long: 2001 letters'],
  ])('leaves out a text with %s, and takes the others', async (_what, change, fault) => {
    const band: DeskEntry = {
      ...NAME,
      key: 'A1.band',
      of: hashOf('Under 7 years'),
      was: hashOf('Poniżej 7 lat'),
    }
    const { isTaken, faults } = await desk([{ ...NAME, ...change }, band])
    expect(isTaken).toBe(true)
    expect(faults[0]).toContain(`entry 1, tool:A1.name: ${fault}`)
    expect(faults.some((other) => other.startsWith('entry 2'))).toBe(false)
    expect(content.json(PL)['A1.name']).toBe('Jedzenie')
    expect(entryOf('A1.name').status).toBe('draft')
    expect(entryOf('A1.band').status).toBe('checked')
  })

  it('leaves out a message with a form too few, or that fetches another message', async () => {
    const days = {
      folder: 'family',
      key: 'view.age.days',
      of: hashOf('{days} day | {days} days'),
      status: 'draft',
    } as const
    const was = hashOf('jeden dzień | {days} dni | {days} dni | {days} dnia')
    expect((await desk([{ ...days, was, words: '{days} dzień | {days} dni' }])).faults[0]).toContain(
      'plural forms',
    )
    expect((await desk([{ ...days, was, words: '{days} @:view.leave' }])).faults[0]).toContain(
      'placeholder-broken',
    )
  })

  it.each([
    ['in a language that is not on offer', [NAME], { language: 'fr' }, 'wrong language: "fr"'],
    [
      'with a text that is not here',
      [NAME, { ...NAME, key: 'Z1.name' }],
      {},
      'no such text here: "tool:Z1.name"',
    ],
    ['with a folder that leads elsewhere', [{ ...NAME, folder: '../..' }], {}, 'no such text here'],
    ['with the practitioner’s own words', [{ ...NAME, folder: 'interface' }], {}, 'no such text here'],
  ])('is refused whole %s', async (_what, entries, change, fault) => {
    const result = await desk(entries, change)
    expect(result).toMatchObject({ isTaken: false, written: [] })
    expect(result.faults[0]).toContain(fault)
    expect(everything()).toBe(before)
  })
})

describe('XLIFF that comes back', () => {
  const sent = (change: (text: string) => string) => send(change(xliffOf(content.root, 'pl')), BY)
  /** The unit of A1.name, which is all that these tests change. */
  const withState = (words: string, state: string) => (text: string) =>
    text.replace('state="needs-review-translation">Jedzenie<', `state="${state}">${words}<`)

  it('brings new words as a draft', async () => {
    expect(await sent(withState('Posiłki', 'needs-review-translation'))).toMatchObject({
      texts: 1,
      reviews: 0,
      faults: [],
    })
    expect(content.json(PL)['A1.name']).toBe('Posiłki')
    expect(entryOf('A1.name').status).toBe('draft')
  })

  it('brings words that are checked, by whom the one who imports says', async () => {
    await sent(withState('Posiłki', 'translated'))
    expect(entryOf('A1.name')).toEqual({
      of: hashOf('Food'),
      status: 'checked',
      is: hashOf('Posiłki'),
      ...BY,
    })
  })

  it('counts nothing as checked by nobody', async () => {
    const text = withState('Posiłki', 'translated')(xliffOf(content.root, 'pl'))
    expect((await send(text)).faults).toEqual([
      expect.stringContaining('tool:A1.name: checked, but not by whom and on which day'),
    ])
    expect((await send(text, { by: 'A\u202eB', on: BY.on })).faults).toHaveLength(1)
    expect((await send(text, { by: 'A', on: '2026-02-31' })).faults).toHaveLength(1)
    expect(everything()).toBe(before)
  })

  it('does not pass a check of the old words on to new ones', async () => {
    await desk([NAME])
    const { remarks } = await sent((text) => text.replace('>Jedzenie<', '>Posiłki<'))
    expect(remarks[0]).toContain('the words have changed')
    expect(entryOf('A1.name')).toEqual({ of: hashOf('Food'), status: 'draft' })
  })

  it('does not undo a check that was made while it was out', async () => {
    const out = xliffOf(content.root, 'pl')
    await desk([NAME])
    await send(out)
    expect(entryOf('A1.name').status).toBe('checked')
  })

  it('leaves out a text whose English has changed, and takes the others', async () => {
    const { faults } = await sent((text) =>
      withState('Posiłki', 'translated')(text).replace('>Under 7 years<', '>Under 8 years<'),
    )
    expect(faults).toEqual([expect.stringMatching(/^line \d+, tool:A1.band: the English has changed since$/)])
    expect(entryOf('A1.name').status).toBe('checked')
  })

  it('leaves alone what was not translated, whatever state it claims', async () => {
    const empty = '<target xml:lang="pl" state="translated"></target>'
    expect((await sent((text) => text.replace(/<target[^>]*>Jedzenie<\/target>/, empty))).written).toEqual([])
    expect(content.json(PL)['A1.name']).toBe('Jedzenie')
    expect(entryOf('A1.name').status).toBe('draft')
  })

  it('is refused whole, and changes nothing, where it cannot be trusted', async () => {
    const good = withState('Posiłki', 'translated')
    for (const change of [
      (text: string) => text.replace('<xliff', '<!DOCTYPE xliff><xliff'),
      (text: string) => text.replaceAll('"pl"', '"de"'),
      (text: string) => text.replace('id="A1.band"', 'id="A1.bond"'),
      (text: string) => text.slice(0, -20),
    ]) {
      const result = await sent((text) => change(good(text)))
      expect(result.isTaken).toBe(false)
      expect(result.faults).toHaveLength(1)
      expect(everything()).toBe(before)
    }
  })
})

describe('a file that somebody sent', () => {
  it('is refused unread where it is 50 MB', async () => {
    const path = join(content.root, SENT)
    const file = openSync(path, 'w')
    ftruncateSync(file, 50 * 1024 * 1024)
    closeSync(file)
    const { isTaken, faults } = await importFile(content.root, path)
    expect({ isTaken, faults }).toEqual({
      isTaken: false,
      faults: ['too big: 52428800 bytes, and 20971520 is the most'],
    })
  })

  it('is refused where it is no UTF-8', async () => {
    const path = join(content.root, SENT)
    writeFileSync(path, Buffer.from(xliffOf(content.root, 'pl'), 'utf16le'))
    expect((await importFile(content.root, path)).faults).toEqual(['not a text in UTF-8'])
  })

  it('is refused where it is something else', async () => {
    expect((await send('hello')).faults).toEqual(['neither XLIFF nor a file of the translator’s desk'])
    expect((await send('{"a":1}')).faults).toEqual(['not a file of the translator’s desk'])
    expect(everything()).toBe(before)
  })
})
