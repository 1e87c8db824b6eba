/** A tablet: one browser profile on disk that can be closed, killed like a process that ran out of battery, and started again. */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { launchOn } from './chromium.ts'

export class Tablet {
  readonly profile = mkdtempSync(join(tmpdir(), 'tablet-'))
  /** Every request that left the page or its service worker, for the tests that say none leaves the origin. */
  readonly requests: string[] = []
  #context: BrowserContext | null = null

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the tablet is switched off')
    return this.#context
  }

  async start(): Promise<Page> {
    this.#context = await launchOn(this.profile)
    // A step that hangs says so long before the test's own time is over.
    this.#context.setDefaultTimeout(20_000)
    this.#context.on('request', (request) => this.requests.push(request.url()))
    return this.#context.pages()[0] ?? (await this.#context.newPage())
  }

  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = null
  }

  /** SIGKILL to the browser's main process: nothing is flushed, nothing is told. */
  async kill(): Promise<void> {
    const context = this.context
    const pid = Number(readlinkSync(join(this.profile, 'SingletonLock')).split('-').pop())
    const gone = new Promise((resolve) => context.once('close', resolve))
    process.kill(pid, 'SIGKILL')
    await gone
    this.#context = null
    for (const file of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
      rmSync(join(this.profile, file), { force: true })
    }
  }

  /** Each file of the profile with its bytes: what a thief with the disk would read. */
  files(): { file: string; bytes: Buffer }[] {
    return readdirSync(this.profile, { recursive: true, encoding: 'utf8' })
      .filter((file) => {
        try {
          return statSync(join(this.profile, file)).isFile()
        } catch {
          // Links to sockets of a browser that has ended.
          return false
        }
      })
      .map((file) => ({ file, bytes: readFileSync(join(this.profile, file)) }))
  }

  async dispose(): Promise<void> {
    await this.close().catch(() => undefined)
    rmSync(this.profile, { recursive: true, force: true })
  }
}
