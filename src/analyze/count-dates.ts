import { type BusinessDates, type Calendar, type Counters, dateBack, traceDates } from '../engine/index.ts';
import type { PlanDays } from '../plan/model.ts';
import { MS_PER_SECOND, SECONDS_PER_DAY } from '../time/units.ts';
import type { EpochDay, InstantMs, ZoneTable } from '../time/types.ts';
import type { WallClock } from '../time/zone-arithmetic.ts';
import { sorted, type Counting } from './counting.ts';
import type { Span } from './piece.ts';
import { readingsOf, readingsOnEachDate, transitionsIn } from './zone-breaks.ts';

/** What a count of dates hangs on. */
interface DatesCounted {
  readonly limit: PlanDays;
  readonly calendar: Calendar;
  readonly dates: BusinessDates;
  readonly zone: ZoneTable;
}

/** The time of day on a date at which a count ends that keeps the time of day. */
interface MovingEnd {
  readonly date: EpochDay;
  readonly time: WallClock;
}

interface Zones {
  zone(name: string): ZoneTable;
}

/**
 * Where a count of dates breaks: at midnights, at the cut-off, where clocks change, and at the edges of the calendar
 * where receipt waits for the next opening. An end that keeps the time of day breaks further.
 */
export function countDates(counters: Counters & Zones, limit: PlanDays): Counting['breaks'] {
  const counted = datesCounted(counters, limit);
  const { calendar, dates, zone } = counted;
  return (span) => {
    const received = [
      ...readingsOnEachDate(zone, span, [0, ...(limit.cutOff === null ? [] : [limit.cutOff])]),
      ...transitionsIn(zone, span),
      ...(limit.receipt === 'next opening' ? calendar.edgesBetween(span.from, span.to) : []),
    ];
    return withMovingEnds(counted, span, received, (t) => {
      const { receipt, endDate } = traceDates(limit, calendar, dates, t);
      return isSame(receipt, dates.wallClockAt(t)) ? { date: endDate, time: receipt } : null;
    });
  };
}

/** The same counted back, from an instant whose own date is not one of them. */
export function countDatesBack(counters: Counters & Zones, limit: PlanDays): Counting['breaks'] {
  const counted = datesCounted(counters, limit);
  const { dates, zone } = counted;
  return (span) => {
    const midnights = [...readingsOnEachDate(zone, span, [0]), ...transitionsIn(zone, span)];
    return withMovingEnds(counted, span, midnights, (t) => {
      const time = dates.wallClockAt(t);
      return { date: dateBack(limit, dates, time.epochDay), time };
    });
  };
}

function datesCounted(counters: Counters & Zones, limit: PlanDays): DatesCounted {
  return {
    limit,
    calendar: counters.calendar(limit.calendar),
    dates: counters.businessDates(limit.calendar, limit.zone),
    zone: counters.zone(limit.zone),
  };
}

/**
 * Where the time of day is kept, the end runs along its date as the opening runs along its own: it breaks where the
 * clock changes on that date, and where it runs over an edge of the calendar that would move it.
 */
function withMovingEnds(
  counted: DatesCounted,
  span: Span,
  breaks: readonly number[],
  endOf: (t: InstantMs) => MovingEnd | null,
): readonly number[] {
  const { limit, dates, zone } = counted;
  if (limit.end.kind !== 'same time') return breaks;
  const all: number[] = [];
  const eachStretch = (instants: readonly number[], visit: (from: number, to: number) => void) => {
    let from = span.from;
    for (const next of sorted([...instants, span.to])) {
      if (next <= from || next > span.to) continue;
      all.push(from);
      visit(from, next);
      from = next;
    }
  };
  const changes: number[] = [];
  eachStretch(breaks, (from, to) => {
    const end = endOf(from);
    if (end !== null) changes.push(...clockChanges(zone, end, from, to));
  });
  if (limit.endOutside === 'stays') return [...all, ...changes];
  const edges: number[] = [];
  eachStretch([...breaks, ...changes], (from, to) => {
    const end = endOf(from);
    if (end === null) return;
    const due = dates.instantAt(end.date, end.time.daySeconds, end.time.ms);
    edges.push(...edgesRunOver(counted.calendar, due, from, to));
  });
  return [...all, ...edges];
}

/** Openings whose time of day, on the date of the end, is that of a change of the clock. */
function clockChanges(
  zone: ZoneTable,
  { date, time }: MovingEnd,
  from: InstantMs,
  to: InstantMs,
): readonly number[] {
  const local = date * SECONDS_PER_DAY + time.daySeconds;
  const most = local + Math.ceil((to - from) / MS_PER_SECOND) + 1;
  return readingsOf(zone, local, most).map((reading) => from + (reading - local) * MS_PER_SECOND - time.ms);
}

/** Openings at which an end that runs along from `due` on is at an edge, or just past it. */
function edgesRunOver(calendar: Calendar, due: InstantMs, from: InstantMs, to: InstantMs): readonly number[] {
  const { horizon } = calendar;
  const start = Math.max(due - 1, horizon.from);
  const edges = calendar.edgesBetween(start, Math.min(due + (to - from) + 1, horizon.to));
  return edges.flatMap((edge) => [from + (edge - due), from + (edge - due) + 1]);
}

function isSame(a: WallClock, b: WallClock): boolean {
  return a.epochDay === b.epochDay && a.daySeconds === b.daySeconds && a.ms === b.ms;
}
