/** A list of rows in a form: added at the end, taken out, put back. The focus goes with what happens. */
import { nextTick, shallowRef, type ShallowRef } from 'vue'

export interface RemovedRow<Row> {
  row: Row
  index: number
}

export interface Rows<Row> {
  /** The last row that was taken out, while it can be put back. */
  removed: ShallowRef<RemovedRow<Row> | null>
  add: (row: Row, focusId: string) => Promise<void>
  remove: (index: number, focusId: string) => Promise<void>
  putBack: (focusId: string) => Promise<void>
}

export function useRows<Row>(rows: () => readonly Row[], change: (rows: Row[]) => void): Rows<Row> {
  const removed = shallowRef<RemovedRow<Row> | null>(null)

  async function changed(next: Row[], focusId: string) {
    change(next)
    await nextTick()
    document.getElementById(focusId)?.focus()
  }

  return {
    removed,
    async add(row, focusId) {
      removed.value = null
      await changed([...rows(), row], focusId)
    },
    async remove(index, focusId) {
      const row = rows()[index]
      if (row === undefined) return
      removed.value = { row, index }
      await changed(rows().toSpliced(index, 1), focusId)
    },
    async putBack(focusId) {
      if (!removed.value) return
      const { row, index } = removed.value
      removed.value = null
      await changed(rows().toSpliced(index, 0, row), focusId)
    },
  }
}
