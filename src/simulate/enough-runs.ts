import { statusCode } from './promises.ts';
import type { RunColumns } from './run-columns.ts';
import { intervalOverRuns } from './statistics/share-interval.ts';

const MET = statusCode('met');
const MISSED = statusCode('missed');

/** Below so many runs the spread between them says too little of how wide an interval is. */
export const FEWEST_RUNS = 10;

/**
 * Whether the first runs of a simulation are enough for the 95 % interval of every promise of every plan, over all severities,
 * to be no wider than so much to either side. Asked after each run in the order of their numbers, it does not matter how many
 * are done at a time.
 * @param shares of each run, as `attainments` gives them
 * @param halfWidth a share: 0.01 for one per cent to either side
 */
export function areEnough(shares: readonly (readonly number[])[], halfWidth: number): boolean {
  if (shares.length < FEWEST_RUNS) return false;
  return (shares[0] ?? []).every((_, promise) => {
    const judged = shares.map((run) => run[promise] as number).filter((share) => !Number.isNaN(share));
    if (judged.length < 2) return judged.length === 0;
    const { low, high } = intervalOverRuns(judged, -Infinity, Infinity);
    return (high - low) / 2 <= halfWidth;
  });
}

/** The share of promises kept in a run, plan by plan and metric by metric; NaN where none was judged. */
export function attainments(run: RunColumns): readonly number[] {
  return run.plans.flatMap(({ metrics }) =>
    metrics.map(({ status }) => {
      let met = 0;
      let judged = 0;
      for (let row = run.firstCounted; row < status.length; row += 1) {
        if (status[row] === MET) met += 1;
        if (status[row] === MET || status[row] === MISSED) judged += 1;
      }
      return judged === 0 ? NaN : met / judged;
    }),
  );
}
