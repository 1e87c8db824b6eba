/** Puts strips onto pages. Strips that keep together wait here until the last of them has come. */
import type { PageWriter } from '../engine.ts'
import type { Area, Paper } from './measures.ts'
import type { Box, Strip } from './strip.ts'

/** Points that sums of heights may be off by. */
const ROUNDING = 0.01

export class Flow {
  /** Lower edge of what stands on the page. */
  private y: number
  private fresh = true
  private breakWanted = false
  private chain: Strip[] = []
  private open: { box: Box; top: number } | undefined

  constructor(
    private readonly page: PageWriter,
    private readonly paper: Paper,
    private readonly body: Area,
  ) {
    this.y = body.top
    page.addPage(paper.width, paper.height)
  }

  add(strips: readonly Strip[]): void {
    for (const strip of strips) {
      this.chain.push(strip)
      if (!strip.keep) this.placeChain()
    }
  }

  /** What comes next begins a page; breaks with nothing between or after them make no empty page. */
  breakPage(): void {
    this.placeChain()
    this.breakWanted = true
  }

  finish(): void {
    this.placeChain()
    this.closeBox()
  }

  private placeChain(): void {
    const chain = this.chain
    this.chain = []
    if (chain.length === 0) return
    if (this.breakWanted && !this.fresh) this.newPage()
    this.breakWanted = false
    this.place(chain)
  }

  private place(chain: readonly Strip[]): void {
    const fitting = this.countFitting(chain)
    if (fitting === chain.length) {
      for (const strip of chain) this.put(strip)
    } else if (this.putUpToCut(chain, fitting)) {
      // The rest has found its place on the pages after.
    } else if (!this.fresh) {
      this.newPage()
      this.place(chain)
    } else {
      // Even a page of its own does not hold the chain: it is broken, and the last that fits leads on to the next page.
      const together = Math.max(1, fitting - 1)
      for (const strip of chain.slice(0, together)) this.put(strip)
      this.place(chain.slice(together))
    }
  }

  /** Cuts the strip over which the page ends, if it can be cut there. */
  private putUpToCut(chain: readonly Strip[], at: number): boolean {
    const cut = chain[at]
    if (!cut?.split) return false
    const room = this.room - (this.heightOf(chain.slice(0, at + 1)) - cut.height)
    const must = this.heightOf(chain) > this.body.bottom - this.body.top
    const pieces = room > 0 ? cut.split(room, must) : undefined
    if (!pieces) return false
    for (const strip of [...chain.slice(0, at), { ...pieces[0], before: cut.before }]) this.put(strip)
    this.newPage()
    this.place([pieces[1], ...chain.slice(at + 1)])
    return true
  }

  private countFitting(chain: readonly Strip[]): number {
    let count = 0
    while (count < chain.length && this.heightOf(chain.slice(0, count + 1)) <= this.room) count++
    return count
  }

  private get room(): number {
    return this.body.bottom - this.y + ROUNDING
  }

  private heightOf(chain: readonly Strip[]): number {
    const head = this.fresh ? (chain[0]?.repeat?.height ?? 0) : 0
    return chain.reduce((sum, strip, at) => sum + this.whiteAbove(strip, at) + strip.height, head)
  }

  private whiteAbove(strip: Strip, place: number): number {
    return this.fresh && place === 0 ? 0 : strip.before
  }

  private put(strip: Strip): void {
    if (this.fresh && strip.repeat) this.draw(strip.repeat, 0)
    this.draw(strip, this.whiteAbove(strip, 0))
    this.fresh = false
  }

  private draw(strip: Strip, white: number): void {
    if (this.open && this.open.box !== strip.box) this.closeBox()
    const top = this.y + white
    strip.draw(top)
    if (strip.box && !this.open) this.open = { box: strip.box, top }
    this.y = top + strip.height
  }

  private closeBox(): void {
    this.open?.box.draw(this.open.top, this.y)
    this.open = undefined
  }

  private newPage(): void {
    this.closeBox()
    this.page.addPage(this.paper.width, this.paper.height)
    this.y = this.body.top
    this.fresh = true
  }
}
