/** Finding a child by what is typed of the reference, however it is spelled. */

/** Letters that do not come apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ß: 'ss',
  // Arabic and Urdu keyboards give different letters for what is written the same.
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
}

/** Case, accents, vowel marks, width and runs of space make no difference: "LUKASZ" finds "Łukasz". */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Every word typed has to stand somewhere in the reference, in any order; nothing typed finds all. */
export function findByReference<T>(
  entries: readonly T[],
  referenceOf: (entry: T) => string,
  typed: string,
): T[] {
  const words = foldForSearch(typed).split(' ')
  return entries.filter((entry) => {
    const reference = foldForSearch(referenceOf(entry))
    return words.every((word) => reference.includes(word))
  })
}
