import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formsOf } from '@/languages/review/placeholders.ts'
import { hashOf } from '@/languages/review/source-hash.ts'
import type { ReviewEntry } from '@/languages/review/review-file.ts'
import { xliffOf } from '../../../content/languages/export.ts'
import { familyFolders, reviewFileOf, wordsIn } from '../../../content/languages/folders.ts'
import { importFile } from '../../../content/languages/import/apply.ts'
import { ENGLISH, listedLanguages, translationsAmong } from '../../../content/languages/listed.ts'
import { reviewToWrite, textFilesWith, writeFiles } from '../../../content/languages/store.ts'
import { readXliff } from '../../../content/languages/xliff/read.ts'
import { writeXliff, type Unit } from '../../../content/languages/xliff/write.ts'

const ROOT = process.cwd()
const LIMITS = { languages: ['pl', 'ur'], knows: () => true }
const unit = (change: Partial<Unit> = {}): Unit => ({
  key: 'A1.name',
  english: 'Food',
  translation: 'Jedzenie',
  entry: undefined,
  notes: [],
  ...change,
})
const written = (...units: Unit[]) => writeXliff('pl', [{ folder: 'tool', units }])

function readBack(text: string) {
  const read = readXliff(text, LIMITS)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read
}

describe('every language goes out as XLIFF and comes back without loss', () => {
  let root: string
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'xliff-'))
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  /** Every third text checked, every third approved, by people whose names need care; all texts there. */
  async function prepare(tree: string, language: string): Promise<void> {
    cpSync(join(ROOT, 'content'), join(tree, 'content'), { recursive: true })
    for (const folder of familyFolders(tree)) {
      const english = wordsIn(tree, folder, ENGLISH, [])
      const words = wordsIn(tree, folder, language, [])
      // What a translator has not reached yet stands here in English, so that every text makes the journey.
      const all = new Map(
        [...english].map(([key, text]) => [key, words.get(key) ?? formsOf(text).at(-1) ?? '']),
      )
      const review = Object.fromEntries(
        [...english].map(([key, text], index): [string, ReviewEntry] => {
          const of = hashOf(text)
          if (index % 3 === 0) return [key, { of, status: 'draft' }]
          const is = hashOf(all.get(key) ?? '')
          const by = index % 2 === 0 ? 'Ż. "Nazwisko" & Co' : 'سارہ'
          return [key, { of, status: index % 3 === 1 ? 'checked' : 'approved', is, by, on: '2026-03-12' }]
        }),
      )
      writeFiles(tree, [
        ...textFilesWith(tree, folder, language, all),
        await reviewToWrite(folder.name, language, review),
      ])
    }
  }

  function filesOf(tree: string, language: string): Record<string, string> {
    const names = readdirSync(join(tree, 'content'), { recursive: true, encoding: 'utf8' })
    const own = names.filter(
      (name) => name.endsWith('.json') && new RegExp(`/(text|review)/${language}[./]`).test(name),
    )
    return Object.fromEntries(
      own.sort().map((name) => [name, readFileSync(join(tree, 'content', name), 'utf8')]),
    )
  }

  it.each(translationsAmong(listedLanguages(ROOT, [])).map(({ tag }) => tag))('%s', async (language) => {
    const tree = join(root, language)
    await prepare(tree, language)
    const before = filesOf(tree, language)
    expect(Object.keys(before).length).toBeGreaterThan(familyFolders(tree).length)
    writeFileSync(join(tree, 'out.xlf'), xliffOf(tree, language))
    for (const name of Object.keys(before)) rmSync(join(tree, 'content', name))
    // Only what is wrong in the content itself may stay behind, and the content check names that.
    const { isTaken, faults } = await importFile(tree, join(tree, 'out.xlf'))
    expect({ isTaken, faults }).toEqual({ isTaken: true, faults: [] })
    expect(filesOf(tree, language)).toEqual(before)
  })

  it('and a file that comes back unchanged changes nothing', async () => {
    const tree = join(root, 'again')
    await prepare(tree, 'ur')
    writeFileSync(join(tree, 'out.xlf'), xliffOf(tree, 'ur'))
    expect(await importFile(tree, join(tree, 'out.xlf'))).toEqual({
      isTaken: true,
      faults: [],
      remarks: [],
      texts: 0,
      reviews: 0,
      written: [],
    })
  })

  it('tells a translator where a text stands, its grade, its terms and what must stay', () => {
    const text = xliffOf(ROOT, 'ur')
    expect(text).toContain('Physical care &gt; Food &gt; Food and drink quality &gt; Under 1 year')
    expect(text).toContain('Grade 3 of 5; 1 is the best care, 5 the most concern.')
    expect(text).toContain('Term: "health visitor" = "')
    expect(text).toContain('Stays as it is: {day} {month} {year}')
    expect(text).not.toContain(reviewFileOf('interface', 'ur'))
    expect(text).not.toContain('original="interface"')
  })
})

