import type { CoverageHours } from '../../model.ts';
import type { ReadyState } from '../../state/state.ts';
import { answer } from '../remembered-answers.ts';
import { focusOf } from './focus-of.ts';
import type { StreamState } from './stream-state.ts';

/** When a promise counts for some plans and, where tickets come from several regions, for one of these. */
export interface HourLane {
  readonly label: string;
  readonly hours: CoverageHours;
  /** Whether it is of the region of the ticket that is pointed at. */
  readonly isOfFocus: boolean;
}

/**
 * The hours of the promise that is played, for tickets as severe as the one pointed at: a lane a plan, or where tickets come
 * from several regions a lane for each of these and the plans that count by the same hours there, those of its own first.
 */
export function hourLanes({ model }: ReadyState, stream: StreamState): readonly HourLane[] {
  const { coverage, outcome, summary } = model;
  const { metric, order } = stream.tape;
  const focus = order[focusOf(stream)] ?? 0;
  const severity = outcome.tickets.severity[focus] ?? 0;
  const own = outcome.tickets.region[focus] ?? -1;
  const hoursOf = (plan: number, region: number): CoverageHours =>
    answer(model, `hours ${String(plan)} ${metric} ${String(severity)} ${String(region)}`, () =>
      coverage.hours(plan, { kind: 'promise', name: metric }, severity, region),
    );
  const nameOf = (plan: number): string => summary.plans[plan]?.name ?? '';
  const regions = answer(model, 'regions', () => [...new Set(outcome.tickets.region)].sort((a, b) => a - b));
  const plans = outcome.plans.map((_, plan) => plan);
  if (regions.length < 2) {
    return plans.map((plan) => ({
      label: `counts, ${nameOf(plan)}`,
      hours: hoursOf(plan, own),
      isOfFocus: true,
    }));
  }
  return [own, ...regions.filter((region) => region !== own)].flatMap((region) => {
    const groups = new Map<string, { readonly hours: CoverageHours; readonly names: string[] }>();
    for (const plan of plans) {
      const hours = hoursOf(plan, region);
      const key =
        hours.kind === 'calendar'
          ? String(hours.calendar)
          : hours.kind === 'round the clock'
            ? '24'
            : hours.words;
      const group = groups.get(key) ?? { hours, names: [] };
      groups.set(key, group);
      group.names.push(nameOf(plan));
    }
    const name = outcome.plan.regions[region]?.name ?? '(none)';
    return [...groups.values()].map(({ hours, names }) => ({
      label: names.length === plans.length ? name : `${name}, ${names.join(', ')}`,
      hours,
      isOfFocus: region === own,
    }));
  });
}
