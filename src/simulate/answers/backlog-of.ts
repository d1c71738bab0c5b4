import type { DeskOutcome } from '../outcome.ts';
import { intervalOverRuns } from '../statistics/share-interval.ts';
import { AGE_BANDS, type Backlog, type BacklogDay, type Trend } from './answers.ts';
import type { DeskTally } from './desk-tally.ts';

/** The pace of the desk is that of so many last dates, or of all where there are fewer. */
const PACE_DAYS = 28;
/** By less than this share of the mean a backlog neither grows nor shrinks. */
export const LEAST_CHANGE = 0.1;

/** @param runs tallies of each run under one plan; null where no date counts */
export function backlogOf(
  { days, hour }: Pick<DeskOutcome, 'days' | 'hour'>,
  runs: readonly Pick<DeskTally, 'backlog' | 'done'>[],
): Backlog | null {
  if (days.length === 0 || runs.length === 0) return null;
  const bands = AGE_BANDS.length;
  const sums = new Float64Array(days.length * bands);
  const done = new Float64Array(days.length);
  const changes: number[] = [];
  let mostInARun = 0;
  for (const run of runs) {
    const open = new Float64Array(days.length);
    run.backlog.forEach((count, i) => {
      sums[i]! += count;
      open[Math.floor(i / bands)]! += count;
    });
    run.done.forEach((count, day) => (done[day]! += count));
    mostInARun = open.reduce((most, count) => Math.max(most, count), mostInARun);
    changes.push(changeOf(open));
  }
  const list = [...days].map((at, day): BacklogDay => {
    const byAge = [...sums.subarray(day * bands, (day + 1) * bands)].map((sum) => sum / runs.length);
    return { at, open: byAge.reduce((sum, count) => sum + count, 0), byAge };
  });
  const mean = meanOf(list.map(({ open }) => open));
  const worst = list.reduce((most, day) => (day.open > most.open ? day : most));
  const donePerDay = meanOf([...done.subarray(-PACE_DAYS)]) / runs.length;
  const atEnd = list.at(-1)?.open ?? 0;
  return {
    hour,
    days: list,
    mean,
    meanByAge: AGE_BANDS.map((_, band) => meanOf(list.map(({ byAge }) => byAge[band] as number))),
    worst: { at: worst.at, open: worst.open },
    mostInARun,
    donePerDay,
    daysToClear: donePerDay === 0 ? (atEnd === 0 ? 0 : null) : atEnd / donePerDay,
    trend: trendOf(changes, mean),
  };
}

/** The mean of the second half less that of the first; the date in the middle of an odd number is in neither. */
function changeOf(open: Float64Array): number {
  const half = Math.floor(open.length / 2);
  if (half === 0) return 0;
  return meanOf([...open.subarray(-half)]) - meanOf([...open.subarray(0, half)]);
}

function trendOf(changes: readonly number[], mean: number): Trend {
  const change = meanOf(changes);
  const interval = changes.length < 2 ? null : intervalOverRuns(changes, -Infinity, Infinity);
  const bounds = interval === null ? null : { low: interval.low, high: interval.high };
  const isClear = bounds === null || bounds.low > 0 || bounds.high < 0;
  const kind =
    !isClear || Math.abs(change) <= LEAST_CHANGE * mean ? 'steady' : change > 0 ? 'growing' : 'shrinking';
  return { kind, change, interval: bounds };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
