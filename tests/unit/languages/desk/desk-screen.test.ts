// @vitest-environment happy-dom
import { flushPromises, mount, type DOMWrapper, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HandOverOutcome } from '@/languages/desk/hand-over.ts'
import TranslatorsDesk from '@/languages/desk/TranslatorsDesk.vue'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { readDeskFile } from '@/languages/review/desk-file.ts'
import type { ReviewFile } from '@/languages/review/review-file.ts'
import { deskWith, textAt } from './texts.ts'

let review: ReviewFile = {}
vi.mock('@/languages/desk/load.ts', () => ({ loadDesk: () => Promise.resolve(deskWith(review)) }))

const TODAY = '2026-05-03'
let page: VueWrapper
let outcome: HandOverOutcome
const files: File[] = []

beforeAll(() => loadMessages(['app', 'desk']))
beforeEach(() => {
  localStorage.clear()
  review = {}
  outcome = 'downloaded'
  files.length = 0
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

async function open(language?: string) {
  page = mount(TranslatorsDesk, {
    props: {
      language,
      today: () => TODAY,
      handOver: (file: File) => {
        files.push(file)
        return Promise.resolve(outcome)
      },
    },
    attachTo: document.body,
    global: { plugins: [i18n] },
  })
  await flushPromises()
}

async function reload(language: string) {
  page.unmount()
  await open(language)
}

const card = (key: string): DOMWrapper<Element> => {
  const found = page.findAll('article').find((each) => each.get('h4').text().endsWith(` ${key}`))
  if (!found) throw new Error(`not on the desk: ${key}`)
  return found
}
const cards = () => page.findAll('article').map((each) => each.get('h4 span').text())
const button = (within: Pick<VueWrapper, 'findAll'> | DOMWrapper<Element>, label: string) => {
  const found = within.findAll('button').find((each) => each.text() === label)
  if (!found) throw new Error(`no button: ${label}`)
  return found
}
const labels = (within: DOMWrapper<Element>) => within.findAll('button').map((each) => each.text())
const kept = () =>
  JSON.parse(localStorage.getItem('toolkit.desk.pl') ?? '{}') as { entries: Record<string, unknown> }
const choosePart = (part: string) => page.get('#desk-part').setValue(part)

async function nameIs(name: string) {
  await button(page, 'Give your name').trigger('click')
  await page.get('form.name input').setValue(name)
  await page.get('form.name').trigger('submit')
}

async function type(key: string, words: string) {
  if (!card(key).find('.editor').exists()) await button(card(key), 'Better words or a note').trigger('click')
  await card(key).get('.editor__words').setValue(words)
}

async function savedFile() {
  await button(page, 'Save a file').trigger('click')
  await flushPromises()
  const read = readDeskFile((await files.at(-1)?.text()) ?? '', { languages: ['pl'], knows: () => true })
  if (!read.ok) throw new Error(read.fault)
  return read.file
}

describe('the first page', () => {
  it('asks for the language, each under its own name, and offers no English', async () => {
    await open()
    const choices = page.findAll('.choices button').map((each) => each.text())
    expect(choices).toContain('polskiPolish')
    expect(choices.join()).not.toContain('English')
    await page.findAll('.choices button')[choices.indexOf('polskiPolish')]?.trigger('click')
    expect(page.emitted('choose')).toEqual([['pl']])
  })

  it('is also what an address of no language opens', async () => {
    await open('tlh')
    expect(page.find('.choices').exists()).toBe(true)
  })

  it('says how much of one’s work is on the device', async () => {
    await open('pl')
    await choosePart('graded-care-profile/A1')
    await type('A1a.baby.1', 'Dorosły planuje.')
    page.unmount()
    await open()
    expect(page.text()).toContain('1 text of your work is on this device')
  })
})

describe('a text on the desk', () => {
  it('shows English and translation, each in its own language, with its place and its terms', async () => {
    await open('pl')
    await choosePart('graded-care-profile/A1')
    const text = card('A1a.baby.2')
    expect(text.get('h4').text()).toBe('Grade 2 of 3 A1a.baby.2')
    expect(text.get('[lang="en-GB"]').text()).toBe('The adult gives the right milk.')
    expect(text.get('[lang="pl"]').text()).toBe('Dorosły daje właściwe mleko.')
    expect(text.get('.terms').text()).toBe('the adultdorosły')
    expect(page.findAll('h3').map((each) => each.text())).toContain(
      'A1a · Food and drink quality · Under 1 year',
    )
    await button(text, 'Context').trigger('click')
    expect(text.findAll('.context__text')).toHaveLength(3)
    expect(text.get('.context__text--this').text()).toContain('The adult gives the right milk.')
    expect(text.text()).toContain('Whose care is looked at. No gender.')
  })

  it('asks for the name where the first mark is set, and not again', async () => {
    await open('pl')
    await button(card('tool.name'), 'Mark as checked').trigger('click')
    await card('tool.name').get('form.name').trigger('submit')
    expect(card('tool.name').text()).toContain('Type your name or initials')
    await card('tool.name').get('form.name input').setValue(' AK ')
    await card('tool.name').get('form.name').trigger('submit')
    expect(card('tool.name').get('.status').text()).toBe('Checked by you')
    await button(card('A.name'), 'Mark as checked').trigger('click')
    expect(card('A.name').get('.status').text()).toBe('Checked by you')
    expect(page.text()).toContain('Checking as AK')
    expect(page.text()).toContain('2 of 13 texts are checked, 11 are left')
  })

  it('stays where it is when it is marked, and the next one takes the focus', async () => {
    await open('pl')
    await nameIs('AK')
    await page.get('#desk-filter').setValue('unchecked')
    const before = cards()
    await button(card('tool.name'), 'Mark as checked').trigger('click')
    await flushPromises()
    expect(cards()).toEqual(before)
    expect(document.activeElement?.closest('article')?.querySelector('h4')?.textContent).toContain('A.name')
    await page.get('#desk-filter').setValue('checked')
    expect(cards()).toEqual(['tool.name'])
  })

  it('offers to approve what somebody else has checked, and not what one has checked oneself', async () => {
    const { of, was } = textAt('tool.name')
    review = { 'tool.name': { of, is: was, status: 'checked', by: 'A. Nowak', on: '2026-04-01' } }
    await open('pl')
    await nameIs('AK')
    expect(card('tool.name').get('.status').text()).toBe('Checked by A. Nowak on 1 Apr 2026')
    expect(labels(card('tool.name'))).toContain('Approve')
    await button(page, 'Change the name').trigger('click')
    await page.get('form.name input').setValue('a nowak')
    await page.get('form.name').trigger('submit')
    expect(labels(card('tool.name'))).not.toContain('Approve')
  })
})

describe('better words', () => {
  it('count as done when they are marked, not when they are typed', async () => {
    await open('pl')
    await nameIs('AK')
    await type('tool.name', 'Profil opieki')
    expect(page.text()).toContain('0 of 13')
    await button(card('tool.name'), 'Checked, with my words').trigger('click')
    expect(page.text()).toContain('1 of 13')
  })

  it('are typed where they can be seen: the field comes into view when it is opened', async () => {
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
    await open('pl')
    await button(card('tool.name'), 'Better words or a note').trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(card('tool.name').get('.editor__words').element)
    expect(scrolled.mock.contexts).toContain(document.activeElement)
    scrolled.mockRestore()
  })

  it('are kept at each key, and say at the field what is wrong with them', async () => {
    await open('pl')
    await choosePart('family/report')
    await type('report.foot', '{child}')
    await card('report.foot').get('.editor__words').trigger('blur')
    expect(card('report.foot').get('.govuk-error-message').text()).toBe(
      'These must stand in it exactly as in the English: {child} {date}',
    )
    expect(card('report.foot').get('.editor__words').attributes('aria-invalid')).toBe('true')
    expect(labels(card('report.foot'))).not.toContain('Mark as checked')
    await reload('pl')
    expect(card('report.foot').text()).toContain('Your words{child}')
    await button(card('report.foot'), 'Change my words or note').trigger('click')
    await type('report.foot', '{date}: {child}')
    expect(card('report.foot').find('.govuk-error-message').exists()).toBe(false)
    expect(labels(card('report.foot'))).toContain('Checked, with my words')
  })

  it('that are typed back to what stood there are none', async () => {
    await open('pl')
    await type('tool.name', 'Profil opieki')
    expect(card('tool.name').get('.status').text()).toContain('Your words')
    await type('tool.name', textAt('tool.name').translation)
    expect(card('tool.name').get('.status').text()).toBe('Not yet checked')
    expect(page.get('.foot__said').text()).toBe('')
    expect(Object.keys(kept().entries)).toEqual([])
  })

  it('are marked with Ctrl and Enter, and go into the file with the note', async () => {
    await open('pl')
    await nameIs('AK')
    await type('tool.name', 'Profil opieki')
    await card('tool.name').get('textarea[id$="-note"]').setValue('Shorter.')
    await card('tool.name').get('.editor__words').trigger('keydown', { key: 'Enter', ctrlKey: true })
    await flushPromises()
    const { by, savedAt, entries } = await savedFile()
    expect({ by, savedAt }).toEqual({ by: 'AK', savedAt: TODAY })
    expect(entries).toMatchObject([
      { key: 'tool.name', status: 'checked', words: 'Profil opieki', note: 'Shorter.' },
    ])
  })

  it('can be written where there is no translation yet', async () => {
    await open('pl')
    await nameIs('AK')
    await choosePart('graded-care-profile/A2')
    expect(card('A2.name').get('.status').text()).toBe('No translation yet')
    expect(labels(card('A2.name'))).not.toContain('Mark as checked')
    await type('A2.name', 'Dom')
    await button(card('A2.name'), 'Checked, with my words').trigger('click')
    expect((await savedFile()).entries).toMatchObject([{ key: 'A2.name', words: 'Dom', status: 'checked' }])
  })
})

describe('finding one’s way', () => {
  it('a search goes through all parts', async () => {
    await open('pl')
    await page.get('#desk-search').setValue('wrocic')
    expect(cards()).toEqual(['family.view.leave'])
    expect(page.get('h2').text()).toBe('Found in all parts')
  })

  it('begins with the first part that has work, and where one was the next time', async () => {
    await open('pl')
    expect(page.get('h2').text()).toBe('About the profile and its grades')
    await button(page, 'Next: A1 Food').trigger('click')
    expect(page.get('h2').text()).toBe('A1 Food')
    await reload('pl')
    expect(page.get('h2').text()).toBe('A1 Food')
  })

  it('says so where nothing is left', async () => {
    await open('pl')
    await nameIs('AK')
    await choosePart('family/family')
    await button(card('family.view.leave'), 'Mark as checked').trigger('click')
    await page.get('#desk-filter').setValue('unchecked')
    expect(page.text()).toContain('Nothing is left to check in this part.')
  })
})

describe('the file', () => {
  it('is not made of nothing', async () => {
    await open('pl')
    await button(page, 'Save a file').trigger('click')
    await flushPromises()
    expect(files).toEqual([])
    expect(page.text()).toContain('There is nothing to save yet.')
  })

  it('that was not handed over still counts as to be saved', async () => {
    outcome = 'cancelled'
    await open('pl')
    await type('tool.name', 'Profil opieki')
    await savedFile()
    expect(page.get('.foot__said').text()).toContain('was not handed over')
    await reload('pl')
    expect(page.get('.foot__said').text()).toBe('1 text changed since your last file')
    outcome = 'downloaded'
    await savedFile()
    expect(page.get('.foot__said').text()).toContain('translation-pl-2026-05-03.json is among')
    await reload('pl')
    expect(page.get('.foot__said').text()).toBe('')
  })

  it('leaves out words that need mending, and says so', async () => {
    await open('pl')
    await type('tool.name', 'Profil {name}')
    await type('A.name', 'Opieka')
    const { entries } = await savedFile()
    expect(entries.map(({ key }) => key)).toEqual(['A.name'])
    expect(page.get('.foot__said').text()).toContain('1 text with words that need mending is not in the file')
  })
})

describe('a file that is brought back', () => {
  async function choose(content: string) {
    const input = page.get<HTMLInputElement>('#desk-chosen')
    Object.defineProperty(input.element, 'files', {
      value: [new File([content], 'a.json')],
      configurable: true,
    })
    await input.trigger('change')
    await page.get('.back form').trigger('submit')
    await flushPromises()
  }

  async function nowaksFile(): Promise<string> {
    await open('pl')
    await nameIs('A. Nowak')
    await type('tool.name', 'Profil opieki')
    await button(card('tool.name'), 'Checked, with my words').trigger('click')
    await savedFile()
    const text = (await files.at(-1)?.text()) ?? ''
    page.unmount()
    localStorage.clear()
    return text
  }

  it('goes on where it was left, once it is said whose it is', async () => {
    const text = await nowaksFile()
    await open('pl')
    await choose(text)
    expect(page.get('.back').text()).toContain('Saved by A. Nowak on 3 May 2026')
    expect(page.get('.back').text()).toContain('1 text is not here yet')
    await page.get('.back form').trigger('submit')
    expect(page.get('.back .govuk-error-message').text()).toBe('Choose whose work it is')
    await page.get('.back input[value="mine"]').setValue()
    await page.get('.back form').trigger('submit')
    await flushPromises()
    expect(card('tool.name').get('.status').text()).toContain('Checked by you')
    expect(page.text()).toContain('Checking as A. Nowak')
  })

  it('of a colleague can be approved, and taken away again', async () => {
    const text = await nowaksFile()
    await open('pl')
    await nameIs('AK')
    await choose(text)
    await page.get('.back input[value="colleague"]').setValue()
    await page.get('.back form').trigger('submit')
    await flushPromises()
    expect(card('tool.name').get('[lang="pl"]').text()).toBe('Profil opieki')
    await button(card('tool.name'), 'Approve').trigger('click')
    expect((await savedFile()).entries).toMatchObject([{ key: 'tool.name', status: 'approved' }])
    await button(page, 'Take it away').trigger('click')
    expect(card('tool.name').get('[lang="pl"]').text()).toBe(textAt('tool.name').translation)
  })

  it('that is none, or of another language, is refused with the reason at the field', async () => {
    await open('pl')
    for (const [content, reason] of [
      ['<html>', 'it does not come from the translator'],
      ['{}', 'does not come from the translator'],
      [(await nowaksText()).replace('"language":"pl"', '"language":"ur"'), 'This file is for Urdu'],
    ] as const) {
      await choose(content)
      expect(page.get('.back .govuk-error-message').text()).toContain(reason)
    }
  })

  async function nowaksText(): Promise<string> {
    await type('tool.name', 'Profil opieki')
    await savedFile()
    return (await files.at(-1)?.text()) ?? ''
  }
})

describe('work that has gone its way', () => {
  it('leaves the desk when the toolkit has it, with thanks', async () => {
    await open('pl')
    await nameIs('AK')
    await button(card('tool.name'), 'Mark as checked').trigger('click')
    const { of, was } = textAt('tool.name')
    review = { 'tool.name': { of, is: was, status: 'checked', by: 'AK', on: TODAY } }
    await reload('pl')
    expect(page.text()).toContain('1 text of your work has come into the toolkit')
    expect(Object.keys(kept().entries)).toEqual([])
    expect(card('tool.name').get('.status').text()).toBe('Checked by you on 3 May 2026')
  })

  it('on in another tab is taken over in this one', async () => {
    await open('pl')
    await type('tool.name', 'Profil opieki')
    const written = localStorage.getItem('toolkit.desk.pl')
    page.unmount()
    localStorage.clear()
    await open('pl')
    window.dispatchEvent(new StorageEvent('storage', { key: 'toolkit.desk.pl', newValue: written }))
    await flushPromises()
    expect(card('tool.name').text()).toContain('Profil opieki')
  })
})

describe('a device that does not keep the work', () => {
  it('says so at once, and the file still has it', async () => {
    await open('pl')
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError')
      },
    })
    await type('tool.name', 'Profil opieki')
    expect(page.get('[role="alert"]').text()).toContain('Your work is not kept on this device')
    await button(page.get('[role="alert"]'), 'Save a file').trigger('click')
    await flushPromises()
    expect(await files[0]?.text()).toContain('Profil opieki')
  })
})
