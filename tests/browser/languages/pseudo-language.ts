/**
 * Two languages that nobody speaks: one whose words are 40 % longer, one from right to left. Every word on the page is put
 * into it where it stands, so what has no room, or keeps to the wrong side, is seen before a translation finds it.
 */
import type { Page } from '@playwright/test'

export type Pseudo = 'longer' | 'right-to-left'

/** Runs `look` with the page in the pseudo-language, and gives the page back as it was. */
export async function inPseudo<T>(page: Page, pseudo: Pseudo, look: () => Promise<T>): Promise<T> {
  await page.evaluate(translate, pseudo)
  try {
    return await look()
  } finally {
    await page.evaluate(giveBack)
  }
}

function translate(pseudo: 'longer' | 'right-to-left'): void {
  const LATIN = 'abcdefghijklmnopqrstuvwxyz'
  const ARABIC = 'ابجدهوزحطيكلمنسعفصقرشتثخذض'
  const isLonger = pseudo === 'longer'

  /** Vowels are said longer until the word is; a word without vowels is said with one more letter in three. */
  const longer = (word: string) => {
    const wanted = Math.ceil(word.length * 1.4)
    let longest = word
    for (let at = 0; longest.length < wanted; at = (at + 2) % longest.length) {
      longest = longest.slice(0, at + 1) + (longest[at] ?? '') + longest.slice(at + 1)
    }
    return longest
  }
  const mirrored = (word: string) =>
    Array.from(word.toLowerCase(), (letter) => ARABIC[LATIN.indexOf(letter)] ?? letter).join('')
  const said = (text: string) => text.replace(/[a-z]{2,}/gi, isLonger ? longer : mirrored)

  const undo: (() => void)[] = []
  const root = document.documentElement
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // What people typed is nobody's translation; a picture has room for its own words and is tried in tests of its own.
    if (node.parentElement?.closest('script, style, textarea, svg, bdi, [dir="auto"], [data-recovery-key]'))
      continue
    const text = node as Text
    const before = text.data
    const after = said(before)
    text.data = after
    // What the app itself has said anew meanwhile stays.
    undo.push(() => {
      if (text.data === after) text.data = before
    })
  }
  if (!isLonger) {
    for (const element of [root, ...document.querySelectorAll<HTMLElement>('[dir="ltr"]')]) {
      const { dir, lang } = element
      Object.assign(element, { dir: 'rtl', lang: 'ar' })
      undo.push(() => Object.assign(element, { dir, lang }))
    }
  }
  Reflect.set(window, '__giveBack', () => {
    for (const back of undo) back()
  })
}

function giveBack(): void {
  ;(Reflect.get(window, '__giveBack') as () => void)()
}

/** Words on top of other words. Bars that stay while the page moves lie over it by design. */
export function overlapFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Letters lean over the edges of their boxes by this much, in pixels. */
    const LEAN = 3
    const scope = document.querySelector('dialog:modal') ?? document.querySelector('.family') ?? document.body
    const boxes: { box: DOMRect; element: Element }[] = []
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || (node.textContent ?? '').trim() === '') continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (element.closest('.govuk-visually-hidden, svg, select') || isForEarsOnly(element) || floats(element))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      // Lines of a script with high line heights touch by design: their letters do not.
      const size = parseFloat(getComputedStyle(element).fontSize)
      for (const line of range.getClientRects()) {
        const spare = Math.max(0, (line.height - size) / 2)
        boxes.push({
          box: new DOMRect(line.left, line.top + spare, line.width, line.height - 2 * spare),
          element,
        })
      }
    }
    const faults: string[] = []
    boxes.sort((a, b) => a.box.top - b.box.top)
    boxes.forEach(({ box, element }, at) => {
      for (const other of boxes.slice(at + 1)) {
        if (other.box.top >= box.bottom - LEAN) break
        if (other.element === element) continue
        const isAcross = other.box.left < box.right - LEAN && other.box.right > box.left + LEAN
        if (isAcross) faults.push(`"${wordsOf(element)}" lies on "${wordsOf(other.element)}"`)
      }
    })
    return [...new Set(faults)]

    function wordsOf(element: Element): string {
      return element.textContent.trim().slice(0, 40)
    }

    function isForEarsOnly(element: Element | null): boolean {
      if (!element) return false
      const { width, height } = element.getBoundingClientRect()
      return (width <= 1 && height <= 1) || isForEarsOnly(element.parentElement)
    }

    function floats(element: Element | null): boolean {
      if (!element || element === scope) return false
      return /sticky|fixed/.test(getComputedStyle(element).position) || floats(element.parentElement)
    }
  })
}
