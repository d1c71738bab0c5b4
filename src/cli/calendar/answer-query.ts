import type { Calendar } from '../../engine/index.ts';
import { formatInstantUtc, parseReading } from '../../time/iso-instant.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';

/** An answer: an instant in UTC, seconds, a truth, or stretches as pairs of instants. */
export type QueryResult = string | number | boolean | readonly (readonly [from: string, to: string])[];

/** A query that cannot be answered as it stands; the message goes into its line of the answers. */
class QueryError extends Error {}

const OPERATIONS: { readonly [op: string]: (calendar: Calendar, query: Query) => QueryResult } = {
  add: (calendar, query) => instant(calendar.add(query.start(), query.duration())),
  subtract: (calendar, query) => instant(calendar.subtract(query.start(), query.duration())),
  between: (calendar, query) => calendar.between(query.start(), query.end()) / 1000,
  isOpen: (calendar, query) => calendar.isOpen(query.start()),
  nextOpen: (calendar, query) => instant(calendar.nextOpen(query.start())),
  prevOpen: (calendar, query) => instant(calendar.prevOpen(query.start())),
  nextClose: (calendar, query) => {
    const close = calendar.nextClose(query.start());
    if (close === null) throw new QueryError('the calendar never closes');
    return instant(close);
  },
  periods: (calendar, query) =>
    calendar
      .periods(query.start(), query.count())
      .map(({ from, to }) => [instant(from), instant(to)] as const),
  addDays: (calendar, query) => instant(calendar.addDays(query.start(), query.days())),
};

/** What a query may ask for. */
export const QUERY_OPERATIONS: readonly string[] = Object.keys(OPERATIONS);

/**
 * Answers one line of `calendar --batch`: `{"id","op","from"|"at","to"?,"seconds"?,"days"?,"count"?}` becomes
 * `{"id","result"}` or `{"id","error"}`, without a line break; `refused` hears of the latter. An instant without an offset
 * is read in `zone`.
 */
export function answerQuery(
  calendar: Calendar,
  zone: ZoneTable | null,
  line: string,
  refused: () => void = () => undefined,
): string {
  let id: unknown = null;
  try {
    const query = parseQuery(line);
    id = query['id'] ?? null;
    const op = query['op'];
    const operation = typeof op === 'string' && Object.hasOwn(OPERATIONS, op) ? OPERATIONS[op] : undefined;
    if (operation === undefined) {
      throw new QueryError(`\`op\` is none of ${QUERY_OPERATIONS.join(', ')}`);
    }
    return JSON.stringify({ id, result: operation(calendar, new Query(query, zone)) });
  } catch (error) {
    const message = messageOf(error);
    refused();
    return JSON.stringify({ id, error: message });
  }
}

/** Failures that a query can bring about; anything else is a bug and stops the run. */
function messageOf(error: unknown): string {
  if (error instanceof QueryError) return error.message;
  if (error instanceof Error && EXPECTED.has(error.name)) return error.message;
  throw error;
}

/** Beyond the horizon, dates without a zone, and an instant for which the zone has no offset. */
const EXPECTED: ReadonlySet<string> = new Set([
  'HorizonError',
  'NoZoneError',
  'OutsideZoneError',
  'RangeError',
]);

function parseQuery(line: string): { readonly [field: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new QueryError('the line is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new QueryError('the line is not a JSON object');
  }
  return value as { readonly [field: string]: unknown };
}

/** The fields of a query, read when an operation asks for them. */
class Query {
  readonly #fields: { readonly [field: string]: unknown };
  readonly #zone: ZoneTable | null;

  constructor(fields: { readonly [field: string]: unknown }, zone: ZoneTable | null) {
    this.#fields = fields;
    this.#zone = zone;
  }

  start(): InstantMs {
    return this.#instant(this.#fields['from'] === undefined ? 'at' : 'from');
  }

  end(): InstantMs {
    return this.#instant('to');
  }

  /** `seconds` in ms. */
  duration(): number {
    const seconds = this.#number('seconds');
    if (seconds < 0) throw new QueryError('`seconds` is negative; use add or subtract');
    return Math.round(seconds * 1000);
  }

  days(): number {
    const days = this.#number('days');
    if (!Number.isInteger(days)) throw new QueryError('`days` is not a whole number');
    return days;
  }

  count(): number {
    const count = this.#number('count');
    if (!Number.isInteger(count) || count < 0) throw new QueryError('`count` is not a whole number from 0');
    return count;
  }

  #number(field: string): number {
    const value = this.#fields[field];
    if (typeof value !== 'number') throw new QueryError(`\`${field}\` is not a number`);
    return value;
  }

  #instant(field: string): InstantMs {
    const text = this.#fields[field];
    if (typeof text !== 'string') throw new QueryError(`\`${field}\` is not a text with an instant`);
    const parsed = parseReading(text);
    if (!parsed.ok) throw new QueryError(`\`${field}\`: ${parsed.reason}`);
    const { epochDay, daySeconds, ms, offset } = parsed.reading;
    if (offset !== null) return (epochDay * 86_400 + daySeconds - offset) * 1000 + ms;
    if (this.#zone === null) throw new QueryError(`\`${field}\` has no offset from UTC, such as Z or +02:00`);
    return localToInstant(this.#zone, epochDay, daySeconds, ms);
  }
}

function instant(ms: InstantMs): string {
  return formatInstantUtc(ms);
}
