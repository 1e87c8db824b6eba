/** `npm run check:content` */
import { checkContent } from './check.ts'

const faults = checkContent(process.cwd())
for (const fault of faults) console.error(`${fault.file}:${fault.line} ${fault.message}`)
console.log(faults.length === 0 ? 'content: no faults' : `content: ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
