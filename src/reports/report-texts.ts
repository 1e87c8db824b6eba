/** Every text of a report and where it stands: which fonts it needs, and where a character is that none can draw. */
import type { LanguageTag } from '@/languages/languages.ts'
import type { Bilingual, Block, FactsRow, Report, ReportText } from './report.ts'
import { plainText, runsOf } from './text.ts'

export interface PlacedText {
  text: string
  language?: LanguageTag
  /** The report's own words for the place: the heading above, the label beside, the table's row and column. */
  where: string
}

const BETWEEN = ' › '

export function* textsOf(report: Report): Generator<PlacedText> {
  const own = { language: report.language, where: report.title }
  yield { text: report.title, ...own }
  for (const text of [
    typeof report.reference === 'string' ? [{ text: report.reference }] : report.reference,
    report.mark ?? '',
  ]) {
    for (const run of runsOf(text, report.language)) {
      yield {
        text: run.text,
        where: report.title,
        ...(run.language !== undefined && { language: run.language }),
      }
    }
  }
  yield { text: report.pageNumbering, ...own }

  let heading = report.title
  /** Headings within two columns, by language. */
  const inColumn = new Map<LanguageTag, string>()
  for (const { block, language, isInColumn } of blocksOf(report)) {
    if (block.kind === 'heading' && isInColumn) inColumn.set(language, plainText(block.text))
    else if (block.kind === 'heading') {
      heading = plainText(block.text)
      inColumn.clear()
    }
    const above = (isInColumn ? inColumn.get(language) : undefined) ?? heading
    for (const { text, inside, language: itsOwn = language } of partsOf(block)) {
      const where = inside === undefined || inside === '' ? above : `${above}${BETWEEN}${inside}`
      for (const run of runsOf(text, itsOwn)) {
        yield { text: run.text, where, ...(run.language !== undefined && { language: run.language }) }
      }
    }
  }
}

export interface PlacedBlock {
  block: Exclude<Block, Bilingual>
  /** Of its plain texts. */
  language: LanguageTag
  isInColumn: boolean
}

/** Every block in reading order, those of two columns one by one. */
export function* blocksOf(report: Report): Generator<PlacedBlock> {
  for (const block of report.blocks) {
    if (block.kind !== 'bilingual') {
      const own = 'language' in block ? block.language : undefined
      yield { block, language: own ?? report.language, isInColumn: false }
      continue
    }
    for (const { start, end } of block.pairs) {
      for (const inner of start) yield { block: inner, language: block.start, isInColumn: true }
      for (const inner of end) yield { block: inner, language: block.end, isInColumn: true }
    }
  }
}

interface Part {
  text: ReportText
  /** Where inside the block. */
  inside?: string
  /** Of its plain words, where that is not the block's. */
  language?: LanguageTag
}

function partsOf(block: PlacedBlock['block']): Part[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ text: block.text }]
    case 'list':
      return block.items.map((text) => ({ text }))
    case 'facts':
      return block.rows.flatMap((row) => factParts(row, block.otherLanguage))
    case 'table': {
      const inside = plainText(block.caption)
      return [
        { text: block.caption },
        ...block.columns.map(({ header }) => ({ text: header, inside })),
        ...block.rows.flatMap((cells) =>
          cells.map((text, at) => ({
            text,
            inside: [
              at === 0 ? inside : plainText(cells[0] ?? ''),
              plainText(block.columns[at]?.header ?? ''),
            ]
              .filter((part) => part !== '')
              .join(BETWEEN),
          })),
        ),
      ]
    }
    case 'figure':
      return [
        // Words in a drawing may be anyone's: their script chooses the font.
        ...block.drawing.shapes.flatMap((shape): Part[] =>
          shape.kind === 'label'
            ? [
                {
                  text: [
                    { text: shape.text, ...(shape.language !== undefined && { language: shape.language }) },
                  ],
                },
              ]
            : [],
        ),
        ...(block.caption === undefined ? [] : [{ text: block.caption }]),
      ]
    case 'writing-lines':
    case 'page-break':
      return []
  }
}

function factParts({ label, value, other }: FactsRow, otherLanguage: LanguageTag | undefined): Part[] {
  const own = [{ text: label }, { text: value, inside: plainText(label) }]
  if (!other) return own
  const language = otherLanguage === undefined ? {} : { language: otherLanguage }
  return [
    ...own,
    { text: other.label, ...language },
    ...(other.value === undefined
      ? []
      : [{ text: other.value, inside: plainText(other.label), ...language }]),
  ]
}
