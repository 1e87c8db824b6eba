/** Compares two pictures by their ink, inside the page: a browser reads PNG already. */
import type { Page } from '@playwright/test'

/** Darker than this is ink. */
const INK = 128
/** Device pixels at 288 dpi that a stroke may stand away from its double. */
const REACH = 2

/** For each stretch of rows the share of ink, of both pictures, that has no ink of the other within reach. */
export function strayInk(
  page: Page,
  pictures: { one: Buffer; other: Buffer },
  rows: readonly { from: number; to: number }[],
): Promise<number[]> {
  const url = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`
  return page.evaluate(
    async ({ one, other, rows, ink, reach }) => {
      const read = async (address: string) => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.naturalWidth
        canvas.height = image.naturalHeight
        const context = canvas.getContext('2d', { willReadFrequently: true })!
        context.fillStyle = 'white'
        context.fillRect(0, 0, canvas.width, canvas.height)
        context.drawImage(image, 0, 0)
        const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
        const dark = new Uint8Array(width * height)
        for (let at = 0; at < dark.length; at++) dark[at] = (data[4 * at + 1] ?? 255) < ink ? 1 : 0
        return { dark, width, height }
      }
      const [a, b] = [await read(one), await read(other)]
      if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1)
        throw new Error(`${a.width} × ${a.height} and ${b.width} × ${b.height}`)
      type Picture = typeof a
      const isNear = (picture: Picture, x: number, y: number) => {
        for (let row = Math.max(0, y - reach); row <= Math.min(picture.height - 1, y + reach); row++)
          for (
            let column = Math.max(0, x - reach);
            column <= Math.min(picture.width - 1, x + reach);
            column++
          )
            if (picture.dark[row * picture.width + column]) return true
        return false
      }
      return rows.map(({ from, to }) => {
        let [all, stray] = [0, 0]
        for (const [picture, double] of [
          [a, b],
          [b, a],
        ] as const)
          for (let y = from; y < Math.min(to, picture.height); y++)
            for (let x = 0; x < picture.width; x++)
              if (picture.dark[y * picture.width + x]) {
                all++
                if (!isNear(double, x, y)) stray++
              }
        return all === 0 ? 1 : stray / all
      })
    },
    { one: url(pictures.one), other: url(pictures.other), rows, ink: INK, reach: REACH },
  )
}
