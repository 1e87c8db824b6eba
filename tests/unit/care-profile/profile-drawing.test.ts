import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markNotScored, setDetails, setNotReliable } from '@/care-profile/assessment-changes.ts'
import type { Assessment } from '@/care-profile/assessment.ts'
import { drawProfile, type DrawingWords } from '@/care-profile/profile-drawing.ts'
import { drawingWords, pictureWords } from '@/care-profile/profile-words.ts'
import { GRADES, TIE_RULES, type Grade } from '@/care-profile/scoring.ts'
import { structure } from '@/care-profile/structure.ts'
import { summarise } from '@/care-profile/summary.ts'
import { roomFor, wrapLabel } from '@/care-profile/text-width.ts'
import type { Shape } from '@/reports/report.ts'
import { begun, graded, itemsOf } from './family.ts'
import { notoSansWidth } from './noto-sans.ts'
import { words } from './words.ts'

const summaryOf = (assessment: Assessment) => summarise(structure, itemsOf(assessment), assessment)
const draw = (assessment: Assessment, with_: Partial<DrawingWords> = {}) =>
  drawProfile(summaryOf(assessment), { ...drawingWords(words), ...with_ })
const ids = itemsOf(begun).map(({ id }) => id)
const all = (grade: Grade) => Object.fromEntries(ids.map((id) => [id, grade]))

interface Box {
  what: string
  x: readonly [number, number]
  y: readonly [number, number]
}
type Measure = (text: string, size: number, strong: boolean) => number
const estimate: Measure = (text, size) => roomFor(text, size)
const regular = notoSansWidth('400Regular')
const bold = notoSansWidth('700Bold')
const font: Measure = (text, size, strong) => (strong ? bold : regular)(text) * size

/** Everything that is read: labels and marks, not the lines and areas behind them. */
function boxes(shapes: Shape[], measure: Measure): Box[] {
  return shapes.flatMap((shape): Box[] => {
    switch (shape.kind) {
      case 'label': {
        const width = measure(shape.text, shape.size, shape.strong ?? false)
        const [x, y] = shape.at
        const start = { start: x, middle: x - width / 2, end: x - width }[shape.anchor ?? 'start']
        return [
          { what: shape.text, x: [start, start + width], y: [y - shape.size * 0.8, y + shape.size * 0.25] },
        ]
      }
      case 'circle': {
        const [x, y] = shape.centre
        const r = shape.radius + (shape.strokeWidth ?? 0) / 2
        return [{ what: 'circle', x: [x - r, x + r], y: [y - r, y + r] }]
      }
      case 'polygon': {
        const [xs, ys] = [shape.points.map(([x]) => x), shape.points.map(([, y]) => y)]
        return [
          { what: 'polygon', x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] },
        ]
      }
      case 'line':
      case 'polyline':
      case 'rectangle':
        return []
    }
  })
}

function overlaps(found: Box[]): string[] {
  const meet = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] < b[1] - 0.01 && b[0] < a[1] - 0.01
  return found.flatMap((a, place) =>
    found
      .slice(place + 1)
      .filter((b) => meet(a.x, b.x) && meet(a.y, b.y))
      .map((b) => `${a.what} / ${b.what}`),
  )
}

function expectClear(assessment: Assessment, with_: Partial<DrawingWords> = {}) {
  const drawing = draw(assessment, with_)
  for (const measure of [estimate, font]) {
    const found = boxes(drawing.shapes, measure)
    expect(overlaps(found)).toEqual([])
    for (const box of found) {
      expect(box.x[0]).toBeGreaterThanOrEqual(0)
      expect(box.x[1]).toBeLessThanOrEqual(drawing.width)
      expect(box.y[0]).toBeGreaterThanOrEqual(0)
      expect(box.y[1]).toBeLessThanOrEqual(drawing.height)
    }
  }
}

const kinds = (shapes: Shape[], kind: Shape['kind']) => shapes.filter((shape) => shape.kind === kind)
const filled = (shapes: Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'circle' && shape.fill === 'ink' ? [shape] : []))
const open = (shapes: Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'circle' && shape.fill === 'paper' ? [shape] : []))
const labels = (shapes: Shape[]) => shapes.flatMap((shape) => (shape.kind === 'label' ? [shape.text] : []))

describe('what 1 and 5 mean', () => {
  it('may be as wide as the names beside the grid before it is wrapped', () => {
    const best = '1: words for the best of all'
    const worst = '5: words for the worst of all'
    expect(labels(draw(graded(all(2)), { best, worst }).shapes)).toEqual(
      expect.arrayContaining([best, worst]),
    )
    expectClear(graded(all(2)), { best, worst })
  })
})

describe('lines of letters that hang', () => {
  it('stand further apart', () => {
    const gapIn = (word: string) => {
      const { shapes } = draw(graded(all(2)), { best: Array.from({ length: 12 }, () => word).join(' ') })
      const [first, second] = shapes.filter((shape) => shape.kind === 'label')
      return (second?.at[1] ?? 0) - (first?.at[1] ?? 0)
    }
    expect(gapIn('نگہداشت')).toBeGreaterThan(gapIn('careful'))
  })
})

