/**
 * Chevrotain looks for ambiguities with `Object.groupBy`, which Node 20 does not have. Nothing of it that runs in the
 * product asks for it.
 */
if (!('groupBy' in Object)) {
  Object.defineProperty(Object, 'groupBy', {
    value: <T>(items: Iterable<T>, keyOf: (item: T) => string): Readonly<Record<string, readonly T[]>> => {
      const groups: Record<string, T[]> = {};
      for (const item of items) (groups[keyOf(item)] ??= []).push(item);
      return groups;
    },
  });
}
