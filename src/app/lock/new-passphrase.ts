/** What is wrong with a new passphrase that was typed twice, as codes. */
import { passphraseStrength } from '@/vault/index.ts'

type Strength = ReturnType<typeof passphraseStrength>['code']

export interface NewPassphraseFaults {
  passphrase?: Exclude<Strength, 'fair' | 'strong'>
  again?: 'again-empty' | 'again-differs'
}

export function faultsOfNewPassphrase(passphrase: string, again: string): NewPassphraseFaults {
  const { code } = passphraseStrength(passphrase)
  // One thing at a time: while the first is to be changed, the second is not looked at.
  if (code !== 'fair' && code !== 'strong') return { passphrase: code }
  if (again === '') return { again: 'again-empty' }
  return asTyped(again) === asTyped(passphrase) ? {} : { again: 'again-differs' }
}

/** Tablets add a space after a word that they suggest; the vault does not mind it, so neither do we. */
function asTyped(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}
