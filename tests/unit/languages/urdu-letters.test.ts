// @vitest-environment happy-dom
/** Urdu in Nastaliq, or in Naskh for whoever prefers it: kept on the device. */
import { beforeEach, describe, expect, it, vi } from 'vitest'

/** As after the toolkit was closed and opened. */
async function opened() {
  vi.resetModules()
  return import('@/languages/urdu-letters.ts')
}

beforeEach(() => localStorage.clear())

describe('letters for Urdu', () => {
  it('are Nastaliq until somebody chooses', async () => {
    expect((await opened()).keptUrduLetters()).toBe('nastaliq')
  })

  it('are kept on the device', async () => {
    const { keepUrduLetters } = await opened()
    expect(keepUrduLetters('naskh')).toBe(true)
    expect((await opened()).keptUrduLetters()).toBe('naskh')
  })

  it('are Nastaliq where something else was written in their place', async () => {
    localStorage.setItem('toolkit.urdu-letters', 'papyrus')
    expect((await opened()).keptUrduLetters()).toBe('nastaliq')
  })

  it('hold until the toolkit is closed where the browser keeps nothing', async () => {
    const { keepUrduLetters, keptUrduLetters } = await opened()
    const refused = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refused, setItem: refused })
    expect(keepUrduLetters('naskh')).toBe(false)
    expect(keptUrduLetters()).toBe('naskh')
    vi.unstubAllGlobals()
  })
})
