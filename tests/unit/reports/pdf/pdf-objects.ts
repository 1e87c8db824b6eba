/**
 * A small reader of PDF files, apart from the writer and from pdf.js: objects by the cross-reference table (ISO 32000-1,
 * 7.3 and 7.5), packed streams, and the operators of a page's content. It reads what our files hold, no more.
 */
import { inflateSync } from 'node:zlib'

export class Name {
  constructor(readonly value: string) {}
}
export class Reference {
  constructor(readonly id: number) {}
}
/** One character for each byte. */
export class Bytes {
  constructor(readonly text: string) {}

  /** As words: UTF-16 with a mark in front, or Latin letters. */
  get words(): string {
    if (!this.text.startsWith('\u00fe\u00ff')) return this.text
    return utf16(this.text.slice(2))
  }
}
export type Dictionary = Map<string, Value>
export interface Stream {
  dictionary: Dictionary
  data: string
}
export type Value = null | boolean | number | Name | Reference | Bytes | Value[] | Dictionary | Stream

export interface Operation {
  operator: string
  operands: Value[]
}

export const utf16 = (bytes: string) =>
  Array.from({ length: bytes.length / 2 }, (_, at) =>
    String.fromCharCode(bytes.charCodeAt(2 * at) * 256 + bytes.charCodeAt(2 * at + 1)),
  ).join('')

const WHITE = /[\0\t\n\f\r ]/
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]/
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
/** What a bare word stands for that is not an operator. */
const WORDS = new Map<string, Value>([
  ['null', null],
  ['true', true],
  ['false', false],
])

class Keyword {
  constructor(readonly word: string) {}
}

class Lexer {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  private skipWhite(): void {
    for (;;) {
      while (this.at < this.text.length && WHITE.test(this.text[this.at] ?? '')) this.at++
      if (this.text[this.at] !== '%') return
      while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at] ?? '')) this.at++
    }
  }

  get isAtEnd(): boolean {
    this.skipWhite()
    return this.at >= this.text.length
  }

  next(): Value | Keyword {
    this.skipWhite()
    const two = this.text.slice(this.at, this.at + 2)
    const one = two[0]
    if (two === '<<') return this.dictionary()
    if (one === '<') return this.hexadecimal()
    if (one === '(') return this.literal()
    if (one === '/') return this.name()
    if (one === '[') return this.array()
    const word = this.regular()
    if (word === '') throw new Error(`not PDF at ${this.at}: ${this.text.slice(this.at, this.at + 20)}`)
    if (NUMBER.test(word)) return this.numberOrReference(word)
    return WORDS.has(word) ? (WORDS.get(word) ?? null) : new Keyword(word)
  }

  value(): Value {
    const found = this.next()
    if (found instanceof Keyword) throw new Error(`a value, not ${found.word}`)
    return found
  }

  keyword(word: string): void {
    const found = this.next()
    if (!(found instanceof Keyword) || found.word !== word) throw new Error(`expected ${word}`)
  }

  private regular(): string {
    const start = this.at
    while (this.at < this.text.length && REGULAR.test(this.text[this.at] ?? '')) this.at++
    return this.text.slice(start, this.at)
  }

  private name(): Name {
    this.at++
    return new Name(
      this.regular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
  }

  private numberOrReference(word: string): Value {
    const match = /^\s+(\d+)\s+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(this.text.slice(this.at, this.at + 20))
    if (!/^\d+$/.test(word) || !match) return Number(word)
    this.at += match[0].length
    return new Reference(Number(word))
  }

  private array(): Value[] {
    const items: Value[] = []
    this.at++
    for (;;) {
      this.skipWhite()
      if (this.text[this.at] === ']') break
      items.push(this.value())
    }
    this.at++
    return items
  }

  private dictionary(): Dictionary {
    const entries: Dictionary = new Map()
    this.at += 2
    for (;;) {
      this.skipWhite()
      if (this.text.startsWith('>>', this.at)) break
      const key = this.value()
      if (!(key instanceof Name)) throw new Error(`a key that is no name at ${this.at}`)
      if (entries.has(key.value)) throw new Error(`the key ${key.value} stands twice`)
      entries.set(key.value, this.value())
    }
    this.at += 2
    return entries
  }

  private hexadecimal(): Bytes {
    const end = this.text.indexOf('>', this.at)
    const digits = this.text.slice(this.at + 1, end).replace(/\s/g, '')
    this.at = end + 1
    return new Bytes(
      (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join(''),
    )
  }

  private literal(): Bytes {
    let text = ''
    let depth = 1
    this.at++
    for (;;) {
      const letter = this.text[this.at++]
      if (letter === undefined) throw new Error('a string without an end')
      if (letter === '(') depth++
      if (letter === ')' && --depth === 0) return new Bytes(text)
      if (letter !== '\\') {
        text += letter
        continue
      }
      const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))
      if (octal) {
        text += String.fromCharCode(parseInt(octal[0], 8))
        this.at += octal[0].length
      } else {
        const escaped = this.text[this.at++] ?? ''
        text += ESCAPES[escaped] ?? escaped
      }
    }
  }
}

