/**
 * Holds a value against a JSON Schema, as far as the schema of the compiled plan goes: it is generated from types, and
 * a test compares the two. Objects that are told apart by `kind` are held against the one that they claim to be, so
 * that what is said is the first thing wrong in it. Where a schema lists fields and says nothing else, an object is meant that
 * has all of them and no others, as all of a compiled plan are; the build leaves it at that.
 */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

interface RootSchema extends Schema {
  readonly definitions: { readonly [name: string]: Schema };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** The first place where a value is not as a schema says, as `plans/0/level: not a whole number`; null when it is. */
export function firstMismatch(root: RootSchema, value: unknown): string | null {
  const patterns = new Map<string, RegExp>();

  function matches(text: string, pattern: string): boolean {
    let known = patterns.get(pattern);
    if (known === undefined) patterns.set(pattern, (known = new RegExp(pattern)));
    return known.test(text);
  }

  function resolved(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const named = root.definitions[schema.$ref.replace('#/definitions/', '')];
    if (named === undefined) throw new Error(`the schema has no ${schema.$ref}`);
    return resolved(named);
  }

  function check(said: Schema, found: unknown, path: string): string | null {
    const schema = resolved(said);
    for (const part of schema.allOf ?? []) {
      const wrong = check(part, found, path);
      if (wrong !== null) return wrong;
    }
    if (schema.anyOf !== undefined) return checkChoice(schema.anyOf.flatMap(alternatives), found, path);
    if ('const' in schema && schema.const !== found) {
      return at(path, `${shown(found)} is not ${shown(schema.const)}`);
    }
    if (schema.enum?.includes(found) === false) {
      return at(path, `${shown(found)} is none of ${schema.enum.map(shown).join(', ')}`);
    }
    const type = schema.type ?? (isWhole(schema) ? 'object' : undefined);
    const types = type === undefined ? null : [type].flat();
    if (types?.some((type) => isOfType(found, type)) === false) {
      return at(path, `not ${types.map((type) => KINDS[type] ?? type).join(' or ')}`);
    }
    return checkContents(schema, found, path);
  }

  function checkContents(schema: Schema, found: unknown, path: string): string | null {
    const { pattern, minimum = -Infinity, maximum = Infinity } = schema;
    if (typeof found === 'string' && pattern !== undefined && !matches(found, pattern)) {
      return at(path, `${shown(found)} is not of the form ${pattern}`);
    }
    if (typeof found === 'number' && (found < minimum || found > maximum)) {
      return at(path, `${found} is not from ${minimum} to ${maximum}`);
    }
    if (Array.isArray(found)) return checkList(schema, found, path);
    return isObject(found) ? checkObject(schema, found, path) : null;
  }

  function checkList(schema: Schema, found: readonly unknown[], path: string): string | null {
    const { items, minItems = 0, maxItems = Infinity } = schema;
    if (found.length < minItems || found.length > maxItems) {
      return at(
        path,
        `${found.length} entries, not ${minItems === maxItems ? minItems : `${minItems} to ${maxItems}`}`,
      );
    }
    if (items === undefined) return null;
    for (const [index, entry] of found.entries()) {
      const wrong = check(items, entry, `${path}/${index}`);
      if (wrong !== null) return wrong;
    }
    return null;
  }

  function checkObject(schema: Schema, found: Fields, path: string): string | null {
    const isClosed = isWhole(schema) || schema.additionalProperties === false;
    const required = isWhole(schema) ? Object.keys(schema.properties ?? {}) : schema.required;
    const missing = required?.find((name) => !Object.hasOwn(found, name));
    if (missing !== undefined) return at(`${path}/${missing}`, 'missing');
    for (const [name, field] of Object.entries(found)) {
      const own = schema.properties !== undefined && Object.hasOwn(schema.properties, name);
      const other = schema.additionalProperties;
      const said = own ? schema.properties[name] : typeof other === 'object' ? other : null;
      if (said === null && isClosed) return at(`${path}/${name}`, 'not part of a compiled plan');
      const wrong = said === null || said === undefined ? null : check(said, field, `${path}/${name}`);
      if (wrong !== null) return wrong;
    }
    return null;
  }

  /** What a choice comes down to, choices inside it included. */
  function alternatives(said: Schema): readonly Schema[] {
    const schema = resolved(said);
    return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(alternatives);
  }

  function checkChoice(choices: readonly Schema[], found: unknown, path: string): string | null {
    const objects = choices.filter(({ properties }) => properties !== undefined);
    const [first] = objects;
    if (!isObject(found) || first === undefined) {
      const fits = choices.some((each) => check(each, found, path) === null);
      return fits ? null : at(path, `${shown(found)} does not belong here`);
    }
    const tag = Object.keys(first.properties ?? {}).find((name) =>
      objects.every(({ properties }) => literals(properties?.[name]).length > 0),
    );
    if (tag === undefined) return check(first, found, path);
    const claimed = objects.filter(({ properties }) => literals(properties?.[tag]).includes(found[tag]));
    if (claimed.length === 0) {
      const known = objects.flatMap(({ properties }) => literals(properties?.[tag])).map(shown);
      return at(`${path}/${tag}`, `${shown(found[tag])} is none of ${known.join(', ')}`);
    }
    const wrong = claimed.map((each) => check(each, found, path));
    return wrong.includes(null) ? null : (wrong[0] ?? null);
  }

  function literals(said: Schema | undefined): readonly unknown[] {
    if (said === undefined) return [];
    const schema = resolved(said);
    return schema.enum ?? ('const' in schema ? [schema.const] : []);
  }

  return check(root, value, '');
}

function isWhole({ type, properties }: Schema): boolean {
  return type === undefined && properties !== undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function at(path: string, message: string): string {
  return `${path.slice(1)}: ${message}`;
}

/** A value in a message; a long one by its beginning. */
function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
