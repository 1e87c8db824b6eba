/** The real words, as the screens and the report have them. */
import sentences from '@content/graded-care-profile/text/en-GB.json'
import { messagesOf } from '../languages/messages.ts'
import { toolText } from '@/languages/tool-text.ts'
import { wordsOf, type Words } from '@/languages/words.ts'

export const words: Words = wordsOf(
  'en-GB',
  toolText(sentences, 'en-GB'),
  messagesOf('en-GB'),
  () => true,
  () => true,
)
