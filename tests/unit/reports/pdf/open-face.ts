/** One font of the catalogue as the engine opens it. */
import { openFace, type FontFace } from '@/reports/pdf/fonts.ts'
import type { FontName } from '@/reports/pdf/writer/font-catalogue.ts'
import { loadFont } from './fonts-for-tests.ts'

export const openFaceForTests = async (name: FontName): Promise<FontFace> =>
  openFace(name, await loadFont(name))
