/** One task from start to end, apart from the worker's own wiring. */
import { findUndrawable, makeFile, openFor } from './build.ts'
import type { LoadFont } from './fonts.ts'
import type { Answer, Task, WorkerFault } from './messages.ts'

/** Parts of the whole: opening fonts, laying out; writing the file is what is left. */
const OPENED = 0.1
const LAID_OUT = 0.8
/** Messages are not free: a block more or less is not worth one. */
const SMALLEST_STEP = 0.01

export async function run(asked: Task, loadFont: LoadFont, say: (answer: Answer) => void): Promise<void> {
  const { report, urdu } = asked
  const password = asked.task === 'make' ? asked.password : undefined
  let fault: WorkerFault = 'not-opened'
  try {
    const engine = await openFor(report, loadFont, {
      withPassword: password !== undefined,
      ...(urdu && { urdu }),
    })
    fault = 'not-made'
    if (asked.task === 'check') {
      say({ answer: 'checked', undrawable: findUndrawable(report, engine) })
      return
    }
    let said = OPENED
    say({ answer: 'progress', part: said })
    const file = makeFile(report, engine, {
      password,
      onBlock: (done, all) => {
        const part = OPENED + (LAID_OUT - OPENED) * (done / all)
        if (part - said < SMALLEST_STEP) return
        said = part
        say({ answer: 'progress', part })
      },
    })
    say({ answer: 'made', file: exactBuffer(file) })
  } catch (error) {
    say({ answer: 'failed', fault, detail: error instanceof Error ? error.message : String(error) })
  }
}

/** The file and nothing else that may stand in the same memory. */
function exactBuffer(file: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = file
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength) return buffer
  return new Uint8Array(file).buffer
}
