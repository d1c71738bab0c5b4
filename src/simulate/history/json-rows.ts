/**
 * The rows of one object of a JSON log. A help desk that exports a ticket as one object tells what happened to it in lists
 * within: a log of changes, comments. Each becomes a row at its own time, as if the log had a row an event, and shows
 * the ticket as it stood then.
 */
import { fieldAt, type JsonObject, objectsAt, textOfField } from './json-field.ts';
import type { JsonEvents } from './mapping.ts';
import type { TimeReader } from './time-format.ts';

/** Takes the wanted fields of a row; null for one whose value is no single text. */
type TakeRow = (fields: readonly (string | null)[]) => void;

/** What stands in the fields `at` and `row` of a row that was made of a list. */
const OPENED = 'opened';
const CHANGE = 'change';

interface Happening {
  /** `opened`, `change`, or the name of a list. */
  readonly row: string;
  readonly at: string;
  readonly source: JsonObject;
  readonly sets: readonly (readonly [name: string, value: string])[];
}

/**
 * @param events null where an object is one row
 * @returns hands on the rows of an object, or says why there are none
 */
export function createJsonRows(
  events: JsonEvents | null,
  wanted: readonly string[],
  readTime: TimeReader,
): (object: JsonObject, take: TakeRow) => string | null {
  if (events === null) {
    return (object, take) => {
      take(wanted.map((field) => textOfField(fieldAt(object, field))));
      return null;
    };
  }
  const { at: openedAt, changes, lists } = events;
  return (object, take) => {
    // Without its changes nobody knows how a ticket stood before its end.
    if (changes !== null && !Array.isArray(fieldAt(object, changes.in))) return `no list \`${changes.in}\``;
    const { before: now, happenings: changed } =
      changes === null
        ? { before: new Map<string, string>(), happenings: [] }
        : changesIn(object, changes, readTime);
    const told = lists.flatMap(({ name, in: path, at }) =>
      inOrder(
        objectsAt(object, path).map((source) => ({ row: name, at: textAt(source, at), source, sets: [] })),
        readTime,
      ),
    );
    const opened: Happening = { row: OPENED, at: textAt(object, openedAt), source: object, sets: [] };
    for (const happening of [opened, ...byTime([...changed, ...told], readTime)]) {
      for (const [name, value] of happening.sets) now.set(name, value);
      take(
        wanted.map((field) => {
          if (field === 'at') return happening.at;
          if (field === 'row') return happening.row;
          if (changes?.of.has(field) === true) return now.get(field) ?? '';
          const own = `${happening.row}.`;
          if (field.startsWith(own)) return textOfField(fieldAt(happening.source, field.slice(own.length)));
          return ofAList(field, lists) ? '' : textOfField(fieldAt(object, field));
        }),
      );
    }
    return null;
  };
}

/** How the ticket stood before the first change, and each change. */
function changesIn(
  object: JsonObject,
  { in: path, at, items, field, from, to, of }: NonNullable<JsonEvents['changes']>,
  readTime: TimeReader,
): { readonly before: Map<string, string>; readonly happenings: readonly Happening[] } {
  const before = new Map<string, string>();
  const happenings = inOrder(
    objectsAt(object, path).map((source) => ({ row: CHANGE, at: textAt(source, at), source, sets: [] })),
    readTime,
  ).flatMap((happening): Happening[] => {
    const sets = (items === null ? [happening.source] : objectsAt(happening.source, items)).flatMap(
      (item) => {
        const name = textAt(item, field);
        if (!of.has(name)) return [];
        if (!before.has(name)) before.set(name, textAt(item, from));
        return [[name, textAt(item, to)] as const];
      },
    );
    return sets.length === 0 ? [] : [{ ...happening, sets }];
  });
  for (const [name, path_] of of) if (!before.has(name)) before.set(name, textAt(object, path_));
  return { before, happenings };
}

/** A list as it happened: one that comes newest first is turned round. */
function inOrder(list: readonly Happening[], readTime: TimeReader): readonly Happening[] {
  const [first, last] = [list[0], list.at(-1)].map((each) => (each === undefined ? NaN : readTime(each.at)));
  return byTime((first ?? NaN) > (last ?? NaN) ? [...list].reverse() : list, readTime);
}

/** By time, as it stands where the times are equal; a time that cannot be read is reported where the row is taken. */
function byTime(list: readonly Happening[], readTime: TimeReader): readonly Happening[] {
  const timed = list.map((each) => ({ each, time: readTime(each.at) }));
  if (timed.some(({ time }) => Number.isNaN(time))) return list;
  return timed.sort((a, b) => a.time - b.time).map(({ each }) => each);
}

/** The text of a value that may be an object without being wrong: then there is none. */
function textAt(object: JsonObject, path: string): string {
  return textOfField(fieldAt(object, path)) ?? '';
}

/** Whether a field is that of the elements of a list, of which this row is none. */
function ofAList(field: string, lists: JsonEvents['lists']): boolean {
  return field.startsWith(`${CHANGE}.`) || lists.some(({ name }) => field.startsWith(`${name}.`));
}
