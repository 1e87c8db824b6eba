import { expect, it } from 'vitest'
import { openPdfEngine } from '@/reports/pdf/pdf-engine.ts'
import { loadFont } from './fonts-for-tests.ts'

it('a character wider than its line is cut inside, and none of it is lost', async () => {
  const joined = Array.from({ length: 61 }, () => '👩').join('\u200d')
  const { text } = await openPdfEngine({ loadFont, texts: [{ text: joined }] })
  const lines = text.lines([{ text: joined, style: { size: 10, strong: false, tone: 'ink' } }], 34, 'auto')
  expect(lines.map((line) => line.text).join('')).toBe(joined)
  expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(34)
})
