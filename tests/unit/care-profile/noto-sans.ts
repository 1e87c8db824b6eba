/** Advance widths out of the font the PDF is set in, to hold estimates against. Reads cmap format 4 and hmtx, no more. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export function notoSansWidth(weight: '400Regular' | '700Bold'): (text: string) => number {
  const file = readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`))
  const table = (tag: string) => {
    for (let at = 12; ; at += 16)
      if (file.toString('latin1', at, at + 4) === tag) return file.readUInt32BE(at + 8)
  }
  const unitsPerEm = file.readUInt16BE(table('head') + 18)
  const hmtx = table('hmtx')
  const wide = file.readUInt16BE(table('hhea') + 34)
  const cmap = table('cmap')
  const subtables = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, n) => cmap + file.readUInt32BE(cmap + 8 + n * 8),
  )
  const format4 = subtables.find((at) => file.readUInt16BE(at) === 4)
  if (format4 === undefined) throw new Error('no cmap format 4')
  const segments = file.readUInt16BE(format4 + 6) / 2
  const glyphOf = (code: number): number => {
    for (let n = 0; n < segments; n += 1) {
      const end = file.readUInt16BE(format4 + 14 + n * 2)
      if (code > end) continue
      const start = file.readUInt16BE(format4 + 16 + (segments + n) * 2)
      if (code < start) return 0
      const delta = file.readUInt16BE(format4 + 16 + (segments * 2 + n) * 2)
      const rangeAt = format4 + 16 + (segments * 3 + n) * 2
      const range = file.readUInt16BE(rangeAt)
      if (range === 0) return (code + delta) & 0xffff
      return (file.readUInt16BE(rangeAt + range + (code - start) * 2) + delta) & 0xffff
    }
    return 0
  }
  return (text) => {
    let width = 0
    for (const character of text) {
      const glyph = glyphOf(character.codePointAt(0) ?? 0)
      width += file.readUInt16BE(hmtx + Math.min(glyph, wide - 1) * 4) / unitsPerEm
    }
    return width
  }
}
