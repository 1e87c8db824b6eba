/** What a file is made with when letters for Urdu were chosen. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '@/reports/pdf/messages.ts'
import { run } from '@/reports/pdf/task.ts'
import { loadFont } from './fonts-for-tests.ts'
import { reportOf } from './reports-for-tests.ts'

describe('a file', () => {
  async function fontsOf(urdu?: 'nastaliq' | 'naskh'): Promise<string[]> {
    const asked: string[] = []
    const answers: Answer[] = []
    const report = reportOf([{ kind: 'paragraph', text: [{ text: 'ناشتہ', language: 'ur' }] }])
    await run(
      { task: 'make', report, ...(urdu && { urdu }) },
      (name) => {
        asked.push(name)
        return loadFont(name)
      },
      (answer) => answers.push(answer),
    )
    const last = answers.at(-1)
    if (last?.answer !== 'made') throw new Error(JSON.stringify(last))
    const file = Buffer.from(last.file).toString('latin1')
    return [...new Set(Array.from(file.matchAll(/\+Report-(\w+)/g), ([, name = '']) => name))].sort()
  }

  it('has its Urdu in Nastaliq, and in Naskh where that was chosen', async () => {
    expect(await fontsOf()).toEqual(['nastaliq', 'sans'])
    expect(await fontsOf('naskh')).toEqual(['naskh', 'sans'])
  })
})
