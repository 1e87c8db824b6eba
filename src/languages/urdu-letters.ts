/** Which letters Urdu is shown and printed in. Kept in the open: it says nothing of a family. */
import { shallowRef } from 'vue'

/** Urdu is written in Nastaliq; some readers prefer Naskh, which is also shorter. */
export type UrduStyle = 'nastaliq' | 'naskh'

const KEPT_IN = 'toolkit.urdu-letters'
const USUAL: UrduStyle = 'nastaliq'

/** Where storage is refused, the choice holds until the toolkit is closed. */
const chosen = shallowRef<UrduStyle>()

export function keptUrduLetters(): UrduStyle {
  return (chosen.value ??= stored())
}

/** False where storage is refused. */
export function keepUrduLetters(style: UrduStyle): boolean {
  chosen.value = style
  try {
    localStorage.setItem(KEPT_IN, style)
    return true
  } catch {
    return false
  }
}

function stored(): UrduStyle {
  try {
    return localStorage.getItem(KEPT_IN) === 'naskh' ? 'naskh' : USUAL
  } catch {
    return USUAL
  }
}
