/** Seldom needed, so fetched (from the precache) with their words when somebody asks for them. */
import { defineAsyncComponent } from 'vue'
import { loadMessages } from '@/languages/i18n.ts'

export const RescueFile = defineAsyncComponent(async () => {
  await loadMessages(['rescue'])
  return import('./RescueFile.vue')
})

export const BringBack = defineAsyncComponent(async () => {
  await loadMessages(['rescue'])
  return import('./BringBack.vue')
})
