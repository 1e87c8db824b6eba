/**
 * What the bar at the top shows for the open page: where back leads, and whom the page is about. A page says it,
 * the shell shows it, so the way back is always in the same place (screens.md, the frame).
 */
import { onScopeDispose, shallowRef, watchEffect, type ShallowRef } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface PageFrame {
  back?: { to: RouteLocationRaw; label: string } | undefined
  /** Typed text: the child's reference and age. Never put into the window's title or the address. */
  about?: string | undefined
}

const current = shallowRef<PageFrame>({})

/** For a page: its frame, kept up to date while the page is open. */
export function usePageFrame(frame: () => PageFrame): void {
  const stop = watchEffect(() => {
    current.value = frame()
  })
  onScopeDispose(() => {
    stop()
    current.value = {}
  })
}

/** For the shell. */
export function openPageFrame(): Readonly<ShallowRef<PageFrame>> {
  return current
}
