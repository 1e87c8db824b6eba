import type { SaveFailureReason } from './types.ts'

/** What the vault rejects with: a code, never a sentence and never a word of a record. */
export class VaultFailure extends Error {
  readonly reason: SaveFailureReason | 'locked'

  constructor(reason: SaveFailureReason | 'locked', cause?: unknown) {
    super(reason, { cause })
    this.name = 'VaultFailure'
    this.reason = reason
  }
}

interface Named {
  name?: unknown
  message?: unknown
  inner?: unknown
  cause?: unknown
}

const CLOSED_NAMES = new Set(['DatabaseClosedError', 'InvalidStateError', 'OpenFailedError'])
const FULL_NAMES = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])
const REFUSED_NAMES = new Set([
  'SecurityError',
  'NotAllowedError',
  'ReadOnlyError',
  'ReadonlyError',
  'MissingAPIError',
])
/** WebKit and Chrome say with UnknownError or AbortError that the connection went away; only the text tells. */
const CLOSED_TEXT = /connection (to|is|was)|server lost|closing|database is not running/i

/** What an error of IndexedDB, or Dexie's wrapping of one, means for the person who typed. */
export function failureReason(error: unknown): SaveFailureReason {
  for (const layer of layersOf(error)) {
    if (layer instanceof VaultFailure) return layer.reason === 'locked' ? 'unknown' : layer.reason
    const name = typeof layer.name === 'string' ? layer.name : ''
    if (FULL_NAMES.has(name)) return 'full'
    if (REFUSED_NAMES.has(name)) return 'refused'
    if (CLOSED_NAMES.has(name)) return 'closed'
    if (typeof layer.message === 'string' && CLOSED_TEXT.test(layer.message)) return 'closed'
  }
  return 'unknown'
}

/** The innermost cause first: it is the browser's own word. */
function layersOf(error: unknown): Named[] {
  const layers: Named[] = []
  let layer: unknown = error
  while (typeof layer === 'object' && layer !== null && layers.length < 5) {
    layers.unshift(layer)
    const named: Named = layer
    layer = named.inner ?? named.cause
  }
  return layers
}
