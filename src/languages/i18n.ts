/**
 * The interface's words (vue-i18n). Messages live in content/interface/text/<language>/<room>.json and are
 * compiled when the app is built; a room's messages are fetched from the precache when its first screen opens.
 */
import { createI18n } from 'vue-i18n'

export const DEFAULT_LANGUAGE = 'en-GB'

/** Screens of a room name the room here to have its words ready before they are painted. */
export type MessageRoom =
  'app' | 'vault' | 'children' | 'care-profile' | 'care-profile-report' | 'reports' | 'rescue'

const files = import.meta.glob<Record<string, unknown>>('@content/interface/text/*/*.json', {
  import: 'default',
})
const loaded = new Set<string>()
const rooms = new Set<MessageRoom>()

export const i18n = createI18n<[], string, false>({
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- in this version the other way is still the default
  legacy: false,
  locale: DEFAULT_LANGUAGE,
  fallbackLocale: false,
  messages: {},
})

/** Makes `t('<room>.…')` work. Rejects if a room has no words in that language: a fault of the build. */
export async function loadMessages(
  wanted: readonly MessageRoom[],
  language: string = i18n.global.locale.value,
): Promise<void> {
  await Promise.all(
    wanted.map(async (room) => {
      rooms.add(room)
      const path = `/content/interface/text/${language}/${room}.json`
      if (loaded.has(path)) return
      const load = files[path]
      if (!load) throw new Error(`no interface text: ${path}`)
      i18n.global.mergeLocaleMessage(language, { [room]: await load() })
      loaded.add(path)
    }),
  )
}

/** The rooms whose words some open page may be showing. */
export function loadedRooms(): readonly MessageRoom[] {
  return [...rooms]
}
