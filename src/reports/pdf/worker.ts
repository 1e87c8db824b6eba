/**
 * The module worker in which PDFs are made. Everything heavy is imported inside: harfbuzzjs awaits at its top level,
 * and a message that came before `onmessage` was set would be lost for good (pdf.md 7.2).
 */
import type { Answer, Task } from './messages.ts'

/** The scope of a worker, which the DOM's own types call a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Task>) => void) | null
  postMessage(answer: Answer, transfer: Transferable[]): void
}

const scope = self as unknown as WorkerScope

scope.onmessage = ({ data }) => {
  void answer(data)
}

async function answer(task: Task): Promise<void> {
  const say = (message: Answer) => scope.postMessage(message, message.answer === 'made' ? [message.file] : [])
  try {
    const [{ run }, { fetchFont }] = await Promise.all([
      import('./task.ts'),
      import('./writer/font-assets.ts'),
    ])
    await run(task, fetchFont, say)
  } catch (error) {
    say({
      answer: 'failed',
      fault: 'not-opened',
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}
