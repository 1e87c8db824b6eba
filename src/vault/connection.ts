/**
 * The open database, and its reopening. iOS and WebKit close IndexedDB in the background, with or without a `close`
 * event (enketo#953); endless retries wear a device out (Expensify/App#87864: 121,645 in a week). So: reopen at
 * most three times in a row, then fail until a probe, asked for when the page is seen again, succeeds.
 */
import { VaultDatabase } from './database.ts'
import { failureReason, VaultFailure } from './failure.ts'
import type { UnavailableReason } from './types.ts'

const MOST_REOPENINGS = 3
// (Dexie adds up to two of its own when a transaction meets a dead connection.)
/** A request that WebKit has lost never answers. */
const NO_ANSWER_MS = 15_000

export type OpenOutcome = 'open' | UnavailableReason

export interface Connection {
  open(onBlocked: () => void): Promise<OpenOutcome>
  /**
   * Runs `work` on the open database, and again after each reopening: it must bear being run twice.
   * Rejects with VaultFailure only.
   */
  use<R>(work: (database: VaultDatabase) => PromiseLike<R>): Promise<R>
  /** After a failure: one more try at opening, with a small read. */
  probe(): Promise<boolean>
  /** The reopenings are used up. */
  readonly failed: boolean
  close(): void
}

export function createConnection(factory: IDBFactory, keyRange: typeof IDBKeyRange): Connection {
  const database = new VaultDatabase(factory, keyRange)
  let reopenings = 0
  /** Counts openings, so that a late error of an old connection does not close the new one. */
  let generation = 0
  let opening: Promise<void> | undefined
  /** Another tab holds an older version open: waiting is right, and ends when that tab is closed. */
  let blocked = false

  function openOnce(): Promise<void> {
    opening ??= answered(database.open(), () => blocked)
      .then(() => {
        generation += 1
      })
      .finally(() => {
        opening = undefined
      })
    return opening
  }

  async function reopen(): Promise<void> {
    if (opening) return opening
    if (reopenings >= MOST_REOPENINGS) throw new VaultFailure('closed')
    reopenings += 1
    await openOnce()
  }

  async function use<R>(work: (database: VaultDatabase) => PromiseLike<R>): Promise<R> {
    for (;;) {
      const before = generation
      try {
        if (!database.isOpen()) await reopen()
        const result = await answered(work(database))
        reopenings = 0
        return result
      } catch (error) {
        const reason = failureReason(error)
        if (reason !== 'closed') throw error instanceof VaultFailure ? error : new VaultFailure(reason, error)
        if (generation === before || !database.isOpen()) database.close()
        if (reopenings >= MOST_REOPENINGS) throw new VaultFailure('closed', error)
      }
    }
  }

  return {
    async open(onBlocked) {
      const hear = () => {
        blocked = true
        onBlocked()
      }
      database.on('blocked', hear)
      reopenings = 0
      try {
        await openOnce()
        return 'open'
      } catch (error) {
        return whyNotOpen(error)
      } finally {
        blocked = false
        database.on('blocked').unsubscribe(hear)
      }
    },
    use,
    async probe() {
      if (reopenings >= MOST_REOPENINGS) reopenings = MOST_REOPENINGS - 1
      try {
        await use((open) => open.meta.get('vault'))
        return true
      } catch {
        return false
      }
    },
    get failed() {
      return reopenings >= MOST_REOPENINGS
    },
    close: () => database.close(),
  }
}

/** Where there is no IndexedDB at all: everything is refused, in words that a screen can say. */
export function noConnection(): Connection {
  return {
    open: () => Promise.resolve('no-indexeddb'),
    use: () => Promise.reject(new VaultFailure('refused')),
    probe: () => Promise.resolve(false),
    failed: false,
    close: () => undefined,
  }
}

/** A promise that answers in time, or counts as a closed database, unless there is a reason for patience. */
function answered<R>(work: PromiseLike<R>, patient: () => boolean = () => false): Promise<R> {
  return new Promise<R>((resolve, reject) => {
    const timer = setTimeout(() => patient() || reject(new VaultFailure('closed')), NO_ANSWER_MS)
    work.then(
      (result) => {
        clearTimeout(timer)
        resolve(result)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error instanceof Error ? error : new VaultFailure('unknown', error))
      },
    )
  })
}

function whyNotOpen(error: unknown): UnavailableReason {
  if (error instanceof VaultFailure) return 'not-answering'
  switch (error instanceof Error ? error.name : '') {
    case 'VersionError':
      return 'newer-version'
    case 'MissingAPIError':
      return 'no-indexeddb'
    default:
      return 'storage-refused'
  }
}
