/** The report's few tones as PDF colours: dark ones at least 7:1 on paper, all told apart in black and white. */
import type { Tone } from '../../report.ts'

type Colour = readonly [red: number, green: number, blue: number]

const COLOURS: Readonly<Record<Tone, Colour>> = {
  ink: [0.07, 0.07, 0.07],
  grey: [0.31, 0.34, 0.36],
  pale: [0.91, 0.93, 0.94],
  paper: [1, 1, 1],
  accent: [0.11, 0.31, 0.37],
}

export const fillColour = (tone: Tone) => `${COLOURS[tone].join(' ')} rg`
export const strokeColour = (tone: Tone) => `${COLOURS[tone].join(' ')} RG`
