/**
 * Two check symbols over GF(32), a shortened Reed-Solomon code: one wrong symbol, two wrong symbols, and any two
 * symbols exchanged are all noticed for certain, longer muddles 1,023 times in 1,024. So a slip of the finger is
 * told apart from a key that belongs to another vault.
 */
const FIELD = 32
const ORDER = FIELD - 1
/** x^5 + x^2 + 1, primitive over GF(2). */
const POLYNOMIAL = 0b100101

const powers: number[] = []
const logarithms: number[] = []
for (let exponent = 0, value = 1; exponent < ORDER; exponent += 1) {
  powers[exponent] = value
  logarithms[value] = exponent
  value <<= 1
  if (value >= FIELD) value ^= POLYNOMIAL
}

/** `symbol` times the generator to the power of `exponent`. */
function times(symbol: number, exponent: number): number {
  if (symbol === 0) return 0
  return powers[((logarithms[symbol] ?? 0) + exponent) % ORDER] ?? 0
}

/** The code word as a polynomial, taken at generator^0 and generator^1; both are 0 when nothing slipped. */
function syndromes(symbols: readonly number[]): [number, number] {
  let plain = 0
  let weighted = 0
  symbols.forEach((symbol, index) => {
    plain ^= symbol
    weighted ^= times(symbol, symbols.length - 1 - index)
  })
  return [plain, weighted]
}

/** Symbols are 0 to 31, at most 29 of them. */
export function checkSymbols(symbols: readonly number[]): [number, number] {
  const [plain, weighted] = syndromes([...symbols, 0, 0])
  // Solve  a + b = plain  and  a·g + b = weighted  for the last two places, g being the generator (2).
  const sum = plain ^ weighted
  // a·(g + 1) = sum; g + 1 is 3.
  const first = times(sum, ORDER - (logarithms[3] ?? 0))
  return [first, plain ^ first]
}

export function isWhole(symbols: readonly number[]): boolean {
  const [plain, weighted] = syndromes(symbols)
  return plain === 0 && weighted === 0
}
