/** Words that lead out of the report: only those its author made links of. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { makeFile, openFor } from '@/reports/pdf/build.ts'
import { addressOf } from '@/reports/pdf/writer/links.ts'
import type { Report, TextRun } from '@/reports/report.ts'
import { loadFont } from './fonts-for-tests.ts'
import { qpdf, withProgram } from './programs.ts'
import { readPdf, tagsOf } from './reading-pdf.ts'
import { inFile } from './in-file.ts'
import { reportOf } from './reports-for-tests.ts'

const GUIDANCE = 'https://example.org/guidance?age=3&food=yes'
const words = 'the guidance on food for children of this age '

const make = async (report: Report, password?: string) =>
  makeFile(report, await openFor(report, loadFont, { withPassword: password !== undefined }), { password })

/** In a text's own literal the linter takes `link` for the old method of strings. */
const linkRun = (run: TextRun): TextRun => run

interface Annotation {
  subtype: string
  url?: string
  rect: [number, number, number, number]
  contentsObj: { str: string }
}

async function annotationsOf(bytes: Uint8Array, password?: string): Promise<Annotation[][]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, ...(password !== undefined && { password }) })
  const pdf = await task.promise
  const pages: Annotation[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    pages.push((await (await pdf.getPage(number)).getAnnotations()) as Annotation[])
  }
  await task.destroy()
  return pages
}

const linked = reportOf([
  {
    kind: 'paragraph',
    text: [
      { text: 'Read ', language: 'en-GB' },
      linkRun({ text: words, language: 'en-GB', link: GUIDANCE }),
      { text: 'first.', language: 'en-GB' },
    ],
  },
])

describe('a link', () => {
  it('is an element of its own with what can be pressed in it, and leads to its address', async () => {
    const bytes = await make(linked)
    const [annotations] = await annotationsOf(bytes)
    expect(annotations).toHaveLength(1)
    expect(annotations?.[0]).toMatchObject({
      subtype: 'Link',
      url: GUIDANCE,
      contentsObj: { str: words.trim() },
    })
    const pdf = await readPdf(bytes)
    expect(tagsOf(pdf.pages[0]?.tags)).toBe('Root(Document(P(Link)))')
    expect(pdf.pages[0]?.untagged).toBe(0)
    expect(pdf.text).toContain(`Read ${words}first.`)
  })

  it('names its annotation in the structure, and the annotation names its element: both ways', async () => {
    const text = Buffer.from(await make(linked)).toString('latin1')
    const object = /\/Type \/OBJR \/Pg \d+ 0 R \/Obj (\d+) 0 R/.exec(text)?.[1]
    const key = new RegExp(`\\n${object ?? ''} 0 obj\\n<< /Type /Annot [^\\n]* /StructParent (\\d+)`).exec(
      text,
    )?.[1]
    expect(key).toBe('1')
    const element = new RegExp(`\\n${key ?? ''} (\\d+) 0 R\\]`).exec(text)?.[1]
    expect(text).toMatch(new RegExp(`\\n${element ?? ''} 0 obj\\n<< /Type /StructElem /S /Link `))
    expect(text).toContain('/ParentTreeNextKey 2 ')
  })

  it('over many lines and pages stays one element, pressed wherever it stands', async () => {
    const long = reportOf([
      { kind: 'paragraph', text: [linkRun({ text: words.repeat(300), language: 'en-GB', link: GUIDANCE })] },
    ])
    const bytes = await make(long)
    const pages = await annotationsOf(bytes)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map((page) => page.length)).toEqual(pages.map(() => 1))
    const { pages: read } = await readPdf(bytes)
    for (const page of read) expect(tagsOf(page.tags)).toBe('Root(Document(P(Link)))')
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.split('/S /Link').length - 1).toBe(1)
  })

  it('in another language says so, and its words in Urdu are what it is called', async () => {
    const urdu = 'بچوں کی خوراک'
    const bytes = await make(
      reportOf([
        {
          kind: 'paragraph',
          text: [
            { text: 'Urdu: ', language: 'en-GB' },
            linkRun({ text: urdu, language: 'ur', link: GUIDANCE }),
          ],
        },
      ]),
    )
    expect((await annotationsOf(bytes))[0]?.[0]?.contentsObj.str).toBe(urdu)
    const link = (await readPdf(bytes)).pages[0]?.tags?.children[0]?.children[0]?.children[0]
    expect(link).toMatchObject({ tag: 'Link', language: 'ur' })
  })

  it('with a password its address is not in the bytes, and it leads there once opened', async () => {
    const bytes = await make(linked, 'correct horse')
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(
      Buffer.from('example.org').toString('hex').toUpperCase(),
    )
    expect((await annotationsOf(bytes, 'correct horse'))[0]?.[0]?.url).toBe(GUIDANCE)
  })

  it('is never made of what was typed', async () => {
    const typed = reportOf([
      { kind: 'paragraph', text: [{ text: `She said ${GUIDANCE} or anna@example.org` }] },
    ])
    expect((await annotationsOf(await make(typed)))[0]).toEqual([])
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'no address', ''])(
    '%j leads nowhere: its words are only words',
    async (link) => {
      expect(addressOf(link)).toBeUndefined()
      const bytes = await make(
        reportOf([{ kind: 'paragraph', text: [linkRun({ text: 'here', language: 'en-GB', link })] }]),
      )
      expect((await annotationsOf(bytes))[0]).toEqual([])
      expect((await readPdf(bytes)).text).toContain('here')
    },
  )

  it.each(['https://example.org/ü', 'mailto:anna@example.org', 'tel:+442079460000'])(
    '%s may be led to',
    (link) => {
      expect(addressOf(link)).toMatch(/^[\u0021-\u007e]+$/)
    },
  )

  withProgram('qpdf')('qpdf finds nothing to complain of', async () => {
    const told = inFile(await make(linked), (file) => qpdf(['--check', file]))
    expect({ status: told.status, warned: /warning/i.test(told.out) }, told.out).toEqual({
      status: 0,
      warned: false,
    })
  })
})
