// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h, shallowRef } from 'vue'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '@/care-profile/assessment.ts'
import AreaResult from '@/care-profile/components/AreaResult.vue'
import { structure } from '@/care-profile/structure.ts'
import { summarise } from '@/care-profile/summary.ts'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { openWords, type Words } from '@/languages/words.ts'
import { createMemoryHistory, createRouter } from 'vue-router'
import { day } from '../../children/days.ts'
import { begun, graded, itemsOf } from '../family.ts'

const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:itemId?', name: 'item', component: { render: () => null } }],
})
let words: Words
let page: VueWrapper | undefined
beforeAll(async () => {
  await loadMessages(['children', 'care-profile', 'care-profile-report'])
  words = await openWords('en-GB', ['care-profile-report'], 'graded-care-profile')
})
afterEach(() => page?.unmount())

function physicalCare(from: Assessment) {
  const assessment = shallowRef(from)
  const Area = defineComponent({
    setup: () => () =>
      h(AreaResult, {
        area: summarise(structure, itemsOf(assessment.value), assessment.value).areas[0]!,
        assessment: assessment.value,
        words,
        today: day('2026-03-12'),
        toItem: (itemId: string) => ({ name: 'item', params: { itemId } }),
        onChange: (change: (now: Assessment) => Assessment) => {
          assessment.value = change(assessment.value)
        },
      }),
  })
  document.body.innerHTML = '<div id="here"></div>'
  page = mount(Area, { attachTo: '#here', global: { plugins: [router, i18n] } })
  return { page, assessment }
}

describe('an area in the summary', () => {
  it('says which item decided, and on how many items the grade rests', () => {
    const { page } = physicalCare(graded({ A1a: 2, A1b: 2, A1c: 4, A2a: 1 }))
    const area = page.get('.area__head').text()
    expect(area).toContain('Grade 4')
    expect(area).toContain('Food')
    expect(area).toContain('4 of 15 scored')
    expect(area).toContain('Provisional')
    expect(page.get('.area__part').text()).toContain('Making food')
    expect(page.get('.area__part').text()).toContain('3 of 4 scored')
  })

  it('never shows a part without grades as a good one', () => {
    const { page } = physicalCare(begun)
    expect(page.get('.area__head').text()).toContain('Not scored')
    expect(page.findAll('.mark--graded')).toHaveLength(0)
  })
})

describe("the practitioner's own view", () => {
  it('stands beside the grade and does not change it', async () => {
    const { page, assessment } = physicalCare(graded({ A1a: 2, A1b: 2 }))
    await page.get('#own-view-open-A1').trigger('click')
    await page.get('#own-view-A1-4').setValue(true)
    await page.get('#own-view-reason-A1').setValue('Hungry at nursery on both visits.')
    expect(assessment.value.disagreements).toEqual([
      { of: 'A1', grade: 4, reason: 'Hungry at nursery on both visits.', by: 'R. Shah', on: '2026-03-12' },
    ])
    const part = page.get('.area__part').text()
    expect(part).toContain('Grade 2')
  })

  it('needs no grade, only a reason', async () => {
    const { page, assessment } = physicalCare(begun)
    await page.get('#own-view-open-A').trigger('click')
    await page.get('#own-view-reason-A').setValue('Too little was seen.')
    expect(assessment.value.disagreements).toMatchObject([{ of: 'A', reason: 'Too little was seen.' }])
    expect(assessment.value.disagreements[0]).not.toHaveProperty('grade')
  })

  it('is not there until something is said, and gone when it is taken back', async () => {
    const { page, assessment } = physicalCare(begun)
    await page.get('#own-view-open-A').trigger('click')
    expect(assessment.value.disagreements).toEqual([])
    await page.get('#own-view-reason-A').setValue('Too little was seen.')
    const takeBack = page.findAll('button').find((button) => button.text() === 'Take it back')!
    await takeBack.trigger('click')
    expect(assessment.value.disagreements).toEqual([])
  })
})
