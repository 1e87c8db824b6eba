/**
 * Where someone was writing when the screen was locked or covered, so that they find the same cursor afterwards. It is an
 * address and an id, no word of what was written, and it is forgotten when it has been used.
 */
interface Cursor {
  page: string
  fieldId: string
  start: number
  end: number
}

let kept: Cursor | undefined

/** To be called while the page still stands. */
export function keepCursor(): void {
  const field = document.activeElement
  const isText =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
  kept = isText
    ? {
        page: location.hash,
        fieldId: field.id,
        start: field.selectionStart ?? field.value.length,
        end: field.selectionEnd ?? field.value.length,
      }
    : undefined
}

/** The field that wants to be open when this page opens. */
export function fieldToOpen(): string | undefined {
  return kept?.page === location.hash ? kept.fieldId : undefined
}

/** Puts the cursor back, once, where its field is on the page. */
export function putCursorBack(): void {
  const fieldId = fieldToOpen()
  const field = fieldId === undefined ? null : document.getElementById(fieldId)
  if (kept && (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) {
    field.focus()
    field.setSelectionRange(kept.start, kept.end)
    field.scrollIntoView({ block: 'center' })
  }
  kept = undefined
}
