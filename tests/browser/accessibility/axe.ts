/** What axe finds on the page as it stands, one line each: rule, where, why. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** WCAG 2.2 AA with all that it builds on, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(letBarsScroll)
  try {
    // Legacy mode works in this page alone: a helper tab would hide the app, and a hidden app saves and may lock.
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .withTags(TAGS)
      .setLegacyMode(true)
      .analyze()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join('; ').replace(/\s+/g, ' ').trim()
        return `axe ${id}: ${target.join(' ')}: ${why}`
      }),
    )
  } finally {
    await page.evaluate(letBarsStay)
  }
}

/**
 * axe takes what happens to lie half under a sticky bar for a target that is too small. The bars move along while it
 * looks; that nothing with the focus hides under them is tested with the keyboard.
 */
function letBarsScroll(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.bar, .sticky-actions { position: static !important }')
  document.adoptedStyleSheets.push(sheet)
}

function letBarsStay(): void {
  document.adoptedStyleSheets.pop()
}
