/**
 * The messages (vue-i18n). The practitioner's screens are in English: content/interface/text/en-GB/<room>.json. What a family
 * sees, hears or signs is in every language on offer: content/family/text/<language>/<room>.json. Messages are compiled when
 * the app is built; a room's messages are fetched from the precache when they are first needed.
 */
import { createI18n } from 'vue-i18n'
import { ENGLISH, LANGUAGES, type LanguageTag } from './languages.ts'
import { pluralForm } from './plurals.ts'

export type PractitionerRoom = 'app' | 'vault' | 'children' | 'care-profile' | 'reports' | 'rescue' | 'desk'
export type FamilyRoom =
  'calendar' | 'family' | 'interpreting' | 'care-profile-family' | 'care-profile-report'
/** Screens name the rooms whose words they need before they are painted. */
export type MessageRoom = PractitionerRoom | FamilyRoom

const files = import.meta.glob<Record<string, unknown>>(
  ['@content/interface/text/*/*.json', '@content/family/text/*/*.json'],
  { import: 'default' },
)
const loaded = new Set<string>()

export const i18n = createI18n<[], string, false>({
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- in this version the other way is still the default
  legacy: false,
  locale: ENGLISH,
  fallbackLocale: false,
  messages: {},
  pluralRules: Object.fromEntries(
    LANGUAGES.map(({ tag }) => [
      tag,
      (count: number, forms: number) => (forms === 1 ? 0 : Math.min(pluralForm(tag, count), forms - 1)),
    ]),
  ),
})

/** Makes `t('<room>.…')` work. Rejects if a room has no words in that language: a fault of the build. */
export async function loadMessages(
  rooms: readonly MessageRoom[],
  language: LanguageTag = ENGLISH,
): Promise<void> {
  await Promise.all(
    rooms.map(async (room) => {
      if (loaded.has(`${language}/${room}`)) return
      const load =
        files[`/content/interface/text/${language}/${room}.json`] ??
        files[`/content/family/text/${language}/${room}.json`]
      if (!load) throw new Error(`no words: ${room} in ${language}`)
      i18n.global.mergeLocaleMessage(language, { [room]: await load() })
      loaded.add(`${language}/${room}`)
    }),
  )
}
