import { describe, expect, it } from 'vitest'
import { termsMissing } from '../../../content/languages/glossary.ts'
import { faultsOfKeys } from '../../../content/languages/rules/keys.ts'
import {
  faultsOfForms,
  faultsOfMessage,
  faultsOfPlaceholders,
} from '../../../content/languages/rules/message.ts'
import { faultsOfNumbers, valueOf } from '../../../content/languages/rules/numbers.ts'
import {
  faultOfFullStop,
  faultOfLatin,
  faultOfLength,
  faultOfSameWords,
  faultsOfLetters,
} from '../../../content/languages/rules/wording.ts'

describe('keys of a translation', () => {
  it('are those of the English in their order', () => {
    expect(faultsOfKeys(['a', 'b'], ['a', 'b'])).toEqual({ missing: [], extra: [], outOfOrder: undefined })
  })

  it('are missing, extra or out of order, each by itself', () => {
    expect(faultsOfKeys(['a', 'b', 'c'], ['x', 'a', 'c'])).toEqual({
      missing: ['b'],
      extra: ['x'],
      outOfOrder: undefined,
    })
    expect(faultsOfKeys(['a', 'b', 'c'], ['a', 'c', 'b']).outOfOrder).toBe('c')
  })
})

describe('a message', () => {
  it('has the placeholders and forms of its English', () => {
    expect(faultsOfPlaceholders('{n} day | {n} days', '{n} zi | {n} zile | {n} de zile', 'ro')).toEqual([])
    expect(faultsOfPlaceholders('{n} day | {n} days', '{n} zi | {n} zile', 'ro')).toEqual([
      '2 plural forms in place of 1 or 3',
    ])
    expect(faultsOfPlaceholders('By {name}', 'De', 'ro')).toEqual([
      'placeholder-broken: none where the English has {name}',
    ])
  })

  it('can be read', () => {
    expect(faultsOfMessage('By {name}')).toEqual([])
    expect(faultsOfMessage('By {name')).toHaveLength(1)
    expect(faultsOfForms('a | b', 'en-GB')).toEqual([])
    expect(faultsOfForms('a | b | c', 'en-GB')).toHaveLength(1)
  })
})

describe('numbers', () => {
  const WESTERN = '0123456789'
  const ARABIC = '٠١٢٣٤٥٦٧٨٩'

  it.each([
    ['the same', 'Under 5 years', 'Sub 5 ani', WESTERN],
    ['in the language’s own digits', 'Under 5 years', 'خوار ٥ ساڵ', ARABIC],
    ['a code as it stands', 'The home (B1d), 2 rooms', 'ماڵ (B1d)، ٢ ژوور', ARABIC],
    ['a grade as it stands', 'A grade of 4 or 5 decides', 'پلەی 4 یان 5 بڕیار دەدات', ARABIC],
    ['the emergency number as it stands', 'Call 999', 'تەلەفۆن بۆ 999 بکە', ARABIC],
    ['in another order', 'From 2 to 4 weeks, 9 days', '9 z 4 2', WESTERN],
  ])('are right where they are %s', (_what, english, translation, digits) => {
    expect(faultsOfNumbers(english, translation, digits)).toEqual([])
  })

  it.each([
    ['another', 'Under 5 years', 'Sub 6 ani', WESTERN],
    ['left out', 'Under 5 years', 'Sub cinci ani', WESTERN],
    ['added', 'Under five', 'Sub 5', WESTERN],
    ['in digits that the language does not use', 'Under 5 years', 'Sub ٥ ani', WESTERN],
    ['in Western digits where the language has its own', 'Under 5 years', 'خوار 5 ساڵ', ARABIC],
    ['a grade in other digits', 'A grade of 4 or 5', 'پلەی ٤ یان 5', ARABIC],
    ['an emergency number in other digits', 'Call 999', 'تەلەفۆن بۆ ٩٩٩', ARABIC],
    ['a label of a grade in other digits', '5: {quality}', '٥: {quality}', ARABIC],
    ['another code', 'The home (B1d)', 'ماڵ (B1c)', ARABIC],
    ['a code in other digits', 'The home (B1d)', 'ماڵ (B١d)', ARABIC],
  ])('are wrong where one is %s', (_what, english, translation, digits) => {
    expect(faultsOfNumbers(english, translation, digits)).toHaveLength(1)
  })

  it.each([
    ['٣', '3'],
    ['۱۲', '12'],
    ['੫', '5'],
    ['0', '0'],
    // Here one set of ten digits follows another without a gap.
    ['𝟙', '1'],
  ])('have a value in every script: %s is %s', (written, value) => {
    expect(valueOf(written)).toBe(value)
  })
})

