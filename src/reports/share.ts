/**
 * Hands a finished file over: through the device's share sheet, or as a download. On iOS a share sheet only opens in
 * the tap itself and only with a file that exists already (trust.md), so nothing is awaited before it.
 */

export type HandOver =
  | { outcome: 'shared' }
  | { outcome: 'downloaded' }
  /** Closed by the person. */
  | { outcome: 'cancelled' }
  | { outcome: 'failed' }

const PDF = 'application/pdf'
const PLAIN_NAME = 'report'
const LONGEST_NAME = 60
/** Long enough for a browser to have begun to read the file; Safari reads it after the tap. */
const READ_WITHIN_MS = 20_000

/** Separators of paths, control characters and what turns the direction of a name round. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu

/** Says nothing of anyone unless it is told to. */
export function fileName(name: string = PLAIN_NAME): string {
  const clean = Array.from(
    name
      .replace(NOT_IN_A_NAME, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^[.\s]+/u, ''),
  )
  return `${clean.slice(0, LONGEST_NAME).join('').trim() || PLAIN_NAME}.pdf`
}

export function canShare(file: Blob, name?: string): boolean {
  // Some browsers have `share` without files.
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [asFile(file, name)] })
}

/** Called in the tap. Where the sheet refuses the file it is downloaded. */
export async function share(file: Blob, name?: string): Promise<HandOver> {
  if (!canShare(file, name)) return download(file, name)
  try {
    // Only the file: a title or text beside it makes some targets drop the file.
    await navigator.share({ files: [asFile(file, name)] })
    return { outcome: 'shared' }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { outcome: 'cancelled' }
    return download(file, name)
  }
}

export function download(file: Blob, name?: string): HandOver {
  try {
    const url = URL.createObjectURL(file)
    open.set(
      url,
      setTimeout(() => release(url), READ_WITHIN_MS),
    )
    const link = document.createElement('a')
    link.href = url
    link.download = asFile(file, name).name
    link.rel = 'noopener'
    document.body.append(link)
    link.click()
    link.remove()
    return { outcome: 'downloaded' }
  } catch {
    return { outcome: 'failed' }
  }
}

/** Addresses of files that can still be read by this page. */
const open = new Map<string, ReturnType<typeof setTimeout>>()

function release(url: string): void {
  clearTimeout(open.get(url))
  open.delete(url)
  URL.revokeObjectURL(url)
}

/** For the lock and for leaving the page: no file can be read by its address any more (design.md 3.4). */
export function releaseAll(): void {
  for (const url of open.keys()) release(url)
}

/** A file that has a name and a type already keeps them; what has none is a report. */
function asFile(file: Blob, name?: string): File {
  return file instanceof File ? file : new File([file], fileName(name), { type: PDF })
}
