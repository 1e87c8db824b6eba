/** A copy of the built app that can be published anew: what a host serves after a release. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Site } from '../site.ts'

const FIRST_PORT = 4340

export class PublishedSite {
  readonly #folder = mkdtempSync(join(tmpdir(), 'published-'))
  readonly #site: Site

  constructor(worker: number) {
    cpSync('dist', this.#folder, { recursive: true })
    this.#site = new Site(FIRST_PORT + worker, this.#folder)
  }

  get origin(): string {
    return this.#site.origin
  }

  start(): Promise<void> {
    return this.#site.start()
  }

  /** The next release: another page, which says its name, and the service worker that knows of it. */
  publish(version: string): void {
    this.#change('index.html', (page) =>
      page.replace('<head>', `<head><meta name="release" content="${version}">`),
    )
    this.#change('sw.js', (worker) =>
      worker.replace(/(url:"index\.html",revision:)"[^"]*"/, `$1${JSON.stringify(version)}`),
    )
  }

  #change(file: string, change: (text: string) => string): void {
    const path = join(this.#folder, file)
    const before = readFileSync(path, 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`nothing to change in ${file}: the build has another form`)
    writeFileSync(path, after)
  }

  async dispose(): Promise<void> {
    await this.#site.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
