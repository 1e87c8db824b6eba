/** The real messages for families, of any language, without the app's own loader. Throws on an unknown key. */
import { createI18n } from 'vue-i18n'
import { LANGUAGES } from '@/languages/languages.ts'
import { pluralForm } from '@/languages/plurals.ts'

const files = import.meta.glob<Record<string, unknown>>('@content/family/text/*/*.json', {
  import: 'default',
  eager: true,
})

export function messagesOf(language: string) {
  const messages: Record<string, Record<string, unknown>> = {}
  for (const [path, text] of Object.entries(files)) {
    const [tag, room] = path.split('/').slice(-2)
    if (tag === language && room) messages[room.replace('.json', '')] = text
  }
  const i18n = createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: false,
    missing: (_, key) => {
      throw new Error(`no such words: ${key} (${language})`)
    },
    messages: { [language]: messages },
    pluralRules: Object.fromEntries(
      LANGUAGES.map(({ tag }) => [
        tag,
        (count: number, forms: number) => (forms === 1 ? 0 : pluralForm(tag, count)),
      ]),
    ),
  })
  return i18n.global.t as (key: string, named: Record<string, unknown>, options: object) => string
}
