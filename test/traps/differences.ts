/** What two compiled plans say differently, as paths of two steps at most; where a thing is said does not count. */
export function differences(a: unknown, b: unknown, path: readonly string[] = []): readonly string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (!isRecord(a) || !isRecord(b) || path.length === 2) return [path.join('/')];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], [...path, key]));
}

/** A copy without the places and the words that merely repeat the text. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) =>
      key === 'origin' || key === 'weekOrigin' || key === 'words' || key === 'clause'
        ? []
        : [[key, withoutPlaces(field)]],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
