/** How the browser is started: as a tablet, with no traffic of the browser's own, and a profile that stays. */
import { chromium, type BrowserContext, type LaunchOptions } from '@playwright/test'
import { findChromium } from '../run/find-chromium.ts'

export const launchOptions = (): LaunchOptions => ({
  executablePath: findChromium(),
  chromiumSandbox: false,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})

export const PORTRAIT = { width: 820, height: 1180 }
export const LANDSCAPE = { width: 1180, height: 820 }

export const tablet = { viewport: PORTRAIT, hasTouch: true, isMobile: true, deviceScaleFactor: 1 } as const

/** A context on a folder: what the app stores is there when the browser is killed and started again. */
export function launchOn(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { ...launchOptions(), ...tablet, acceptDownloads: true })
}
