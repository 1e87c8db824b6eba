import { fileURLToPath } from 'node:url'
import VueI18nPlugin from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import rtlcss from 'postcss-rtlcss'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import pkg from './package.json' with { type: 'json' }
import { reportFonts } from './src/reports/pdf/writer/font-subset-plugin.ts'
import { checkContent } from './tests/content/check.ts'
import { headersFile, securityHeaders } from './tests/run/security-headers.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A wrong word list must not reach a family: the build stops where the content check does. */
function contentMustBeRight(): Plugin {
  return {
    name: 'content-check',
    apply: 'build',
    buildStart() {
      const faults = checkContent(here('.'))
      for (const fault of faults) this.warn(`${fault.file}:${fault.line} ${fault.message}`)
      if (faults.length > 0) this.error(`${faults.length} faults in content/ (npm run check:content)`)
    },
  }
}

/**
 * vue-i18n takes the whole of Vue by name (`import * as Vue`) to look for one function, so nothing of Vue can be left out of
 * the bundle: 8 kB more on the first screen. The name it looks for does not exist in Vue 3.5; the function does.
 */
function onlyTheVueWeUse(): Plugin {
  const wholeVue = "import * as Vue from 'vue';"
  return {
    name: 'only-the-vue-we-use',
    apply: 'build',
    transform: {
      filter: { id: /vue-i18n\.runtime\.mjs$/ },
      handler(code) {
        if (!code.includes(wholeVue))
          this.error('vue-i18n no longer takes the whole of Vue: remove this plugin')
        return code.replace(
          wholeVue,
          "import { getCurrentInstance as vueInstance } from 'vue'; const Vue = { getCurrentInstance: vueInstance };",
        )
      },
    },
  }
}

/** Static hosts that read a `_headers` file then send what the local server and the tests send. */
function headersForHosts(): Plugin {
  return {
    name: 'headers-for-hosts',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
    },
  }
}

export default defineConfig({
  define: {
    __APP_VERSION__: JSON.stringify(pkg.version),
    __VUE_OPTIONS_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${here('./src')}/` },
      { find: /^@content\//, replacement: `${here('./content')}/` },
      // The package's own entry is the ES5 build; this one is smaller and what every browser we support can run.
      { find: /^dexie$/, replacement: here('./node_modules/dexie/dist/modern/dexie.min.mjs') },
      // jsPDF can render HTML with these; we never do, and they would triple what is downloaded (tools.md 1.3).
      { find: /^(html2canvas|canvg|dompurify)$/, replacement: here('./src/reports/pdf/nothing.ts') },
    ],
  },
  css: {
    postcss: { plugins: [rtlcss({ mode: 'combined' })] },
    preprocessorOptions: { scss: { quietDeps: true, loadPaths: [here('./node_modules')] } },
  },
  build: {
    target: 'es2022',
    cssMinify: 'lightningcss',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', plugins: () => [reportFonts(here('.'))] },
  plugins: [
    contentMustBeRight(),
    vue(),
    onlyTheVueWeUse(),
    VueI18nPlugin({
      include: [here('./content/interface/text/**/*.json'), here('./content/family/text/**/*.json')],
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
      strictMessage: true,
    }),
    reportFonts(here('.')),
    headersForHosts(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifestFilename: 'manifest.webmanifest',
      // The short name is what stands under the icon on a home screen that others see.
      manifest: {
        id: '/',
        name: 'Care notes toolkit',
        short_name: 'Toolkit',
        description: 'Notes kept on this device.',
        lang: 'en-GB',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#1d4f5f',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,json,svg,png,ttf,woff2,wasm,webmanifest}'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
        navigateFallback: '/index.html',
        // The first visit is served from the cache at once: someone may install it at the office door and drive off.
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        // Files carry a hash in their name: none needs a second one in its address.
        dontCacheBustURLsMatching: /-[\w-]{8}\./,
      },
    }),
  ],
  preview: { host: '127.0.0.1', port: 4173, strictPort: true, headers: securityHeaders },
})
