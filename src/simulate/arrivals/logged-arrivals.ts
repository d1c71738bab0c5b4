/** Tickets of a history as arrivals: when they came, or in whole weeks or dates that are drawn with replacement. */
import type { LoggedArrivals } from '../../check/simulation-model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { EpochDay, InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';
import { purposeOf, type Draws, type Purpose } from '../random/draws.ts';

export interface PreparedLog {
  readonly how: LoggedArrivals['how'];
  readonly factor: number;
  /** When each ticket was opened, in order, and what the clock of the stream's zone showed then. */
  readonly opened: Float64Array;
  readonly msOfDay: Float64Array;
  /** Tickets of a date: from the first up to, and without, the second. */
  readonly ofDay: ReadonlyMap<EpochDay, readonly [number, number]>;
  /** Mondays of the weeks that lie wholly in the log. */
  readonly mondays: readonly EpochDay[];
  /** All its dates, those without tickets too, by their weekday: Monday first. */
  readonly datesOfWeekday: readonly (readonly EpochDay[])[];
  /** The zone of the log's dates, and of those for which they are drawn. */
  readonly zone: ZoneTable;
  /** Tickets come from the first up to the second. */
  readonly span: { readonly from: InstantMs; readonly to: InstantMs };
}

/** Tickets in the order in which they come, and the place of each in the log. */
export interface LoggedTimes {
  readonly times: readonly InstantMs[];
  readonly places: readonly number[];
}

/**
 * @param ofLog the offsets of the stream's zone in the years of the log
 * @param ofSpan the same in those of the span
 */
export function prepareLog(
  { how, factor, tickets, dates: taken }: LoggedArrivals,
  ofLog: ZoneTable,
  ofSpan: ZoneTable,
  span: PreparedLog['span'],
): PreparedLog {
  const clocks = tickets.map(({ opened }) => wallClockAt(ofLog, opened));
  const ofDay = new Map<EpochDay, [number, number]>();
  clocks.forEach(({ epochDay }, place) => {
    const known = ofDay.get(epochDay);
    if (known === undefined) ofDay.set(epochDay, [place, place + 1]);
    else known[1] = place + 1;
  });
  // Of dates that are named those without a ticket are the log's as well.
  const first = taken?.first ?? clocks[0]?.epochDay ?? 0;
  const last = taken?.last ?? clocks.at(-1)?.epochDay ?? -1;
  const dates = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    how,
    factor,
    opened: Float64Array.from(tickets, ({ opened }) => opened),
    msOfDay: Float64Array.from(clocks, ({ daySeconds, ms }) => daySeconds * MS_PER_SECOND + ms),
    ofDay,
    mondays: dates.filter((date) => weekdayOf(date) === 0 && date + 6 <= last),
    datesOfWeekday: Array.from({ length: 7 }, (_, weekday) =>
      dates.filter((date) => weekdayOf(date) === weekday),
    ),
    zone: ofSpan,
    span,
  };
}

const BLOCK = purposeOf('block of a log');
const KEPT = purposeOf('ticket of a log is kept');

/** The arrivals of one run: of a factor of 2.4 two whole ones, and four in ten tickets of a third. */
export function loggedTimes(log: PreparedLog, draws: Draws, stream: Purpose): LoggedTimes {
  const found: { readonly at: InstantMs; readonly place: number }[] = [];
  for (let copy = 0; copy < log.factor; copy += 1) {
    const share = log.factor - copy;
    const tickets =
      copy === 0 && log.how === 'as written' ? asWritten(log) : resampled(log, copy, draws, stream);
    tickets.forEach((ticket, number) => {
      if (share >= 1 || draws.uniform(stream, number, KEPT, copy) < share) found.push(ticket);
    });
  }
  // The sort keeps the order of what comes at one instant.
  found.sort((a, b) => a.at - b.at);
  return { times: found.map(({ at }) => at), places: found.map(({ place }) => place) };
}

type Found = { readonly at: InstantMs; readonly place: number };

function asWritten({ opened, span }: PreparedLog): readonly Found[] {
  return [...opened].flatMap((at, place) => (at >= span.from && at < span.to ? [{ at, place }] : []));
}

/** For each week or date of the span one of the log, the same whatever the span begins with. */
function resampled(log: PreparedLog, copy: number, draws: Draws, stream: Purpose): readonly Found[] {
  const { zone, span, ofDay, msOfDay } = log;
  const found: Found[] = [];
  const [first, last] = [span.from, span.to - 1].map((at) => wallClockAt(zone, at).epochDay) as [
    EpochDay,
    EpochDay,
  ];
  for (let date = first; date <= last; date += 1) {
    const [from, to] = ofDay.get(sourceOf(log, date, copy, draws, stream)) ?? [0, 0];
    for (let place = from; place < to; place += 1) {
      const ms = msOfDay[place] as number;
      const seconds = Math.floor(ms / MS_PER_SECOND);
      const at = localToInstant(zone, date, seconds) + (ms - seconds * MS_PER_SECOND);
      if (at >= span.from && at < span.to) found.push({ at, place });
    }
  }
  return found;
}

/** The date of the log that a date of the span is like. */
function sourceOf(
  { how, mondays, datesOfWeekday }: PreparedLog,
  date: EpochDay,
  copy: number,
  draws: Draws,
  stream: Purpose,
): EpochDay {
  const weekday = weekdayOf(date);
  // Further tickets of a log that is played as it was written come from its weeks, where it has a whole one.
  if (how !== 'by day' && mondays.length > 0) {
    const monday = date - weekday;
    return oneOf(mondays, draws.uniform(stream, monday, BLOCK, copy)) + weekday;
  }
  const dates = datesOfWeekday[weekday] as readonly EpochDay[];
  return oneOf(dates.length > 0 ? dates : datesOfWeekday.flat(), draws.uniform(stream, date, BLOCK, copy));
}

function oneOf<T>(list: readonly T[], uniform: number): T {
  return list[Math.floor(uniform * list.length)] as T;
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7;
}
