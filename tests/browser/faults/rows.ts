/** Rows of the store altered behind the app's back, by a page of the same origin that is not the app. */
import type { BrowserContext, Page } from '@playwright/test'

const DATABASE = 'toolkit'

/** A page beside the app: same origin, none of its code. */
async function besideTheApp(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/licence.txt`)
  return page
}

/** The database vanishes, as when a browser makes room. The app must not hold it open meanwhile. */
export async function deleteVault(context: BrowserContext, app: Page, origin: string): Promise<void> {
  await app.goto('about:blank')
  const page = await besideTheApp(context, origin)
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = () => resolve()
        request.onerror = () => reject(new Error('not deleted'))
      }),
    DATABASE,
  )
  await page.close()
}

/** Another tab with the database in an older version, which does not let go of it. Close the page to end it. */
export async function holdOlderVersion(context: BrowserContext, origin: string): Promise<Page> {
  const page = await besideTheApp(context, origin)
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 1)
        request.onsuccess = () => resolve()
        request.onerror = () => reject(new Error('not opened'))
      }),
    DATABASE,
  )
  return page
}

/** One byte of the sealed words of one record is turned over. */
export function corruptRow(app: Page, id: string): Promise<void> {
  return app.evaluate(
    ([name, key]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(new Error('not opened'))
        opening.onsuccess = () => {
          const database = opening.result
          const transaction = database.transaction('records', 'readwrite')
          const records = transaction.objectStore('records')
          const reading = records.get(key)
          reading.onsuccess = () => {
            const row = reading.result as { sealed: Uint8Array } | undefined
            if (!row) {
              reject(new Error(`no row ${key}`))
              return
            }
            const last = row.sealed.length - 1
            row.sealed[last] = (row.sealed[last] ?? 0) ^ 1
            records.put(row)
          }
          transaction.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
    [DATABASE, id] as const,
  )
}

/** The id of the child or assessment whose page is open: ids are opaque, and stand in the address. */
export function idInAddress(page: Page, after: 'child' | 'profile'): string {
  const id = new RegExp(`/${after}/([^/?]+)`).exec(page.url())?.[1]
  if (id === undefined) throw new Error(`no ${after} in ${page.url()}`)
  return id
}
