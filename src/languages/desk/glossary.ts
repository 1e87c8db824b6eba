/** The terms in a text: what each means here, the word that was chosen for it, and whether the translation has that word. */

/** content/glossary/en-GB.json, by id. */
export interface SourceTerm {
  term: string
  /** Part of a regular expression that finds it in the English. */
  match: string
  note: string
}

/** content/glossary/<language>.json, by the same ids. */
export interface GlossaryEntry {
  term: string
  /** Pieces of words by which it is found in a translation. */
  forms: readonly string[]
  note: string
}

export interface TermHere {
  id: string
  english: string
  meaning: string
  /** Undefined where the glossary of this language does not have it yet. */
  chosen: { term: string; why: string; isUsed: boolean } | undefined
}

export function termsIn(
  english: string,
  translation: string,
  terms: Readonly<Record<string, SourceTerm>>,
  glossary: Readonly<Record<string, GlossaryEntry>>,
): TermHere[] {
  const translated = translation.toLowerCase()
  return Object.entries(terms)
    .filter(([, { match }]) => new RegExp(`\\b(?:${match})\\b`, 'i').test(english))
    .map(([id, { term, note }]) => {
      const entry = glossary[id]
      return {
        id,
        english: term,
        meaning: note,
        chosen: entry && {
          term: entry.term,
          why: entry.note,
          isUsed: entry.forms.some((form) => translated.includes(form.toLowerCase())),
        },
      }
    })
}
