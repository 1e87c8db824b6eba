/** A pen's stroke in pieces that turn gently: a line that is drawn round a sharp turn would end in a spike there. */
import type { Point } from '../../report.ts'

/** Points of one path; a stroke that was held down for minutes has many thousands. */
const LONGEST = 1000

/** Each piece begins where the one before ended. Points that do not move on are left out. */
export function smoothPieces(points: readonly Point[]): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (const point of points) {
    const last = piece.at(-1)
    if (last && last[0] === point[0] && last[1] === point[1]) continue
    const before = piece.at(-2)
    if (last && before && (piece.length >= LONGEST || turnsBack(before, last, point))) {
      pieces.push(piece)
      piece = [last]
    }
    piece.push(point)
  }
  if (piece.length > 0) pieces.push(piece)
  return pieces
}

/** By a right angle or more. */
function turnsBack(from: Point, over: Point, to: Point): boolean {
  return (over[0] - from[0]) * (to[0] - over[0]) + (over[1] - from[1]) * (to[1] - over[1]) <= 0
}
