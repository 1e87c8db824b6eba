/**
 * `npm run languages:import -- <file> [--by <name> --on <YYYY-MM-DD>]`: takes XLIFF or a desk file in. The name and the day
 * stand for what an XLIFF file calls checked without saying who did it.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importFile } from '../import/apply.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { by: { type: 'string' }, on: { type: 'string' } },
})
const [file] = positionals
const { by, on } = values
if (file === undefined || !existsSync(file) || (by === undefined) !== (on === undefined)) {
  console.error('which file? npm run languages:import -- <file> [--by <name> --on <YYYY-MM-DD>]')
  process.exitCode = 1
} else {
  const reviewer = by !== undefined && on !== undefined ? { by, on } : undefined
  const result = await importFile(process.cwd(), file, reviewer)
  for (const fault of result.faults) console.error(`${file}: ${fault}`)
  for (const remark of result.remarks) console.log(remark)
  for (const path of result.written) console.log(`written: ${path}`)
  console.log(
    result.isTaken
      ? `${result.texts} texts and ${result.reviews} review entries changed, ${result.faults.length} faults. Now: npm run check:content`
      : 'refused: nothing was changed',
  )
  process.exitCode = result.faults.length === 0 ? 0 : 1
}
