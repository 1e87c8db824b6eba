import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkContent } from '../../content/check.ts'
import { tableOf, withTable } from '../../content/languages/readme-table.ts'
import { careProfileKeys } from '../../content/structure-keys.ts'

const PROFILE = 'content/graded-care-profile/text/en-GB.json'
const ROOM = 'content/interface/text/en-GB/lock.json'
const FAMILY_ROOM = 'content/family/text/en-GB/view.json'

const STRUCTURE = {
  areas: [
    { id: 'A', subAreas: [{ id: 'A2', items: [{ id: 'A2a' }, { id: 'A2b', bands: [{ id: 'baby' }] }] }] },
  ],
}
const DESCRIPTOR =
  'The child has a warm and dry place to sleep each night, and the adult mends what is broken.'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'))
  write('content/graded-care-profile/structure.json', JSON.stringify(STRUCTURE))
  write(PROFILE, JSON.stringify(profileText(), null, 2))
  write('content/partnership/text/en-GB.json', '{\n  "danger.line": "Call 999."\n}\n')
  write(ROOM, '{\n  "title": "Open the toolkit",\n  "why": {\n    "idle": "It locked by itself."\n  }\n}\n')
  write(
    'content/languages.json',
    JSON.stringify([{ tag: 'en-GB', ownName: 'English', englishName: 'English' }]),
  )
  write('README.md', withTable('<!-- languages --><!-- /languages -->', tableOf([])) ?? '')
  write(
    'src/a.ts',
    "t('lock.title')\ntext('danger.line')\nt(`lock.why.${reason}`)\ntext('tool.name', 'tool.about')\n",
  )
  write('src/b.ts', "['tool.name', 'tool.about', 'tool.notice']\n")
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function profileText(): Record<string, string> {
  const keys = ['tool.name', 'tool.about', 'tool.notice', ...careProfileKeys(STRUCTURE).required]
  return Object.fromEntries(keys.map((key) => [key, DESCRIPTOR]))
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** The faults as `file:line message`. */
function faults(): string[] {
  return checkContent(root).map((fault) => `${fault.file}:${fault.line} ${fault.message}`)
}

function changeProfile(change: (lines: string[]) => string[]): void {
  write(PROFILE, change(readFileSync(join(root, PROFILE), 'utf8').split('\n')).join('\n'))
}

describe('the content check', () => {
  it('finds nothing in content that is right', () => {
    expect(faults()).toEqual([])
  })

  it('names a key that the code asks for and nobody wrote, at the place in the code', () => {
    write('src/c.ts', "\n\nt('lock.subtitle')\n")
    expect(faults()).toEqual(['src/c.ts:3 missing key: lock.subtitle (content/interface/text)'])
  })

  it('looks for the words of families too, and names the folder where one is missing', () => {
    write(FAMILY_ROOM, '{\n  "leave": "Hold to go back"\n}\n')
    write('src/c.ts', "t('view.leave')\nt('view.stay')\n")
    expect(faults()).toEqual(['src/c.ts:2 missing key: view.stay (content/family/text)'])
  })

  it('names a word for families that no code asks for, or that is malformed', () => {
    write(FAMILY_ROOM, '{\n  "leave": "Hold {to"\n}\n')
    expect(faults()).toEqual([
      `${FAMILY_ROOM}:2 malformed message: Unterminated closing brace: view.leave`,
      `${FAMILY_ROOM}:2 unused key: view.leave`,
    ])
  })

  it('names a room that stands in two folders: nobody could say which words come', () => {
    write('content/family/text/en-GB/lock.json', '{ "title": "Open" }')
    expect(faults()).toContain(`content/family/text/en-GB/lock.json:1 room stands twice: lock (${ROOM})`)
  })

  it('checks the languages on offer', () => {
    write('content/languages.json', '[]')
    expect(faults()).toContain('content/languages.json:1 en-GB must be the first language')
  })

  it('names a key that no code asks for, at its line', () => {
    write(ROOM, '{\n  "title": "Open",\n  "old": "Gone",\n  "why": { "idle": "It locked." }\n}\n')
    expect(faults()).toEqual([`${ROOM}:3 unused key: lock.old`])
  })

  it('takes a template literal to mean one part of the key', () => {
    write(
      ROOM,
      '{\n  "title": "Open",\n  "why": {\n    "idle": "It locked.",\n    "deep": { "er": "No." }\n  }\n}\n',
    )
    expect(faults()).toEqual([`${ROOM}:5 unused key: lock.why.deep.er`])
  })

  it('names broken JSON by line, and does not stop at it', () => {
    write(ROOM, '{\n  "title": "Open"\n  "why": {}\n}\n')
    expect(faults().filter((fault) => fault.includes('malformed JSON'))).toEqual([
      `${ROOM}:3 malformed JSON: CommaExpected`,
    ])
  })

  it('names a key that stands twice', () => {
    write(ROOM, '{\n  "title": "Open",\n  "title": "Shut",\n  "why": { "idle": "It locked." }\n}\n')
    expect(faults()).toEqual([`${ROOM}:3 key stands twice: title`])
  })

  it.each([
    ['an unclosed placeholder', 'Hello {name', 'malformed message: Unterminated closing brace'],
    ['an empty text', '', 'malformed: empty'],
    ['HTML', 'Press <b>here</b>', 'malformed: looks like HTML'],
    ['a control character', 'Press\u202e here', 'malformed: a control character'],
    ['two spaces', 'Press  here', 'malformed: two spaces together'],
  ])('names %s', (_what, text, message) => {
    write(ROOM, `{\n  "title": ${JSON.stringify(text)},\n  "why": { "idle": "It locked." }\n}\n`)
    expect(faults()).toEqual([`${ROOM}:2 ${message}: lock.title`])
  })

  it('names a value that is not a text', () => {
    write(ROOM, '{\n  "title": 5,\n  "why": { "idle": "It locked." }\n}\n')
    expect(faults()).toEqual([`${ROOM}:2 malformed: not a text: lock.title`])
  })

  it('misses a descriptor that the structure asks for, at the line where it should stand', () => {
    const line = readFileSync(join(root, PROFILE), 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('"A2a.3"'))
    changeProfile((lines) => lines.filter((text) => !text.includes('"A2a.3"')))
    expect(faults()).toEqual([`${PROFILE}:${line + 1} missing key: A2a.3`])
  })

  it('names a text for an item that the structure does not have', () => {
    changeProfile(([brace = '', ...rest]) => [brace, '  "Z9.name": "Nothing",', ...rest])
    expect(faults()).toEqual([`${PROFILE}:2 unused key: Z9.name`])
  })

  it.each([
    [
      'a word that blames',
      'The lazy adult does not cook for the child at all, and the child does without food on most days of the week.',
      'lazy',
    ],
    [
      'a word that guesses at the family',
      'The mother cooks for the child every day, and sits with the child while they eat their food at the table.',
      'mother',
    ],
    [
      'a text too hard to read',
      'Nutritional provisioning is characterised by considerable variability notwithstanding professional recommendations regarding appropriate developmental alternatives for infants generally.',
      'too hard to read',
    ],
  ])('names %s in a descriptor', (_what, text, message) => {
    changeProfile((lines) =>
      lines.map((line) => (line.includes('"A2a.3"') ? `  "A2a.3": ${JSON.stringify(text)},` : line)),
    )
    expect(faults().some((fault) => fault.includes(message) && fault.endsWith(': A2a.3'))).toBe(true)
  })

  it('names words that stand in a component', () => {
    write(
      'src/d.vue',
      '<template>\n  <p>{{ t("lock.title") }}</p>\n  <p>Please wait</p>\n  <a title="Go back" />\n</template>\n',
    )
    expect(faults()).toEqual([
      'src/d.vue:3 words in a template: "Please wait"',
      'src/d.vue:4 words in title="Go back"',
    ])
  })
})
