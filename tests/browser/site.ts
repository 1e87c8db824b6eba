/** The built app on this machine, with the production headers; it can be stopped, as a network can. */
import { preview, type PreviewServer } from 'vite'
import { securityHeaders } from '../run/security-headers.ts'

export class Site {
  readonly origin: string
  #server: PreviewServer | null = null

  constructor(
    private readonly port: number,
    private readonly folder = 'dist',
  ) {
    this.origin = `http://127.0.0.1:${port}`
  }

  async start(): Promise<void> {
    if (this.#server) return
    this.#server = await preview({
      configFile: false,
      logLevel: 'silent',
      build: { outDir: this.folder },
      preview: { host: '127.0.0.1', port: this.port, strictPort: true, headers: securityHeaders },
    })
  }

  /** After this nothing answers: every request to the origin is refused. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    const { httpServer } = server
    if ('closeAllConnections' in httpServer) httpServer.closeAllConnections()
    await server.close()
  }
}
