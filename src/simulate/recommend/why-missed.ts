import { assignTeams } from '../desk/skills.ts';
import type { MetricOutcome, Outcome } from '../outcome.ts';
import type { PreparedSimulation } from '../prepare.ts';
import { statusCode } from '../promises.ts';
import type { WantedFigures } from './need-figures.ts';

/** Why a desk on which nobody waits for an agent does not keep what is wanted. */
export interface WhyMissed {
  /** What falls shortest. */
  readonly wanted: WantedFigures;
  readonly missed: number;
  /** Of those, how many were due before anybody who may take them was on shift. */
  readonly beforeShift: number;
  /** One of them; null where there is none. */
  readonly example: { readonly ticket: string; readonly opened: number; readonly due: number } | null;
}

const MISSED = statusCode('missed');

/** @param outcome of the largest desk, of one plan */
export function whyMissed(
  prepared: PreparedSimulation,
  outcome: Outcome,
  figures: readonly WantedFigures[],
): WhyMissed {
  const [wanted] = figures.toSorted(
    (a, b) => a.surelyKept - a.wanted.share - (b.surelyKept - b.wanted.share),
  );
  if (wanted === undefined) throw new Error('something is wanted');
  const column = outcome.plans[0]?.metrics.find(({ metric }) => metric === wanted.wanted.metric);
  const { seconds, severities } = wanted.wanted;
  const { tickets, plan } = outcome;
  const names = plan.severities.map(({ name }) => name);
  const step = prepared.simulation.work.findIndex(({ kind }) => kind === 'work');
  const { groups, groupOf } = assignTeams(prepared.desk.skills, tickets);
  let missed = 0;
  let beforeShift = 0;
  let example: WhyMissed['example'] = null;
  for (let row = 0; row < tickets.count; row += 1) {
    if (severities !== null && !severities.includes(names[tickets.severity[row] as number] ?? '')) continue;
    const opened = tickets.opened[row] as number;
    const due = dueOf(column, row, opened, seconds);
    if (due === null) continue;
    missed += 1;
    const teams = groups[groupOf(row, step)] ?? [];
    const shift = Math.min(
      ...teams.map((team) => prepared.desk.teams[team]?.calendar.nextOpen(opened) ?? Infinity),
    );
    if (due > shift) continue;
    beforeShift += 1;
    example ??= { ticket: tickets.id(row), opened, due };
  }
  return { wanted, missed, beforeShift, example };
}

/** When a ticket that was missed was due; null for one that was not. */
function dueOf(
  column: MetricOutcome | undefined,
  row: number,
  opened: number,
  seconds: number | null,
): number | null {
  if (column === undefined) return null;
  const [due, stopped] = [column.due[row] as number, column.stopped[row] as number];
  const limit = seconds === null ? due : opened + seconds * 1000;
  const isMissed = seconds === null ? column.status[row] === MISSED : !(stopped <= limit);
  return isMissed ? limit : null;
}
