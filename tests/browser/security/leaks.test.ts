/** Nothing of a child stands anywhere in clear, and nothing leaves the device. */
import { LockPages, PASSPHRASE } from '../pages/lock.ts'
import { ChildrenPages } from '../pages/children.ts'
import { ProfilePages } from '../pages/profile.ts'
import { installed } from '../offline/installed.ts'
import { expect, test } from '../test.ts'

/** Words that occur nowhere else: if one is found, it came from the record. */
const CANARY = { child: 'Zyqqlomere', carer: 'Vornishtaque', note: 'Kethlubrandic' }

test('a canary name is nowhere in clear: not in any store of the browser, nor in a file of its profile', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  const titles = new Set<string>()
  const addresses = new Set<string>()
  const look = async () => {
    titles.add(await page.title())
    addresses.add(page.url())
  }
  await page.goto(site.origin)
  await installed(page)
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add({
    reference: CANARY.child,
    born: { day: '12', month: '3', year: '2024' },
    carer: CANARY.carer,
  })
  await look()
  const profile = new ProfilePages(page)
  await profile.start(CANARY.carer)
  await profile.grade(4)
  await profile.addEvidence(`${CANARY.note} was seen.`)
  await profile.saved()
  await look()

  const stores = await page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('cannot open'))
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result as unknown[])
          request.onerror = () => reject(new Error('cannot read'))
        })
        for (const row of rows) {
          found.push(
            JSON.stringify(row, (_key, value: unknown) =>
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? new TextDecoder('latin1').decode(value)
                : value,
            ),
          )
        }
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '')
      }
    }
    return found
  })
  expect(stores.length).toBeGreaterThan(10)
  for (const canary of [...Object.values(CANARY), PASSPHRASE]) {
    expect(stores.filter((text) => text.includes(canary))).toEqual([])
    expect([...titles, ...addresses].filter((text) => text.includes(canary))).toEqual([])
  }

  await tablet.close()
  const files = tablet.files()
  expect(files.length).toBeGreaterThan(20)
  for (const canary of [...Object.values(CANARY), PASSPHRASE]) {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const bytes = Buffer.from(canary, encoding)
      expect(files.filter((file) => file.bytes.includes(bytes)).map((file) => file.file)).toEqual([])
    }
  }
  expect(tablet.requests.filter((url) => !url.startsWith(site.origin) && !url.startsWith('blob:'))).toEqual(
    [],
  )
})

test('the server sends the production headers, and the page runs under them without a violation', async ({
  tablet,
  site,
}) => {
  const page = await tablet.start()
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) violations.push(message.text())
  })
  const response = await page.goto(site.origin)
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe-inline')
  expect(policy).not.toContain("'unsafe-eval'")
  await new LockPages(page).setUp()
  await new ChildrenPages(page).add()
  expect(violations).toEqual([])
})

test('the policy bites: an injected inline script does not run', async ({ tablet, site }) => {
  const page = await tablet.start()
  await page.goto(site.origin)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.__ran = true'
    document.body.append(script)
    return '__ran' in window
  })
  expect(ran).toBe(false)
})
