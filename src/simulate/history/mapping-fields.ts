/**
 * Reading a JSON object field by field, so that every mistake is reported with its place and the way out, and a
 * field that nobody asked for is one that does not exist.
 */
import { nearestWord } from '../../diagnostics/nearest-word.ts';

/** One mistake in a mapping. `at` is the way to it from the top, such as `severity.values`; empty for the whole. */
export interface MappingProblem {
  readonly at: string;
  /** Starts lower case, has no full stop. */
  readonly message: string;
  readonly help: string | null;
}

export interface Fields {
  readonly at: string;
  has(key: string): boolean;
  /** The value as it stands; undefined when there is none. */
  raw(key: string): unknown;
  /** A text that is not empty; null after a report. `help` says what to write when it is missing. */
  text(key: string, help: string): string | null;
  /** As `text`, where the field may be left out: null then too. */
  optionalText(key: string): string | null;
  /** One of a few words; null after a report, `fallback` when the field is left out. */
  word<W extends string>(key: string, words: readonly W[], fallback?: W): W | null;
  /** A list of texts, or one text that stands for a list of one; null when left out or after a report. */
  texts(key: string): readonly string[] | null;
  /** The fields of an object within; null after a report. */
  object(key: string, help: string): Fields | null;
  keys(): readonly string[];
  report(key: string, message: string, help: string | null): void;
  /** Reports the fields that none of the calls above has asked for. */
  refuseOthers(): void;
}

/** The fields of a value; null, after a report, when it is no object. */
export function fieldsIn(
  value: unknown,
  at: string,
  problems: MappingProblem[],
  help: string,
): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push({ at, message: `must be an object in braces, and is ${kindOf(value)}`, help });
    return null;
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  const asked = new Set<string>();
  const pathOf = (key: string): string => (at === '' ? key : `${at}.${key}`);
  const get = (key: string): unknown => {
    asked.add(key);
    return entries.get(key);
  };

  const fields: Fields = {
    at,
    has: (key) => get(key) !== undefined,
    raw: get,
    keys: () => [...entries.keys()],
    report(key, message, helpHere) {
      problems.push({ at: pathOf(key), message, help: helpHere });
    },
    text(key, helpHere) {
      if (!fields.has(key)) {
        fields.report(key, 'is missing', helpHere);
        return null;
      }
      const found = fields.optionalText(key);
      return found;
    },
    optionalText(key) {
      const found = get(key);
      if (found === undefined) return null;
      if (typeof found === 'string' && found !== '') return found;
      fields.report(key, `must be a text in quotes, and is ${kindOf(found)}`, null);
      return null;
    },
    word(key, words, fallback) {
      const found = get(key);
      if (found === undefined && fallback !== undefined) return fallback;
      const word = words.find((each) => each === found);
      if (word !== undefined) return word;
      const list = words.map((each) => `\`"${each}"\``).join(', ');
      const near = typeof found === 'string' ? nearestWord(found, words) : null;
      const help = near === null ? `write one of ${list}` : `did you mean \`"${near}"\`?`;
      const what = typeof found === 'string' ? `\`"${found}"\`` : kindOf(found);
      fields.report(key, found === undefined ? 'is missing' : `must be one of ${list}, and is ${what}`, help);
      return null;
    },
    texts(key) {
      const found = get(key);
      if (found === undefined) return null;
      const list: readonly unknown[] = Array.isArray(found) ? found : [found];
      const texts = list.filter((each) => typeof each === 'string');
      if (texts.length === list.length && list.length > 0) return texts;
      fields.report(key, 'must be a list of texts', `for example \`"${key}": ["a", "b"]\``);
      return null;
    },
    object(key, helpHere) {
      if (!fields.has(key)) {
        fields.report(key, 'is missing', helpHere);
        return null;
      }
      return fieldsIn(get(key), pathOf(key), problems, helpHere);
    },
    refuseOthers() {
      for (const key of entries.keys()) {
        if (asked.has(key)) continue;
        const near = nearestWord(key, asked);
        const known = [...asked].map((each) => `\`${each}\``).join(', ');
        fields.report(
          key,
          'is not a field of a mapping here',
          near === null ? `known here: ${known}` : `did you mean \`${near}\`?`,
        );
      }
    },
  };
  return fields;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === '') return 'empty';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
