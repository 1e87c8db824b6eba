/** The focus as somebody without mouse or finger meets it: where it is, whether it can be seen, how to get on. */
import { expect, type Locator, type Page } from '@playwright/test'

/** More presses than any page has controls. */
const MOST_PRESSES = 250

export class Keyboard {
  /** Each control that had the focus and did not show it, or was hidden under a bar. */
  readonly faults: string[] = []

  constructor(private readonly page: Page) {}

  /** Tab (or back) until the control has the focus; every stop on the way is looked at. */
  async to(target: Locator, { back = false } = {}): Promise<void> {
    await target.first().waitFor({ state: 'attached' })
    for (let presses = 0; presses < MOST_PRESSES; presses++) {
      if (await target.first().evaluate((element) => element === document.activeElement)) return
      await this.tab(back)
    }
    throw new Error(`Tab never reaches ${target.toString()}`)
  }

  async tab(back = false): Promise<void> {
    await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    await this.look()
  }

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(target)
    await this.page.keyboard.press(key)
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }

  /** Looks at what has the focus now, and at what has just lost it. */
  async look(): Promise<void> {
    this.faults.push(...(await this.page.evaluate(lookAtFocus)))
  }
}

/** Runs in the page. Seen: something about it differs from when it has no focus. Hidden: its ends lie under something else. */
function lookAtFocus(): string[] {
  const store = window as { focusSeen?: { element: Element; look: string; name: string } }
  const faults: string[] = []
  const before = store.focusSeen
  const now = document.activeElement
  if (
    before &&
    before.element !== now &&
    before.element.isConnected &&
    lookOf(before.element) === before.look
  ) {
    faults.push(`focus not seen: ${before.name}`)
  }
  delete store.focusSeen
  if (!now || now === document.body) return faults
  store.focusSeen = { element: now, look: lookOf(now), name: nameOf(now) }
  if (isCovered(now)) faults.push(`focus hidden: ${nameOf(now)} at ${innerWidth}x${innerHeight}`)
  return faults

  /** The control and what may carry its ring: its label, the card around it, their drawn parts. */
  function bearersOf(element: Element): Element[] {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    return [element, ...labels, ...[...element.children].slice(0, 3)]
  }

  function lookOf(element: Element): string {
    return bearersOf(element)
      .flatMap((bearer) => [null, '::before', '::after'].map((part) => getComputedStyle(bearer, part)))
      .map((style) =>
        [
          style.outlineStyle === 'none' ? '' : style.outline,
          style.boxShadow,
          style.backgroundColor,
          style.border,
        ].join(),
      )
      .join('|')
  }

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent
    return `${element.tagName.toLowerCase()}#${element.id}.${element.className} "${words.trim().slice(0, 40)}"`
  }

  function isCovered(element: Element): boolean {
    const label =
      element instanceof HTMLInputElement && getComputedStyle(element).opacity === '0'
        ? element.labels?.[0]
        : null
    const bearer = label ?? element
    const box = bearer.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1) return false
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1)
    const inset = Math.min(4, box.height / 4)
    const seen = [box.top + inset, box.top + box.height / 2, box.bottom - inset].map((y) => {
      if (y < 0 || y > innerHeight) return false
      const top = document.elementFromPoint(x, y)
      return (
        top !== null &&
        (bearer.contains(top) || top.contains(bearer) || top.closest('label')?.control === element)
      )
    })
    // What is taller than the room between the bars cannot be seen whole.
    const isTall = box.height > innerHeight / 2
    return isTall ? !seen.includes(true) : seen.includes(false)
  }
}

/** The focus is at the page's heading, and the reader was told which page it is. */
export async function expectArrived(page: Page, heading: string): Promise<void> {
  await expect(page.locator('h1[data-page-heading]')).toHaveText(heading)
  await expect(page.locator('h1[data-page-heading]')).toBeFocused()
}
