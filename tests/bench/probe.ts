/**
 * Stop-watches inside the page. They start at the browser's own time of the event and stop when the frame with the answer
 * has been handed over for painting, so what is between the page and the test counts for nothing.
 */
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    probe: {
      /** Milliseconds from the next event of this type to the first frame after `done` is true. */
      from(type: string, done: string): void
      result(): Promise<number>
      /** Milliseconds from the start of the navigation until the lock's field has been painted. */
      lockShown: Promise<number>
    }
  }
}

/** Before the page is loaded. */
export async function install(page: Page): Promise<void> {
  // The compiler that runs this file marks functions with their names, by a helper that a page does not have.
  await page.addInitScript('globalThis.__name ??= (named) => named')
  await page.addInitScript(() => {
    let running: Promise<number> | undefined

    /** Behind the paint: a frame callback runs before it, a task after that runs behind it. */
    const painted = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now())
          channel.port2.postMessage(0)
        }),
      )

    const until = (selector: string, there: boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if ((document.querySelector(selector) !== null) !== there) return
          observer.disconnect()
          resolve()
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { subtree: true, childList: true, attributes: true })
        look()
      })

    window.probe = {
      from(type, done) {
        running = new Promise<number>((resolve) => {
          addEventListener(
            type,
            (event) => {
              // What fits already is the state before: it has to go and come back.
              void until(done, false)
                .then(() => until(done, true))
                .then(painted)
                .then((at) => resolve(at - event.timeStamp))
            },
            { capture: true, once: true },
          )
        })
      },
      lockShown: until('#passphrase', true).then(painted),
      result: () => running ?? Promise.reject(new Error('nothing was started')),
    }
  })
}

/** `act` causes the event; milliseconds until what `done` selects has been painted. */
export async function time(
  page: Page,
  type: string,
  done: string,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(([event, selector]) => window.probe.from(event, selector), [type, done] as const)
  await act()
  return page.evaluate(() => window.probe.result())
}
