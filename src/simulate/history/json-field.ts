/** Looking into the objects of a JSON log. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field: that of the key as it stands, or else of the way through nested objects, `fields.priority.name`. */
export function fieldAt(object: JsonObject, path: string): unknown {
  if (Object.hasOwn(object, path)) return object[path];
  let at: unknown = object;
  for (const key of path.split('.')) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** The objects of a list; empty where there is none. */
export function objectsAt(object: JsonObject, path: string): readonly JsonObject[] {
  const found = fieldAt(object, path);
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** The text of a value, `''` for none, null for a value that is no single text. */
export function textOfField(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
