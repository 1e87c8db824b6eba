/** What shaping gives: clusters of glyphs with the characters they stand for, in the order they are drawn. */
import type { LanguageTag } from '@/languages/languages.ts'
import type { FontFace } from '../fonts.ts'
import type { Line, StyledRun, TextStyle } from '../engine.ts'

/** Glyphs that belong together and the characters they show (pdf.md 3, "cells"). Measures in font units. */
export interface Cluster {
  /** Source characters, in logical order. */
  readonly text: string
  readonly advance: number
  /** Three numbers a glyph: its id, its offset to the right and upwards from the cluster's start. */
  readonly glyphs: readonly number[]
  /** No font has the character: a box with these hexadecimal digits is drawn instead. */
  readonly mark?: string
}

/** Clusters of one font, size and direction, left to right as they stand on the page. */
export interface ShapedRun {
  readonly face: FontFace
  readonly style: TextStyle
  readonly language: LanguageTag | undefined
  readonly rightToLeft: boolean
  /** Where the run's first character stands in its paragraph: runs are read in this order. */
  readonly start: number
  /** Points from the line's left edge; negative for a space that hangs out of a right-to-left line. */
  readonly x: number
  readonly width: number
  readonly clusters: readonly Cluster[]
  /** What it was cut from, if that leads somewhere. */
  readonly link: StyledRun | undefined
}

export interface ShapedLine extends Line {
  readonly runs: readonly ShapedRun[]
}
