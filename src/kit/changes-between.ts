/** What has to happen to make one list the other. */
export type Changes<T> = { added: T[]; changed: { before: T; after: T }[]; removed: T[] }

/** The changes from `present` to `wanted`: `keyOf` says which are the same thing, `written` whether it says the same. */
export function changesBetween<T>(
  { present, wanted }: { present: readonly T[]; wanted: readonly T[] },
  { keyOf, written }: { keyOf: (one: T) => string; written: (one: T) => string },
): Changes<T> {
  const before = new Map(present.map(one => [keyOf(one), one]))
  const after = new Map(wanted.map(one => [keyOf(one), one]))
  return {
    added: wanted.filter(one => !before.has(keyOf(one))),
    changed: wanted.flatMap(one => {
      const was = before.get(keyOf(one))
      return was && written(was) !== written(one) ? [{ before: was, after: one }] : []
    }),
    removed: present.filter(one => !after.has(keyOf(one))),
  }
}
