/** The fonts that the toolkit brings along, on the screen of a device that has none for a script. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lettersOf } from '@/languages/letters.ts'
import { LANGUAGES } from '@/languages/languages.ts'

const fetchFont = vi.hoisted(() => vi.fn())
vi.mock('@/reports/pdf/writer/font-assets.ts', () => ({ fetchFont }))

const added: { family: string; weight: string | undefined }[] = []
let broken = false
class Face {
  constructor(
    readonly family: string,
    readonly bytes: unknown,
    readonly descriptors: { weight?: string } = {},
  ) {}
  load = () => (broken ? Promise.reject(new Error('no font')) : Promise.resolve(this))
}
beforeEach(() => {
  vi.resetModules()
  added.length = 0
  broken = false
  fetchFont.mockReset().mockImplementation((name: string) => Promise.resolve(new TextEncoder().encode(name)))
  vi.stubGlobal('FontFace', Face)
  vi.stubGlobal('document', {
    fonts: {
      add: ({ family, descriptors }: Face) => void added.push({ family, weight: descriptors.weight }),
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = async () => (await import('@/reports/screen-fonts.ts')).openScreenFonts
const asked = () => fetchFont.mock.calls.map(([name]) => name as string)

describe('the letters of a language on the screen', () => {
  it('are opened under the name the styles know, in both weights', async () => {
    const openScreenFonts = await open()
    await openScreenFonts('nastaliq')
    expect(added.sort((a, b) => String(a.weight).localeCompare(String(b.weight)))).toEqual([
      { family: 'Toolkit nastaliq', weight: '400' },
      { family: 'Toolkit nastaliq', weight: '700' },
    ])
    expect(asked()).toEqual(['nastaliq', 'nastaliq-bold'])
  })

  it('are opened once', async () => {
    const openScreenFonts = await open()
    await openScreenFonts('naskh')
    await openScreenFonts('naskh')
    expect(added).toHaveLength(2)
  })

  it('are the device’s own for the Latin alphabet', async () => {
    const openScreenFonts = await open()
    await openScreenFonts('alphabet')
    expect(asked()).toEqual([])
  })

  it('that cannot be had leave the device’s own, and are tried again the next time', async () => {
    const openScreenFonts = await open()
    fetchFont.mockRejectedValueOnce(new Error('gone'))
    await expect(openScreenFonts('gurmukhi')).resolves.toBeUndefined()
    expect(added).toHaveLength(1)
    await openScreenFonts('gurmukhi')
    expect(asked().filter((name) => name === 'gurmukhi')).toHaveLength(2)
  })

  it('that are no font at all leave the device’s own too', async () => {
    const openScreenFonts = await open()
    broken = true
    await expect(openScreenFonts('gurmukhi')).resolves.toBeUndefined()
    expect(added).toEqual([])
  })

  it('are waited for by everybody who needs them, not only by the first', async () => {
    const openScreenFonts = await open()
    const first = openScreenFonts('naskh')
    await openScreenFonts('naskh')
    expect(added).toHaveLength(2)
    await first
    expect(added).toHaveLength(2)
  })

  it('are there for every language on offer', async () => {
    const { FONT_NAMES } = await fontNames()
    for (const { tag } of LANGUAGES) {
      const letters = lettersOf(tag)
      if (letters === 'alphabet') continue
      expect(FONT_NAMES).toContain(letters)
      expect(FONT_NAMES).toContain(`${letters}-bold`)
    }
  })
})

async function fontNames() {
  const catalogue = await import('@/reports/pdf/writer/font-catalogue.ts')
  return { FONT_NAMES: JSON.stringify(catalogue) }
}
