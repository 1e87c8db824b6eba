/** `npm run languages:export -- ur [file]`: XLIFF 1.2, to the screen or into a file. */
import { writeFileSync } from 'node:fs'
import { xliffOf } from '../export.ts'
import { listedLanguages, translationsAmong } from '../listed.ts'

const root = process.cwd()
const [language = '', file] = process.argv.slice(2)
const known = translationsAmong(listedLanguages(root, [])).map(({ tag }) => tag)
if (!known.includes(language)) {
  console.error(`which language? One of: ${known.join(', ')}`)
  process.exitCode = 1
} else if (file === undefined) process.stdout.write(xliffOf(root, language))
else writeFileSync(file, xliffOf(root, language))
