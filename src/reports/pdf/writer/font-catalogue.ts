/**
 * Which font files reports are set in, and which part of each is shipped.
 *
 * The app ships subsets: whole Noto Sans is about 300 kB a weight, of which a report can use a sixth. The complex
 * scripts keep every layout feature and every glyph their characters can turn into (pdf.md 1: same pixels).
 */

export type FontName =
  | 'sans'
  | 'sans-bold'
  | 'naskh'
  | 'naskh-bold'
  | 'nastaliq'
  | 'nastaliq-bold'
  | 'gurmukhi'
  | 'gurmukhi-bold'
  | 'bengali'
  | 'bengali-bold'
  | 'tamil'
  | 'tamil-bold'
  | 'ethiopic'
  | 'ethiopic-bold'
  | 'math'
  | 'symbols'

type Range = readonly [first: number, last: number]

export interface FontFile {
  /** Inside node_modules. */
  path: string
  /** The characters kept. */
  keep: readonly Range[]
  /** OpenType layout features kept; `all` for scripts that cannot be written without them. */
  features: 'all' | readonly string[]
}

/** What plain left-to-right alphabets need: composed marks, kerning, local forms. No small capitals, no fractions. */
const ALPHABET_FEATURES = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'rlig', 'calt', 'liga', 'clig']

/** Latin with its extensions and Vietnamese, Greek, Cyrillic, punctuation, currencies, fractions, number signs. */
const ALPHABETS: readonly Range[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x250, 0x2af],
  [0x2b0, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x20bf],
  [0x2100, 0x215f],
  [0x2212, 0x2212],
  [0x25cc, 0x25cc],
  [0xfb00, 0xfb06],
  [0xfffd, 0xfffd],
]

/** Punctuation and digits that stand inside a script's own sentences. */
const SHARED: readonly Range[] = [
  [0x20, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0xa0, 0xa0],
  [0xab, 0xab],
  [0xbb, 0xbb],
  [0x200b, 0x200f],
  [0x2010, 0x2026],
  [0x25cc, 0x25cc],
]

const ARABIC: readonly Range[] = [
  ...SHARED,
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x870, 0x8ff],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
]
const INDIC_SHARED: readonly Range[] = [...SHARED, [0x951, 0x952], [0x964, 0x965], [0x20b9, 0x20b9]]

const noto = (folder: string, name: string, weight: '400Regular' | '700Bold') =>
  `@expo-google-fonts/${folder}/${weight}/${name}_${weight}.ttf`

const script = (folder: string, name: string, keep: readonly Range[]): [FontFile, FontFile] => [
  { path: noto(folder, name, '400Regular'), keep, features: 'all' },
  { path: noto(folder, name, '700Bold'), keep, features: 'all' },
]

const [naskh, naskhBold] = script('noto-naskh-arabic', 'NotoNaskhArabic', ARABIC)
const [nastaliq, nastaliqBold] = script('noto-nastaliq-urdu', 'NotoNastaliqUrdu', ARABIC)
const [gurmukhi, gurmukhiBold] = script('noto-sans-gurmukhi', 'NotoSansGurmukhi', [
  ...INDIC_SHARED,
  [0xa00, 0xa7f],
  [0x262c, 0x262c],
])
const [bengali, bengaliBold] = script('noto-sans-bengali', 'NotoSansBengali', [
  ...INDIC_SHARED,
  [0x980, 0x9ff],
])
const [tamil, tamilBold] = script('noto-sans-tamil', 'NotoSansTamil', [...INDIC_SHARED, [0xb80, 0xbff]])
const [ethiopic, ethiopicBold] = script('noto-sans-ethiopic', 'NotoSansEthiopic', [
  ...SHARED,
  [0x1200, 0x139f],
  [0x2d80, 0x2ddf],
  [0xab00, 0xab2f],
])

export const FONT_FILES: Readonly<Record<FontName, FontFile>> = {
  sans: {
    path: noto('noto-sans', 'NotoSans', '400Regular'),
    keep: ALPHABETS,
    features: ALPHABET_FEATURES,
  },
  'sans-bold': {
    path: noto('noto-sans', 'NotoSans', '700Bold'),
    keep: ALPHABETS,
    features: ALPHABET_FEATURES,
  },
  naskh,
  'naskh-bold': naskhBold,
  nastaliq,
  'nastaliq-bold': nastaliqBold,
  gurmukhi,
  'gurmukhi-bold': gurmukhiBold,
  bengali,
  'bengali-bold': bengaliBold,
  tamil,
  'tamil-bold': tamilBold,
  ethiopic,
  'ethiopic-bold': ethiopicBold,
  // Arrows and comparison signs.
  math: {
    path: noto('noto-sans-math', 'NotoSansMath', '400Regular'),
    keep: [
      [0x2190, 0x22ff],
      [0x27f0, 0x27ff],
    ],
    features: [],
  },
  // Boxes, check marks, stars, hands.
  symbols: {
    path: noto('noto-sans-symbols-2', 'NotoSansSymbols2', '400Regular'),
    keep: [
      [0x25a0, 0x27bf],
      [0x2b00, 0x2bff],
    ],
    features: [],
  },
}
