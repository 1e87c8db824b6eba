/** A new page is announced and starts at its heading, as it would if the browser had loaded it. */
import { nextTick } from 'vue'
import type { Router } from 'vue-router'

export function focusOnNavigation(router: Router, announce: (heading: string) => void): void {
  let first = true
  router.afterEach(async (to, from) => {
    // The very first page is read by the screen reader from the top by itself.
    if (first) {
      first = false
      return
    }
    if (to.path === from.path) return
    await nextTick()
    const heading = await headingOfPage()
    if (!heading) return
    heading.focus({ preventScroll: true })
    announce(heading.textContent.trim())
  })
}

/** A page that fetches its record first shows its heading a little later. */
const PATIENCE_MS = 2000

function headingOfPage(): Promise<HTMLElement | null> {
  const find = () => document.querySelector<HTMLElement>('main [data-page-heading]')
  const found = find()
  if (found) return Promise.resolve(found)
  return new Promise((resolve) => {
    const finish = (heading: HTMLElement | null) => {
      clearTimeout(limit)
      observer.disconnect()
      resolve(heading)
    }
    const observer = new MutationObserver(() => {
      const heading = find()
      if (heading) finish(heading)
    })
    const limit = setTimeout(() => finish(null), PATIENCE_MS)
    observer.observe(document.body, { childList: true, subtree: true })
  })
}
