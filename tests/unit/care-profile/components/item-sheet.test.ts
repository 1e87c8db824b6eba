// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { addEvidence, finalise, gradeItem } from '@/care-profile/assessment-changes.ts'
import { day } from '../../children/days.ts'
import { begun } from '../family.ts'
import { openSheet, type OpenSheet } from './item.ts'

let open: OpenSheet | undefined
afterEach(() => open?.page.unmount())

async function sheet(...from: Parameters<typeof openSheet>): Promise<OpenSheet> {
  open = await openSheet(...from)
  return open
}

describe('grading an item', () => {
  it('shows the tap at once, and keeps it right behind the frame', async () => {
    const { radio, card, record, painted } = await sheet('A1c')
    await radio(3).setValue(true)
    expect(card(3).classes()).toContain('card--chosen')
    expect(card(3).text()).toContain('Chosen')
    await painted()
    expect(record('A1c')).toMatchObject({ outcome: { state: 'graded', grade: 3 }, band: 'child' })
    expect(card(3).classes()).toContain('card--chosen')
  })

  it('keeps a grade when the practitioner moves on before the frame is over', async () => {
    const { radio, router, record } = await sheet('A1c')
    await radio(4).setValue(true)
    await router.push({ name: 'item', params: { itemId: 'A1d' } })
    expect(record('A1c').outcome).toEqual({ state: 'graded', grade: 4 })
    expect(record('A1d').outcome).toEqual({ state: 'open' })
  })

  it('keeps a grade when the page is put away before the frame is over', async () => {
    const { radio, page, record } = await sheet('A1c')
    await radio(2).setValue(true)
    page.unmount()
    open = undefined
    expect(record('A1c').outcome).toEqual({ state: 'graded', grade: 2 })
  })

  it('shows the last tap when two come quickly', async () => {
    const { radio, record, painted } = await sheet('A1c')
    await radio(2).setValue(true)
    await radio(5).setValue(true)
    await painted()
    expect(record('A1c').outcome).toEqual({ state: 'graded', grade: 5 })
  })

  it('leaves the chosen card and one grade either side undimmed', async () => {
    const { card } = await sheet('A1c', gradeItem(begun, 'A1c', 2, 'child'))
    expect([1, 2, 3, 4, 5].map((grade) => card(grade).classes().includes('card--far'))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })

  it('dims nothing before a grade is chosen', async () => {
    const { page } = await sheet('A1c')
    expect(page.findAll('.card--far')).toHaveLength(0)
  })

  it('says the grade in the name of each card, and the item in the name of the group', async () => {
    const { card, page } = await sheet('A1c')
    expect(card(3).text()).toMatch(/^Grade 3:/)
    expect(page.get('fieldset.cards legend').text()).toContain('Making food')
    expect(page.findAll('label.card input[type="radio"]')).toHaveLength(5)
  })

  it('does not count a grade that was read from the words for another age', async () => {
    const { page } = await sheet('A1c', gradeItem(begun, 'A1c', 4, 'baby'))
    expect(page.findAll('.card--chosen')).toHaveLength(0)
    expect(page.text()).toContain('This was graded 4 from the words for another age')
  })
})

describe('with a keyboard', () => {
  it('takes keys 1 to 5 as grades', async () => {
    const { press, record, painted, radio } = await sheet('A1c')
    await press('4')
    await painted()
    expect(record('A1c').outcome).toEqual({ state: 'graded', grade: 4 })
    expect(document.activeElement).toBe(radio(4).element)
  })

  it('takes no other key, and none with a modifier', async () => {
    const { press, record, painted } = await sheet('A1c')
    await press('6')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', ctrlKey: true, bubbles: true }))
    await painted()
    expect(record('A1c').outcome).toEqual({ state: 'open' })
  })

  it('leaves digits to the person who is writing', async () => {
    const { press, record, painted, button, page } = await sheet('A1c')
    await button('Seen').trigger('click')
    await press('3', page.get('textarea').element)
    await painted()
    expect(record('A1c').outcome).toEqual({ state: 'open' })
  })

  it('can be told to leave single keys alone', async () => {
    const { press, record, painted, page } = await sheet('A1c')
    await page.get('#grade-keys').setValue(false)
    await press('3')
    await painted()
    expect(record('A1c').outcome).toEqual({ state: 'open' })
    await page.get('#grade-keys').setValue(true)
  })
})

describe('an item without a grade', () => {
  it('is not scored only with a reason', async () => {
    const { button, page, record } = await sheet('A1c')
    await button('Not scored…').trigger('click')
    expect(record('A1c').outcome).toEqual({ state: 'open' })
    await page.get('#not-scored-A1c-declined').setValue(true)
    expect(record('A1c').outcome).toEqual({ state: 'not-scored', reason: 'declined' })
  })

  it('can say more about the reason', async () => {
    const { button, page, record } = await sheet('A1c')
    await button('Not scored…').trigger('click')
    await page.get('#not-scored-A1c-other').setValue(true)
    await page.get('#aside-note-A1c').setValue('The kitchen was being painted.')
    expect(record('A1c').outcome).toEqual({
      state: 'not-scored',
      reason: 'other',
      note: 'The kitchen was being painted.',
    })
  })

  it('takes the place of a grade, and makes way for one', async () => {
    const { button, page, record, radio, painted } = await sheet('A1c', gradeItem(begun, 'A1c', 2, 'child'))
    await button('Not scored…').trigger('click')
    await page.get('#not-scored-A1c').setValue(true)
    expect(page.findAll('.card--chosen')).toHaveLength(0)
    await radio(1).setValue(true)
    await painted()
    expect(record('A1c').outcome).toEqual({ state: 'graded', grade: 1 })
    expect(page.find('.aside__panel').exists()).toBe(false)
  })

  it('does not apply for a reason that can be true of it', async () => {
    const { button, page, record } = await sheet('A5d')
    await button('Does not apply…').trigger('click')
    expect(page.text()).toContain('no diagnosed condition')
    expect(page.text()).not.toContain('never left')
    await page.get('#not-applicable-A5d').setValue(true)
    expect(record('A5d').outcome).toEqual({ state: 'not-applicable', reason: 'no-diagnosis' })
  })

  it('is open again after Clear, and its evidence stays', async () => {
    const note = { id: 'e1', text: 'Pasta', source: 'seen' as const }
    const { button, record } = await sheet(
      'A1c',
      addEvidence(gradeItem(begun, 'A1c', 2, 'child'), 'A1c', note),
    )
    await button('Clear').trigger('click')
    expect(record('A1c').outcome).toEqual({ state: 'open' })
    expect(record('A1c').evidence).toEqual([note])
  })
})

describe('from item to item', () => {
  it('names the item before and the item after', async () => {
    const { page } = await sheet('A1c')
    expect(page.findAll('nav a').map((link) => link.text())).toEqual([
      '‹ Back to Having enough',
      'Next: Mealtimes ›',
    ])
  })

  it('leads from the last item to the summary and from the first to the overview', async () => {
    const last = await sheet('D4a')
    expect(last.page.findAll('nav a')[1]!.text()).toContain('Next: the summary')
    last.page.unmount()
    const { page } = await sheet('A1a')
    expect(page.findAll('nav a')[0]!.text()).toContain('Back to the overview')
  })

  it('turns the page without building it anew', async () => {
    const { page, router } = await sheet('A1c')
    const heading = page.get('h1').element
    await router.push({ name: 'item', params: { itemId: 'A1d' } })
    expect(page.get('h1').element).toBe(heading)
    expect(page.get('h1').text()).toBe('Mealtimes')
  })

  it('remembers the item as the place to come back to', async () => {
    const { assessment, router } = await sheet('A1c')
    expect(assessment.value.place).toEqual({ itemId: 'A1c' })
    await router.push({ name: 'item', params: { itemId: 'B1a' } })
    expect(assessment.value.place).toEqual({ itemId: 'B1a' })
  })

  it('grades and moves on in two taps', async () => {
    const { radio, page, router, record } = await sheet('A1c')
    await radio(2).setValue(true)
    await page.findAll('nav a')[1]!.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.params.itemId).toBe('A1d')
    expect(record('A1c').outcome).toEqual({ state: 'graded', grade: 2 })
  })
})

