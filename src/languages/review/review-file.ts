/**
 * What is known of a translation: content/<folder>/review/<language>.json has one entry for each text. A translation holds for
 * the English it was made from: the entry has that English's hash, so changed English makes it stale by itself.
 */
/** `draft`: made by a machine. `checked`: a person who speaks the language has read it. `approved`: a second one has. */
export type ReviewStatus = 'draft' | 'checked' | 'approved'

export interface ReviewEntry {
  /** `hashOf` of the English. */
  of: string
  status: ReviewStatus
  /** Only once a person has checked it: `hashOf` of the translation they saw, who, and the day (YYYY-MM-DD). */
  is?: string
  by?: string
  on?: string
}

/** By key: `A1a.baby.1` in a tool's folder, `family.view.leave` (file, then path) in content/family. */
export type ReviewFile = Readonly<Record<string, ReviewEntry>>
