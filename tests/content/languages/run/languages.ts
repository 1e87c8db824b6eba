/** `npm run languages`: the table of coverage. With `-- --write` it is put into README.md. */
import { writeFileSync } from 'node:fs'
import { coverageOf } from '../coverage.ts'
import { readmeIn, tableOf, withTable } from '../readme-table.ts'

const root = process.cwd()
const table = tableOf(coverageOf(root))
console.log(table)
if (process.argv.includes('--write')) {
  const readme = withTable(readmeIn(root), table)
  if (readme === undefined) {
    console.error('README.md has no place for the table')
    process.exitCode = 1
  } else writeFileSync('README.md', readme)
}
