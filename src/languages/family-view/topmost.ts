/** Keeps one's place when words give way to longer or shorter ones: what stood at the top of a scrolled box stands there after. */
export interface Anchor {
  restore(): void
}

export function topmost(box: HTMLElement, selector: string): Anchor | undefined {
  if (box.scrollTop === 0) return undefined
  const edge = box.getBoundingClientRect().top
  const top = (element: Element) => element.getBoundingClientRect().top - edge
  const first = [...box.querySelectorAll(selector)].find(
    (element) => element.getBoundingClientRect().bottom > edge,
  )
  if (!first) return undefined
  const before = top(first)
  return {
    restore() {
      box.scrollTop += top(first) - before
    },
  }
}
