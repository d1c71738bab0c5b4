import type { DeskOutcome } from '../outcome.ts';
import { intervalOverRuns } from '../statistics/share-interval.ts';
import type { Occupancy, TeamOccupancy } from './answers.ts';
import type { DeskTally } from './desk-tally.ts';
import { HOURS_OF_WEEK } from './hours-of-week.ts';

/** @param runs tallies of each run under one plan, at least one */
export function occupancyOf({ teams }: Pick<DeskOutcome, 'teams'>, runs: readonly DeskTally[]): Occupancy {
  return { teams: teams.map((team, index) => teamOccupancy(team, index, runs)) };
}

function teamOccupancy(team: string, index: number, runs: readonly DeskTally[]): TeamOccupancy {
  const meanByHour = (column: (tally: DeskTally) => Float64Array): readonly number[] =>
    Array.from({ length: HOURS_OF_WEEK }, (_, hour) => {
      const sum = runs.reduce(
        (all, tally) => all + (column(tally)[index * HOURS_OF_WEEK + hour] as number),
        0,
      );
      return sum / runs.length;
    });
  const scheduledByHour = meanByHour(({ scheduled }) => scheduled);
  const busyByHour = meanByHour(({ busy }) => busy);
  const [scheduledMs, within] = [sumOf(scheduledByHour), sumOf(busyByHour)];
  const overtimeMs = runs.reduce((sum, { overtime }) => sum + (overtime[index] as number), 0) / runs.length;
  const shares = runs.flatMap(({ busy, scheduled }) => {
    const there = sumOf(ofTeam(scheduled, index));
    return there === 0 ? [] : [sumOf(ofTeam(busy, index)) / there];
  });
  const interval = shares.length < 2 ? null : intervalOverRuns(shares, 0, Infinity);
  return {
    team,
    scheduledMs,
    busyMs: within + overtimeMs,
    overtimeMs,
    share: scheduledMs === 0 ? null : within / scheduledMs,
    interval: interval === null ? null : { low: interval.low, high: interval.high },
    scheduledByHour,
    busyByHour,
  };
}

function ofTeam(column: Float64Array, team: number): Float64Array {
  return column.subarray(team * HOURS_OF_WEEK, (team + 1) * HOURS_OF_WEEK);
}

function sumOf(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
