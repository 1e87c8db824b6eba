/**
 * The reports' fonts, for the screen: a device without letters for a script still shows them. Opened when a language is first
 * shown, from the precache; a font that cannot be opened leaves the device's own.
 */
import type { Letters } from '@/languages/letters.ts'
import { fetchFont } from './pdf/writer/font-assets.ts'
import type { FontName } from './pdf/writer/font-catalogue.ts'

const WEIGHTS: readonly [weight: string, ending: '' | '-bold'][] = [
  ['400', ''],
  ['700', '-bold'],
]
const opening = new Map<Letters, Promise<void>>()

/** Named `Toolkit <letters>` (ui/styles/_letters.scss). Resolves when they are there, or cannot be had. */
export async function openScreenFonts(letters: Letters): Promise<void> {
  if (letters === 'alphabet') return
  const opened = opening.get(letters) ?? open(letters)
  opening.set(letters, opened)
  await opened
}

async function open(letters: Exclude<Letters, 'alphabet'>): Promise<void> {
  await Promise.allSettled(
    WEIGHTS.map(async ([weight, ending]) => {
      const name: FontName = `${letters}${ending}`
      try {
        const face = new FontFace(`Toolkit ${letters}`, await fetchFont(name), { weight })
        document.fonts.add(await face.load())
      } catch (error) {
        // Tried again the next time.
        opening.delete(letters)
        throw error
      }
    }),
  )
}
