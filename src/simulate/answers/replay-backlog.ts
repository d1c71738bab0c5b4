import type { ZoneTable } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';
import type { Outcome, PlanOutcome } from '../outcome.ts';
import { statusCode } from '../promises.ts';
import type { Backlog } from './answers.ts';
import { backlogOf } from './backlog-of.ts';
import { tallyBacklog } from './desk-tally.ts';
import { BACKLOG_HOUR } from './prepare-watch.ts';

const UNMEASURED = statusCode('unmeasured');

/**
 * The backlog of a log: a ticket is open until the last of its clocks stopped, and to the end where one of them was still
 * running. Tickets of which the log tells no stop are left out; null where it tells none at all.
 */
export function replayBacklog(
  { tickets }: Outcome,
  { metrics }: PlanOutcome,
  zone: ZoneTable,
): Backlog | null {
  const { opened, count } = tickets;
  const told = metrics.filter(({ stopped }) => stopped.some((at) => !Number.isNaN(at)));
  if (told.length === 0) return null;
  const rows = [...opened.keys()].filter((row) =>
    told.some(({ stopped, status }) => !Number.isNaN(stopped[row]) || status[row] !== UNMEASURED),
  );
  rows.sort((a, b) => (opened[a] as number) - (opened[b] as number));
  if (count === 0 || rows.length === 0) return null;
  const starts = Float64Array.from(rows, (row) => opened[row] as number);
  const ends = Float64Array.from(rows, (row) => {
    let last = -Infinity;
    for (const { stopped, status } of told) {
      const at = stopped[row] as number;
      if (!Number.isNaN(at)) last = Math.max(last, at);
      else if (status[row] !== UNMEASURED) return Infinity;
    }
    return last;
  });
  const from = starts[0] as number;
  const to = (starts.at(-1) as number) + 1;
  const days = daysBetween(zone, from, to);
  const tally = tallyBacklog({ days, from, to }, starts, ends);
  return backlogOf({ days, hour: BACKLOG_HOUR }, [tally]);
}

function daysBetween(zone: ZoneTable, from: number, to: number): Float64Array {
  const days: number[] = [];
  for (let day = wallClockAt(zone, from).epochDay; ; day += 1) {
    const at = localToInstant(zone, day, BACKLOG_HOUR * 3600);
    if (at >= to) return Float64Array.from(days);
    if (at >= from && at !== days.at(-1)) days.push(at);
  }
}
