// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { canShare, download, fileName, releaseAll, share } from '@/reports/share.ts'

const file = new Blob(['%PDF-1.7'], { type: 'application/pdf' })

function sheet(share: (data: ShareData) => Promise<void>, accepts = true) {
  vi.stubGlobal('navigator', { canShare: () => accepts, share })
}

let downloads: { href: string; name: string }[]
beforeEach(() => {
  downloads = []
  vi.useFakeTimers()
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one')
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ href: this.href, name: this.download })
  })
})
afterEach(() => {
  releaseAll()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a file name', () => {
  it('says nothing of anyone unless one is given', () => {
    expect(fileName()).toBe('report.pdf')
  })

  it('has no path, no control character and nothing that turns it round', () => {
    expect(fileName('../..\\a:b\u0000\u202Efdp.exe')).toBe('a b fdp.exe.pdf')
    expect(fileName(' \u200b ')).toBe('report.pdf')
    expect(fileName('...')).toBe('report.pdf')
  })

  it('is cut between characters, not inside one', () => {
    expect(fileName('\u{1F600}'.repeat(100))).toBe(`${'\u{1F600}'.repeat(60)}.pdf`)
  })
})

describe('sharing', () => {
  it('hands over the file alone, in the tap itself', async () => {
    const shared = vi.fn<(data: ShareData) => Promise<void>>(() => Promise.resolve())
    sheet(shared)
    const done = share(file)
    expect(shared).toHaveBeenCalledOnce()
    expect(Object.keys(shared.mock.calls[0]![0])).toEqual(['files'])
    const [sent] = shared.mock.calls[0]![0].files!
    expect([sent!.name, sent!.type, sent!.size]).toEqual(['report.pdf', 'application/pdf', file.size])
    expect(await done).toEqual({ outcome: 'shared' })
    expect(downloads).toEqual([])
  })

  it('says so when the person closes the sheet, and downloads nothing behind their back', async () => {
    sheet(() => Promise.reject(new DOMException('closed', 'AbortError')))
    expect(await share(file)).toEqual({ outcome: 'cancelled' })
    expect(downloads).toEqual([])
  })

  it('downloads the file where the sheet refuses it', async () => {
    sheet(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
    expect(await share(file)).toEqual({ outcome: 'downloaded' })
    expect(downloads).toHaveLength(1)
  })

  it.each([
    ['has no share sheet', {}],
    ['shares no files', { canShare: () => false, share: () => Promise.reject(new Error('never')) }],
  ])('downloads the file where the browser %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    expect(canShare(file)).toBe(false)
    expect(await share(file, 'Profile')).toEqual({ outcome: 'downloaded' })
    expect(downloads).toEqual([{ href: 'blob:one', name: 'Profile.pdf' }])
  })
})

describe('a download', () => {
  it('can be read by its address for a short while only', () => {
    download(file)
    expect(URL.revokeObjectURL).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(URL.revokeObjectURL).toHaveBeenCalledExactlyOnceWith('blob:one')
  })

  it('can be taken back at once, as when the toolkit locks', () => {
    download(file)
    releaseAll()
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:one')
    vi.runAllTimers()
    expect(URL.revokeObjectURL).toHaveBeenCalledOnce()
  })

  it('leaves nothing on the page', () => {
    download(file)
    expect(document.querySelector('a')).toBeNull()
  })

  it('says so when the browser gives it no address', () => {
    vi.mocked(URL.createObjectURL).mockImplementation(() => {
      throw new TypeError('no')
    })
    expect(download(file)).toEqual({ outcome: 'failed' })
  })
})
