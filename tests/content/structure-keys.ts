/** Which texts the structure of the Graded Care Profile asks for (content/graded-care-profile/structure.json). */
export interface CareProfileStructure {
  areas: { id: string; subAreas: { id: string; items: { id: string; bands?: { id: string }[] }[] }[] }[]
}

const GRADES = [1, 2, 3, 4, 5]

export function careProfileKeys(structure: CareProfileStructure) {
  const required = new Set<string>()
  const optional = new Set<string>()
  const descriptors = new Set<string>()
  for (const grade of GRADES) {
    for (const row of ['quality', 'level', 'commitment']) required.add(`grade.${grade}.${row}`)
  }
  for (const area of structure.areas) {
    required.add(`${area.id}.name`).add(`${area.id}.about`)
    for (const subArea of area.subAreas) {
      required.add(`${subArea.id}.name`).add(`${subArea.id}.about`)
      optional.add(`${subArea.id}.note`)
      for (const item of subArea.items) {
        required.add(`${item.id}.name`)
        optional.add(`${item.id}.note`)
        for (const set of item.bands ? item.bands.map((band) => `${item.id}.${band.id}`) : [item.id]) {
          if (item.bands) required.add(`${set}.band`)
          required.add(`${set}.lookFor`)
          for (const grade of GRADES) {
            required.add(`${set}.${grade}`)
            descriptors.add(`${set}.${grade}`)
          }
        }
      }
    }
  }
  return { required, optional, descriptors }
}
