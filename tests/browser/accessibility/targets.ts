/** What a finger is asked to hit: at least 44 by 44 CSS pixels, unless it stands in a line of text. */
import type { Page } from '@playwright/test'

const SMALLEST_PX = 44

export function targetFaults(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"]'
    // A rounded edge or a zoomed rule may cost a part of a pixel.
    const TOLERANCE = 0.5

    const inModal = document.querySelector('dialog:modal')
    const faults: string[] = []
    for (const control of document.querySelectorAll<HTMLElement>(CONTROLS)) {
      if (inModal && !inModal.contains(control)) continue
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(':disabled')) continue
      const own = control.getBoundingClientRect()
      // The skip link and the like: there only for the focus.
      if (own.width <= 1 || own.height <= 1) continue
      if (standsInText(control)) continue
      const { width, height } = hitArea(control)
      if (width + TOLERANCE >= smallest && height + TOLERANCE >= smallest) continue
      const name =
        (control.getAttribute('aria-label') ?? control.textContent).trim().slice(0, 40) || control.id
      faults.push(
        `target ${control.tagName.toLowerCase()}.${control.className} "${name}": ${width.toFixed(0)}x${height.toFixed(0)}`,
      )
    }
    return faults

    /** A box to tick is hit by its label as well, and a row's link by the whole row. */
    function hitArea(control: HTMLElement): { width: number; height: number } {
      const areas = [control.getBoundingClientRect()]
      if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
        for (const label of control.labels ?? []) areas.push(label.getBoundingClientRect())
      }
      const after = getComputedStyle(control, '::after')
      if (after.content !== 'none' && after.position === 'absolute' && after.inset === '0px') {
        const row = control.offsetParent?.getBoundingClientRect()
        if (row) areas.push(row)
      }
      return {
        width: Math.max(...areas.map((area) => area.right)) - Math.min(...areas.map((area) => area.left)),
        height: Math.max(...areas.map((area) => area.bottom)) - Math.min(...areas.map((area) => area.top)),
      }
    }

    function standsInText(control: HTMLElement): boolean {
      if (control.tagName !== 'A' || getComputedStyle(control).display !== 'inline') return false
      const line = control.closest('p, li, dd, div')
      return (line?.textContent ?? '').trim().length > control.textContent.trim().length
    }
  }, SMALLEST_PX)
}
