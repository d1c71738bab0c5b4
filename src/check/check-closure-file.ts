import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { NameNode, TimeRangeNode } from '../syntax/tree.ts';
import { lineText, type Span } from '../text/source.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { edgesOf } from '../time/interval-set.ts';
import { parseInstant, parseReading } from '../time/iso-instant.ts';
import type { CivilDate, DayInterval } from '../time/types.ts';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import type { Announcement, Closure } from './calendar-model.ts';
import { checkDate, checkHours, checkYear, inOrder } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { Scope } from './scope.ts';

const FIELDS = ['announced', 'date', 'from', 'to', 'closed', 'reason', 'regions'] as const;

type Field = (typeof FIELDS)[number];

/** What each field is, for those who wrote another thing. */
const WANTS: Readonly<Record<Field, string>> = {
  announced: 'an instant such as "2026-05-18T09:30+02:00", or a date',
  date: 'a date such as "2026-06-04"',
  from: 'a date such as "2026-06-04"',
  to: 'a date such as "2026-06-05"',
  closed: 'the hours that are closed, such as "14:00-18:00"',
  reason: 'a text',
  regions: 'a list of regions, such as ["EMEA"]',
};

/**
 * The closures of a file, an object of JSON a line; empty lines are none. The file is the source of the context. Null,
 * and a finding for each line that is wrong, where some line is.
 */
export function checkClosureFile(context: CheckContext, scope: Scope): readonly Closure[] | null {
  const closures: Closure[] = [];
  let sound = true;
  for (const [i, start] of context.source.lineStarts.entries()) {
    const text = lineText(context.source, i + 1);
    if (text.trim() === '') continue;
    const closure = new ClosureLine(context, scope, text, start).read();
    if (closure === null) sound = false;
    else closures.push(closure);
  }
  return sound ? closures : null;
}

/** A line while it is read. A class, since every part of it asks for the same text. */
class ClosureLine {
  readonly #context: CheckContext;
  readonly #scope: Scope;
  readonly #text: string;
  readonly #start: number;
  #says: ReadonlyMap<string, unknown> = new Map();

  constructor(context: CheckContext, scope: Scope, text: string, start: number) {
    this.#context = context;
    this.#scope = scope;
    this.#text = text;
    this.#start = start;
  }

