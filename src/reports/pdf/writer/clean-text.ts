/**
 * Text as it can be drawn. Same length as the source, so that every place in one is the same place in the other.
 */

/** A high surrogate without its low one, or the other way round: half a character, from a cut in the wrong place. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const REPLACEMENT = '\ufffd'

/** Invisible, takes no room, offers no break: stands in for control characters, which no font draws. */
const WORD_JOINER = '\u2060'

/** Tab, vertical tab and form feed are room between words. */
const SPACING_CONTROL = /[\t\v\f]/g
const OTHER_CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g

export function drawable(text: string): string {
  return wellFormed(text).replace(SPACING_CONTROL, ' ').replace(OTHER_CONTROL, WORD_JOINER)
}

/** No half characters: what leaves the app as UTF-8 or UTF-16 must be well formed. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, REPLACEMENT)
}

/** Paragraph ends of every platform; a CR LF pair is one. */
const LINE_FEED = /\r\n|[\n\r\u0085\u2028\u2029]/g

/** Start and end (without the line feed) of each line as it was typed. At least one. */
export function typedLines(text: string): (readonly [start: number, end: number])[] {
  const lines: (readonly [number, number])[] = []
  let start = 0
  for (const feed of text.matchAll(LINE_FEED)) {
    lines.push([start, feed.index])
    start = feed.index + feed[0].length
  }
  lines.push([start, text.length])
  return lines
}
