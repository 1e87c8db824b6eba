// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { browserEnvironment, type WakeEvent } from '@/vault/environment.ts'
import { createPersistence } from '@/vault/persistence.ts'

function heard(event: WakeEvent) {
  const listener = vi.fn()
  browserEnvironment().listen(event, listener)
  return listener
}

function showPage(visible: boolean) {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(!visible)
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('the browser', () => {
  it('wakes the vault when the page is seen, shown again, focused, resumed or back on the network', () => {
    const listener = heard('wake')
    for (const name of ['pageshow', 'focus', 'online']) window.dispatchEvent(new Event(name))
    document.dispatchEvent(new Event('resume'))
    expect(listener).toHaveBeenCalledTimes(4)
    showPage(true)
    expect(listener).toHaveBeenCalledTimes(5)
    showPage(false)
    expect(listener).toHaveBeenCalledTimes(5)
  })

  it('has the words saved when the page is hidden, left or frozen', () => {
    const listener = heard('hide')
    window.dispatchEvent(new Event('pagehide'))
    document.dispatchEvent(new Event('freeze'))
    showPage(false)
    expect(listener).toHaveBeenCalledTimes(3)
    showPage(true)
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('counts a touch, a key and typing as activity, before anything else in the page hears of it', () => {
    const order: string[] = []
    document.body.addEventListener('pointerdown', () => order.push('page'), { capture: true })
    browserEnvironment().listen('activity', () => order.push('vault'))
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    expect(order).toEqual(['vault', 'page'])
    const listener = heard('activity')
    for (const name of ['keydown', 'input', 'wheel'])
      document.body.dispatchEvent(new Event(name, { bubbles: true }))
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('that throws when it is asked for its storage is taken as one without', () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(browserEnvironment().marker).toBeUndefined()
  })
})

describe('the promise to keep what is stored', () => {
  const storage = (granted: boolean) => ({
    persist: () => Promise.resolve(granted),
    persisted: () => Promise.resolve(false),
    estimate: () => Promise.resolve({ usage: 5, quota: 10 }),
  })

  it('is told as the browser answers it', async () => {
    for (const [granted, answer] of [[true, 'granted'] as const, [false, 'refused'] as const]) {
      const asked = createPersistence(storage(granted))
      expect(await asked.look()).toBe('unknown')
      expect(await asked.ask()).toBe(answer)
      expect(asked.answer.value).toBe(answer)
    }
    const kept = createPersistence({ ...storage(true), persisted: () => Promise.resolve(true) })
    expect(await kept.look()).toBe('granted')
  })

  it('is unknown, and the room too, where the browser has no such thing', async () => {
    const none = createPersistence(undefined)
    expect(await none.ask()).toBe('unknown')
    expect(await none.estimate()).toBeNull()
    expect(await createPersistence(storage(true)).estimate()).toEqual({ usedBytes: 5, quotaBytes: 10 })
  })

  it('is refused when asking fails', async () => {
    const failing = { ...storage(true), persist: () => Promise.reject(new Error('no')) }
    expect(await createPersistence(failing).ask()).toBe('refused')
  })
})
