import type { WritingLines } from '../../report.ts'
import { RULE } from './measures.ts'
import type { Setting } from './setting.ts'
import type { Strip } from './strip.ts'

/** High enough to write in by hand, in points. */
const LINE_HEIGHT = 26

/** Rules to write on. They say nothing, so they are not in the document's structure. */
export function setWritingLines({ count }: WritingLines, { page, body }: Setting): Strip[] {
  return Array.from({ length: count }, (_, at) => ({
    height: LINE_HEIGHT,
    before: 0,
    keep: at < count - 1,
    draw: (top: number) => {
      const y = top + LINE_HEIGHT
      page.within(null, () => {
        page.moveAndLine(
          [
            [body.left, y],
            [body.right, y],
          ],
          { stroke: 'grey', width: RULE.hair },
          false,
        )
      })
    },
  }))
}
