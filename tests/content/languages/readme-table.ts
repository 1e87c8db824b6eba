/** The table of languages in README.md: made from the files, so that nobody has to believe it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentFault } from '../fault.ts'
import { coverageOf, type Coverage } from './coverage.ts'

const README = 'README.md'
const BEGIN = '<!-- languages -->'
const END = '<!-- /languages -->'

const COLUMNS = ['Language', 'Folder', 'Texts', 'Translated', 'Draft', 'Checked', 'Approved', 'Stale']
const WORD_COLUMNS = 2

/** Markdown, laid out as the formatter would. */
export function tableOf(coverage: readonly Coverage[]): string {
  const rows = coverage.map((row) => [
    row.language.englishName,
    row.folder,
    ...[row.keys, row.translated, row.draft, row.checked, row.approved, row.stale].map(String),
  ])
  const widths = COLUMNS.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column < WORD_COLUMNS ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column < WORD_COLUMNS ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(COLUMNS), rule, ...rows.map(line)].join('\n')
}

/** README with the table in its place; undefined where it has no place for one. */
export function withTable(readme: string, table: string): string | undefined {
  const begin = readme.indexOf(BEGIN)
  const end = readme.indexOf(END, begin)
  if (begin < 0 || end < 0) return undefined
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${readme.slice(end)}`
}

export function faultOfTable(root: string): ContentFault[] {
  const readme = readmeIn(root)
  const right = withTable(readme, tableOf(coverageOf(root)))
  if (right === readme) return []
  if (right === undefined) {
    return [{ file: README, line: 1, message: `no place for the table of languages (${BEGIN} and ${END})` }]
  }
  const line = readme.slice(0, readme.indexOf(BEGIN)).split('\n').length
  return [{ file: README, line, message: 'table of languages is out of date (npm run languages -- --write)' }]
}

export function readmeIn(root: string): string {
  return existsSync(join(root, README)) ? readFileSync(join(root, README), 'utf8') : ''
}
