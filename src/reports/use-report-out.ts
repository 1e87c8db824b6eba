/** From a report to a file that was handed over: what the panel shows at each step. */
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { makePdf, PdfError, undrawableIn, type PdfFault, type Undrawable } from './pdf/make-pdf.ts'
import type { Report } from './report.ts'
import { download, releaseAll, share, type HandOver } from './share.ts'
import { keptUrduLetters } from '@/languages/urdu-letters.ts'

type Failure = Exclude<PdfFault, 'cancelled'>

export type OutState =
  | { step: 'start'; wasCancelled: boolean }
  | { step: 'checking' }
  | { step: 'undrawable'; found: readonly Undrawable[] }
  | { step: 'making'; /** 0 to 1. */ part: number }
  | { step: 'ready'; file: Blob; hasPassword: boolean; last?: HandOver['outcome'] }
  | { step: 'failed'; fault: Failure }

export interface ReportOut {
  readonly state: Readonly<ShallowRef<OutState>>
  /** Looks for characters that cannot be drawn, and makes the file where there are none. */
  begin(): Promise<void>
  make(): Promise<void>
  cancel(): void
  /** Called in the tap, once the file exists. */
  handOver(how: 'share' | 'download'): Promise<HandOver['outcome'] | undefined>
  /** The report has changed: a file of what it was must not go out. */
  reset(): void
}

export function useReportOut(
  report: () => Report,
  fileName: () => string | undefined,
  /** None: the file is not encrypted. */
  password: () => string | undefined = () => undefined,
): ReportOut {
  const state = shallowRef<OutState>({ step: 'start', wasCancelled: false })
  let work = new AbortController()

  /** Runs one piece of work; what it says after it was cancelled or the report changed is not heard. */
  async function attempt(piece: (signal: AbortSignal) => Promise<OutState>): Promise<void> {
    work.abort()
    const mine = (work = new AbortController())
    try {
      const next = await piece(mine.signal)
      if (!mine.signal.aborted) state.value = next
    } catch (error) {
      if (mine.signal.aborted) return
      const fault = error instanceof PdfError && error.fault !== 'cancelled' ? error.fault : 'not-made'
      state.value = { step: 'failed', fault }
    }
  }

  async function makeWith(signal: AbortSignal): Promise<OutState> {
    state.value = { step: 'making', part: 0 }
    const onProgress = (part: number) => {
      if (!signal.aborted) state.value = { step: 'making', part }
    }
    const lock = password()
    const file = await makePdf(report(), {
      onProgress,
      signal,
      urdu: keptUrduLetters(),
      ...(lock !== undefined && { password: lock }),
    })
    return { step: 'ready', file, hasPassword: lock !== undefined }
  }

  function begin(): Promise<void> {
    return attempt(async (signal) => {
      state.value = { step: 'checking' }
      const found = await undrawableIn(report(), { signal, urdu: keptUrduLetters() })
      if (found.length > 0) return { step: 'undrawable', found }
      return signal.aborted ? state.value : makeWith(signal)
    })
  }

  const make = () => attempt(makeWith)

  function stop(wasCancelled: boolean): void {
    work.abort()
    state.value = { step: 'start', wasCancelled }
  }

  async function handOver(how: 'share' | 'download'): Promise<HandOver['outcome'] | undefined> {
    const { value } = state
    if (value.step !== 'ready') return undefined
    const { outcome } =
      how === 'share' ? await share(value.file, fileName()) : download(value.file, fileName())
    if (state.value.step === 'ready') state.value = { ...state.value, last: outcome }
    return outcome
  }

  onScopeDispose(() => {
    work.abort()
    releaseAll()
  })

  return { state, begin, make, cancel: () => stop(true), handOver, reset: () => stop(false) }
}
