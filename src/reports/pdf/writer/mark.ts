/**
 * The mark for a character that no font has: a box with the character's number in it. It is read out and searched
 * as the character itself; only its picture is missing. Measures in thousandths of the font size.
 */

const DIGIT_SCALE = 0.5
const DIGIT_ADVANCE = 572 * DIGIT_SCALE
const BOX_TOP = 800
const BOX_BOTTOM = -80
const RULE = 40
const PADDING = 50
const SIDE_BEARING = 50
const ROW_BASELINES = [450, 30] as const

export interface MarkDigit {
  digit: string
  x: number
  y: number
}

type Contour = readonly (readonly [x: number, y: number])[]

export interface Mark {
  advance: number
  /** Outer and inner edge, so that the box is a frame. */
  frame: readonly [Contour, Contour]
  digits: readonly MarkDigit[]
  digitScale: number
}

/** Digits in two rows, as many in each: D83D, 01F600. */
export function markDigits(codePoint: number): string {
  const hex = codePoint.toString(16).toUpperCase()
  return hex.padStart(hex.length > 4 ? 6 : 4, '0')
}

export function drawMark(hex: string): Mark {
  const perRow = hex.length / 2
  const inner = perRow * DIGIT_ADVANCE + 2 * PADDING
  const left = SIDE_BEARING
  const right = left + inner + 2 * RULE
  const digits = Array.from(hex).map((digit, index) => ({
    digit,
    x: Math.round(left + RULE + PADDING + (index % perRow) * DIGIT_ADVANCE),
    y: ROW_BASELINES[index < perRow ? 0 : 1],
  }))
  return {
    advance: Math.round(right + SIDE_BEARING),
    frame: [
      rectangle(left, BOX_BOTTOM, right, BOX_TOP),
      rectangle(left + RULE, BOX_BOTTOM + RULE, right - RULE, BOX_TOP - RULE).toReversed(),
    ],
    digits,
    digitScale: DIGIT_SCALE,
  }
}

/** Clockwise, which TrueType fills. */
function rectangle(left: number, bottom: number, right: number, top: number): Contour {
  return [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ]
}
