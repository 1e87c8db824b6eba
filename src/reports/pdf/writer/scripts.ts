/** Which writing system a character belongs to, as far as choosing a font goes. */

/** ISO 15924. `Zyyy` takes its font from the letters around it (spaces, digits, punctuation, marks). */
export type Script = 'Latn' | 'Grek' | 'Cyrl' | 'Arab' | 'Guru' | 'Beng' | 'Taml' | 'Ethi' | 'Zyyy' | 'Zzzz'

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Zyyy', /[\p{Script=Common}\p{Script=Inherited}]/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
]

const known = new Map<number, Script>()

/** `Zzzz` for every script that no shipped font was made for. */
export function scriptOf(codePoint: number): Script {
  let script = known.get(codePoint)
  if (!script) {
    const character = String.fromCodePoint(codePoint)
    script = SCRIPTS.find(([, test]) => test.test(character))?.[0] ?? 'Zzzz'
    known.set(codePoint, script)
  }
  return script
}

/** LRM, RLM, ALM, embeddings, overrides, isolates: they order the text and leave no mark. */
export function isBidiControl(codePoint: number): boolean {
  return (
    codePoint === 0x61c ||
    codePoint === 0x200e ||
    codePoint === 0x200f ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2066 && codePoint <= 0x2069)
  )
}

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u

/** Joiners, variation selectors, soft hyphens: a font need not have them, HarfBuzz hides them. */
export function isIgnorable(codePoint: number): boolean {
  if (codePoint < 0xad) return false
  return IGNORABLE.test(String.fromCodePoint(codePoint))
}
