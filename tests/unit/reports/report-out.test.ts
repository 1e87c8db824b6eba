// @vitest-environment happy-dom
/** The way of a report out of the toolkit. */
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import words from '@content/interface/text/en-GB/reports.json'
import { makePdf, PdfError, undrawableIn, type MakeOptions, type Undrawable } from '@/reports/pdf/make-pdf.ts'
import ReportOut from '@/reports/ReportOut.vue'
import { canShare, download, share } from '@/reports/share.ts'
import { reportOf } from './pdf/reports-for-tests.ts'

vi.mock('@/reports/pdf/make-pdf.ts', async (original) => ({
  ...(await original<typeof import('@/reports/pdf/make-pdf.ts')>()),
  makePdf: vi.fn(),
  undrawableIn: vi.fn(),
}))
vi.mock('@/reports/share.ts', () => ({
  canShare: vi.fn(),
  share: vi.fn(),
  download: vi.fn(),
  releaseAll: vi.fn(),
}))

const file = new Blob(['%PDF-1.7'], { type: 'application/pdf' })
const report = reportOf([{ kind: 'paragraph', text: 'one' }])
const emoji: Undrawable = { text: '\u{1F600}', where: 'Food', excerpt: 'said \u{1F600} twice' }

const i18n = createI18n({
  legacy: false,
  locale: 'en-GB',
  messages: { 'en-GB': { reports: words } },
  missing: (_, key) => {
    throw new Error(`no such words: ${key}`)
  },
})
const { t } = i18n.global

