/** What does not fit: a page that must be moved sideways, text that is cut off, a control that is out of reach. */
import type { Page } from '@playwright/test'

export function fitFaults(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0
  return page.evaluate((viewport) => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > viewport) faults.push(`page is ${root.scrollWidth} wide in ${viewport}`)

    const inModal = document.querySelector('dialog:modal')
    for (const element of (inModal ?? document.body).querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || isForEarsOnly(element)) continue
      const style = getComputedStyle(element)
      const cutsX = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      const cutsY = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1
      if ((cutsX || cutsY) && element.clientWidth > 0 && element.textContent.trim() !== '') {
        faults.push(`cut ${cutsX ? 'sideways' : 'off'} ${nameOf(element)}`)
      }
      if (!hasOwnText(element) || scrollsSideways(element)) continue
      const text = textBox(element)
      if (text.width > 0 && (text.left < -1 || text.right > viewport + 1)) {
        faults.push(
          `out of the page ${nameOf(element)}: ${text.left.toFixed(0)} to ${text.right.toFixed(0)} of ${viewport}`,
        )
      }
    }
    return faults

    function nameOf(element: Element): string {
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 40)}"`
    }

    /** Hidden from the eye and read out: one pixel, cut. */
    function isForEarsOnly(element: Element): boolean {
      return element.closest('.govuk-visually-hidden, .govuk-skip-link') !== null || isOnePixel(element)
    }

    function isOnePixel(element: Element | null): boolean {
      if (!element) return false
      const { width, height } = element.getBoundingClientRect()
      const cut = getComputedStyle(element).overflow === 'hidden'
      return (cut && width <= 1 && height <= 1) || isOnePixel(element.parentElement)
    }

    function hasOwnText(element: Element): boolean {
      return [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    }

    function textBox(element: Element): DOMRect {
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect()
    }

    /** What a person can move sideways by itself, such as the picture of the profile. */
    function scrollsSideways(element: Element | null): boolean {
      if (!element) return false
      return /auto|scroll/.test(getComputedStyle(element).overflowX) || scrollsSideways(element.parentElement)
    }
  }, width)
}
