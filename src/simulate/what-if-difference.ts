/** What changes come to: the attainment of each promise before and after, run against run of one seed. */
import type { MetricOutcome, Outcome, TicketColumns } from './outcome.ts';
import { statusCode } from './promises.ts';
import { intervalOverRuns } from './statistics/share-interval.ts';
import type { ShareInterval } from './summary.ts';

/** One promise of one plan. */
export interface WhatIfDifference {
  /** Place in the outcomes' `plans`, and the plan's name. */
  readonly place: number;
  readonly plan: string;
  readonly metric: string;
  /** Name of the severity; null for all tickets. */
  readonly severity: string | null;
  readonly before: Judged;
  readonly after: Judged;
  /**
   * Mean over the runs of the attainment after less that before, with its 95 % interval. Both have the same draws, so what
   * is common to them falls out. Null below two runs in which both judged a ticket.
   */
  readonly difference: ShareInterval | null;
}

export interface Judged {
  readonly met: number;
  readonly missed: number;
}

/** Both outcomes are of the same plans and metrics. All tickets of a promise first, then each severity that has some. */
export function whatIfDifferences(before: Outcome, after: Outcome): readonly WhatIfDifference[] {
  const severities = before.plan.severities.map(({ name }) => name);
  return before.plans.flatMap((plan, place) =>
    plan.metrics.flatMap((metric) => {
      const other = after.plans[place]?.metrics.find((each) => each.metric === metric.metric);
      if (other === undefined) return [];
      return [null, ...severities.keys()].flatMap((severity): WhatIfDifference[] => {
        const [was, is] = [
          tallyOf(before.tickets, metric, severity),
          tallyOf(after.tickets, other, severity),
        ];
        if (severity !== null && was.all.met + was.all.missed + is.all.met + is.all.missed === 0) return [];
        return [
          {
            place,
            plan: before.plan.plans[plan.plan]?.name ?? '',
            metric: metric.metric,
            severity: severity === null ? null : (severities[severity] ?? ''),
            before: was.all,
            after: is.all,
            difference: differenceOf(was.runs, is.runs),
          },
        ];
      });
    }),
  );
}

interface Tally {
  readonly all: Judged;
  readonly runs: ReadonlyMap<number, Judged>;
}

const MET = statusCode('met');
const MISSED = statusCode('missed');

function tallyOf(tickets: TicketColumns, { status }: MetricOutcome, severity: number | null): Tally {
  const all = { met: 0, missed: 0 };
  const runs = new Map<number, { met: number; missed: number }>();
  for (let row = 0; row < tickets.count; row += 1) {
    const code = status[row];
    if (code !== MET && code !== MISSED) continue;
    if (severity !== null && tickets.severity[row] !== severity) continue;
    const run = tickets.run[row] as number;
    let own = runs.get(run);
    if (own === undefined) runs.set(run, (own = { met: 0, missed: 0 }));
    const how = code === MET ? 'met' : 'missed';
    own[how] += 1;
    all[how] += 1;
  }
  return { all, runs };
}

function differenceOf(before: Tally['runs'], after: Tally['runs']): ShareInterval | null {
  const differences = [...before].flatMap(([run, was]) => {
    const is = after.get(run);
    return is === undefined ? [] : [shareOf(is) - shareOf(was)];
  });
  return differences.length < 2 ? null : intervalOverRuns(differences, -1, 1);
}

function shareOf({ met, missed }: Judged): number {
  return met / (met + missed);
}
