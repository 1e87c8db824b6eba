/** The only door to the vault: nothing else in the toolkit touches IndexedDB or encryption. */
export { useVault, type VaultStore } from './store.ts'
export { newId } from './crypto/bytes.ts'
export { VaultFailure } from './failure.ts'
export {
  passphraseStrength,
  SHORTEST_PASSPHRASE,
  type Strength,
  type StrengthCode,
} from './passphrase-strength.ts'
export { LONGEST_MINUTES, SHORTEST_MINUTES, USUAL_MINUTES } from './lock-clock.ts'
export type {
  BroughtBack,
  Found,
  MadeRescueFile,
  ReadFault,
  RescueContents,
  RescuedRecord,
  RescueItem,
  RescueRules,
} from './rescue-file.ts'
export type { StorageRoom } from './persistence.ts'
export type * from './types.ts'
