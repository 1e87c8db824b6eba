/** A small content/ in a temporary folder: English, Polish and Urdu, one folder of sentences and one of messages, all right. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { hashOf } from '@/languages/review/source-hash.ts'
import { coverageOf } from '../../../content/languages/coverage.ts'
import { tableOf, withTable } from '../../../content/languages/readme-table.ts'

export const LANGUAGES = [
  { tag: 'en-GB', ownName: 'English', englishName: 'English' },
  { tag: 'pl', ownName: 'polski', englishName: 'Polish' },
  { tag: 'ur', ownName: 'اردو', englishName: 'Urdu' },
]

export const TOOL = 'content/tool/text'
export const FAMILY = 'content/family/text'

/** The room `view` and the room `calendar`; `tool` is flat. */
const TEXTS: Readonly<Record<string, Record<string, unknown>>> = {
  [`${TOOL}/en-GB.json`]: {
    'A1.name': 'Food',
    'A1.note': 'The adult writes grade 3 beside B1d, and calls 999.',
    'A1.band': 'Under 7 years',
  },
  [`${TOOL}/pl.json`]: {
    'A1.name': 'Jedzenie',
    'A1.note': 'Dorosły wpisuje ocenę 3 obok B1d i dzwoni pod 999.',
    'A1.band': 'Poniżej 7 lat',
  },
  [`${TOOL}/ur.json`]: {
    'A1.name': 'کھانا',
    'A1.note': 'سرپرست B1d کے ساتھ درجہ 3 لکھتے ہیں اور 999 پر فون کرتے ہیں۔',
    'A1.band': '۷ سال سے کم',
  },
  [`${FAMILY}/en-GB/calendar.json`]: { digits: '0123456789' },
  [`${FAMILY}/pl/calendar.json`]: { digits: '0123456789' },
  [`${FAMILY}/ur/calendar.json`]: { digits: '۰۱۲۳۴۵۶۷۸۹' },
  [`${FAMILY}/en-GB/view.json`]: {
    leave: 'Hold to go back',
    age: { days: '{days} day | {days} days' },
    by: '{name}, on {date}',
  },
  [`${FAMILY}/pl/view.json`]: {
    leave: 'Przytrzymaj, by wrócić',
    age: { days: 'jeden dzień | {days} dni | {days} dni | {days} dnia' },
    by: '{name}, dnia {date}',
  },
  [`${FAMILY}/ur/view.json`]: {
    leave: 'واپس جانے کے لیے دبائے رکھیں',
    age: { days: '{days} دن' },
    by: '{name}، {date} کو',
  },
}

const GLOSSARY = {
  'en-GB': { adult: { term: 'the adult', match: 'adults?', note: 'The parent or carer.' } },
  pl: { adult: { term: 'dorosły', forms: ['dorosł'], note: 'The usual word.' } },
  ur: { adult: { term: 'سرپرست', forms: ['سرپرست'], note: 'The usual word.' } },
}

export interface SmallContent {
  root: string
  write: (file: string, text: string) => void
  read: (file: string) => string
  json: (file: string) => Record<string, unknown>
  /** Changes a JSON file; the review files stay as they are. */
  change: (file: string, change: Record<string, unknown>) => void
  /** Every text a draft of its English. */
  review: () => void
  /** README as it should be. */
  table: () => void
  remove: () => void
}

export function smallContent(): SmallContent {
  const root = mkdtempSync(join(tmpdir(), 'languages-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const json = (file: string) => JSON.parse(read(file)) as Record<string, unknown>
  const writeJson = (file: string, value: unknown) => write(file, `${JSON.stringify(value, null, 2)}\n`)
  const content: SmallContent = {
    root,
    write,
    read,
    json,
    change: (file, change) => writeJson(file, { ...json(file), ...change }),
    review: () => {
      const drafts = (files: string[]) =>
        Object.fromEntries(
          files.flatMap((file) =>
            leaves(json(file), file.startsWith(FAMILY) ? file.replace(/^.*\/(\w+)\.json$/, '$1.') : '').map(
              ([key, english]) => [key, { of: hashOf(english), status: 'draft' }],
            ),
          ),
        )
      for (const { tag } of LANGUAGES.slice(1)) {
        writeJson(`content/tool/review/${tag}.json`, drafts([`${TOOL}/en-GB.json`]))
        const rooms = [`${FAMILY}/en-GB/calendar.json`, `${FAMILY}/en-GB/view.json`]
        writeJson(`content/family/review/${tag}.json`, drafts(rooms))
      }
    },
    table: () =>
      write('README.md', withTable('<!-- languages --><!-- /languages -->', tableOf(coverageOf(root))) ?? ''),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
  writeJson('content/languages.json', LANGUAGES)
  for (const [file, texts] of Object.entries(TEXTS)) writeJson(file, texts)
  for (const [tag, terms] of Object.entries(GLOSSARY)) writeJson(`content/glossary/${tag}.json`, terms)
  content.review()
  content.table()
  return content
}

function leaves(value: Record<string, unknown>, before: string): [string, string][] {
  return Object.entries(value).flatMap(([name, inner]): [string, string][] =>
    typeof inner === 'string'
      ? [[before + name, inner]]
      : leaves(inner as Record<string, unknown>, `${before}${name}.`),
  )
}
