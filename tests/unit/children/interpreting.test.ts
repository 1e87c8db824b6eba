/** Who interpreted a conversation: what is kept, what is warned of, and how a report says it. */
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { newChild, type SpokenLanguage } from '@/children/child.ts'
import { familyOf } from '@/children/family.ts'
import { interpretingRows, interpretingWarningWords } from '@/children/interpreting-facts.ts'
import {
  INTERPRETERS,
  INTERPRETING_LIMITS,
  interpretingSchema,
  interpretingWarning,
  INTERPRETING_MODES,
  NO_INTERPRETER_REASONS,
  tidyInterpreting,
  type Interpreting,
} from '@/children/interpreting.ts'
import { plainText } from '@/reports/text.ts'
import { LANGUAGES_WITH_WORDS, wordsIn } from '../languages/real-words.ts'

const used = (rest: Partial<Interpreting> = {}): Interpreting =>
  ({ who: 'professional', name: 'S. Noor', language: 'Urdu', dialect: '', ...rest }) as Interpreting
const nobody = (note = ''): Interpreting => ({ who: 'nobody', reason: 'declined', note })
const read = (stored: unknown) => v.safeParse(interpretingSchema, stored)

describe('an interpreter', () => {
  it('is warned of where it is a relative or a child, and only then', () => {
    const warned = INTERPRETERS.filter((who) => interpretingWarning(used({ who })) !== undefined)
    expect(warned).toEqual(['relative', 'child'])
    expect(interpretingWarning(nobody())).toBeUndefined()
    expect(interpretingWarning(undefined)).toBeUndefined()
  })

  it('is warned of with the reason, another one for a child than for a relative', () => {
    const words = wordsIn('en-GB')
    const said = (who: 'relative' | 'child') => interpretingWarningWords(words, used({ who }))
    expect(said('relative')).toContain('may leave things out')
    expect(said('child')).toContain('should not have to carry this')
    expect(interpretingWarningWords(words, used())).toBeUndefined()
    expect(interpretingWarningWords(words, undefined)).toBeUndefined()
  })
})

describe('what is kept', () => {
  it('are lines without hidden signs, none longer than can be read again, and the note as it was typed', () => {
    const long = 'ا'.repeat(INTERPRETING_LIMITS.line + 5)
    expect(tidyInterpreting(used({ name: ' S.\u202e  Noor\n', language: long }))).toEqual(
      used({ name: 'S. Noor', language: long.slice(0, INTERPRETING_LIMITS.line) }),
    )
    const cutAtSpace = tidyInterpreting(used({ name: `${'x'.repeat(INTERPRETING_LIMITS.line - 1)} y` }))
    expect(cutAtSpace).toMatchObject({ name: 'x'.repeat(INTERPRETING_LIMITS.line - 1) })
    const note = ' Mother said:\n  "no" '
    expect(tidyInterpreting(nobody(note))).toEqual(nobody(note))
    const cut = tidyInterpreting(nobody('😀'.repeat(INTERPRETING_LIMITS.note + 1)))
    expect(cut).toEqual(nobody('😀'.repeat(INTERPRETING_LIMITS.note)))
  })

  it('can always be read again, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      // About as long as can be kept, with spaces anywhere.
      fc.string({ unit: fc.constantFrom('x', ' ', '\u0000'), minLength: 100, maxLength: 500 }),
      fc.integer({ min: 1_990, max: 2_010 }).map((count) => 'é'.repeat(count)),
    )
    const any: fc.Arbitrary<Interpreting> = fc.oneof(
      fc.record(
        {
          who: fc.constantFrom(...INTERPRETERS),
          name: typed,
          language: typed,
          dialect: typed,
          mode: fc.constantFrom(...INTERPRETING_MODES),
        },
        { requiredKeys: ['who', 'name', 'language', 'dialect'] },
      ) as fc.Arbitrary<Interpreting>,
      fc.record({
        who: fc.constant('nobody' as const),
        reason: fc.constantFrom(...NO_INTERPRETER_REASONS),
        note: typed,
      }),
    )
    fc.assert(
      fc.property(any, (interpreting) => {
        const kept = tidyInterpreting(interpreting)
        const again = read(JSON.parse(JSON.stringify(kept)))
        expect(again.success && again.output).toEqual(kept)
      }),
    )
  })

  it.each([
    ['somebody unheard of', { ...used(), who: 'neighbour' }],
    ['a way that there is not', { ...used(), mode: 'letter' }],
    ['a reason that there is not', { ...nobody(), reason: 'cost' }],
    ['a note that is too long', nobody('x'.repeat(INTERPRETING_LIMITS.note + 1))],
    ['a name that is too long', used({ name: 'x'.repeat(INTERPRETING_LIMITS.line + 1) })],
    ['nothing', null],
  ])('is refused where it is %s', (_, stored) => {
    expect(read(stored).success).toBe(false)
  })
})

