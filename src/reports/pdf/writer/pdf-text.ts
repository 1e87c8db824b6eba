/** Numbers, strings and names as PDF writes them (ISO 32000-1, 7.3). */
import { wellFormed } from './clean-text.ts'

/** Thousandths of a point; no exponent, no minus zero. Throws on what is not a number. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a length: ${value}`)
  return `${Math.round(value * 1000) / 1000 || 0}`
}

/** Locks a string with the document's password; strings of a file without one stay as they are. */
export type Seal = (plain: Uint8Array) => Uint8Array

/** A text string: UTF-16BE with its mark, in hexadecimal, so that no character needs escaping. */
export function textString(text: string, seal?: Seal): string {
  const bytes = utf16(text)
  return `<${hexadecimal(seal ? seal(bytes) : bytes)}>`
}

/** Big-endian, with its mark. */
export function utf16(text: string): Uint8Array {
  const clean = wellFormed(text)
  const bytes = new Uint8Array(2 + 2 * clean.length)
  bytes.set([0xfe, 0xff])
  for (let at = 0; at < clean.length; at++) {
    const unit = clean.charCodeAt(at)
    bytes[2 + 2 * at] = unit >> 8
    bytes[3 + 2 * at] = unit & 0xff
  }
  return bytes
}

/** A language tag is ASCII; anything else in it is left out. */
export function languageString(tag: string, seal?: Seal): string {
  const clean = tag.replace(/[^A-Za-z0-9-]/g, '')
  return seal ? `<${hexadecimal(seal(new TextEncoder().encode(clean)))}>` : `(${clean})`
}

/** ASCII, such as a web address. */
export function byteString(ascii: string, seal?: Seal): string {
  const bytes = new TextEncoder().encode(ascii)
  return `<${hexadecimal(seal ? seal(bytes) : bytes)}>`
}

export function hexadecimal(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0').toUpperCase()
  return hex
}

/** Bytes as the one-character-a-byte string that jsPDF takes. */
export function binary(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  }
  return parts.join('')
}

export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0xff) throw new Error(`not a byte at ${at} of the PDF`)
    bytes[at] = unit
  }
  return bytes
}

/** XML 1.0 has no control characters at all, not even escaped. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export function xmlText(text: string): string {
  return wellFormed(text)
    .replace(NOT_IN_XML, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
