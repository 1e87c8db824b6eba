// @vitest-environment happy-dom
/** A password for the file: only when it is asked for. */
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import words from '@content/interface/text/en-GB/reports.json'
import { makePdf, undrawableIn } from '@/reports/pdf/make-pdf.ts'
import ReportOut from '@/reports/ReportOut.vue'
import { reportOf } from './pdf/reports-for-tests.ts'

vi.mock('@/reports/pdf/make-pdf.ts', async (original) => ({
  ...(await original<typeof import('@/reports/pdf/make-pdf.ts')>()),
  makePdf: vi.fn(),
  undrawableIn: vi.fn(),
}))

const i18n = createI18n({ legacy: false, locale: 'en-GB', messages: { 'en-GB': { reports: words } } })
const { t } = i18n.global
const URDU = 'میرا خفیہ لفظ ۷'

let panel: VueWrapper
const make = async () => {
  await panel
    .findAll('button')
    .find((one) => one.text() === t('reports.out.make'))!
    .trigger('click')
  await flushPromises()
}
const passwords = () => vi.mocked(makePdf).mock.calls.map(([, options]) => options?.password)

beforeEach(() => {
  vi.clearAllMocks()
  vi.mocked(undrawableIn).mockResolvedValue([])
  vi.mocked(makePdf).mockResolvedValue(new Blob(['%PDF-1.7']))
  const report = reportOf([{ kind: 'paragraph', text: 'one' }])
  panel = mount(ReportOut, { props: { report }, global: { plugins: [i18n] }, attachTo: document.body })
})
afterEach(() => panel.unmount())

describe('a password for the file', () => {
  it('is off, and says when it is of use before it is asked for', async () => {
    expect(panel.find('input[type=password]').exists()).toBe(false)
    expect(panel.text()).toContain(t('reports.out.password.whenOn'))
    expect(panel.text()).toContain(t('reports.out.password.forgotten'))
    await make()
    expect(passwords()).toEqual([undefined])
    expect(panel.text()).toContain(t('reports.out.ready.notEncrypted'))
  })

  it('in Urdu letters goes to the file as it was typed, and can be shown', async () => {
    await panel.get('input[type=checkbox]').setValue(true)
    const field = panel.get('input[type=password]')
    expect(field.attributes('autocomplete')).toBe('new-password')
    await field.setValue(URDU)
    await panel
      .findAll('button')
      .find((one) => one.text() === t('reports.out.password.show'))!
      .trigger('click')
    expect(panel.get(`[id="${field.attributes('id') ?? ''}"]`).attributes('type')).toBe('text')
    await make()
    expect(passwords()).toEqual([URDU])
    expect(panel.text()).toContain(t('reports.out.ready.locked'))
    expect(panel.text()).not.toContain(t('reports.out.ready.notEncrypted'))
  })

  it.each([
    ['', 'reports.out.password.missing'],
    [' '.repeat(20), 'reports.out.password.missing'],
    ['short', 'reports.out.password.short'],
  ])('%j makes no file, and the field says why', async (typed, reason) => {
    await panel.get('input[type=checkbox]').setValue(true)
    const field = panel.get('input[type=password]')
    await field.setValue(typed)
    await make()
    expect(makePdf).not.toHaveBeenCalled()
    expect(undrawableIn).not.toHaveBeenCalled()
    expect(panel.text()).toContain(t(reason, { least: 12 }))
    expect(document.activeElement).toBe(field.element)
  })

  it('that was taken back locks nothing', async () => {
    await panel.get('input[type=checkbox]').setValue(true)
    await panel.get('input[type=password]').setValue('correct horse battery')
    await panel.get('input[type=checkbox]').setValue(false)
    await make()
    expect(passwords()).toEqual([undefined])
  })
})
