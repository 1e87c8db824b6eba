/**
 * A disk that fails when a test says so. The switches are read in the page on each call, so a fault can begin and end
 * while a person types. Only the browser's own functions are touched; the app's code is the built one.
 */
import type { Page } from '@playwright/test'

export type Fault =
  /** Every open is refused, as in some private windows. */
  | 'refused'
  /** Every write says that the disk is full. */
  | 'full'
  /** The connection is gone and cannot be had again. */
  | 'closed'

declare global {
  interface Window {
    storageFault?: Fault | null
    openDatabases?: Set<IDBDatabase>
  }
}

/** Before the page is loaded: makes it breakable. `at` is the fault that it starts with. */
export async function makeBreakable(page: Page, at: Fault | null = null): Promise<void> {
  await page.addInitScript((start) => {
    window.storageFault = start
    window.openDatabases = new Set()

    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (this: IDBFactory, ...wanted: Parameters<IDBFactory['open']>) {
      if (window.storageFault === 'refused') throw new DOMException('refused by the test', 'SecurityError')
      if (window.storageFault === 'closed') {
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
      }
      const request = open.apply(this, wanted)
      request.addEventListener('success', () => window.openDatabases?.add(request.result))
      return request
    }

    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (
      this: IDBObjectStore,
      ...row: Parameters<IDBObjectStore['put']>
    ) {
      if (window.storageFault === 'full') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, row)
    }
  }, at)
}

/** From now on, until another is set. */
export async function setFault(page: Page, fault: Fault | null): Promise<void> {
  await page.evaluate((now) => {
    window.storageFault = now
    if (now === 'closed') closeAll()

    /** As a browser does to save power: the connection ends, and says so. */
    function closeAll() {
      for (const database of window.openDatabases ?? []) {
        database.close()
        database.dispatchEvent(new Event('close'))
      }
      window.openDatabases?.clear()
    }
  }, fault)
}

/** Only for the next load of the page: no store at all. */
export const refuseStorage = (page: Page): Promise<void> => makeBreakable(page, 'refused')
