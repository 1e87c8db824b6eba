/** Whether a translation has the texts of the English, all of them, no other, and in the same order. */
export interface KeyFaults {
  missing: string[]
  extra: string[]
  /** The first key that stands elsewhere than in the English. */
  outOfOrder: string | undefined
}

export function faultsOfKeys(english: Iterable<string>, translation: Iterable<string>): KeyFaults {
  const wanted = new Set(english)
  const found = new Set(translation)
  const wantedHere = [...wanted].filter((key) => found.has(key))
  const foundHere = [...found].filter((key) => wanted.has(key))
  return {
    missing: [...wanted].filter((key) => !found.has(key)),
    extra: [...found].filter((key) => !wanted.has(key)),
    outOfOrder: foundHere.find((key, index) => key !== wantedHere[index]),
  }
}
