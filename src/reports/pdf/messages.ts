/** What the page and the worker say to each other. Plain data only. */
import type { Undrawable } from './build.ts'
import type { UrduStyle } from '@/languages/urdu-letters.ts'
import type { Report } from '../report.ts'

export type Task = {
  report: Report
  /** Nastaliq unless said. */
  urdu?: UrduStyle
} & ({ task: 'make'; password?: string } | { task: 'check' })

/**
 * `not-opened`: HarfBuzz or a font could not be read, so nothing was drawn. `not-made`: the drawing itself failed.
 */
export type WorkerFault = 'not-opened' | 'not-made'

export type Answer =
  | { answer: 'progress'; /** 0 to 1. */ part: number }
  | { answer: 'made'; file: ArrayBuffer }
  | { answer: 'checked'; undrawable: Undrawable[] }
  /** `detail` is for whoever mends it, never for the screen. */
  | { answer: 'failed'; fault: WorkerFault; detail: string }
