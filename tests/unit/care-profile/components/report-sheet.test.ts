// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, type PropType } from 'vue'
import { finalise, markExported } from '@/care-profile/assessment-changes.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import CopyChoice from '@/care-profile/components/CopyChoice.vue'
import ReportSheet from '@/care-profile/components/ReportSheet.vue'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { openWords, type Words } from '@/languages/words.ts'
import type { Report } from '@/reports/report.ts'
import { day } from '../../children/days.ts'
import { graded, itemsOf, twoYearOld } from '../family.ts'

const Out = defineComponent({
  name: 'ReportOut',
  props: {
    report: { type: Object as PropType<Report>, required: true },
    audience: { type: String, default: '' },
  },
  emits: ['handed-over'],
  render: () => h('div'),
})

let words: Words
beforeAll(async () => {
  await loadMessages(['children', 'care-profile', 'care-profile-report'])
  words = await openWords('en-GB', ['care-profile-report'], 'graded-care-profile')
})
beforeEach(() => void vi.stubGlobal('__APP_VERSION__', '0.1.0'))

async function sheet(assessment: Assessment) {
  const page = mount(ReportSheet, {
    props: { assessment, child: twoYearOld, items: itemsOf(assessment), words },
    global: { plugins: [i18n, createPinia()], stubs: { ReportOut: Out, ReportPreview: true } },
  })
  await vi.waitFor(() => {
    expect(page.findComponent(Out).exists()).toBe(true)
  })
  const report = () => page.findComponent(Out).props('report')
  const show = async (now: Assessment) => {
    await page.setProps({ assessment: now, items: itemsOf(now) })
    await nextTick()
  }
  return { page, report, show }
}

it('does not make another report because this one was handed over', async () => {
  const assessment = graded({ A1a: 2 })
  const { report, show } = await sheet(assessment)
  const before = report()
  await show(markExported(assessment, 1_773_300_000_000))
  expect(report()).toBe(before)
})

it('makes it anew, without the mark, once it is final', async () => {
  const assessment = graded({ A1a: 2 })
  const { report, show } = await sheet(assessment)
  expect(report().mark).toBe('DRAFT')
  await show(finalise(assessment, day('2026-03-12')))
  expect(report().mark).toBeUndefined()
})

it('says for whom the file is: the record, or the family that takes it home', async () => {
  const { page } = await sheet(graded({ A1a: 2 }))
  expect(page.findComponent(Out).props('audience')).toBe('record')
  page.findComponent(CopyChoice).vm.$emit('update:whose', 'family')
  await nextTick()
  expect(page.findComponent(Out).props('audience')).toBe('family')
})
