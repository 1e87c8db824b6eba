declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}

/** The version in package.json, put in when the app is built. */
declare const __APP_VERSION__: string
