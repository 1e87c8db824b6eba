// @vitest-environment happy-dom
/** The way back to the practitioner's screen: held by a finger, asked once more of a keyboard, never a tap in passing. */
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import HoldToLeave from '@/languages/family-view/HoldToLeave.vue'
import { panelsOf, showToFamily } from './family-screen.ts'
import { wordsIn } from './real-words.ts'

let page: VueWrapper
let left: ReturnType<typeof vi.fn>
beforeEach(() => {
  vi.useFakeTimers()
  left = vi.fn()
})
afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function show(family = wordsIn('ur')) {
  page = showToFamily(HoldToLeave, { onLeave: left }, { family }).page
  return page.get('button.hold')
}
const isAsking = () => (page.get('dialog').element as HTMLDialogElement).open
const answer = (at: number) => page.findAll('dialog button')[at]!.trigger('click')

describe('a finger', () => {
  it('that taps does not leave, however often', async () => {
    const button = show()
    for (let tap = 0; tap < 5; tap++) {
      await button.trigger('pointerdown', { button: 0 })
      vi.advanceTimersByTime(400)
      await button.trigger('pointerup')
      await button.trigger('click', { detail: 1 })
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(10_000)
    expect(left).not.toHaveBeenCalled()
    expect(isAsking()).toBe(false)
  })

  it('that stays leaves, once', async () => {
    const button = show()
    await button.trigger('pointerdown', { button: 0 })
    vi.advanceTimersByTime(900)
    expect(left).not.toHaveBeenCalled()
    vi.advanceTimersByTime(600)
    expect(left).toHaveBeenCalledOnce()
    await button.trigger('pointerup')
    vi.advanceTimersByTime(10_000)
    expect(left).toHaveBeenCalledOnce()
  })

  it.each(['pointerup', 'pointerleave', 'pointercancel'])('that goes away is no hold: %s', async (event) => {
    const button = show()
    await button.trigger('pointerdown', { button: 0 })
    vi.advanceTimersByTime(1000)
    await button.trigger(event)
    vi.advanceTimersByTime(10_000)
    expect(left).not.toHaveBeenCalled()
  })

  it('is told to keep holding, in both languages', async () => {
    const button = show()
    await button.trigger('pointerdown', { button: 0 })
    expect(button.text()).toContain('Keep holding')
    expect(button.text()).toContain(wordsIn('ur').t('family.view.holding'))
    await button.trigger('pointerup')
    expect(button.text()).toContain('Hold to go back')
  })

  it('has to be the first button of a mouse', async () => {
    const button = show()
    await button.trigger('pointerdown', { button: 2 })
    vi.advanceTimersByTime(10_000)
    expect(left).not.toHaveBeenCalled()
  })

  it('that is still there when the screen goes leaves nothing behind', async () => {
    const button = show()
    await button.trigger('pointerdown', { button: 0 })
    page.unmount()
    vi.advanceTimersByTime(10_000)
    expect(left).not.toHaveBeenCalled()
  })
})

describe('a keyboard, a switch or a screen reader, which cannot hold', () => {
  it('is asked, and stays where nothing is said', async () => {
    const button = show()
    await button.trigger('click', { detail: 0 })
    await nextTick()
    expect(isAsking()).toBe(true)
    expect(left).not.toHaveBeenCalled()
    await answer(0)
    await nextTick()
    expect(isAsking()).toBe(false)
    expect(left).not.toHaveBeenCalled()
  })

  it('leaves with a yes', async () => {
    const button = show()
    await button.trigger('click', { detail: 0 })
    await nextTick()
    await answer(1)
    expect(left).toHaveBeenCalledOnce()
  })

  it('is asked in both languages, once where they are one', () => {
    show()
    const ur = wordsIn('ur').t
    for (const [place, key, english] of [
      ['h2', 'family.view.leaveAsk', "Go back to the practitioner's screen?"],
      ['button:first-of-type', 'family.view.leaveNo', 'No, stay here'],
      ['button:last-of-type', 'family.view.leaveYes', 'Yes, go back'],
    ] as const) {
      const said = page.get(`dialog ${place}`).findAll('[lang]')
      expect(said.map((panel) => [panel.attributes('dir'), panel.text()])).toEqual([
        ['rtl', ur(key)],
        ['ltr', english],
      ])
    }
    page.unmount()
    const button = show(wordsIn('en-GB'))
    expect(page.get('dialog h2').text()).toBe("Go back to the practitioner's screen?")
    expect(button.findAll('[lang]')).toHaveLength(1)
  })
})

it('the button is in both languages, each with its own direction', () => {
  show()
  expect(panelsOf(page).slice(0, 2)).toEqual([
    { lang: 'ur', dir: 'rtl', text: wordsIn('ur').t('family.view.leave') },
    { lang: 'en-GB', dir: 'ltr', text: "Hold to go back to the practitioner's screen" },
  ])
})
