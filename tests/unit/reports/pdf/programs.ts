/** Programs that read PDFs, where they are installed; elsewhere their tests say why they were left out. */
import { spawnSync } from 'node:child_process'
import { it } from 'vitest'

export interface Told {
  status: number | null
  /** What it wrote and what it complained of. */
  out: string
}

function run(program: string, given: string[]): Told {
  const { status, stdout, stderr } = spawnSync(program, given, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, out: stdout + stderr }
}

export const qpdf = (given: string[]): Told => run('qpdf', given)

export const poppler = (program: 'pdftotext' | 'pdffonts' | 'pdfinfo', given: string[]): Told =>
  run(program, given)

const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined

/** `it` where the program is installed; where not, a skipped test whose name says so. */
export function withProgram(program: string): (name: string, test: () => Promise<void> | void) => void {
  if (isThere(program)) return (name, test) => it(name, test)
  return (name) => it.skip(`${name} (skipped: ${program} is not installed)`)
}
