/** Which message belongs to a refused passphrase; the other reasons are said of keys that were not given. */
import type { Refusal } from '@/vault/index.ts'

export type ProofFault = 'empty' | 'wrong' | 'wait' | 'damaged' | 'storage'

export function faultOfProof({ reason }: Refusal): ProofFault {
  switch (reason) {
    case 'wrong':
    case 'wait':
    case 'damaged':
    case 'storage':
      return reason
    case 'slip':
    case 'weak-passphrase':
      return 'storage'
  }
}

/** Epoch ms until which no further try is made. */
export function waitOf(refusal: Refusal): number | null {
  return refusal.reason === 'wrong' || refusal.reason === 'wait' ? refusal.retryAt : null
}
