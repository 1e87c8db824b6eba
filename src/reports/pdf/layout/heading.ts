import type { Heading } from '../../report.ts'
import { isSeen, plainText } from '../../text.ts'
import { stripsOf } from './lines.ts'
import { SIZE } from './measures.ts'
import type { Setting } from './setting.ts'
import type { Strip } from './strip.ts'

/** Stays with what it heads, and is found in the reader's list of bookmarks. */
export function setHeading({ level, text }: Heading, setting: Setting): Strip[] {
  const column = { left: setting.body.left, width: setting.body.right - setting.body.left }
  const tone = level === 1 ? 'accent' : 'ink'
  const lines = setting.lines(text, { size: SIZE.heading[level], strong: true, tone }, column.width)
  const element = setting.element(setting.root, `H${level}`, text)
  const title = plainText(text).replace(/\s+/gu, ' ').trim()
  const strips = stripsOf(lines, {
    drawLine: (line, top, at) => {
      if (at === 0 && isSeen(text)) setting.page.bookmark(title, level, top)
      setting.drawLine(element, line, top, column)
    },
  })
  return strips.map((strip) => ({ ...strip, keep: true }))
}
