/** The rescue file as the vault gives it to the rest of the toolkit; what does the work is fetched when it is needed. */
import type { MakeOptions, MadeRescueFile, ReadRescueFile } from '../rescue-file.ts'
import type { BroughtBack } from './bring-back.ts'
import type { RescueContents, RescueParts, RescueRules } from './rescue-types.ts'

export interface RescueDoor {
  /** For words that the disk does not take. Rejects only when the code for it cannot be fetched. */
  makeRescueFile: (passphrase: string, options?: MakeOptions) => Promise<MadeRescueFile>
  readRescueFile: (
    file: Blob,
    passphrase: string,
    rules: RescueRules,
    signal?: AbortSignal,
  ) => Promise<ReadRescueFile>
  /** Rejects with VaultFailure when the vault cannot be looked at. No autosave may be open on what is brought back. */
  bringBack: (
    contents: RescueContents,
    rules: RescueRules,
    options?: { olderToo?: boolean },
  ) => Promise<BroughtBack[]>
}

export function createRescueDoor(parts: RescueParts): RescueDoor {
  const load = () => import('../rescue-file.ts')
  return {
    makeRescueFile: async (...asked) => (await load()).makeRescueFile(parts, ...asked),
    readRescueFile: async (...asked) => (await load()).readRescueFile(parts, ...asked),
    bringBack: async (...asked) => (await load()).bringBack(parts, ...asked),
  }
}
