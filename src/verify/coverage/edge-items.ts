import type { CompiledPlan, PlanCalendar, PlanLimit, PlanOrigin, PlanPromise } from '../../plan/model.ts';
import { formatTimeOfDay } from '../../time/iso-instant.ts';
import { SECONDS_PER_DAY } from '../../time/units.ts';
import { type BodyEdge, edgesOfBody, mapLeaves } from './calendar-edges.ts';
import type { Alteration, CoverageItem } from './coverage-model.ts';
import { thresholdItems } from './threshold-items.ts';
import { usedCalendars } from './used-calendars.ts';

/** The boundaries that a contract declares: of hours, of dates, of the day on which a ticket counts, of numbers. */
export function edgeItems(plan: CompiledPlan): readonly CoverageItem[] {
  return [...calendarEdges(plan), ...timeOfDayItems(plan), ...thresholdItems(plan)];
}

/** Those of calendars by which something is counted, each once for all calendars that it is part of. */
function calendarEdges(plan: CompiledPlan): readonly CoverageItem[] {
  const used = usedCalendars(plan);
  const found = new Map<string, { readonly edge: BodyEdge; readonly calendar: PlanCalendar }>();
  for (const [index, calendar] of plan.calendars.entries()) {
    // What running clocks keep is the same clauses, and hours that the compiler made are none.
    if (!used.has(index) || calendar.of === null || calendar.before !== null) continue;
    for (const edge of edgesOfBody(calendar.body)) {
      const key = `${ticketsOf(calendar)} ${edge.key}`;
      if (!found.has(key)) found.set(key, { edge, calendar });
    }
  }
  return [...found.values()].map(({ edge, calendar }) => ({
    kind: 'edge',
    words: `${calendarOf(edge.origin, calendar)} ${edge.words}`,
    origin: edge.origin,
    plans: null,
    alterations: edge.ways.map((what): Alteration => ({
      what,
      alter: (whole) => withEdge(whole, ticketsOf(calendar), edge.key, what),
    })),
    unreachable: null,
  }));
}

function ticketsOf({ tickets }: PlanCalendar): string {
  return JSON.stringify(tickets);
}

/** The calendar in whose block the clause stands, and for whom it is read. */
function calendarOf(origin: PlanOrigin, calendar: PlanCalendar): string {
  const own = origin.path[0]?.replace(/^calendar /, '') ?? calendar.name;
  const tickets = calendar.tickets.map(({ name }) => name);
  return tickets.length === 0 ? `\`${own}\`` : `\`${own}\` (${tickets.join(', ')})`;
}

function withEdge(plan: CompiledPlan, tickets: string, key: string, what: string): CompiledPlan {
  return {
    ...plan,
    calendars: plan.calendars.map((calendar) =>
      ticketsOf(calendar) === tickets ? { ...calendar, body: mapLeaves(calendar.body, key, what) } : calendar,
    ),
  };
}

/** The times of day in counts of days: when receipt is too late for the day, and when a day ends. */
function timeOfDayItems({ plans }: CompiledPlan): readonly CoverageItem[] {
  const items = new Map<string, CoverageItem>();
  for (const { targets } of plans) {
    for (const { promise, origin, words } of targets) {
      for (const { what, time } of limitsOf(promise).flatMap(timesOf)) {
        const key = `${origin.file} ${origin.line} ${origin.column} ${what}`;
        items.set(key, {
          kind: 'edge',
          words: `${words}: ${what} ${formatTimeOfDay(time)}`,
          origin,
          plans: null,
          alterations: ([1, -1] as const)
            .filter((by) => time + by > 0 && time + by <= SECONDS_PER_DAY)
            .map((by) => ({
              what: by === 1 ? 'a second later' : 'a second earlier',
              alter: (whole) => withTime(whole, origin, what, by),
            })),
          unreachable: null,
        });
      }
    }
  }
  return [...items.values()];
}

function limitsOf(promise: PlanPromise): readonly PlanLimit[] {
  if (promise.kind === 'word') return [];
  if ('hard' in promise) return [promise.hard, ...(promise.soft === null ? [] : [promise.soft])].flatMap(parts);
  return parts(promise);
}

function parts(limit: PlanLimit): readonly PlanLimit[] {
  return limit.kind === 'pick' ? limit.of.flatMap(parts) : [limit];
}

type TimeOfDay = 'cut-off' | 'ends at';

function timesOf(limit: PlanLimit): readonly { readonly what: TimeOfDay; readonly time: number }[] {
  if (limit.kind !== 'days') return [];
  const { cutOff, end } = limit;
  return [
    ...(cutOff === null ? [] : [{ what: 'cut-off' as const, time: cutOff }]),
    ...(end.kind === 'clock' ? [{ what: 'ends at' as const, time: end.time }] : []),
  ];
}

function withTime(plan: CompiledPlan, origin: PlanOrigin, what: TimeOfDay, by: number): CompiledPlan {
  const isThere = ({ line, column, file }: PlanOrigin) =>
    line === origin.line && column === origin.column && file === origin.file;
  return {
    ...plan,
    plans: plan.plans.map((each) => ({
      ...each,
      targets: each.targets.map((target) =>
        isThere(target.origin) ? { ...target, promise: promiseWith(target.promise, what, by) } : target,
      ),
    })),
  };
}

function promiseWith(promise: PlanPromise, what: TimeOfDay, by: number): PlanPromise {
  if (promise.kind === 'word') return promise;
  if (!('hard' in promise)) return limitWith(promise, what, by);
  const hard = limitWith(promise.hard, what, by);
  if (promise.soft === null) return { ...promise, hard };
  return { ...promise, hard, soft: limitWith(promise.soft, what, by) };
}

function limitWith(limit: PlanLimit, what: TimeOfDay, by: number): PlanLimit {
  if (limit.kind === 'pick') return { ...limit, of: limit.of.map((each) => limitWith(each, what, by)) };
  if (limit.kind !== 'days') return limit;
  if (what === 'cut-off') return limit.cutOff === null ? limit : { ...limit, cutOff: limit.cutOff + by };
  return limit.end.kind === 'clock' ? { ...limit, end: { ...limit.end, time: limit.end.time + by } } : limit;
}
