// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import DetailsForm from '@/care-profile/components/DetailsForm.vue'
import { detailsOf, newDetails } from '@/care-profile/components/details-form.ts'
import type { Child } from '@/children/child.ts'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { day } from '../../children/days.ts'
import { begun, twoYearOld } from '../family.ts'

const today = day('2026-03-12')
const person = (id: string, reference: string, isCarer: boolean) => ({
  id,
  reference,
  relationship: '',
  isCarer,
  inTheHome: true,
})
const family: Child = {
  ...twoYearOld,
  people: [person('p1', 'M', true), person('p2', 'F', true), person('p3', 'Nan', false)],
}
const shah = { name: 'R. Shah', role: 'Health visitor', agency: '' }

let page: VueWrapper | undefined
beforeAll(() => loadMessages(['children', 'care-profile']))
afterEach(() => page?.unmount())

function form(child: Child = family, start = newDetails(child, today, shah)): VueWrapper {
  document.body.innerHTML = '<div id="here"></div>'
  page = mount(DetailsForm, {
    attachTo: '#here',
    props: { child, today, start, submitLabel: 'Start' },
    global: { plugins: [i18n] },
  })
  return page
}

const errors = () => page!.findAll('.govuk-error-message').map((error) => error.text())

describe('starting an assessment', () => {
  it('needs one tick when the practitioner is known', async () => {
    const open = form()
    await open.get('#details-carer-p2').setValue(true)
    await open.get('form').trigger('submit')
    expect(open.emitted('submit')).toEqual([
      [{ carers: [{ personId: 'p2', reference: 'F' }], gradedBy: shah, on: today, tieRule: 'higher' }],
    ])
  })

  it('ticks the carer when there is only one', () => {
    expect(
      newDetails({ ...family, people: [family.people[1]!, family.people[2]!] }, today, shah).ticked,
    ).toEqual(['p2'])
    expect(newDetails(family, today, shah).ticked).toEqual([])
  })

  it('takes someone who is not on the record', async () => {
    const open = form(twoYearOld)
    await open.get('#details-other-carer').setValue('  Aunt  J ')
    await open.get('form').trigger('submit')
    expect(open.emitted('submit')).toMatchObject([[{ carers: [{ reference: '  Aunt  J ' }] }]])
  })

  it('says what is missing beside each field, and lists it at the top', async () => {
    const open = form(family, newDetails(family, today, undefined))
    await open.get('form').trigger('submit')
    expect(open.emitted('submit')).toBeUndefined()
    expect(errors()).toEqual(['Choose or type whose care is graded', 'Enter your name or initials'])
    expect(open.findAll('.govuk-error-summary a').map((link) => link.attributes('href'))).toEqual([
      '#details-carers',
      '#details-name',
    ])
  })

  it('keeps what was typed when something is wrong', async () => {
    const open = form()
    await open.get('#details-role').setValue('x'.repeat(121))
    await open.get('form').trigger('submit')
    expect(errors()[1]).toContain('121')
    expect(open.get<HTMLInputElement>('#details-role').element.value).toHaveLength(121)
  })

  it.each([
    ['2044', 'The date must be today or in the past'],
    ['1875', 'On this date the child was not yet born'],
    ['2023', 'On this date the child was not yet born'],
    ['26', 'Write the year with four numbers, such as 2026'],
  ])('says why the year %s will not do', async (year, message) => {
    const open = form()
    await open.get('#details-carer-p2').setValue(true)
    await open.get('#details-on-year').setValue(year)
    await open.get('form').trigger('submit')
    expect(errors()).toEqual([message])
    expect(open.emitted('submit')).toBeUndefined()
  })

  it("shows the child's age on the day that is typed", async () => {
    const open = form()
    expect(open.text()).toContain("The child's age on this day: 2 years 4 months.")
    await open.get('#details-on-year').setValue('2025')
    expect(open.text()).toContain("The child's age on this day: 1 year 4 months.")
  })
})

describe('changing the facts later', () => {
  it('still shows a carer who has left the record', () => {
    const details = detailsOf({ ...begun, carers: [{ personId: 'gone', reference: 'G' }] }, family)
    expect(details.ticked).toEqual(['gone'])
    expect(details.choices.map(({ reference }) => reference)).toEqual(['M', 'F', 'Nan', 'G'])
  })
})