describe('words left in English', () => {
  it('are named where there are words at all', () => {
    expect(faultOfSameWords('Go back', 'Go back')).toBe('same as English')
    expect(faultOfSameWords('Go back', 'Wróć')).toBeUndefined()
    expect(faultOfSameWords('{day} {month}', '{day} {month}')).toBeUndefined()
    expect(faultOfSameWords('0123456789', '0123456789')).toBeUndefined()
  })
})

describe('Latin letters', () => {
  it.each([
    ['a word', 'یہ word ہے', 'ur', 'Latin letters: word'],
    ['a single letter', 'یہ x ہے', 'ckb', 'Latin letters: x'],
    ['letters with marks', 'ਇਹ ż ਹੈ', 'pa', 'Latin letters: ż'],
    ['a name that nobody listed', 'یہ GCP2 ہے', 'ur', 'Latin letters: GCP2'],
    ['a placeholder', 'یہ {name} ہے', 'ur', undefined],
    ['an item code', 'یہ B1d ہے', 'ur', undefined],
    ['a listed name', 'یہ PDF ہے', 'ur', undefined],
    ['a language that is written in them', 'To jest', 'pl', undefined],
  ])('are looked for: %s', (_what, translation, language, fault) => {
    expect(faultOfLatin(translation, language, ['PDF'])).toBe(fault)
  })
})

describe('the length', () => {
  const SENTENCE = 'The child is warm and dry each night.'

  it('may be half to twice that of a sentence', () => {
    expect(faultOfLength(SENTENCE, 'a'.repeat(20))).toBeUndefined()
    expect(faultOfLength(SENTENCE, 'a'.repeat(17))).toContain('length: 0.46')
    expect(faultOfLength(SENTENCE, 'a'.repeat(75))).toContain('length: 2.03')
  })

  it('of a word may be more', () => {
    expect(faultOfLength('Food', 'a'.repeat(32))).toBeUndefined()
    expect(faultOfLength('Food', 'a'.repeat(33))).toBe('length: 33 letters for 4')
  })

  it('is that of one form, and without placeholders', () => {
    expect(faultOfLength('{n} day | {n} days', Array(6).fill('{n} يوماً كاملاً').join(' | '))).toBeUndefined()
    expect(faultOfLength(SENTENCE, `${'a'.repeat(17)}{a-very-long-placeholder}`)).toContain('length')
  })
})

describe('a full stop', () => {
  it.each([
    ['Go home now.', 'Idź do domu.', undefined],
    ['Go home now.', 'گھر جائیں۔', undefined],
    ['Go home now.', 'ਘਰ ਜਾਓ।', undefined],
    ['Ask where they are.', 'Gdzie są?', undefined],
    ['Go home now.', 'Idź do domu', 'no full stop'],
    ['Jan', 'sty.', undefined],
    ['The first part of what we look at', 'Pierwsza część.', 'a full stop that the English does not have'],
  ])('of "%s" is kept in "%s"', (english, translation, fault) => {
    expect(faultOfFullStop(english, translation)).toBe(fault)
  })
})

describe('letters', () => {
  it.each([
    ['a direction mark', 'a\u200fb', 'ar', ['an invisible character: U+200F']],
    ['a joiner in Latin script', 'a\u200cb', 'pl', ['an invisible character: U+200C']],
    ['a joiner in Sorani', 'ا\u200cب', 'ckb', []],
    ['an angle bracket', 'a > b', 'pl', ['an angle bracket']],
    ['a letter of another language', 'كل كل', 'ur', ['letter U+0643 in place of U+06A9']],
  ])('are looked at: %s', (_what, translation, language, faults) => {
    expect(faultsOfLetters(translation, language, { ك: 'ک' })).toEqual(faults)
  })
})

describe('a term of the glossary', () => {
  const TERMS = [
    { id: 'grade', term: 'grade', note: '', isIn: (english: string) => /\bgrades?\b/i.test(english) },
  ]
  const POLISH = { grade: { term: 'ocena', forms: ['ocen'], note: '' } }

  it('is in the translation wherever it is in the English', () => {
    expect(termsMissing('The Grades', 'Oceny', TERMS, POLISH)).toEqual([])
    expect(termsMissing('The grades', 'Stopnie', TERMS, POLISH)).toEqual(['grade'])
    expect(termsMissing('The scores', 'Stopnie', TERMS, POLISH)).toEqual([])
  })

  it('is not a placeholder of that name', () => {
    expect(termsMissing('It is {grade}', 'To {grade}', TERMS, POLISH)).toEqual([])
    expect(termsMissing('The grade', '{ocen}', TERMS, POLISH)).toEqual(['grade'])
  })
})