describe('in a report', () => {
  const rows = (interpreting: Interpreting | undefined, language = 'en-GB') =>
    interpretingRows(wordsIn(language), interpreting).map(([label, value]) => [label, plainText(value)])

  it('stands who, in which language and how', () => {
    expect(rows({ ...used({ dialect: 'Mirpuri' }), mode: 'video' } as Interpreting)).toEqual([
      ['Who interpreted', 'A professional interpreter\nS. Noor'],
      ['Language and dialect', 'Urdu, Mirpuri'],
      ['How', 'By video'],
    ])
  })

  it('says that nobody interpreted, before there is a reason', () => {
    expect(rows({ who: 'nobody', note: '' })).toEqual([['Who interpreted', 'Nobody']])
  })

  it('stands no line for what nobody said', () => {
    expect(rows(used({ name: '', language: '' }))).toEqual([
      ['Who interpreted', 'A professional interpreter'],
    ])
    expect(rows(used({ language: '', dialect: 'Mirpuri' }))[1]).toEqual(['Language and dialect', 'Mirpuri'])
    expect(rows(undefined)).toEqual([])
  })

  it('stands why nobody did, with what was added', () => {
    const declined = 'No interpreter: the family chose not to have one'
    expect(rows(nobody())).toEqual([['Who interpreted', declined]])
    expect(rows(nobody('Asked twice.'))).toEqual([['Who interpreted', `${declined}\nAsked twice.`]])
  })

  it.each(LANGUAGES_WITH_WORDS)(
    'stands each of them in %s, and what was typed is in no language',
    (language) => {
      const words = wordsIn(language)
      const all = [
        ...INTERPRETERS.flatMap((who) =>
          INTERPRETING_MODES.map((mode) => ({ ...used({ who }), mode }) as Interpreting),
        ),
        ...NO_INTERPRETER_REASONS.map((reason): Interpreting => ({ who: 'nobody', reason, note: 'typed' })),
      ]
      const said = new Set(all.map((one) => JSON.stringify(rows(one, language))))
      expect(said.size).toBe(all.length)
      for (const value of all.flatMap((one) => interpretingRows(words, one).map(([, value]) => value))) {
        for (const run of typeof value === 'string' ? [] : value) {
          const isTyped = ['S. Noor', 'Urdu', 'typed'].includes(run.text)
          expect(run.language).toBe(isTyped ? undefined : language)
        }
      }
    },
  )
})

describe('the language a family most likely reads', () => {
  const speaks = (name: string, reads = false): SpokenLanguage => ({ name, speaks: true, reads })
  const likely = (...languages: SpokenLanguage[]) => familyOf('child-1', { ...newChild('AB 12'), languages })

  it('is one that they read, before one that they only speak', () => {
    expect(likely(speaks('Urdu'), speaks('Polish', true))).toEqual({ id: 'child-1', likely: 'pl' })
    expect(likely(speaks('Urdu'), speaks('Polish')).likely).toBe('ur')
  })

  it('is another than English, where the record names one that we have', () => {
    expect(likely(speaks('English', true), speaks('اردو')).likely).toBe('ur')
    expect(likely(speaks('English', true), speaks('Welsh', true)).likely).toBe('en-GB')
  })

  it('is not known where the record names none, or none that we have', () => {
    expect(likely().likely).toBeUndefined()
    expect(likely(speaks('Welsh', true)).likely).toBeUndefined()
  })
})
