import type { Block, Paragraph } from '../../report.ts'
import { isLead, isSeen } from '../../text.ts'
import { stripsOf } from './lines.ts'
import { RULE, SIZE, textWidth } from './measures.ts'
import type { Column, Look, Setting } from './setting.ts'
import type { Box, Strip } from './strip.ts'

const QUOTE_INDENT = 14
const WARNING_PADDING = { across: 14, along: 9 }

const LOOKS: Readonly<Record<NonNullable<Paragraph['tone']>, Look>> = {
  plain: { size: SIZE.body },
  note: { size: SIZE.note, tone: 'grey' },
  quote: { size: SIZE.body },
  warning: { size: SIZE.body, strong: true },
}

export interface Neighbours {
  above: Block | undefined
  below: Block | undefined
}

export function setParagraph(block: Paragraph, neighbours: Neighbours, setting: Setting): Strip[] {
  const { text, tone = 'plain' } = block
  const whole = { left: setting.body.left, width: setting.body.right - setting.body.left }
  const measure = setting.startOf(whole, textWidth(setting.body))
  const inner =
    tone === 'quote'
      ? measure.width - QUOTE_INDENT
      : tone === 'warning'
        ? whole.width - 2 * WARNING_PADDING.across
        : measure.width
  const lines = setting.lines(text, LOOKS[tone], inner)
  const element = setting.element(setting.root, 'P', text)
  const column = columnOf(tone, inner, measure, whole, lines[0]?.direction ?? setting.direction)
  const box =
    tone === 'quote'
      ? quoteRule(measure, column, setting)
      : tone === 'warning'
        ? warningBox(whole, setting)
        : undefined
  const strips = stripsOf(lines, {
    drawLine: (line, top) => setting.drawLine(element, line, top, column),
    ...(box && { box }),
    keepLast: leadsOn(block, neighbours),
  })
  // A blank paragraph heads nothing and ends nothing: what is above it stands with what is below.
  return box || isSeen(text) ? strips : strips.map((strip) => ({ ...strip, keep: true }))
}

/** A lead stands with what it leads and with a note between; "Seen, 3 March" stands with the words that were seen. */
function leadsOn({ text, tone }: Paragraph, { above, below }: Neighbours): boolean {
  if (below === undefined || below.kind === 'page-break' || below.kind === 'heading') return false
  if (isLead(text)) return true
  if (tone !== 'note') return false
  const isUnderLead = above?.kind === 'paragraph' && isLead(above.text)
  return isUnderLead || (below.kind === 'paragraph' && below.tone === 'quote')
}

/** A quote is set in on the side where its own language begins. */
function columnOf(
  tone: NonNullable<Paragraph['tone']>,
  width: number,
  measure: Column,
  whole: Column,
  direction: 'ltr' | 'rtl',
): Column {
  if (tone === 'warning') return { left: whole.left + WARNING_PADDING.across, width }
  return { left: measure.left + (tone === 'quote' && direction === 'ltr' ? measure.width - width : 0), width }
}

function quoteRule(measure: Column, column: Column, { page }: Setting): Box {
  const x = column.left > measure.left ? measure.left : measure.left + measure.width - RULE.quote
  return {
    draw: (top, bottom) => {
      page.within(null, () => {
        page.rectangle(x, top, RULE.quote, bottom - top, { fill: 'accent' })
      })
    },
  }
}

/** Its padding stands in the white above and below (`spaceBetween`), at a page's edge in the gap to head and foot. */
function warningBox({ left, width }: Column, { page }: Setting): Box {
  return {
    draw: (top, bottom) => {
      const height = bottom - top + 2 * WARNING_PADDING.along
      page.within(null, () => {
        page.rectangle(
          left,
          top - WARNING_PADDING.along,
          width,
          height,
          { stroke: 'ink', width: RULE.box },
          2,
        )
      })
    },
  }
}