describe('XLIFF', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          ...[
            ']]>',
            '"',
            "'",
            '&',
            '&amp;',
            '<b>',
            '\u200f',
            '\u2068',
            '😀',
            '\n',
            '\r\n',
            '\r',
            '\t',
            '  ',
            'کھانا',
            '{n}',
            '|',
            '%s',
            '<!--',
          ],
        ),
      )
      .map((parts) => parts.join('')),
  )
  const holdsInXml = (value: string) =>
    !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(value)

  it('brings back every text that XML can hold, letter by letter', () => {
    const good = text.filter((value) => holdsInXml(value) && !/<!(doctype|entity)/i.test(value))
    fc.assert(
      fc.property(good, good, good, (english, translation, key) => {
        const [found] = readBack(written(unit({ english, translation, key, notes: [english] }))).units
        expect(found?.source).toBe(english)
        expect(found?.target).toBe(translation === '' ? undefined : translation)
        expect(found?.key).toBe(key)
      }),
      { numRuns: 500 },
    )
  })

  it('is not written with a character that XML cannot hold', () => {
    fc.assert(
      fc.property(
        text.filter((value) => !holdsInXml(value)),
        (translation) => {
          expect(() => written(unit({ translation }))).toThrow('a character that XML cannot hold')
        },
      ),
    )
    expect(() => written(unit({ translation: 'a\u0000b' }))).toThrow('a character')
    expect(() => written(unit({ translation: '\ud800' }))).toThrow('a character')
  })

  it('says of each text what is known of it', () => {
    const of = hashOf('Food')
    const entry: ReviewEntry = {
      of,
      status: 'checked',
      is: hashOf('Jedzenie'),
      by: 'A & B',
      on: '2026-03-12',
    }
    const out = written(
      unit({ key: 'none' }),
      unit({ key: 'draft', entry: { of, status: 'draft' } }),
      unit({ key: 'checked', entry }),
      unit({ key: 'approved', entry: { ...entry, status: 'approved' } }),
      unit({ key: 'stale', entry: { ...entry, of: hashOf('Meals') } }),
      unit({ key: 'changed', entry: { ...entry, is: hashOf('Posiłki') } }),
      unit({ key: 'untranslated', translation: undefined }),
    )
    expect(out).toContain('state="needs-review-translation"')
    expect(out).toContain('<trans-unit id="approved" approved="yes"')
    const found = readBack(out).units.map(({ key, status, by, on, target }) => ({
      key,
      status,
      by,
      on,
      target,
    }))
    const who = { by: 'A & B', on: '2026-03-12', target: 'Jedzenie' }
    const nobody = { status: 'draft', by: undefined, on: undefined, target: 'Jedzenie' }
    expect(found).toEqual([
      { key: 'none', ...nobody },
      { key: 'draft', ...nobody },
      { key: 'checked', status: 'checked', ...who },
      { key: 'approved', status: 'approved', ...who },
      { key: 'stale', ...nobody },
      { key: 'changed', ...nobody },
      { key: 'untranslated', ...nobody, target: undefined },
    ])
  })

  it.each([
    ['no state, as Weblate writes what is not approved', '', 'no', 'draft'],
    ['no state and approved, as Weblate writes it', '', 'yes', 'approved'],
    ['translated', ' state="translated"', 'no', 'checked'],
    ['final', ' state="final"', 'no', 'approved'],
    ['to be edited, whatever else it says', ' state="needs-translation"', 'yes', 'draft'],
    ['a state that is none', ' state="perfect"', 'yes', 'draft'],
  ])('counts as checked only what plainly says so: %s', (_what, state, approved, status) => {
    const sent = written(unit())
      .replace(' state="needs-review-translation"', state)
      .replace('approved="no"', `approved="${approved}"`)
    expect(readBack(sent).units[0]?.status).toBe(status)
  })

  it('takes marks of segments and groups, which translation programs put in', () => {
    const sent = written(unit())
      .replace('>Jedzenie<', '><mrk mtype="seg" mid="0">Jedz</mrk><mrk mtype="seg" mid="1">enie</mrk><')
      .replace('<body>', '<body><group>')
      .replace('</body>', '</group></body>')
    expect(readBack(sent).units[0]?.target).toBe('Jedzenie')
  })

  it('names other markup in a text, by line, and leaves that text out', () => {
    const read = readBack(
      written(unit(), unit({ key: 'A2.name' })).replace('>Jedzenie<', '><g id="1">Jedzenie</g><'),
    )
    expect(read.units.map(({ key }) => key)).toEqual(['A2.name'])
    expect(read.faults).toEqual([{ line: 5, message: 'markup in the target: "A1.name"' }])
  })
})

