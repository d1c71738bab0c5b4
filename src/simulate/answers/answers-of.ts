/** From an outcome to what is to be known of it beyond its counts. */
import type { Engine } from '../../engine/index.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { ZoneTable } from '../../time/types.ts';
import { lookUpZone } from '../../time/zone-lookup.ts';
import { civilFieldsOf } from '../../time/civil-date.ts';
import type { Outcome } from '../outcome.ts';
import { answerNotes } from './answer-notes.ts';
import type { Answers } from './answers.ts';
import { backlogOf } from './backlog-of.ts';
import { breachesOf, zoneOfPromise } from './breaches-of.ts';
import { keptOf, type Told } from './kept-of.ts';
import { occupancyOf } from './occupancy-of.ts';
import { calendarOfPromises } from './promise-calendar.ts';
import { replayBacklog } from './replay-backlog.ts';
import { TicketWeeks } from './ticket-weeks.ts';
import { countedBy, inBreachOf, timesOf } from './times-of.ts';
import { weeksOf } from './weeks-of.ts';

/** Answers hang on the outcome alone: the same in whatever order its runs were done. */
export function answersOf(outcome: Outcome, engine: Engine): Answers {
  const { plan, tickets, desk } = outcome;
  const told = toldOf(outcome);
  const zone = desk?.zone ?? plan.zone ?? 'UTC';
  const zoneOf = zoneTables(engine, told);
  const weeks = new TicketWeeks(tickets, zoneOf);
  return {
    zone,
    plans: outcome.plans.map((planned, place) => {
      const runs = desk?.plans[place] ?? [];
      return {
        plan: planned.plan,
        name: plan.plans[planned.plan]?.name ?? '',
        metrics: planned.metrics.map((metric, m) => {
          const calendars = calendarOfPromises(engine, planned.plan, metric.metric);
          const counted = countedBy(engine, tickets.count, (row) => calendars(tickets, row));
          const own = zoneOfPromise(engine, planned.plan, metric.metric, zone);
          const misses = runs.flatMap((run) => run.misses[m] ?? []);
          return {
            metric: metric.metric,
            breaches: breachesOf(outcome, metric, weeks, own, misses),
            times: timesOf(outcome, planned, metric, counted),
            inBreach: inBreachOf(metric, counted),
            weeks: weeksOf(metric, weeks.weeksIn(zone), zoneOf(zone)),
            kept: keptOf(engine, outcome, planned, metric, told),
          };
        }),
        backlog: desk === undefined ? replayBacklog(outcome, planned, zoneOf(zone)) : backlogOf(desk, runs),
        occupancy: desk === undefined || runs.length === 0 ? null : occupancyOf(desk, runs),
      };
    }),
    notes: answerNotes(outcome, zone),
  };
}

/** The part of time that counts: that of the span, or from the first to the last opening of a log. */
function toldOf({ tickets, desk }: Outcome): Told {
  if (desk !== undefined) return { from: desk.from, to: desk.to };
  let [from, to] = [Infinity, -Infinity];
  for (const at of tickets.opened) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { from, to };
}

/** The offsets of a zone: the plan's, or those of the runtime for the years that are told of. */
function zoneTables({ plan }: Engine, { from, to }: Told): (zone: string) => ZoneTable {
  const known = new Map<string, ZoneTable>();
  const yearOf = (instant: number): number => civilFieldsOf(Math.floor(instant / 86_400_000)).year;
  return (zone) => {
    let table = plan.zones[zone] ?? known.get(zone);
    if (table === undefined) {
      table =
        zone === 'UTC' || !(from <= to)
          ? fixedZoneTable('UTC', 0, 1970, 2100)
          : lookUpZone(zone, yearOf(from) - 1, yearOf(to) + 1);
      known.set(zone, table);
    }
    return table;
  };
}
