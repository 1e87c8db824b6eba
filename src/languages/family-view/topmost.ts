/** Keeps one's place when words give way to longer or shorter ones: what stood at the top of a scrolled box stands there after. */
export interface Anchor {
  restore(): void
}

/** `covered`: the part at the top of the box that a bar lies over, in pixels. */
export function topmost(box: HTMLElement, selector: string, covered = 0): Anchor | undefined {
  if (box.scrollTop === 0) return undefined
  const edge = box.getBoundingClientRect().top + covered
  const top = (element: Element) => element.getBoundingClientRect().top - edge
  const standing = [...box.querySelectorAll(selector)].filter(
    (element) => element.getBoundingClientRect().bottom > edge,
  )
  // The first that begins on the screen; one that is cut by the edge grows above it, out of sight.
  const first = standing.find((element) => top(element) >= 0) ?? standing[0]
  if (!first) return undefined
  const before = top(first)
  return {
    restore() {
      box.scrollTop += top(first) - before
    },
  }
}
