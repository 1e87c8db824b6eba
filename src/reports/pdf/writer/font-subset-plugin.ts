/**
 * Vite: `import url from '@expo-google-fonts/…/Noto….ttf?url'` gives the address of the shipped part of the font
 * instead of the whole file. In the development server the whole file is served, which draws the same.
 * Stands in `plugins` and in `worker.plugins`, since the worker is a bundle of its own.
 */
import { basename } from 'node:path'
import type { Plugin } from 'vite'
import { FONT_FILES, type FontName } from './font-catalogue.ts'
import { subsetFont } from './font-subset.ts'

const names = Object.keys(FONT_FILES) as FontName[]

export function reportFonts(root: string): Plugin {
  return {
    name: 'report-fonts',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const [path, query] = id.split('?')
      if (query !== 'url') return null
      const name = names.find((candidate) => path?.endsWith(FONT_FILES[candidate].path))
      if (!name) return null
      const reference = this.emitFile({
        type: 'asset',
        name: basename(FONT_FILES[name].path),
        source: subsetFont(name, root),
      })
      return { code: `export default import.meta.ROLLUP_FILE_URL_${reference}`, moduleSideEffects: false }
    },
  }
}
