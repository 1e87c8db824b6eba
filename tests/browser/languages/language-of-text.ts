/** Whether every piece of text says its language: letters of a script stand where that script is the language's. */
import type { Page } from '@playwright/test'

const SCRIPTS = { Arab: '\\p{Script=Arabic}', Guru: '\\p{Script=Gurmukhi}', Latn: '\\p{Script=Latin}' }

/** Names of languages stand in their own letters; typed words stand in `bdi` or `dir="auto"`, in whatever they were typed. */
export function languageFaults(page: Page): Promise<string[]> {
  return page.evaluate((scripts) => {
    const faults: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const patterns = Object.entries(scripts).map(
      ([script, letters]) => [script, new RegExp(letters, 'u')] as const,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      // Codes such as B1d and the name of another tool are Latin in every language.
      const text = (node.textContent ?? '').replace(/\b[A-D]\d?[a-i]?\b|GCP2|PDF/g, '').trim()
      if (!element || text === '' || element.closest('script, style, bdi, [dir="auto"]')) continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      const language = element.closest('[lang]')?.getAttribute('lang') ?? ''
      const script = new Intl.Locale(language || 'und').maximize().script
      for (const [other, letters] of patterns) {
        if (other !== script && letters.test(text))
          faults.push(`${language || 'no language'}: "${text.slice(0, 60)}"`)
      }
      const direction = script === 'Arab' ? 'rtl' : 'ltr'
      if (patterns.some(([own, letters]) => own === script && letters.test(text))) {
        const shown = getComputedStyle(element).direction
        if (shown !== direction) faults.push(`${language} runs ${shown}: "${text.slice(0, 60)}"`)
      }
    }
    return faults
  }, SCRIPTS)
}
