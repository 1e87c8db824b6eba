/**
 * The door to the PDF for the page: a report goes to a worker and comes back as a file. A worker is made for each
 * task and ended with it, so nothing of a family stays in its memory, and cancelling takes effect at once.
 */
import type { Undrawable } from './build.ts'
import type { UrduStyle } from '@/languages/urdu-letters.ts'
import type { Answer, Task, WorkerFault } from './messages.ts'
import type { Report } from '../report.ts'

export type { Undrawable }

/** `no-webassembly`: the browser has it switched off (Lockdown Mode on iOS), and text cannot be shaped without it. */
export type PdfFault = WorkerFault | 'cancelled' | 'no-webassembly'

export class PdfError extends Error {
  override readonly name = 'PdfError'

  constructor(
    readonly fault: PdfFault,
    /** For whoever mends it, never for the screen. */
    readonly detail = '',
  ) {
    super(detail === '' ? fault : `${fault}: ${detail}`)
  }
}

export interface MakeOptions {
  /** AES-256, in any script. Without one the file is not encrypted. */
  password?: string | undefined
  /** How Urdu is written: Nastaliq unless said. */
  urdu?: UrduStyle | undefined
  /** 0 to 1. */
  onProgress?: (part: number) => void
  signal?: AbortSignal
}

/** Rejects with `PdfError`. */
export async function makePdf(report: Report, options: MakeOptions = {}): Promise<Blob> {
  const { password, urdu } = options
  const lock = password === undefined ? {} : { password }
  const answer = await ask(
    { task: 'make', report: plainCopy(report), ...lock, ...(urdu && { urdu }) },
    options,
  )
  if (answer.answer !== 'made') throw new PdfError('not-made', answer.answer)
  return new Blob([answer.file], { type: 'application/pdf' })
}

/** What would stand as a mark in the file because no font has it. Rejects with `PdfError`. */
export async function undrawableIn(
  report: Report,
  { signal, urdu }: Pick<MakeOptions, 'signal' | 'urdu'> = {},
): Promise<Undrawable[]> {
  const task: Task = { task: 'check', report: plainCopy(report), ...(urdu && { urdu }) }
  const answer = await ask(task, signal ? { signal } : {})
  if (answer.answer !== 'checked') throw new PdfError('not-made', answer.answer)
  return answer.undrawable
}

type LastAnswer = Extract<Answer, { answer: 'made' | 'checked' }>

function ask(task: Task, { onProgress, signal }: MakeOptions): Promise<LastAnswer> {
  if (signal?.aborted) return Promise.reject(new PdfError('cancelled'))
  if (typeof globalThis.WebAssembly === 'undefined') return Promise.reject(new PdfError('no-webassembly'))
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pdf' })
  let cancel = () => {}
  return new Promise<LastAnswer>((resolve, reject) => {
    cancel = () => reject(new PdfError('cancelled'))
    signal?.addEventListener('abort', cancel, { once: true })
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      switch (data.answer) {
        case 'progress':
          onProgress?.(data.part)
          return
        case 'failed':
          reject(new PdfError(data.fault, data.detail))
          return
        case 'made':
        case 'checked':
          resolve(data)
      }
    }
    worker.onerror = (event) => reject(new PdfError('not-opened', event.message))
    worker.onmessageerror = () => reject(new PdfError('not-made'))
    worker.postMessage(task)
  }).finally(() => {
    signal?.removeEventListener('abort', cancel)
    worker.terminate()
  })
}

/** Without Vue's proxies, which cannot be handed to a worker. A report is plain data, so nothing is lost. */
function plainCopy(report: Report): Report {
  return JSON.parse(JSON.stringify(report)) as Report
}
