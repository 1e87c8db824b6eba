import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { router } from '@/app/router.ts'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { rememberedLanguage, switchLanguage } from '@/languages/use-language.ts'
import '@/ui/styles/main.scss'

await loadMessages(['app', 'vault'], rememberedLanguage())
await switchLanguage(rememberedLanguage())

createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
