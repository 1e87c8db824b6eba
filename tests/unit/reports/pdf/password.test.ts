/** A report with a password: opened by whoever has it, noise to everyone else. */
import { getDocument, PermissionFlag } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { makeFile, openFor } from '@/reports/pdf/build.ts'
import { aes256 } from '@/reports/pdf/writer/aes256.ts'
import { loadFont } from './fonts-for-tests.ts'
import { inFile } from './in-file.ts'
import { poppler, qpdf, withProgram } from './programs.ts'
import { letters, readPdf, tagsOf } from './reading-pdf.ts'
import { reportOf } from './reports-for-tests.ts'

const URDU = 'بچے کی ملاقات 12/03/2026 کو ہوئی'
const URDU_PASSWORD = 'میرا خفیہ لفظ ۷'
const report = reportOf(
  [
    { kind: 'heading', level: 1, text: 'Secret heading' },
    { kind: 'paragraph', text: 'The mother told her worker of the secret.' },
    { kind: 'paragraph', text: [{ text: URDU, language: 'ur' }] },
    {
      kind: 'figure',
      alt: 'Secret drawing: warmth 2',
      drawing: {
        width: 60,
        height: 20,
        shapes: [{ kind: 'circle', centre: [10, 10], radius: 5, fill: 'ink' }],
      },
    },
  ],
  { title: 'Secret title č', reference: 'Secret reference' },
)

async function make(password?: string): Promise<Uint8Array> {
  const engine = await openFor(report, loadFont, { withPassword: password !== undefined })
  return makeFile(report, engine, { password })
}

const PASSWORDS = {
  plain: 'correct horse battery',
  'Urdu letters': URDU_PASSWORD,
  'Amharic and a ligature': 'ምስጢር ﬁne',
  'longer than the 127 bytes that count': 'ਪੰਜਾਬੀ '.repeat(12),
}

describe('a file with a password', () => {
  it.each(Object.entries(PASSWORDS))('opens with it: %s', async (_, password) => {
    const open = await readPdf(await make())
    const locked = await readPdf(await make(password), password)
    expect(locked.text).toBe(open.text)
    expect(letters(locked.text)).toContain(letters(URDU))
    expect(locked.pages.map(({ tags }) => tags)).toEqual(open.pages.map(({ tags }) => tags))
    expect(tagsOf(locked.pages[0]?.tags)).toContain('H1')
    expect(JSON.stringify(locked.pages[0]?.tags)).toContain('Secret drawing: warmth 2')
    expect(locked.outline[0]).toMatchObject({ title: 'Secret heading' })
    expect(locked.metadata.info).toMatchObject({ Title: 'Secret title č', Language: 'en-GB' })
    expect(locked.metadata.metadata.get('dc:title')).toBe('Secret title č')
  })

  it('does not open without it or with another one', async () => {
    const file = await make(URDU_PASSWORD)
    await expect(readPdf(file)).rejects.toMatchObject({ name: 'PasswordException' })
    await expect(readPdf(file, 'wrong')).rejects.toMatchObject({ name: 'PasswordException' })
    await expect(readPdf(file, URDU_PASSWORD.slice(0, -1))).rejects.toMatchObject({
      name: 'PasswordException',
    })
  })

  it('opens where the reader prepares what is typed and where it does not', async () => {
    const typed = 'می\u200cخواهم ﬁne\u00a01'
    const file = await make(typed)
    const prepared = 'میخواهم fine 1'
    for (const password of [typed, prepared]) {
      expect((await readPdf(file, password)).text).toContain('Secret heading')
    }
  })

  it('lets a screen reader, a printer and a copy have the text', async () => {
    expect(await permissionsOf(await make('one'), 'one')).toEqual(
      expect.arrayContaining([
        PermissionFlag.COPY,
        PermissionFlag.COPY_FOR_ACCESSIBILITY,
        PermissionFlag.PRINT,
        PermissionFlag.PRINT_HIGH_QUALITY,
      ]),
    )
  })

  it('has no word of the report in its bytes', async () => {
    {
      const raw = Buffer.from(await make(PASSWORDS.plain))
      const forms = (words: string) => {
        const utf16 = Buffer.from(words, 'utf16le').swap16()
        return [
          Buffer.from(words),
          utf16,
          Buffer.from(utf16.toString('hex')),
          Buffer.from(utf16.toString('hex').toUpperCase()),
        ]
      }
      for (const words of [
        'ecret',
        'mother',
        'بچے',
        'en-GB',
        'Lang (',
        'dc:title',
        'pdfuaid',
        PASSWORDS.plain,
      ]) {
        for (const form of forms(words)) expect(raw.includes(form), words).toBe(false)
      }
      expect(Buffer.from(await make()).includes('dc:title'), 'the test can find it').toBe(true)
    }
  })

  it('is never made twice the same, and never with an empty password', () => {
    const [one, other] = [aes256('same'), aes256('same')]
    expect(one.seal(new Uint8Array(16))).not.toEqual(one.seal(new Uint8Array(16)))
    expect(one.dictionary.userEntry).not.toEqual(other.dictionary.userEntry)
    expect(() => aes256('')).toThrow()
  })

  it('is refused by an engine that was not opened for it, rather than made without', async () => {
    const engine = await openFor(report, loadFont)
    expect(() => makeFile(report, engine, { password: 'one' })).toThrow(/password/)
  })

  it('an upgrade of jsPDF that writes its own encryption again would be seen', async () => {
    const text = Buffer.from(await make('one')).toString('latin1')
    expect(text).toMatch(
      /\/Filter \/Standard\n\/V 5\n\/R 6\n\/U <[0-9a-f]{96}>\n\/O <[0-9a-f]{96}>\n\/P -4 \/Length 256/i,
    )
    expect(text).toMatch(/\/Title <[0-9A-F]+>/)
    expect(text).toMatch(/\/Producer <[0-9A-F]+>/)
  })
})

describe('other programs open it', () => {
  withProgram('qpdf')('qpdf: revision 6, AESv3, nothing to complain of, everything allowed', async () => {
    inFile(await make(URDU_PASSWORD), (file) => {
      const told = qpdf([`--password=${URDU_PASSWORD}`, '--check', file])
      expect(told).toMatchObject({ status: 0 })
      expect(told.out).toContain('R = 6')
      expect(told.out).toMatch(/stream encryption method: AESv3/)
      expect(told.out).toMatch(/extract for accessibility: allowed/)
      expect(told.out).toContain('No syntax or stream encoding errors found')
      expect(qpdf(['--password=wrong', '--check', file]).status).not.toBe(0)
      expect(qpdf(['--check', file]).status).not.toBe(0)
    })
  })

  withProgram('pdftotext')('poppler reads the text with the password, and nothing without', async () => {
    inFile(await make(URDU_PASSWORD), (file) => {
      const told = poppler('pdftotext', ['-upw', URDU_PASSWORD, file, '-'])
      expect(told.out).toContain('The mother told her worker of the secret.')
      expect(poppler('pdftotext', ['-upw', 'wrong', file, '-']).status).not.toBe(0)
    })
  })
})

async function permissionsOf(bytes: Uint8Array, password: string) {
  const task = getDocument({ data: bytes.slice(), password, verbosity: 0 })
  const permissions = await (await task.promise).getPermissions()
  await task.destroy()
  return permissions
}