let panel: VueWrapper
function open(audience?: 'record' | 'family'): void {
  panel = mount(ReportOut, {
    props: { report, ...(audience && { audience }) },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}
const heading = () => panel.get('h2').text()
const button = (label: string) => {
  const found = panel.findAll('button').find((one) => one.text() === label)
  if (!found) throw new Error(`no button: ${label}`)
  return found
}
async function press(label: string) {
  const pressed = button(label)
  ;(pressed.element as HTMLElement).focus()
  await pressed.trigger('click')
  await flushPromises()
}

beforeEach(() => {
  vi.clearAllMocks()
  vi.mocked(undrawableIn).mockResolvedValue([])
  vi.mocked(makePdf).mockResolvedValue(file)
  vi.mocked(canShare).mockReturnValue(true)
  vi.mocked(share).mockResolvedValue({ outcome: 'shared' })
  vi.mocked(download).mockReturnValue({ outcome: 'downloaded' })
})
afterEach(() => {
  panel.unmount()
})

describe('a report that can be printed whole', () => {
  it('is made in one tap, and shared in the next: the file exists before it', async () => {
    open()
    expect(makePdf).not.toHaveBeenCalled()
    await press('Make the PDF')
    expect(heading()).toBe('The PDF is ready')
    expect(share).not.toHaveBeenCalled()
    await press('Share or save')
    expect(share).toHaveBeenCalledExactlyOnceWith(file, undefined)
    expect(panel.emitted('handed-over')).toEqual([['shared']])
    expect(panel.text()).toContain(t('reports.out.done.shared'))
  })

  it('comes with the note that it is not encrypted and belongs in the case record', async () => {
    open()
    await press('Make the PDF')
    expect(panel.text()).toContain(t('reports.out.ready.notEncrypted'))
  })

  it('can be downloaded instead', async () => {
    open()
    await press('Make the PDF')
    await press('Download to this device')
    expect(panel.emitted('handed-over')).toEqual([['downloaded']])
  })

  it('is downloaded where the device has no share sheet', async () => {
    vi.mocked(canShare).mockReturnValue(false)
    open()
    await press('Make the PDF')
    expect(panel.findAll('button').map((one) => one.text())).toEqual(['Download to this device'])
  })

  it('was not handed over when the sheet was closed, and can be shared again', async () => {
    vi.mocked(share).mockResolvedValueOnce({ outcome: 'cancelled' })
    open()
    await press('Make the PDF')
    await press('Share or save')
    expect(panel.emitted('handed-over')).toBeUndefined()
    expect(panel.text()).toContain(t('reports.out.ready.shareClosed'))
    await press('Share or save')
    expect(panel.emitted('handed-over')).toEqual([['shared']])
  })
})

describe('a copy for the family', () => {
  it('is not sent into the case record, whether it is shared or downloaded', async () => {
    open('family')
    await press('Make the PDF')
    expect(panel.text()).toContain(t('reports.out.ready.notEncryptedFamily'))
    await press('Share or save')
    expect(panel.text()).toContain(t('reports.out.done.sharedFamily'))
    expect(panel.text()).not.toContain('case record')
    await press('Download to this device')
    expect(panel.text()).toContain(t('reports.out.done.downloadedFamily'))
    expect(panel.text()).not.toContain('case record')
  })

  it('and the report for the record speak of a password, as its field does', () => {
    expect(JSON.stringify(words)).not.toMatch(/passphrase/i)
  })
})

describe('what cannot be printed', () => {
  beforeEach(() => {
    vi.mocked(undrawableIn).mockResolvedValue([emoji])
  })

  it('is named with its place before anything is made', async () => {
    open()
    await press('Make the PDF')
    expect(makePdf).not.toHaveBeenCalled()
    expect(heading()).toBe('One character cannot be printed')
    for (const shown of [emoji.text, emoji.where, emoji.excerpt]) expect(panel.text()).toContain(shown)
  })

  it('is printed as a mark if the practitioner says so', async () => {
    open()
    await press('Make the PDF')
    await press('Make it anyway')
    expect(makePdf).toHaveBeenCalledOnce()
    expect(heading()).toBe('The PDF is ready')
  })

  it('can be changed first', async () => {
    open()
    await press('Make the PDF')
    await press('Go back and change it')
    expect(makePdf).not.toHaveBeenCalled()
    expect(heading()).toBe('Make the PDF')
  })

  it('is told in a short list, with how many more', async () => {
    vi.mocked(undrawableIn).mockResolvedValue(Array.from({ length: 40 }, () => emoji))
    open()
    await press('Make the PDF')
    expect(heading()).toBe('40 characters cannot be printed')
    expect(panel.findAll('li')).toHaveLength(12)
    expect(panel.text()).toContain('There are 28 more like these.')
  })
})

describe('while it is made', () => {
  let given: MakeOptions
  beforeEach(() => {
    vi.mocked(makePdf).mockImplementation((_, options = {}) => {
      given = options
      return new Promise((_resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(new PdfError('cancelled')))
      })
    })
  })

  it('says how far it is', async () => {
    open()
    await press('Make the PDF')
    given.onProgress?.(0.42)
    await flushPromises()
    expect(panel.text()).toContain('42 % done')
    expect(panel.get('progress').attributes('value')).toBe('42')
  })

  it('can be cancelled, and says that no file was made', async () => {
    open()
    await press('Make the PDF')
    await press('Cancel')
    expect(given.signal?.aborted).toBe(true)
    expect(panel.text()).toContain(t('reports.out.cancelled'))
  })

  it('stops when the page is left, so that nothing of a family is worked on behind a lock', async () => {
    open()
    await press('Make the PDF')
    panel.unmount()
    expect(given.signal?.aborted).toBe(true)
    open()
  })

  it('stops when the report changes: an old file must not go out', async () => {
    open()
    await press('Make the PDF')
    await panel.setProps({ report: reportOf([{ kind: 'paragraph', text: 'two' }]) })
    expect(given.signal?.aborted).toBe(true)
    expect(heading()).toBe('Make the PDF')
  })
})

describe('when it fails', () => {
  it.each(['not-opened', 'not-made', 'no-webassembly'] as const)(
    'says why (%s) and can try again',
    async (fault) => {
      vi.mocked(makePdf).mockRejectedValueOnce(new PdfError(fault))
      open()
      await press('Make the PDF')
      expect(panel.text()).toContain(t(`reports.out.failed.${fault}`))
      await press('Make it again')
      expect(heading()).toBe('The PDF is ready')
    },
  )
})

describe('the focus', () => {
  it('goes to the panel when the pressed button is gone', async () => {
    open()
    await press('Make the PDF')
    expect(document.activeElement).toBe(panel.element)
  })

  it('stays with someone who reads on elsewhere, and the panel is read out instead', async () => {
    const elsewhere = document.body.appendChild(document.createElement('button'))
    let finish = () => {}
    vi.mocked(makePdf).mockReturnValue(
      new Promise((resolve) => {
        finish = () => resolve(file)
      }),
    )
    open()
    await press('Make the PDF')
    elsewhere.focus()
    finish()
    await flushPromises()
    expect(document.activeElement).toBe(elsewhere)
    expect(panel.get('[role="status"]').text()).toBe('The PDF is ready')
    elsewhere.remove()
  })
})
