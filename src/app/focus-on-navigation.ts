/** A new page is announced and starts at its heading, as it would if the browser had loaded it. */
import { nextTick, onMounted, onScopeDispose } from 'vue'
import type { Router } from 'vue-router'

/** For the shell: it is mounted when the vault opens, and what had the focus then, the lock, is gone. */
export function focusOnNavigation(router: Router, announce: (heading: string) => void): void {
  let arrivals = 0

  async function arrive() {
    const mine = ++arrivals
    await nextTick()
    const heading = await headingOfPage()
    // Somewhere else in the meantime.
    if (!heading || mine !== arrivals) return
    heading.focus({ preventScroll: true })
    announce(heading.textContent.trim())
  }

  const stop = router.afterEach((to, from, failure) => {
    // A page that was not left has put the focus where it is needed.
    if (!failure && to.path !== from.path) void arrive()
  })
  onMounted(arrive)
  onScopeDispose(stop)
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
