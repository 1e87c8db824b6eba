import type { Page } from '@playwright/test'

/** Signs such as › turn round by themselves from right to left: turned by a style as well, they point the old way. */
export function mirroredTwice(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          /^[‹›«»<>()[\]{}]+$/.test(element.textContent.trim()) &&
          getComputedStyle(element).transform.startsWith('matrix(-1'),
      )
      .map((element) => `mirrored twice: ${element.className} ${element.textContent.trim()}`),
  )
}
