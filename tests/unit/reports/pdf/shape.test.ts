import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Line, PdfEngine } from '@/reports/pdf/engine.ts'
import { openPdfEngine } from '@/reports/pdf/pdf-engine.ts'
import { FONT_FILES } from '@/reports/pdf/writer/font-catalogue.ts'
import type { ShapedLine } from '@/reports/pdf/writer/shaped.ts'
import { linesOf, openFor, plain, strong } from './writing-pdf.ts'

const runsOf = (line: Line | undefined) => (line as ShapedLine).runs
/** Where the line begins and ends, trailing space and all. */
const edges = (line: Line) => {
  const runs = runsOf(line)
  return {
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
  }
}

let engine: PdfEngine
beforeAll(async () => {
  engine = await openFor(
    { text: 'Latin Кирилиця ਪੰਜਾਬੀ বাংলা தமிழ் ትግርኛ → ✓' },
    { text: 'العربية', language: 'ar' },
    { text: 'اردو', language: 'ur' },
  )
})
const lines = (text: string, width = 200, base: 'ltr' | 'rtl' | 'auto' = 'auto', language?: string) =>
  linesOf(engine, { text, base, ...(language === undefined ? {} : { language }) }, width)
const words = (text: string, width = 200) => lines(text, width).map((line) => line.text)

