import { reactive } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makePdf, PdfError, undrawableIn } from '@/reports/pdf/make-pdf.ts'
import type { Answer, Task } from '@/reports/pdf/messages.ts'
import { reportOf } from './reports-for-tests.ts'

class FakeWorker {
  static made: FakeWorker[] = []
  onmessage: ((event: { data: Answer }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  onmessageerror: (() => void) | null = null
  readonly tasks: Task[] = []
  isEnded = false

  constructor() {
    FakeWorker.made.push(this)
  }

  postMessage(task: Task): void {
    this.tasks.push(structuredClone(task))
  }

  terminate(): void {
    this.isEnded = true
  }

  say(data: Answer): void {
    this.onmessage?.({ data })
  }
}

const report = reportOf([{ kind: 'paragraph', text: 'one' }])
const worker = () => FakeWorker.made.at(-1)!
const file = () => new TextEncoder().encode('%PDF-1.7').buffer

beforeEach(() => {
  FakeWorker.made = []
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('making a PDF', () => {
  it('begins no worker before it is asked to, and ends it with the task', async () => {
    expect(FakeWorker.made).toHaveLength(0)
    const made = makePdf(report)
    expect(worker().tasks).toEqual([{ task: 'make', report }])
    worker().say({ answer: 'made', file: file() })
    const blob = await made
    expect([blob.type, await blob.text()]).toEqual(['application/pdf', '%PDF-1.7'])
    expect(worker().isEnded).toBe(true)
  })

  it('tells how far it is', async () => {
    const onProgress = vi.fn()
    const made = makePdf(report, { onProgress })
    worker().say({ answer: 'progress', part: 0.5 })
    worker().say({ answer: 'made', file: file() })
    await made
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(0.5)
  })

  it('is cancelled at once: the worker ends whatever it was doing', async () => {
    const controller = new AbortController()
    const made = makePdf(report, { signal: controller.signal })
    controller.abort()
    await expect(made).rejects.toMatchObject({ name: 'PdfError', fault: 'cancelled' })
    expect(worker().isEnded).toBe(true)
  })

  it('does not begin when it was cancelled before', async () => {
    await expect(makePdf(report, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      fault: 'cancelled',
    })
    expect(FakeWorker.made).toHaveLength(0)
  })

  it.each(['not-opened', 'not-made'] as const)('names what failed: %s', async (fault) => {
    const made = makePdf(report)
    worker().say({ answer: 'failed', fault, detail: 'font sans: 404' })
    await expect(made).rejects.toEqual(new PdfError(fault, 'font sans: 404'))
    expect(worker().isEnded).toBe(true)
  })

  it('fails plainly when the worker itself cannot be loaded', async () => {
    const made = makePdf(report)
    worker().onerror?.({ message: 'blocked' })
    await expect(made).rejects.toMatchObject({ fault: 'not-opened' })
  })

  it('says so where WebAssembly is switched off, as in Lockdown Mode', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    await expect(makePdf(report)).rejects.toMatchObject({ fault: 'no-webassembly' })
    expect(FakeWorker.made).toHaveLength(0)
  })

  it('takes a report that Vue watches: its proxies cannot be handed to a worker', async () => {
    const made = makePdf(reactive(report))
    worker().say({ answer: 'made', file: file() })
    await expect(made).resolves.toBeInstanceOf(Blob)
  })
})

describe('what cannot be drawn', () => {
  it('is found in a worker of its own', async () => {
    const checked = undrawableIn(report)
    expect(worker().tasks[0]!.task).toBe('check')
    const undrawable = [{ text: '\u{1F600}', where: 'Food', excerpt: 'a \u{1F600}' }]
    worker().say({ answer: 'checked', undrawable })
    expect(await checked).toEqual(undrawable)
    expect(worker().isEnded).toBe(true)
  })
})
