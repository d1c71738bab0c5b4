/** From an outcome to what is to be known of it beyond its counts. */
import type { Engine } from '../../engine/index.ts';
import type { Outcome } from '../outcome.ts';
import { answerNotes } from './answer-notes.ts';
import type { Answers } from './answers.ts';
import { backlogOf } from './backlog-of.ts';
import { breachesOf, zoneOfPromise } from './breaches-of.ts';
import { keptOf } from './kept-of.ts';
import { occupancyOf } from './occupancy-of.ts';
import { calendarOfPromises } from './promise-calendar.ts';
import { replayBacklog } from './replay-backlog.ts';
import { TicketWeeks } from './ticket-weeks.ts';
import { countedBy, inBreachOf, timesOf, untilFirstWork } from './times-of.ts';
import { toldOf, zoneOfWeeks, zoneTables } from './told-of.ts';
import { weeksOf } from './weeks-of.ts';

/** Answers hang on the outcome alone: the same in whatever order its runs were done. */
export function answersOf(outcome: Outcome, engine: Engine): Answers {
  const { plan, tickets, desk } = outcome;
  const told = toldOf(outcome);
  const zone = zoneOfWeeks(outcome);
  const zoneOf = zoneTables(engine, told);
  const weeks = new TicketWeeks(tickets, zoneOf);
  return {
    zone,
    plans: outcome.plans.map((planned, place) => {
      const runs = desk?.plans[place] ?? [];
      const untilFirst = untilFirstWork(outcome, planned);
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
            times: timesOf(outcome, planned, metric, counted, untilFirst),
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
