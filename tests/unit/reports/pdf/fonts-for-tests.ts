/** The fonts as the built app ships them, for tests in Node. */
import { fileURLToPath } from 'node:url'
import type { FontName } from '@/reports/pdf/writer/font-catalogue.ts'
import { subsetFont } from '@/reports/pdf/writer/font-subset.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

export function loadFont(name: FontName): Promise<ArrayBuffer> {
  return Promise.resolve(new Uint8Array(subsetFont(name, root)).buffer)
}