describe('hostile XLIFF is refused with a clear message', () => {
  const good = written(unit())
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "&a;&a;&a;&a;&a;&a;&a;&a;">`).join('')}]>`

  it.each([
    ['a billion laughs', good.replace('<xliff', `${laughs}\n<xliff`), 2, 'a document type or entity'],
    [
      'an external entity',
      good
        .replace('<xliff', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<xliff')
        .replace('Jedzenie', '&e;'),
      2,
      'a document type or entity',
    ],
    ['an entity that nobody declared', good.replace('Jedzenie', '&e;'), 7, 'broken XML: Named entity isn'],
    ['broken XML', good.replace('</target>', ''), 8, 'broken XML'],
    ['nothing', '', 1, 'broken XML'],
    ['a control character', good.replace('Jedzenie', '&#1;'), 7, 'broken XML'],
    ['nesting without end', `<xliff>${'<group>'.repeat(200_000)}`, 1, 'broken XML: nested too deeply'],
    ['another kind of file', '<html></html>', 1, 'not XLIFF 1.2'],
    ['a later XLIFF', good.replace('version="1.2"', 'version="2.0"'), 2, 'not XLIFF 1.2'],
    ['no file in it', good.replace(/<file[^]*<\/file>/, ''), 1, 'no <file> in it'],
    [
      'a language that is not on offer',
      good.replaceAll('"pl"', '"fr"'),
      3,
      'wrong language: target-language is "fr"',
    ],
    ['English as the translation', good.replaceAll('"pl"', '"en-GB"'), 3, 'wrong language: target-language'],
    [
      'another source',
      good.replace('source-language="en-GB"', 'source-language="de"'),
      3,
      'wrong language: source',
    ],
    [
      'a target in another language',
      good.replace('xml:lang="pl"', 'xml:lang="ur"'),
      7,
      'wrong language: a target is in "ur"',
    ],
    [
      'two languages',
      good.replace('</xliff>', good.slice(good.indexOf('  <file')).replaceAll('"pl"', '"ur"')),
      1,
      'more than one language',
    ],
    ['a text twice', written(unit(), unit()), 9, 'stands twice: "tool:A1.name"'],
  ])('%s', (_what, sent, line, message) => {
    const read = readXliff(sent, LIMITS)
    expect(read.ok).toBe(false)
    expect(read.faults[0]?.message).toContain(message)
    expect(read.faults[0]?.line).toBe(line)
  })

  it('a text that is not here, by its id, without characters that a terminal acts on', () => {
    const sent = written(unit({ key: '../../etc/passwd' })).replace(
      'original="tool"',
      'original="to&#x9b;31mol"',
    )
    const read = readXliff(sent, { ...LIMITS, knows: () => false })
    expect(read).toEqual({
      ok: false,
      faults: [{ line: 5, message: expect.stringContaining('no such text here') as string }],
    })
  })

  it.each([100, 1000, 2000, 3000, 4000, 5000, 8000, 20_000])('elements %i deep fell nobody', (depth) => {
    const deep = good
      .replace('<body>', `<body>${'<group>'.repeat(depth)}`)
      .replace('</body>', `${'</group>'.repeat(depth)}</body>`)
    const read = readXliff(deep, LIMITS)
    if (!read.ok) expect(read.faults[0]?.message).toBe('broken XML: nested too deeply')
    else expect(read.units).toHaveLength(1)
  })

  it('keeps to twenty faults', () => {
    const units = Array.from({ length: 300 }, (_, n) => unit({ key: `k${n}` }))
    expect(readXliff(written(...units), { ...LIMITS, knows: () => false }).faults).toHaveLength(20)
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(good.length), (text, at) => {
        expect(readXliff(text, LIMITS).ok).toBe(false)
        readXliff(good.slice(0, at) + text + good.slice(at), LIMITS)
      }),
    )
  })
})