export class PdfFile {
  private readonly text: string
  private readonly offsets = new Map<number, number>()
  private readonly read = new Map<number, Value>()
  readonly trailer: Dictionary

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes).toString('latin1')
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text)
    const lexer = new Lexer(this.text, Number(start?.[1] ?? NaN))
    lexer.keyword('xref')
    const first = lexer.value() as number
    const count = lexer.value() as number
    for (let id = first; id < first + count; id++) {
      const offset = lexer.value() as number
      lexer.value()
      const use = lexer.next()
      if (use instanceof Keyword && use.word === 'n') this.offsets.set(id, offset)
    }
    lexer.keyword('trailer')
    this.trailer = lexer.value() as Dictionary
  }

  /** What a reference stands for; anything else as it is. */
  get(value: Value | undefined): Value {
    if (!(value instanceof Reference)) return value ?? null
    const known = this.read.get(value.id)
    if (known !== undefined) return known
    const found = this.object(value.id)
    this.read.set(value.id, found)
    return found
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.get(value)
    if (found instanceof Map) return found
    throw new Error('not a dictionary')
  }

  list(value: Value | undefined): Value[] {
    const found = this.get(value)
    return found === null ? [] : Array.isArray(found) ? found : [found]
  }

  stream(value: Value | undefined): Stream {
    const found = this.get(value)
    if (found !== null && typeof found === 'object' && 'dictionary' in found && 'data' in found) return found
    throw new Error('not a stream')
  }

  /** Pages in their order, with the number of the object. */
  get pages(): { id: number; page: Dictionary }[] {
    const visit = (reference: Value): { id: number; page: Dictionary }[] => {
      const node = this.dictionary(reference)
      const kids = node.get('Kids')
      if (kids !== undefined) return this.list(kids).flatMap(visit)
      return [{ id: reference instanceof Reference ? reference.id : 0, page: node }]
    }
    return visit(this.catalog.get('Pages') ?? null)
  }

  get catalog(): Dictionary {
    return this.dictionary(this.trailer.get('Root'))
  }

  operations(page: Dictionary): Operation[] {
    const text = this.list(page.get('Contents'))
      .map((part) => this.stream(part).data)
      .join('\n')
    const lexer = new Lexer(text)
    const operations: Operation[] = []
    let operands: Value[] = []
    while (!lexer.isAtEnd) {
      const token = lexer.next()
      if (token instanceof Keyword) {
        operations.push({ operator: token.word, operands })
        operands = []
      } else operands.push(token)
    }
    return operations
  }

  private object(id: number): Value {
    const offset = this.offsets.get(id)
    if (offset === undefined) throw new Error(`no object ${id}`)
    const lexer = new Lexer(this.text, offset)
    if (lexer.value() !== id) throw new Error(`object ${id} is not where the table says`)
    lexer.value()
    lexer.keyword('obj')
    const value = lexer.value()
    const after = /^\s*stream\r?\n/.exec(this.text.slice(lexer.at, lexer.at + 20))
    if (!(value instanceof Map) || !after) return value
    const start = lexer.at + after[0].length
    const length = this.get(value.get('Length'))
    if (typeof length !== 'number') throw new Error(`object ${id} has no length`)
    const raw = this.text.slice(start, start + length)
    if (!/^\s*endstream/.test(this.text.slice(start + length, start + length + 20)))
      throw new Error(`the length of object ${id} is wrong`)
    const filters = this.list(value.get('Filter')).map((filter) =>
      filter instanceof Name ? filter.value : '',
    )
    if (filters.some((filter) => filter !== 'FlateDecode')) throw new Error(`filters ${filters.join(' ')}`)
    const data = filters.reduce(
      (packed) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'),
      raw,
    )
    return { dictionary: value, data }
  }
}
