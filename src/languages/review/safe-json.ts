/** JSON that somebody else wrote: never an exception, never a key that reaches into JavaScript's own objects. */

const REACHES_INTO_OBJECTS = new Set(['__proto__', 'constructor', 'prototype'])

/** Undefined where it is not JSON, nests deeper than the stack, or has such a key. */
export function parseSafely(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (REACHES_INTO_OBJECTS.has(key)) throw new Error('a key that reaches into objects')
      return value
    }) as unknown
  } catch {
    return undefined
  }
}
