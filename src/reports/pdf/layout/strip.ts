/**
 * A strip of a page: a line of a paragraph, a row of a table, a picture. Block kinds make strips, `flow.ts` puts
 * them one below the other and onto pages. Strips never overlap because each knows its whole height.
 */

/** What stands round several strips, drawn once for each page they are on: the rule beside a quote, a warning's box. */
export interface Box {
  draw(top: number, bottom: number): void
}

export interface Strip {
  readonly height: number
  /** White above; left away at the top of a page. */
  readonly before: number
  /** Stays on one page with the strip after it, where a page can hold both. */
  readonly keep: boolean
  draw(top: number): void
  /** From its upper edge to its first baseline, where it is a line of text. */
  readonly baseline?: number
  readonly box?: Box
  /** Put above this strip when it begins a page: a table's header row. */
  readonly repeat?: Strip
  /**
   * What fits into `room` and the rest; undefined where it should not be cut there. `must`: a page of its own would not
   * hold it with what it keeps to, so only good reasons count.
   */
  split?(room: number, must: boolean): readonly [Strip, Strip] | undefined
}