  read(): Closure | null {
    const says = objectOf(this.#text);
    if (says === null) {
      report(this.#context, 'closures/not-an-object', this.#whole(), {});
      return null;
    }
    this.#says = says;
    const isKnown = this.#reportUnknown();
    const announced = this.#announced();
    const dates = this.#dates();
    const closed = this.#closed();
    const reason = this.#reason();
    const regions = this.#regions();
    const found = [announced, dates, closed, reason].every((part) => part !== null);
    if (!isKnown || !found || regions === null) return null;
    return {
      announced: announced as Announcement,
      ...(dates as { from: CivilDate; to: CivilDate }),
      closed: closed as readonly DayInterval[],
      reason: reason as string,
      regions: regions === 'all' ? null : regions,
      origin: originOf(this.#context, this.#whole()),
    };
  }

  #reportUnknown(): boolean {
    const unknown = [...this.#says.keys()].filter((field) => !FIELDS.some((known) => known === field));
    for (const field of unknown) {
      const nearest = nearestWord(field, FIELDS);
      report(this.#context, 'closures/unknown-field', this.#spanOfKey(field), {
        field,
        nearest,
        fields: FIELDS,
      });
    }
    return unknown.length === 0;
  }

  #announced(): Announcement | null {
    const text = this.#required('announced');
    if (text === null) return null;
    const name = { text, span: this.#spanOf('announced') };
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      return checkDate(this.#context, name) ? { kind: 'date', date: text, text } : null;
    }
    const parsed = parseReading(text, 'up');
    if (!parsed.ok) return this.#wrong('announced', parsed.reason);
    const { epochDay, daySeconds, ms, offset } = parsed.reading;
    const date = formatCivilDate(epochDay);
    if (!checkYear(this.#context, Number(date.slice(0, 4)), name.span)) return null;
    // A second that has begun is over before a notice that begins in it.
    const time = daySeconds + Math.ceil(ms / MS_PER_SECOND);
    if (offset === null) return { kind: 'local', date, time, text };
    const instant = parseInstant(text, 'up');
    if (!instant.ok) return this.#wrong('announced', instant.reason);
    return { kind: 'instant', at: Math.ceil(instant.instant / MS_PER_SECOND) * MS_PER_SECOND, text };
  }

  /** `date`, or `from` and `to`. */
  #dates(): { readonly from: CivilDate; readonly to: CivilDate } | null {
    const isRange = this.#says.has('from') || this.#says.has('to');
    if (isRange && this.#says.has('date')) {
      report(this.#context, 'closures/date-and-range', this.#spanOf('date'), {});
      return null;
    }
    const [first, last] = isRange ? (['from', 'to'] as const) : (['date', 'date'] as const);
    const from = this.#date(first);
    const to = first === last ? from : this.#date(last);
    if (from === null || to === null) return null;
    if (!inOrder(this.#context, { from, to, span: to.span })) return null;
    return { from: from.text, to: to.text };
  }

  #date(field: 'date' | 'from' | 'to'): NameNode | null {
    const text = this.#required(field);
    if (text === null) return null;
    const name = { text, span: this.#spanOf(field) };
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) return this.#wrong(field, 'it is not written as 2026-06-04');
    return checkDate(this.#context, name) ? name : null;
  }

  /** All of each date where nothing is said. */
  #closed(): readonly DayInterval[] | null {
    if (!this.#says.has('closed')) return [{ from: 0, to: SECONDS_PER_DAY }];
    const text = this.#required('closed');
    if (text === null) return null;
    const span = this.#spanOf('closed');
    const ranges = text.split(',').map((range) => timeRangeOf(range.trim(), span));
    if (ranges.includes(null)) return this.#wrong('closed', 'it is not written as 14:00-18:00');
    const hours = ranges.map((range) => (range === null ? null : checkHours(this.#context, range)));
    if (hours.includes(null)) return null;
    const edges = edgesOf(hours.flatMap((interval) => interval ?? []));
    return edges.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: edges[i + 1] ?? from }] : []));
  }

  #reason(): string | null {
    return this.#says.has('reason') ? this.#required('reason') : '';
  }

  #regions(): readonly string[] | 'all' | null {
    if (!this.#says.has('regions')) return 'all';
    const value = this.#says.get('regions');
    const names = Array.isArray(value) ? (value as readonly unknown[]) : [];
    if (names.length === 0 || names.some((name) => typeof name !== 'string')) {
      return this.#wrong('regions', 'it is none');
    }
    const regions = names.map((name) => {
      const text = String(name);
      return this.#scope.resolve(this.#context, 'region', { text, span: this.#spanWithin('regions', text) });
    });
    return regions.includes(null) ? null : regions.flatMap((region) => region ?? []);
  }

  /** The text of a field; null, and a finding, where there is none. */
  #required(field: Field): string | null {
    const value = this.#says.get(field);
    if (value === undefined) {
      report(this.#context, 'closures/missing-field', this.#whole(), { field, wants: WANTS[field] });
      return null;
    }
    return typeof value === 'string' ? value : this.#wrong(field, 'it is no text');
  }

  #wrong(field: Field, reason: string): null {
    report(this.#context, 'closures/wrong-field', this.#spanOf(field), {
      field,
      reason,
      wants: WANTS[field],
    });
    return null;
  }

  /** The line without the space around it. */
  #whole(): Span {
    const before = this.#text.length - this.#text.trimStart().length;
    return { start: this.#start + before, end: this.#start + this.#text.trimEnd().length };
  }

  #spanOfKey(field: string): Span {
    const at = this.#text.indexOf(JSON.stringify(field));
    return at === -1 ? this.#whole() : this.#at(at, JSON.stringify(field).length);
  }

  /** The value of a field as it stands in the line, without quotes; the line where it cannot be found. */
  #spanOf(field: Field): Span {
    const match = new RegExp(`"${field}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\]|[^,}\\s]+)`).exec(
      this.#text,
    );
    const value = match?.[1];
    if (match === null || value === undefined) return this.#whole();
    const at = match.index + match[0].length - value.length;
    return value.startsWith('"') && value.length > 2
      ? this.#at(at + 1, value.length - 2)
      : this.#at(at, value.length);
  }

  /** A text that stands in the list of a field, without quotes. */
  #spanWithin(field: Field, text: string): Span {
    const list = this.#spanOf(field);
    const quoted = JSON.stringify(text);
    const at = this.#text.slice(0, list.end - this.#start).indexOf(quoted, list.start - this.#start);
    return at === -1 ? list : this.#at(at + 1, quoted.length - 2);
  }

  #at(offset: number, length: number): Span {
    return { start: this.#start + offset, end: this.#start + offset + length };
  }
}

function objectOf(text: string): ReadonlyMap<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}

/** `14:00-18:00`; every part of it stands where the whole does. */
function timeRangeOf(text: string, span: Span): TimeRangeNode | null {
  const match = /^(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)$/.exec(text);
  if (match === null) return null;
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const time = (hour: number, minute: number) => {
    const seconds = hour * 3600 + minute * 60;
    return { seconds: minute < 60 && seconds <= SECONDS_PER_DAY ? seconds : null, span };
  };
  return { from: time(fromHour, fromMinute), to: time(toHour, toMinute), span };
}
