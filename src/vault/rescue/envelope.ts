/** What stands in a rescue file, once it is opened: JSON, and believed only as far as this schema goes. */
import * as v from 'valibot'
import { utf8 } from '../crypto/bytes.ts'
import { paddedSize } from '../crypto/padding.ts'
import { LEDGER_ID, LEDGER_KIND } from '../ledger.ts'

const WHAT = 'toolkit-rescue'
const SCHEMA = 1
const MOST_RECORDS = 2_000

export interface RescuedRecord {
  id: string
  kind: string
  body: unknown
  /** The revision on the disk that these words came after; 0 when there was none. */
  after: number
  /** False: it was safe on the disk, and comes along because unsaved words belong to it. */
  unsaved: boolean
}

export interface Envelope {
  what: typeof WHAT
  schema: typeof SCHEMA
  /** The vault that it comes from: revisions of two vaults cannot be compared. */
  vaultId: string
  /** Epoch ms. */
  madeAt: number
  records: RescuedRecord[]
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const record: v.GenericSchema<unknown, RescuedRecord> = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/), v.notValue(LEDGER_ID)),
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/), v.notValue(LEDGER_KIND)),
  body: v.custom<object>((body) => typeof body === 'object' && body !== null),
  after: count,
  unsaved: v.boolean(),
})

const envelope: v.GenericSchema<unknown, Envelope> = v.object({
  what: v.literal(WHAT),
  schema: v.literal(SCHEMA),
  vaultId: v.pipe(v.string(), v.maxLength(64)),
  madeAt: count,
  records: v.pipe(
    v.array(record),
    v.minLength(1),
    v.maxLength(MOST_RECORDS),
    v.check((records) => new Set(records.map(({ id }) => id)).size === records.length),
  ),
})

const anyVersion = v.object({ what: v.literal(WHAT), schema: v.pipe(v.number(), v.minValue(SCHEMA + 1)) })

/** With white space after it, so that the file's size tells little of how much was written. */
export function writeEnvelope(parts: Pick<Envelope, 'vaultId' | 'madeAt' | 'records'>): string {
  const text = JSON.stringify({ what: WHAT, schema: SCHEMA, ...parts } satisfies Envelope)
  const length = utf8(text).length
  return text + ' '.repeat(paddedSize(length) - length)
}

export type ReadEnvelope =
  { ok: true; envelope: Envelope } | { ok: false; reason: 'not-ours' | 'newer-version' }

export function readEnvelope(text: string): ReadEnvelope {
  try {
    const content: unknown = JSON.parse(text)
    const read = v.safeParse(envelope, content, { abortEarly: true })
    if (read.success) return { ok: true, envelope: read.output }
    return { ok: false, reason: v.is(anyVersion, content) ? 'newer-version' : 'not-ours' }
  } catch {
    return { ok: false, reason: 'not-ours' }
  }
}
