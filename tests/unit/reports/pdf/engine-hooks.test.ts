/** One test for each part of jsPDF's inside that the writer stands on: an upgrade that breaks one says which. */
import { jsPDF } from 'jspdf'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JsPdf, type PutFont } from '@/reports/pdf/writer/jspdf-hooks.ts'

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function withFont(pdf: JsPdf, write: (put: PutFont) => void = () => undefined) {
  const font = pdf.registerFont('report-0')
  const put: PutFont[] = []
  pdf.on('putFont', (event) => {
    if (event.font.id !== font.id) return
    put.push(event)
    write(event)
    event.font.objectNumber = event.newObject()
    event.out('<< /Type /Font /Subtype /Type0 >>')
    event.out('endobj')
    event.font.isAlreadyPutted = true
  })
  return { font, put }
}

describe('the hooks of jsPDF', () => {
  afterEach(() => vi.restoreAllMocks())

  it('addFont takes a font whose file TTFFont.open does not read', () => {
    const { TTFFont } = jsPDF.API as unknown as { TTFFont: { open: unknown } }
    const before = TTFFont.open
    const { font } = withFont(new JsPdf())
    expect(font.id).toMatch(/^F\d+$/)
    expect(TTFFont.open, 'given back').toBe(before)
  })

  it('text() marks a font as used and leaves nothing on the page', () => {
    const pdf = new JsPdf()
    const before = [...(pdf.internal.pages[1] ?? [])]
    withFont(pdf)
    expect(pdf.internal.pages[1]).toEqual(before)
  })

  it('putFont comes once for a used font and what it writes is named in the resources', () => {
    const pdf = new JsPdf()
    const { font, put } = withFont(pdf)
    const text = textOf(pdf.build())
    expect(put).toHaveLength(1)
    expect(text).toContain(`/${font.id} ${font.objectNumber} 0 R`)
  })

  it('putOnlyUsedFonts leaves out the fourteen fonts that are not embedded', () => {
    const pdf = new JsPdf()
    withFont(pdf)
    expect(textOf(pdf.build())).not.toContain('Helvetica')
  })

  it('putPage writes into the page dictionary, with the number of the page', () => {
    const pdf = new JsPdf()
    pdf.doc.addPage([300, 200], 'landscape')
    pdf.on('putPage', ({ pageNumber }) => pdf.internal.out(`/StructParents ${pageNumber - 1}`))
    const pages = textOf(pdf.build()).match(/<<\/Type \/Page\n[^]*?>>/g)
    expect(pages?.map((page) => /StructParents (\d)/.exec(page)?.[1])).toEqual(['0', '1'])
  })

  it('the first page is object 3, where the opening action points', () => {
    const pdf = new JsPdf()
    const text = textOf(pdf.build())
    expect(pdf.internal.getPageInfo(1).objId).toBe(3)
    expect(text).toContain('/OpenAction [3 0 R')
  })

  it('pageSize gives the first page its size, addPage those after it', () => {
    const pdf = new JsPdf()
    pdf.internal.pageSize.width = 400
    pdf.internal.pageSize.height = 300
    pdf.doc.addPage([200, 500], 'portrait')
    const boxes = [...textOf(pdf.build()).matchAll(/MediaBox \[([\d. ]+)\]/g)].map(([, box]) =>
      (box ?? '').split(' ').map(Number),
    )
    expect(boxes).toEqual([
      [0, 0, 400, 300],
      [0, 0, 200, 500],
    ])
  })

  it('write goes to the page that setPage chose', () => {
    const pdf = new JsPdf()
    pdf.doc.addPage([200, 500], 'portrait')
    pdf.doc.setPage(1)
    pdf.internal.write('% on one')
    pdf.doc.setPage(2)
    pdf.internal.write('% on two')
    expect(pdf.internal.pages[1]).toContain('% on one')
    expect(pdf.internal.pages[2]).toContain('% on two')
  })

  it('postPutResources may add objects, in any order, and the table of objects finds them', () => {
    const pdf = new JsPdf()
    let ids: number[] = []
    pdf.on('postPutResources', () => {
      ids = [pdf.internal.newObjectDeferred(), pdf.internal.newObjectDeferred()]
      for (const id of ids.toReversed()) {
        pdf.internal.newObjectDeferredBegin(id, true)
        pdf.internal.out(`(object ${id})`)
        pdf.internal.out('endobj')
      }
    })
    const text = textOf(pdf.build())
    const table = text.slice(text.lastIndexOf('\nxref\n') + 1).split('\n')
    for (const id of ids) {
      const offset = Number(table[2 + id]?.slice(0, 10))
      expect(text.slice(offset)).toMatch(new RegExp(`^${id} 0 obj\n\\(object ${id}\\)`))
    }
  })

  it('newAdditionalObject gives a page an object to name, written after the pages', () => {
    const pdf = new JsPdf()
    let id = 0
    pdf.on('putPage', () => {
      const object = pdf.internal.newAdditionalObject()
      object.content = '<< /Type /Annot >>'
      id = object.objId
      pdf.internal.out(`/Annots [${id} 0 R]`)
    })
    const text = textOf(pdf.build())
    expect(text).toContain(`\n${id} 0 obj\n<< /Type /Annot >>\nendobj`)
  })

  it('a byte that would end a line does not part the title', () => {
    const pdf = new JsPdf()
    pdf.setTitle('č')
    expect(textOf(pdf.build())).toContain('/Title <FEFF010D>')
  })

  it('putStream writes a stream with our keys, left as it is without filters', () => {
    const pdf = new JsPdf()
    pdf.on('postPutResources', () => {
      const id = pdf.internal.newObject()
      pdf.internal.putStream({
        data: 'plain words',
        filters: [],
        additionalKeyValues: [{ key: 'Type', value: '/Metadata' }],
        objectId: id,
      })
      pdf.internal.out('endobj')
      const packed = pdf.internal.newObject()
      pdf.internal.putStream({ data: 'packed words'.repeat(50), addLength1: true, objectId: packed })
      pdf.internal.out('endobj')
    })
    const text = textOf(pdf.build())
    expect(text).toMatch(/\/Type \/Metadata\n\/Length 11\n>>\nstream\nplain words\nendstream/)
    expect(text).toMatch(/\/Length1 600\n\/Filter \/FlateDecode/)
    expect(text).not.toContain('packed words')
  })

  it('putCatalog writes into the catalog', () => {
    const pdf = new JsPdf()
    pdf.on('putCatalog', () => pdf.internal.out('/MarkInfo << /Marked true >>'))
    expect(textOf(pdf.build())).toMatch(/\/Type \/Catalog[^]*?\/MarkInfo << \/Marked true >>\n>>/)
  })

  it('setPdfVersion, viewerPreferences and the title reach the file', () => {
    const pdf = new JsPdf()
    pdf.doc.viewerPreferences({ DisplayDocTitle: true })
    pdf.doc.setDocumentProperties({ title: 'Visit' })
    const text = textOf(pdf.build())
    expect(text).toMatch(/^%PDF-1\.7\n/)
    expect(text).toMatch(/\/DisplayDocTitle true/)
    expect(text).toContain('/Title (Visit)')
  })

  it.each(['putPage', 'postPutResources', 'putCatalog'] as const)(
    'what goes wrong in %s stops the document',
    (topic) => {
      const pdf = new JsPdf()
      pdf.on(topic, () => {
        throw new Error('no ink')
      })
      expect(() => pdf.build()).toThrow('no ink')
    },
  )

  it('a character that is no byte is refused instead of being cut to one', () => {
    const pdf = new JsPdf()
    pdf.on('putCatalog', () => pdf.internal.out('/Lang (Ж)'))
    expect(() => pdf.build()).toThrow(/not a byte/)
  })
})
