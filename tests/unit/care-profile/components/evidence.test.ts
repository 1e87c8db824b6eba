// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { ASSESSMENT_LIMITS } from '@/care-profile/assessment.ts'
import { addEvidence } from '@/care-profile/assessment-changes.ts'
import { day } from '../../children/days.ts'
import { begun } from '../family.ts'
import { openSheet, type OpenSheet } from './item.ts'

let open: OpenSheet | undefined
afterEach(() => open?.page.unmount())

async function sheet(...from: Parameters<typeof openSheet>): Promise<OpenSheet> {
  open = await openSheet(...from)
  return open
}

const seen = { id: 'e1', text: 'Pasta on the stove.', source: 'seen' as const, on: day('2026-03-01') }
const said = { id: 'e2', text: 'We eat at six.', source: 'child-said' as const }
const withTwo = addEvidence(addEvidence(begun, 'A1c', seen), 'A1c', said)

describe('writing evidence', () => {
  it('is a tap on the source, then typing; the box has the cursor', async () => {
    const { button, page, record } = await sheet('A1c')
    await button('Child said').trigger('click')
    await flushPromises()
    const box = page.get('textarea')
    expect(document.activeElement).toBe(box.element)
    await box.setValue('I made toast.')
    expect(record('A1c').evidence).toMatchObject([
      { text: 'I made toast.', source: 'child-said', on: '2026-03-12' },
    ])
  })

  it('keeps every change while it is typed, in one note', async () => {
    const { button, page, record } = await sheet('A1c')
    await button('Seen').trigger('click')
    for (const words of ['P', 'Pa', 'Pasta']) await page.get('textarea').setValue(words)
    expect(record('A1c').evidence.map(({ text }) => text)).toEqual(['Pasta'])
  })

  it('keeps half-typed words when the practitioner moves on', async () => {
    const { button, page, record, router } = await sheet('A1c')
    await button('Seen').trigger('click')
    await page.get('textarea').setValue('Pasta on the st')
    await router.push({ name: 'item', params: { itemId: 'A1d' } })
    expect(page.find('textarea').exists()).toBe(false)
    expect(record('A1c').evidence.map(({ text }) => text)).toEqual(['Pasta on the st'])
    expect(record('A1d').evidence).toEqual([])
    await router.push({ name: 'item', params: { itemId: 'A1c' } })
    expect(page.text()).toContain('Pasta on the st')
  })

  it('leaves no empty note behind', async () => {
    const { button, page, record, router } = await sheet('A1c')
    await button('Seen').trigger('click')
    await page.get('textarea').setValue('P')
    await page.get('textarea').setValue('  ')
    await router.push({ name: 'item', params: { itemId: 'A1d' } })
    expect(record('A1c').evidence).toEqual([])
  })

  it('goes on to the next note with one tap', async () => {
    const { page, record, button } = await sheet('A1c')
    await button('Seen').trigger('click')
    await page.get('textarea').setValue('Pasta')
    await button('Record').trigger('click')
    await page.get('textarea').setValue('Weight steady')
    expect(record('A1c').evidence.map(({ text, source }) => [source, text])).toEqual([
      ['seen', 'Pasta'],
      ['record', 'Weight steady'],
    ])
  })

  it('starts the next note with the date of the one before', async () => {
    const { page, record, button } = await sheet('A1c')
    await button('Seen').trigger('click')
    await page.get('textarea').setValue('Pasta')
    await button('Change source or date').trigger('click')
    await page.get('input[id$="-date"]').setValue('3')
    await button('+ Record').trigger('click')
    await page.get('textarea').setValue('Weight steady')
    expect(record('A1c').evidence.map(({ on }) => on)).toEqual(['2026-03-03', '2026-03-03'])
  })

  it('says beside the field what is wrong with a date, and keeps the last one that was right', async () => {
    const { page, record, button } = await sheet('A1c')
    await button('Seen').trigger('click')
    await page.get('textarea').setValue('Pasta')
    await button('Change source or date').trigger('click')
    await page.get('input[id$="-date-year"]').setValue('2031')
    expect(page.get('.govuk-error-message').text()).toBe('The date must be today or in the past')
    expect(record('A1c').evidence[0]!.on).toBe('2026-03-12')
  })

  it('holds text that is too long on the screen, says so, and does not let go of it', async () => {
    const { button, page, record, router } = await sheet('A1c')
    await button('Seen').trigger('click')
    await page.get('textarea').setValue('Pasta')
    const tooLong = 'x'.repeat(ASSESSMENT_LIMITS.evidence + 1)
    await page.get('textarea').setValue(tooLong)
    expect(page.get('.govuk-error-message').text()).toContain('20,001')
    expect(record('A1c').evidence[0]!.text).toBe('Pasta')
    await router.push({ name: 'item', params: { itemId: 'A1d' } })
    await button('+ Record').trigger('click')
    expect(router.currentRoute.value.params.itemId).toBe('A1c')
    expect(page.get('textarea').element.value).toBe(tooLong)
    await page.get('textarea').setValue('Pasta and rice')
    await router.push({ name: 'item', params: { itemId: 'A1d' } })
    expect(record('A1c').evidence[0]!.text).toBe('Pasta and rice')
  })

  it('shows what was typed as words, never as markup', async () => {
    const { page } = await sheet(
      'A1c',
      addEvidence(begun, 'A1c', { ...seen, text: '<img src=x onerror=alert(1)>' }),
    )
    expect(page.get('.note__text').text()).toBe('<img src=x onerror=alert(1)>')
    expect(page.find('.note__text img').exists()).toBe(false)
  })
})

describe('notes that are there', () => {
  it('are shown with their source and day', async () => {
    const { page } = await sheet('A1c', withTwo)
    const notes = page.findAll('.note').map((note) => note.text())
    expect(notes[0]).toContain('Seen1 March 2026')
    expect(notes[1]).toContain('Child saidDay not known')
  })

  it('can be changed', async () => {
    const { page, record } = await sheet('A1c', withTwo)
    await page.get('[aria-label="Edit note 2"]').trigger('click')
    await page.get('textarea').setValue('We eat at seven.')
    expect(record('A1c').evidence).toEqual([seen, { ...said, text: 'We eat at seven.' }])
  })

  it('can be removed, and put back where they stood', async () => {
    const { page, record, button } = await sheet('A1c', withTwo)
    await page.get('[aria-label="Remove note 1"]').trigger('click')
    expect(record('A1c').evidence).toEqual([said])
    await button('Put it back').trigger('click')
    expect(record('A1c').evidence).toEqual([seen, said])
  })
})
