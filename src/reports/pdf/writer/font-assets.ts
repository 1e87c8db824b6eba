/** Where the browser finds the fonts: assets of the app's own origin, in the precache, read when a report needs them. */
import sans from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url'
import sansBold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url'
import naskh from '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf?url'
import naskhBold from '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf?url'
import nastaliq from '@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf?url'
import nastaliqBold from '@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf?url'
import gurmukhi from '@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf?url'
import gurmukhiBold from '@expo-google-fonts/noto-sans-gurmukhi/700Bold/NotoSansGurmukhi_700Bold.ttf?url'
import bengali from '@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf?url'
import bengaliBold from '@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf?url'
import tamil from '@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf?url'
import tamilBold from '@expo-google-fonts/noto-sans-tamil/700Bold/NotoSansTamil_700Bold.ttf?url'
import ethiopic from '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf?url'
import ethiopicBold from '@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf?url'
import math from '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf?url'
import symbols from '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf?url'
import type { FontName } from './font-catalogue.ts'

const addresses: Readonly<Record<FontName, string>> = {
  sans,
  'sans-bold': sansBold,
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
  math,
  symbols,
}

/** Rejects when the file is neither in the precache nor on the server. */
export async function fetchFont(name: FontName): Promise<ArrayBuffer> {
  const response = await fetch(addresses[name])
  if (!response.ok) throw new Error(`font ${name}: ${response.status}`)
  return response.arrayBuffer()
}
