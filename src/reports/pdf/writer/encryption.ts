/** What the writer needs of an encryption; `aes256.ts` is the only one. It is loaded when a password is set, and then alone. */
export interface Encryption {
  /** The encryption dictionary without its braces (ISO 32000-2, 7.6.2). */
  readonly dictionary: {
    /** Bytes. */
    readonly userEntry: Uint8Array
    readonly ownerEntry: Uint8Array
    readonly permissions: number
    readonly version: number
    readonly revision: number
    /** What jsPDF has no place for. */
    readonly others: string
  }
  /** One stream or string. Never the same twice: each begins with a random block. */
  readonly seal: (plain: Uint8Array) => Uint8Array
}
