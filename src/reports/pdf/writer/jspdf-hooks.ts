/**
 * The parts of jsPDF that its types leave out and the writer stands on. All are marked as internal upstream, so
 * jspdf is pinned to one version and tests/unit/reports/pdf/engine-hooks.test.ts tries each of them.
 */
import { jsPDF } from 'jspdf'
import type { Encryption } from './encryption.ts'
import { binary, bytesOf, hexadecimal, utf16 } from './pdf-text.ts'

export interface PutFont {
  font: JsPdfFont
  out: (line: string) => void
  newObject: () => number
  putStream: (options: StreamOptions) => void
}

export interface JsPdfFont {
  id: string
  metadata: unknown
  objectNumber?: number
  isAlreadyPutted?: boolean
}

export interface StreamOptions {
  data: string
  addLength1?: boolean
  filters?: readonly string[]
  additionalKeyValues?: { key: string; value: string }[]
  objectId?: number
}

interface Events {
  putFont: PutFont
  putPage: { pageNumber: number; objId: number }
  postPutResources: undefined
  putCatalog: undefined
}

interface Internal {
  write: (text: string) => void
  out: (text: string) => void
  pages: (string[] | undefined)[]
  newObject: () => number
  /** Written after the pages, so that a page can name it. */
  newAdditionalObject: () => { objId: number; content: string }
  newObjectDeferred: () => number
  newObjectDeferredBegin: (id: number, output: boolean) => number
  putStream: (options: StreamOptions) => void
  getFont: (name: string, style: string) => JsPdfFont
  getPageInfo: (page: number) => { objId: number }
  pageSize: { width: number; height: number }
  /** jsPDF's own, only there when it was asked for one. */
  encryption: OwnEncryption | null
  events: {
    subscribe: <Topic extends keyof Events>(topic: Topic, handler: (payload: Events[Topic]) => void) => string
  }
}

/** Strings of bytes. What stands in `v` and `P` is written as it is. */
interface OwnEncryption {
  v: number | string
  r: number
  U: string
  O: string
  P: number | string
  /** The encryption dictionary's object, once it is written: of all that is encrypted only the information follows. */
  oid?: number
  encryptor: (object: number) => (data: string) => string
}

interface Private {
  setPdfVersion: (version: string) => void
  buildDocument: () => string
}

interface Api {
  processDataByFilters: (data: string, filters: unknown) => { data: string; reverseChain: unknown }
  TTFFont: { open: (file: unknown) => unknown }
}

/** Without the leading bytes of a TrueType file jsPDF takes a font for base64. */
const FONT_STANDS_ELSEWHERE = '\0\u0001\0\0'

export class JsPdf {
  readonly doc: jsPDF
  readonly internal: Internal
  private readonly hidden: Private
  private failure: Error | undefined
  private title: string | undefined

  constructor(private readonly encryption?: Encryption) {
    this.doc = new jsPDF({
      unit: 'pt',
      putOnlyUsedFonts: true,
      compress: true,
      ...(encryption && { encryption: {} }),
    })
    this.internal = this.doc.internal as unknown as Internal
    this.hidden = (this.doc as unknown as { __private__: Private }).__private__
    this.hidden.setPdfVersion('1.7')
    if (encryption) this.encryptWith(encryption)
  }

  /** jsPDF prints a handler's error and goes on; ours stops the document. */
  on<Topic extends keyof Events>(topic: Topic, handler: (payload: Events[Topic]) => void): void {
    this.internal.events.subscribe(topic, (payload) => {
      try {
        handler(payload)
      } catch (error) {
        this.failure ??= error instanceof Error ? error : new Error(String(error))
      }
    })
  }

  /**
   * Gives a name in the resources to a font that the `putFont` handler writes. jsPDF would parse a font file here;
   * it gets an empty one. Only `text()` counts a font as used, so an empty text is set and taken out again.
   */
  registerFont(name: string): JsPdfFont {
    const { TTFFont } = jsPDF.API as unknown as Api
    const parse = TTFFont.open
    TTFFont.open = () => ({ Unicode: { widths: [] } })
    try {
      this.doc.addFileToVFS(name, FONT_STANDS_ELSEWHERE)
      this.doc.addFont(name, name, 'normal')
    } finally {
      TTFFont.open = parse
    }
    this.doc.setFont(name, 'normal')
    const lengths = this.internal.pages.map((page) => page?.length ?? 0)
    this.doc.text('\u2003', 0, 0)
    this.internal.pages.forEach((page, index) => {
      if (page) page.length = lengths[index] ?? 0
    })
    return this.internal.getFont(name, 'normal')
  }

  /** In hexadecimal: between brackets a byte 13, as in "č", would be read as a line end. */
  setTitle(title: string): void {
    const bytes = utf16(title)
    this.title = hexadecimal(this.encryption ? this.encryption.seal(bytes) : bytes)
    this.doc.setDocumentProperties({ title: this.title })
  }

  /** Throws what a handler threw: half a document is worse than none. */
  build(): Uint8Array {
    const text = withHexadecimals(
      this.encryption ? this.buildSealed(this.encryption) : this.hidden.buildDocument(),
    )
    if (this.failure) throw this.failure
    return bytesOf(text)
  }

  /** jsPDF writes the dictionary and keeps its own RC4 out of it. */
  private encryptWith({ dictionary, seal }: Encryption): void {
    const own = this.internal.encryption
    if (!own) throw new Error('jsPDF made no encryption')
    own.v = dictionary.version
    own.r = dictionary.revision
    own.U = binary(dictionary.userEntry)
    own.O = binary(dictionary.ownerEntry)
    own.P = `${dictionary.permissions} ${dictionary.others}`
    own.encryptor = (object) => (data) => {
      // Streams are sealed already, and so is the title.
      const isInformation = own.oid !== undefined && object > own.oid
      return isInformation && data !== this.title ? hexadecimal(seal(bytesOf(data))) : data
    }
  }

  /** Streams are sealed where they are packed, because jsPDF writes their length before it encrypts. */
  private buildSealed({ seal }: Encryption): string {
    const api = jsPDF.API as unknown as Api
    const pack = api.processDataByFilters
    api.processDataByFilters = (data, filters) => {
      const packed = pack.call(jsPDF.API, data, filters)
      return packed.data === '' ? packed : { ...packed, data: binary(seal(bytesOf(packed.data))) }
    }
    try {
      return this.hidden.buildDocument()
    } finally {
      api.processDataByFilters = pack
    }
  }
}

const INFORMATION = '/Producer ('
const HEXADECIMAL = /^\/(Producer|Title|CreationDate) \(([0-9A-F]+)\)$/gm

/** Angle brackets round what is hexadecimal in the document information: as many characters, so no offset moves. */
function withHexadecimals(text: string): string {
  const information = text.lastIndexOf(INFORMATION)
  return (
    text.slice(0, information) +
    text.slice(information).replace(HEXADECIMAL, (_, key: string, hex: string) => `/${key} <${hex}>`)
  )
}
