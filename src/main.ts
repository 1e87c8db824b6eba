import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { router } from '@/app/router.ts'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import '@/ui/styles/main.scss'

await loadMessages(['app', 'vault'])

createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
