// @vitest-environment happy-dom
/** Who interpreted, in an assessment: said on the screen, kept with it, and read again. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { finalise, recordInterpreting, reopen } from '@/care-profile/assessment-changes.ts'
import { parseAssessment } from '@/care-profile/assessment-parsing.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import InterpretingRecord from '@/care-profile/components/InterpretingRecord.vue'
import type { Child } from '@/children/child.ts'
import type { Interpreting } from '@/children/interpreting.ts'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { day } from '../../children/days.ts'
import { begun, twoYearOld } from '../family.ts'

const aunt: Interpreting = { who: 'relative', name: 'Aunt J', language: 'Urdu', dialect: '', mode: 'face' }
const stored = (assessment: Assessment): unknown => JSON.parse(JSON.stringify(assessment))

let page: VueWrapper | undefined
beforeAll(() => loadMessages(['children', 'interpreting', 'care-profile']))
afterEach(() => page?.unmount())

function record(from: Assessment, child: Child = twoYearOld) {
  const assessment = shallowRef(from)
  const Page = defineComponent(
    () => () =>
      h(InterpretingRecord, {
        assessment: assessment.value,
        child,
        onChange: (change: (now: Assessment) => Assessment) => (assessment.value = change(assessment.value)),
      }),
  )
  page = mount(Page, { attachTo: document.body, global: { plugins: [i18n] } })
  return { page, assessment }
}

describe('who interpreted, on the assessment', () => {
  it('is said in a line, and that nobody has said it yet', async () => {
    const { page } = record(begun)
    expect(page.get('summary').text()).toContain('Not recorded yet')
    await page.get('input[value="staff"]').setValue(true)
    expect(page.get('summary').text()).toContain('A member of staff who speaks the language')
  })

  it('begins with the first language of the record that is not English', async () => {
    const languages = ['ENGLISH ', 'Polish', 'Urdu'].map((name) => ({ name, speaks: true, reads: true }))
    const { page, assessment } = record(begun, { ...twoYearOld, languages })
    await page.get('input[value="professional"]').setValue(true)
    expect(assessment.value.interpreting).toMatchObject({ language: 'Polish' })
  })

  it('changes the assessment as it stands when it is said, and nothing else in it', async () => {
    const { page, assessment } = record(begun)
    await page.get('input[value="child"]').setValue(true)
    const { interpreting, edits, ...rest } = assessment.value
    expect(interpreting).toMatchObject({ who: 'child' })
    const { edits: before, ...unchanged } = begun
    expect(rest).toEqual(unchanged)
    expect(edits).toBe(before + 1)
  })

  it('can be seen but not changed once the assessment is final, the warning with it', () => {
    const { page } = record(finalise(recordInterpreting(begun, aunt), day('2026-03-12')))
    expect(page.find('input').exists()).toBe(false)
    expect(page.text()).toContain('A relative or friend of the family')
    expect(page.text()).toContain('Talk again with a professional interpreter.')
    page.unmount()
    const plain = record(finalise(begun, day('2026-03-12')))
    expect(plain.page.text()).toContain('Not recorded yet')
    expect(plain.page.text()).not.toContain('Talk again')
  })
})

describe('what is kept of it', () => {
  it('is read again as it was', () => {
    for (const interpreting of [
      aunt,
      { who: 'nobody', reason: 'declined', note: 'Asked\ntwice.' } as const,
    ]) {
      const kept = recordInterpreting(begun, interpreting)
      expect(kept.interpreting).toEqual(interpreting)
      expect(parseAssessment(stored(kept))).toEqual({ ok: true, value: kept })
    }
  })

  it('is cleaned as every line is', () => {
    const kept = recordInterpreting(begun, { ...aunt, name: ' Aunt\u202e  J\n', dialect: 'x'.repeat(500) })
    expect(kept.interpreting).toMatchObject({ name: 'Aunt J' })
    expect(parseAssessment(stored(kept)).ok).toBe(true)
  })

  it('is not needed: an assessment from before it was asked still opens', () => {
    expect(stored(begun)).not.toHaveProperty('interpreting')
    expect(parseAssessment(stored(begun))).toEqual({ ok: true, value: begun })
  })

  it('is not believed because it was stored', () => {
    const broken = { ...(stored(begun) as object), interpreting: { who: 'neighbour' } }
    expect(parseAssessment(broken)).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it('stays as it is once the assessment is final, until it is opened again', () => {
    const final = finalise(recordInterpreting(begun, aunt), day('2026-03-12'))
    const staff: Interpreting = { who: 'staff', name: '', language: '', dialect: '' }
    expect(recordInterpreting(final, staff)).toBe(final)
    expect(recordInterpreting(reopen(final), staff).interpreting).toEqual(staff)
  })

  it('is a change of what a report says: the one that was handed over is no longer all of it', () => {
    expect(recordInterpreting(begun, aunt).edits).toBe(begun.edits + 1)
  })
})
