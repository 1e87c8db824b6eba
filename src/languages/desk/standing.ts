/** How a text stands: what the toolkit knows of it, then what colleagues did, then one's own work. */
import type { LanguageTag } from '../languages.ts'
import type { DeskEntry } from '../review/desk-file.ts'
import type { ReviewStatus } from '../review/review-file.ts'
import { hashOf } from '../review/source-hash.ts'
import { cleaned, faultOfWords, type WordsFault } from './better-words.ts'
import { idOf, type DeskText } from './desk-text.ts'
import type { Work, WorkEntry } from './work.ts'

export interface Standing {
  text: DeskText
  /** The translation that is looked at: a colleague's words, where a file of theirs was brought in. Empty: none yet. */
  translation: string
  was: string
  /** Without one's own work. */
  before: { status: ReviewStatus; by: string | undefined; on: string | undefined }
  /** It was checked once, and then the English or the translation changed. */
  isStale: boolean
  mine: WorkEntry | undefined
  /** False where one's own entry is for a wording that has changed since. */
  isMineCurrent: boolean
  /** One's own words, fit for the file; undefined where there are none, or they need mending. */
  words: string | undefined
  wordsFault: WordsFault | undefined
  /** With one's own work. */
  status: ReviewStatus
}

export function standingOf(text: DeskText, work: Work, language: LanguageTag): Standing {
  const under = beneath(text, work, language)
  const mine = work.entries[text.id]
  const isMineCurrent = mine !== undefined && isAbout(mine, text.of, under.was)
  const typed = mine?.words === undefined ? undefined : cleaned(mine.words)
  const wordsFault = typed === undefined ? undefined : faultOfWords(typed, text.english, language)
  const isSuggestion = typed !== undefined && !wordsFault && typed !== under.translation
  const words = isSuggestion && isMineCurrent ? typed : undefined
  return {
    text,
    ...under,
    mine,
    isMineCurrent,
    words,
    wordsFault,
    status: isMineCurrent && mine.status !== 'draft' ? mine.status : words ? 'draft' : under.before.status,
  }
}

type Beneath = Pick<Standing, 'translation' | 'was' | 'before' | 'isStale'>

function beneath(text: DeskText, work: Work, language: LanguageTag): Beneath {
  const { review } = text
  const isChecked = review !== undefined && review.status !== 'draft'
  const isStale = isChecked && (review.of !== text.of || (review.is !== undefined && review.is !== text.was))
  let under: Beneath = {
    translation: text.translation,
    was: text.was,
    before:
      isChecked && !isStale
        ? { status: review.status, by: review.by, on: review.on }
        : { status: 'draft', by: undefined, on: undefined },
    isStale,
  }
  for (const { by, savedAt, entries } of work.before) {
    const entry = entries.find(({ folder, key }) => idOf(folder, key) === text.id)
    if (!entry || !isAbout(entry, text.of, under.was)) continue
    const words = entry.words === undefined ? '' : cleaned(entry.words)
    const isFit = words !== '' && !faultOfWords(words, text.english, language)
    if (isFit) under = { ...under, translation: words, was: hashOf(words) }
    if (isFit || entry.status !== 'draft')
      under = { ...under, before: { status: entry.status, by, on: savedAt }, isStale: false }
  }
  return under
}

function isAbout(entry: DeskEntry, of: string, was: string): boolean {
  return entry.of === of && entry.was === was
}

/**
 * The mark that this person may set now. Approving is for a second person: whoever checked a wording cannot approve it, and
 * one's own better words are for somebody else to approve.
 */
export function markFor(standing: Standing, by: string): 'checked' | 'approved' | undefined {
  const { before, mine, isMineCurrent, words, wordsFault, translation } = standing
  if (isMineCurrent && mine && mine.status !== 'draft') return undefined
  if (wordsFault || (translation === '' && words === undefined)) return undefined
  if (words !== undefined || before.status === 'draft') return 'checked'
  if (before.status === 'checked') return isSamePerson(before.by ?? '', by) ? undefined : 'approved'
  return undefined
}

export function isSamePerson(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The toolkit has it by now: the same words, and it counts as much as this person said. */
export function isTakenIn({ text, mine }: Standing): boolean {
  if (!mine || !text.review || mine.of !== text.of || text.review.of !== text.of) return false
  const said = mine.words === undefined ? mine.was : hashOf(cleaned(mine.words))
  if (said !== text.was || mine.note !== undefined) return false
  if (mine.status === 'draft') return true
  return (
    text.review.is === text.was && (mine.status === text.review.status || text.review.status === 'approved')
  )
}

/** Keeps what has not changed, so that a key that is pressed works out one text and not seven hundred. */
export function createStandings(language: LanguageTag) {
  let kept = new Map<string, Standing>()
  let keptFor: Work['before'] | undefined
  return (texts: readonly DeskText[], work: Work): ReadonlyMap<string, Standing> => {
    const mayKeep = keptFor === work.before
    const next = new Map<string, Standing>()
    for (const text of texts) {
      const before = mayKeep ? kept.get(text.id) : undefined
      const isSame = before?.text === text && before.mine === work.entries[text.id]
      next.set(text.id, isSame ? before : standingOf(text, work, language))
    }
    kept = next
    keptFor = work.before
    return next
  }
}