describe('a sub-area that may be unfair to the child', () => {
  it('is set aside with the difficulty, and put back', async () => {
    const { page, assessment } = await sheet('C2a')
    await page.get('#not-reliable-C2').setValue(true)
    await page.get('#not-reliable-reason-C2').setValue('Turns away from everybody.')
    expect(assessment.value.notReliable).toEqual({ subArea: 'C2', reason: 'Turns away from everybody.' })
    await page.get('#not-reliable-C2').setValue(false)
    expect(assessment.value.notReliable).toBeNull()
  })

  it('is asked about nowhere else', async () => {
    const { page } = await sheet('C1a')
    expect(page.find('[id^="not-reliable"]').exists()).toBe(false)
  })
})

describe('words by stage of development', () => {
  it('can be chosen, and a grade read from other words is taken off', async () => {
    const { page, record } = await sheet('B1b', gradeItem(begun, 'B1b', 3, 'moving'))
    const words = page.get('label.card').text()
    await page.get('#band-B1b').setValue('notMoving')
    expect(page.get('label.card').text()).not.toBe(words)
    expect(record('B1b')).toMatchObject({ band: 'notMoving', outcome: { state: 'open' } })
  })
})

describe('a final assessment', () => {
  it('can be read and not changed', async () => {
    const final = finalise(gradeItem(begun, 'A1c', 3, 'child'), day('2026-03-12'))
    const { page, card, press, painted, record, radio } = await sheet('A1c', final)
    expect(card(3).classes()).toContain('card--chosen')
    expect(radio(1).element.disabled).toBe(true)
    await press('1')
    await painted()
    expect(record('A1c').outcome).toEqual({ state: 'graded', grade: 3 })
    expect(card(3).classes()).toContain('card--chosen')
    expect(page.text()).not.toContain('Not scored…')
    expect(page.find('.evidence__source').exists()).toBe(false)
  })
})
