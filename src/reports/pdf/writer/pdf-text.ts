/** Numbers, strings and names as PDF writes them (ISO 32000-1, 7.3). */
import { wellFormed } from './clean-text.ts'

/** Thousandths of a point; no exponent, no minus zero. Throws on what is not a number. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a length: ${value}`)
  return `${Math.round(value * 1000) / 1000 || 0}`
}

/** A text string: UTF-16BE with its mark, in hexadecimal, so that no character needs escaping. */
export function textString(text: string): string {
  let hex = 'FEFF'
  for (const unit of utf16(wellFormed(text))) hex += unit.toString(16).padStart(4, '0').toUpperCase()
  return `<${hex}>`
}

function* utf16(text: string): Generator<number> {
  for (let at = 0; at < text.length; at++) yield text.charCodeAt(at)
}

/** A language tag is ASCII; anything else in it is left out. */
export function languageString(tag: string): string {
  return `(${tag.replace(/[^A-Za-z0-9-]/g, '')})`
}

/** Bytes as the one-character-a-byte string that jsPDF takes. */
export function binary(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  }
  return parts.join('')
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
