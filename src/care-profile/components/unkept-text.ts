/**
 * Text that is too long to be kept stays on the screen, and the page does not let go of it: a field says here while it
 * holds such text, and the page asks here before it turns to another item.
 */
import { inject, provide, shallowReactive, type InjectionKey } from 'vue'

interface UnkeptText {
  /** Ids of the fields that hold more than can be kept. */
  readonly fields: Set<string>
}

const KEY: InjectionKey<UnkeptText> = Symbol('unkept text')

export function provideUnkeptText(): UnkeptText {
  const unkept = { fields: shallowReactive(new Set<string>()) }
  provide(KEY, unkept)
  return unkept
}

/** Undefined on a page that does not ask. */
export function useUnkeptText(): UnkeptText | undefined {
  return inject(KEY, undefined)
}
