import type { Engine } from '../../engine/index.ts';
import type { Outcome } from '../outcome.ts';
import type { WeekFigures } from './answers.ts';
import { TicketWeeks } from './ticket-weeks.ts';
import { toldOf, zoneOfWeeks, zoneTables } from './told-of.ts';
import { weeksOf } from './weeks-of.ts';

/** The weeks of each metric of each plan, in the order of the outcome: those of `answersOf`, without the rest of them. */
export function weeksByMetric(
  outcome: Outcome,
  engine: Engine,
): readonly (readonly { readonly metric: string; readonly weeks: WeekFigures }[])[] {
  const zone = zoneOfWeeks(outcome);
  const zoneOf = zoneTables(engine, toldOf(outcome));
  const weekOf = new TicketWeeks(outcome.tickets, zoneOf).weeksIn(zone);
  return outcome.plans.map(({ metrics }) =>
    metrics.map((metric) => ({ metric: metric.metric, weeks: weeksOf(metric, weekOf, zoneOf(zone)) })),
  );
}
