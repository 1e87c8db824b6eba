// @vitest-environment happy-dom
/** Two languages side by side on the screen. */
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import ReportPreview from '@/reports/preview/ReportPreview.vue'
import { reportOf } from '../pdf/reports-for-tests.ts'

vi.mock('@content/languages.json', () => ({ default: [{ tag: 'en-GB', direction: 'ltr' }] }))

it('shows both languages pair by pair, each with its language and direction', () => {
  const report = reportOf([
    {
      kind: 'bilingual',
      start: 'en-GB',
      end: 'ur',
      pairs: [
        {
          start: [{ kind: 'heading', level: 2, text: 'Food' }],
          end: [{ kind: 'heading', level: 2, text: 'خوراک' }],
        },
        {
          start: [
            { kind: 'paragraph', text: 'She eats.' },
            { kind: 'list', items: ['bread'] },
          ],
          end: [{ kind: 'paragraph', text: 'وہ کھاتی ہے۔' }],
        },
      ],
    },
  ])
  const page = mount(ReportPreview, { props: { report, headingLevel: 3 } }).element as HTMLElement
  const sides = Array.from(page.querySelectorAll('[lang="en-GB"] [lang], [lang="ur"]'), (side) => [
    side.getAttribute('lang'),
    side.getAttribute('dir'),
    side.textContent,
  ])
  expect(sides).toEqual([
    ['en-GB', 'ltr', 'Food'],
    ['ur', 'rtl', 'خوراک'],
    ['en-GB', 'ltr', 'She eats.bread'],
    ['ur', 'rtl', 'وہ کھاتی ہے۔'],
  ])
  expect(page.querySelectorAll('h4')).toHaveLength(2)
  expect(page.querySelector('[lang="ur"] p')?.getAttribute('dir')).toBe('rtl')
})