describe('the picture of a profile', () => {
  const mixed = graded({ ...all(2), A1c: 4, D3a: 3 })

  it('has a filled mark for each graded part, an open one for each graded item, and each once more in the key', () => {
    const { shapes } = draw(mixed)
    expect(filled(shapes)).toHaveLength(13 + 1)
    expect(open(shapes)).toHaveLength(32 + 1)
    expect(kinds(shapes, 'polygon')).toHaveLength(4 + 1)
  })

  it('the mark stands in the column of its grade', () => {
    const { shapes } = draw(mixed)
    const columns = shapes.flatMap((shape) =>
      shape.kind === 'label' && /^[1-5]$/.test(shape.text) && shape.strong ? [shape.at[0]] : [],
    )
    const [food, home] = filled(shapes)
    expect(food?.centre[0]).toBe(columns[3])
    expect(home?.centre[0]).toBe(columns[1])
  })

  it('names what drove a grade at its right', () => {
    expect(labels(draw(mixed).shapes).join(' ')).toContain(`4, because of: ${words.text('A1c.name')}`)
  })

  it('not scored is a gap with words, without mark and without columns', () => {
    const some = markNotScored(graded({ A1a: 2 }), 'D4a', 'not-seen')
    const { shapes } = draw(some)
    expect(filled(shapes)).toHaveLength(1 + 1)
    expect(open(shapes)).toHaveLength(1 + 1)
    expect(labels(shapes).filter((text) => text === 'Still open')).toHaveLength(11)
    expect(labels(shapes).join(' ')).toContain('Not scored: could not be seen')
    expect(labels(shapes).filter((text) => text === 'Not scored')).toHaveLength(3)
    const upright = shapes.filter((shape) => shape.kind === 'line' && shape.from[0] === shape.to[0])
    expect(upright).toHaveLength(5)
  })

  it('C2 set aside as not reliable shows no grade', () => {
    const { shapes } = draw(setNotReliable(mixed, { subArea: 'C2', reason: 'x' }))
    expect(filled(shapes)).toHaveLength(12 + 1)
    expect(labels(shapes).join(' ')).toContain('Set aside as not reliable')
  })

  it('a tie that needs judgement shows the items and no mark', () => {
    const tied = setDetails(graded({ A3a: 1, A3b: 2 }), { tieRule: 'judgement' })
    const { shapes } = draw(tied)
    expect(filled(shapes)).toHaveLength(1)
    expect(open(shapes)).toHaveLength(2 + 1)
    expect(labels(shapes).join(' ')).toContain('Needs judgement: between 1 and 2')
  })

  it('says it all without colour: ink, greys and paper are its only tones', () => {
    const tones = draw(mixed).shapes.flatMap((shape) =>
      Object.entries(shape).flatMap(([key, value]) =>
        ['fill', 'stroke', 'tone'].includes(key) ? [value as string] : [],
      ),
    )
    expect(new Set(tones)).toEqual(new Set(['ink', 'grey', 'pale', 'paper']))
  })

  it('fits an A4 page', () => {
    const { width, height } = draw(
      graded({ ...all(1), A1a: 2, A1b: 3, A5a: 2, A5b: 3, B1a: 3, B1b: 2, D1b: 3, D1c: 2 }),
    )
    expect(width).toBeLessThanOrEqual(499)
    expect(height).toBeLessThanOrEqual(700)
  })
})

describe('nothing in the picture lies over anything else', () => {
  it('whatever the grades and the tie rule', () => {
    const grades = fc.record(Object.fromEntries(ids.map((id) => [id, fc.constantFrom(...GRADES)])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(grades, fc.constantFrom(...TIE_RULES), fc.boolean(), (given, tieRule, aside) => {
        const assessment = setDetails(graded(given as Record<string, Grade>), { tieRule })
        expectClear(aside ? setNotReliable(assessment, { subArea: 'C2', reason: 'x' }) : assessment)
      }),
      { numRuns: 60 },
    )
  })

  it('nor when names and reasons are as long as in another language, or one word without end', () => {
    const long = 'Unterstützungsbedürftigkeitsfeststellung und vieles andere mehr in dieser Zeile'
    expectClear(graded(all(2)), { name: () => long, note: () => `${long} ${long}`, best: long, worst: long })
    expectClear(begun, {
      name: () => 'W'.repeat(120),
      gap: () => 'W'.repeat(90),
      legend: { area: long, subArea: long, item: long },
    })
  })
})

describe('room for a label', () => {
  it('is never less than the font takes, letter by letter', () => {
    const letters = Array.from({ length: 0x180 }, (_, code) => String.fromCodePoint(code)).filter((letter) =>
      /[\p{L}\p{N}\p{P} ]/u.test(letter),
    )
    const tooWide = [...letters, '–', '—', '’', '“', '…'].filter(
      (letter) => Math.max(bold(letter), regular(letter)) > roomFor(letter, 1),
    )
    expect(tooWide).toEqual([])
  })

  it('wrapping keeps every letter and stays within the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 200 }), (text, width) => {
        const lines = wrapLabel(text, width, 8)
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
        for (const line of lines)
          if (Array.from(line).length > 1) expect(roomFor(line, 8)).toBeLessThanOrEqual(width + 0.001)
      }),
    )
  })
})

it('what the picture shows is said in words, every part of it', () => {
  const alt = pictureWords(words, summaryOf(graded({ A1a: 2, A1c: 4 })))
  for (const area of structure.areas) {
    for (const { id } of [area, ...area.subAreas]) expect(alt).toContain(words.text(`${id}.name`))
  }
  expect(alt).toContain(`${words.text('A1.name')}: 4`)
  expect(alt).toContain(`${words.text('A2.name')}: Not scored`)
})
