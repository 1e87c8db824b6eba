/** What the parts and texts of the desk are called. */
import { useI18n } from 'vue-i18n'
import type { DeskText } from './desk-text.ts'
import type { Part, Place } from './places.ts'
import { idOf } from './desk-text.ts'

export function useDeskNames(texts: () => ReadonlyMap<string, DeskText>) {
  const i18n = useI18n()
  const { t } = i18n

  /** A folder or room that is new and has no name yet is called by its own: `day-in-my-life` is "Day in my life". */
  function plainName(id: string): string {
    return i18n.te(`desk.part.${id}`)
      ? t(`desk.part.${id}`)
      : id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')
  }

  return {
    partName({ folder, code, nameKey }: Part): string {
      if (code === undefined) return plainName(folder)
      const name = nameKey === undefined ? undefined : texts().get(idOf(folder, nameKey))?.english
      return name === undefined ? plainName(code) : `${code} ${name}`
    },
    /** The heading over texts that belong together; the key's own words where nothing names them. */
    groupName(folder: string, place: Place): string {
      const names = place.groupKeys.map((key) => texts().get(idOf(folder, key))?.english ?? '')
      const named = [place.code ?? '', ...names].filter((name) => name !== '')
      return named.length > 0 ? named.join(' · ') : plainName(place.group.split('.').at(-1) ?? '')
    },
    textName({ place: { what } }: DeskText): string {
      switch (what.kind) {
        case 'grade':
          return t('desk.text.grade', { grade: what.grade, of: what.keys.length })
        case 'said-of':
          return t(`desk.text.role.${what.role}`)
        case 'other':
          return t('desk.text.other')
      }
    },
  }
}
