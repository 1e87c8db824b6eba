/** The real words, as the screens and the report have them. */
import { createI18n } from 'vue-i18n'
import reportWords from '@content/interface/text/en-GB/care-profile-report.json'
import sentences from '@content/graded-care-profile/text/en-GB.json'
import { toolText } from '@/languages/tool-text.ts'
import type { ProfileWords } from '@/care-profile/profile-words.ts'

const i18n = createI18n({
  legacy: false,
  locale: 'en-GB',
  fallbackLocale: false,
  missing: (_, key) => {
    throw new Error(`no such words: ${key}`)
  },
  messages: { 'en-GB': { 'care-profile-report': reportWords } },
})

export const words: ProfileWords = {
  t: i18n.global.t,
  text: toolText(sentences, 'en-GB'),
  locale: 'en-GB',
}
