/**
 * How much room a label may take, without a font at hand: a drawing is laid out once and shown in the system's font on the
 * screen and in Noto Sans on paper. The figures lie a little above Noto Sans Bold, so that what fits here fits there;
 * a test holds them against the font's own widths.
 */

/** Parts of the font size. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Cf}]/u, 0],
  [/[ .,:;'’|!ijlI]/u, 0.4],
  [/[()[\]ft‘"“”r-]/u, 0.5],
  [/[mwMWæœÆŒ@%—…]/u, 1.02],
  [/[\p{Lu}ßħŉ&+=<>]/u, 0.82],
  [/[\p{Script=Latin}\p{Nd}–?/*]/u, 0.65],
  // Joined letters, wide ones and narrow ones taken together.
  [/\p{Script=Arabic}/u, 0.65],
]
/** Scripts that stand wider than Latin. */
const WIDEST = 1.1

/** Points, for a size in points. Never too small for the languages of Europe in Noto Sans, whatever the weight. */
export function roomFor(text: string, size: number): number {
  let room = 0
  for (const character of text.normalize('NFD'))
    room += WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? WIDEST
  return room * size
}

/** Cuts a label at its spaces into lines no wider than `width`; a word that is wider than a line is cut where it must be. */
export function wrapLabel(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u).flatMap((word) => cutWord(word, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && roomFor(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function cutWord(word: string, width: number, size: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && roomFor(piece + character, size) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