describe('where lines end', () => {
  it('at spaces, which stay at the end of their line', () => {
    expect(words('seen and heard at home', 60)).toEqual(['seen and ', 'heard at ', 'home'])
  })

  it('after a hyphen or a slash between words, not in numbers', () => {
    expect(words('well-being', 40)).toEqual(['well-', 'being'])
    expect(words('parent/carer', 45)).toEqual(['parent/', 'carer'])
    expect(words('on 12/03/2026', 62)).toEqual(['on ', '12/03/2026'])
    expect(words('under -5 degrees', 50)).toEqual(['under -5 ', 'degrees'])
  })

  it('never at a no-break space', () => {
    expect(words('aged 3\u00a0years', 55)).toEqual(['aged ', '3\u00a0years'])
  })

  it('at a line feed of any platform; an empty line is a line', () => {
    expect(words('one\ntwo\r\n\r\nthree\u2028four')).toEqual(['one', 'two', '', 'three', 'four'])
    expect(words('')).toEqual([''])
    expect(words('\n')).toEqual(['', ''])
  })

  it('inside a word only when the word is wider than the page, and never inside a letter', () => {
    const family = '👩‍👩‍👧'
    for (const letter of ['w', 'e\u0301', 'ক্ষি', family]) {
      const cut = words(letter.repeat(60), 100)
      expect(cut.length).toBeGreaterThan(1)
      expect(cut.join('')).toBe(letter.repeat(60))
      for (const line of cut) expect(line.length % letter.length).toBe(0)
    }
  })

  it('a page narrower than a letter still takes one letter a line', () => {
    expect(words('abc', 1)).toEqual(['a', 'b', 'c'])
  })

  it('no line is too wide and no character is lost, whatever is typed', () => {
    const some = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('بچہ ', 'GCP 4/5 ', '\u2066', '\u202e', '\u0301', 'ਸਿ', ' ', '(', '\u200d', '\0'),
    )
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.integer({ min: 40, max: 300 }), (parts, width) => {
        const text = parts.join('')
        const found = lines(text, width)
        expect(found.map((line) => line.text).join('')).toBe(
          text.replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, ''),
        )
        for (const line of found) {
          const clusters = runsOf(line).flatMap((run) => run.clusters)
          if (clusters.filter(({ advance }) => advance > 0).length > 1) {
            expect(line.width).toBeLessThan(width + 0.01)
          }
          const drawn = clusters.map((cluster) => cluster.text).join('')
          expect(drawn.length).toBe(line.text.length)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('how wide and high lines are', () => {
  it('the trailing space is not counted: left-to-right it hangs on the right', () => {
    const [line] = lines('seen and heard', 62)
    expect(edges(line!).left).toBe(0)
    expect(edges(line!).right).toBeGreaterThan(line!.width + 2)
    expect(line!.width).toBeCloseTo(lines('seen and')[0]!.width, 3)
  })

  it('right-to-left it hangs on the left', () => {
    const [line] = lines('كان البيت دافئاً', 45, 'rtl', 'ar')
    expect(line!.text.endsWith(' ')).toBe(true)
    expect(edges(line!).right).toBeCloseTo(line!.width, 3)
    expect(edges(line!).left).toBeLessThan(-1)
  })

  it('Nastaliq lines are higher than Naskh lines, and both higher than English ones', () => {
    const height = (text: string, language: string) => lines(text, 200, 'auto', language)[0]!.height
    expect(height('بچہ', 'ur')).toBeGreaterThan(height('بچہ', 'ar'))
    expect(height('بچہ', 'ar')).toBeGreaterThan(height('child', 'en-GB'))
    expect(height('child ✓ →', 'en-GB'), 'signs do not move lines').toBe(height('child', 'en-GB'))
  })

  it('the highest of several sizes counts', () => {
    const [line] = engine.text.lines(
      [
        { text: 'small ', style: plain },
        { text: 'large', style: { ...strong, size: 22 } },
      ],
      300,
      'ltr',
    )
    expect(line!.height).toBeCloseTo(22 * 1.4, 5)
    expect(runsOf(line).map(({ face }) => face.name)).toEqual(['sans', 'sans-bold'])
  })

  it('an empty line is as high as a line of its style', () => {
    expect(lines('')[0]!.height).toBe(lines('x')[0]!.height)
  })
})

describe('direction', () => {
  it('follows the first letter when it is not given', () => {
    expect(lines('بچہ GCP')[0]!.direction).toBe('rtl')
    expect(lines('GCP بچہ')[0]!.direction).toBe('ltr')
    expect(lines('12/03')[0]!.direction).toBe('ltr')
    expect(lines('GCP', 200, 'rtl')[0]!.direction).toBe('rtl')
  })

  it('a score in an Arabic sentence stands left of what was written before it', () => {
    const [line] = lines('درجة GCP 4/5 جيدة', 300, 'rtl', 'ar')
    const at = (text: string) =>
      runsOf(line).find((run) =>
        run.clusters
          .map((c) => c.text)
          .join('')
          .includes(text),
      )!.x
    expect(at('GCP')).toBeGreaterThan(at('ج'))
    expect(runsOf(line).find(({ start }) => start === 0)!.x).toBeGreaterThan(at('GCP'))
  })

  it('brackets are mirrored: the picture of "(" in Arabic is that of ")" in English', () => {
    const glyph = (text: string, base: 'ltr' | 'rtl', which: string) =>
      runsOf(lines(text, 200, base, 'ar')[0])
        .flatMap((run) => run.clusters)
        .find(({ text: t }) => t === which)!.glyphs[0]
    expect(glyph('ا(ا)', 'rtl', '(')).toBe(glyph('\u202dا)', 'ltr', ')') ?? -1)
  })
})

describe('which font draws what', () => {
  const faces = (text: string, language?: string) =>
    runsOf(lines(text, 1000, 'auto', language)[0]).map((run) => [
      run.face.name,
      run.clusters.map((cluster) => cluster.text).join(''),
    ])

  it('each script its own, words in Latin letters Noto Sans', () => {
    expect(new Set(faces('বাংলা GCP তথ্য').map(([name]) => name))).toEqual(new Set(['bengali', 'sans']))
    expect(faces('Їжа')).toEqual([['sans', 'Їжа']])
    expect(faces('ok ✓ →').map(([name]) => name)).toEqual(['sans', 'symbols', 'sans', 'math'])
  })

  it('Urdu is Nastaliq, Arabic Naskh, Arabic script of unknown language Naskh', () => {
    expect(faces('بچہ', 'ur')[0]?.[0]).toBe('nastaliq')
    expect(faces('بچہ', 'ar')[0]?.[0]).toBe('naskh')
    expect(faces('بچہ')[0]?.[0]).toBe('naskh')
  })

  it('Urdu is Naskh for those who chose it', async () => {
    const { loadFont } = await import('./fonts-for-tests.ts')
    const naskh = await openPdfEngine({ loadFont, texts: [{ text: 'بچہ', language: 'ur' }], urdu: 'naskh' })
    const [line] = linesOf(naskh, { text: 'بچہ', language: 'ur' })
    expect(runsOf(line)[0]?.face.name).toBe('naskh')
  })

  it('digits and punctuation take the font of the letters before them, a mark that of its letter', () => {
    expect(faces('শিশু ৩, 4/5')).toHaveLength(1)
    expect(faces('e\u0301')).toEqual([['sans', 'e\u0301']])
    expect(faces('بچہ \u2066 و \u2069 و', 'ar').every(([name]) => name === 'naskh')).toBe(true)
  })

  it('a language has its own form of a letter: ș in Romanian, digits in Urdu and Persian', () => {
    const glyphs = (text: string, language: string) =>
      runsOf(lines(text, 200, 'auto', language)[0]).flatMap((run) => run.clusters.flatMap((c) => c.glyphs))
    expect(glyphs('ب۴۶۷', 'fa')).not.toEqual(glyphs('ب۴۶۷', 'sd'))
    expect(glyphs('ş', 'ro')).not.toEqual(glyphs('ş', 'tr'))
  })

  it('only the fonts a document needs are read', async () => {
    const { loadFont } = await import('./fonts-for-tests.ts')
    const read: string[] = []
    const open = (text: string, language?: string) =>
      openPdfEngine({
        loadFont: (name) => {
          read.push(name)
          return loadFont(name)
        },
        texts: [{ text, ...(language === undefined ? {} : { language }) }],
      })
    await open('English only')
    expect(read.splice(0).toSorted()).toEqual(['sans', 'sans-bold'])
    await open('தமிழ்')
    expect(read.splice(0).toSorted()).toEqual(['sans', 'sans-bold', 'tamil', 'tamil-bold'])
  })

  it('a font that cannot be read is an error, not a report with boxes', async () => {
    const broken = openPdfEngine({
      loadFont: () => Promise.reject(new Error('gone')),
      texts: [{ text: 'x' }],
    })
    await expect(broken).rejects.toThrow('gone')
  })
})

describe('characters without a font', () => {
  it('are named, each once, as the reader sees them', () => {
    expect(engine.text.undrawable('ok 😀 👩‍👩‍👧 😀 שלום\n你')).toEqual(['😀', '👩‍👩‍👧', 'ש', 'ל', 'ו', 'ם', '你'])
    expect(engine.text.undrawable('Żółć → ✓ ½ “quoted” \u2066\u2069\u200d\t\0 বাংলা بچہ')).toEqual([])
  })

  it('are drawn as a box with their number', () => {
    const clusters = runsOf(lines('a😀')[0]).flatMap((run) => run.clusters)
    expect(clusters.map(({ mark }) => mark)).toEqual([undefined, '01F600'])
    expect(clusters[1]!.advance).toBeGreaterThan(500)
  })
})

describe('HarfBuzz', () => {
  /**
   * Each cluster as its advance, then number, offset right and offset up of its glyphs. With the whole font files,
   * whose glyph numbers do not change with what is shipped.
   */
  const CLUSTERS: Record<string, [language: string, text: string, clusters: string[]]> = {
    Urdu: [
      'ur',
      'ملاقات',
      [
        '1175 12 595 -319 226 0 0',
        '263 225 0 0',
        '312 12 182 -268 966 0 0 300 0 0',
        '297 275 0 0',
        '201 264 0 0',
        '216 966 0 0 304 0 95',
      ],
    ],
    Arabic: ['ar', 'لامعاً', ['253 383 -1 -46 9 0 0', '414 46 0 0', '456 77 0 0', '300 10 0 0', '218 71 0 0']],
    Sorani: [
      'ckb',
      'ڕۆژێک',
      [
        '776 61 0 0',
        '343 310 84 -312 324 31 -17 21 0 0',
        '386 298 77 -366 28 0 0',
        '468 310 145 -353 94 0 0',
        '386 334 16 -213 28 0 0',
      ],
    ],
    Pashto: ['ps', 'ښځه', ['452 81 0 0', '666 304 224 -341 24 0 0', '658 322 262 -31 287 285 -420 35 0 0']],
    Panjabi: ['pa', 'ਸਿਹਤ', ['855 52 0 0 48 259 0', '576 49 0 0', '542 32 0 0']],
    Bengali: ['bn', 'ক্ষুধার্ত', ['859 135 0 0 62 502 0', '862 43 0 0 59 596 0', '707 40 0 0 132 383 0']],
    Tamil: ['ta', 'ஸ்ரீகொ', ['1514 163 0 0', '2366 46 0 0 18 901 0 41 1726 0']],
    Tigrinya: ['ti', 'ትግርኛ', ['601 120 0 0', '751 259 0 0', '520 56 0 0', '559 153 0 0']],
    English: [
      'en',
      'office AV',
      ['605 82 0 0', '946 1656 0 0', '480 70 0 0', '564 72 0 0', '260 3 0 0', '599 36 0 0', '600 57 0 0'],
    ],
    Ukrainian: ['uk', 'Їжа', ['284 416 0 0', '739 462 0 0', '556 456 0 0']],
  }

  it.each(Object.entries(CLUSTERS))(
    '%s: the glyphs of a word stand where they stood',
    async (_, [language, text, clusters]) => {
      const whole = await openPdfEngine({
        loadFont: (name) =>
          Promise.resolve(new Uint8Array(readFileSync(`node_modules/${FONT_FILES[name].path}`)).buffer),
        texts: [{ text, language }],
      })
      const [line] = linesOf(whole, { text, language })
      const found = runsOf(line).flatMap((run) => run.clusters.map((c) => [c.advance, ...c.glyphs].join(' ')))
      expect(found).toEqual(clusters)
    },
  )
})
