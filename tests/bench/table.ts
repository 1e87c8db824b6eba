/** Plain tables for a terminal, and the two figures of a list of times. */

export interface Spread {
  median: number
  p95: number
  count: number
}

/** Of times in milliseconds; an empty list gives nothing. */
export function spreadOf(times: readonly number[]): Spread | undefined {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]
  const median = at(0.5)
  const p95 = at(0.95)
  return median === undefined || p95 === undefined ? undefined : { median, p95, count: sorted.length }
}

/** The first column is words, the others are figures. */
export function printTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const all = [heads, ...rows]
  const widths = heads.map((_head, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  console.log(`\n${title}`)
  for (const row of all) {
    const cells = widths.map((width, column) =>
      column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width),
    )
    console.log(`  ${cells.join('  ').trimEnd()}`)
  }
}
