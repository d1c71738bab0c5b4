import type { HoursOfWeek } from './answers.ts';
import { HOURS_OF_WEEK } from './hours-of-week.ts';

/** Fewer weeks than these tell too little of how much they differ. */
export const FEWEST_WEEKS = 6;

/** Judged tickets, in columns. */
export interface JudgedTickets {
  /** 1 for one that was missed, 0 for one that was met, -1 for one that is not judged. */
  readonly missed: Int8Array;
  /** The week of a run in which each was opened, from 0. */
  readonly week: Int32Array;
  readonly weeks: number;
}

/**
 * The standard deviation of how many misses more a group has than its share, where the weeks of the runs are independent and the
 * tickets within one are not: those that queue behind each other miss together. Null where there are too few weeks. (The ratio
 * estimator of a cluster sample: W. G. Cochran, Sampling Techniques (1977), 6.3.)
 * @param holds whether a ticket is of the group
 */
export function deviationOverWeeks(
  { missed, week, weeks }: JudgedTickets,
  holds: (row: number) => boolean,
): number | null {
  const [tickets, misses, its, itsMisses] = Array.from({ length: 4 }, () => new Float64Array(weeks)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let row = 0; row < missed.length; row += 1) {
    const miss = missed[row] as number;
    if (miss === -1) continue;
    const of = week[row] as number;
    tickets[of]! += 1;
    misses[of]! += miss;
    if (!holds(row)) continue;
    its[of]! += 1;
    itsMisses[of]! += miss;
  }
  const used = tickets.reduce((count, each) => count + (each > 0 ? 1 : 0), 0);
  if (used < FEWEST_WEEKS) return null;
  const sum = (column: Float64Array) => column.reduce((all, each) => all + each, 0);
  const [share, rate] = [sum(its) / sum(tickets), sum(misses) / sum(tickets)];
  const excess = itsMisses.map(
    (each, i) =>
      each - share * (misses[i] as number) - rate * ((its[i] as number) - share * (tickets[i] as number)),
  );
  const mean = sum(excess) / used;
  const squares = excess.reduce((all, each, i) => all + (tickets[i] === 0 ? 0 : (each - mean) ** 2), 0);
  return Math.sqrt((squares * used) / (used - 1));
}

/** By hour of the week, 1 for those of a stretch or of each of some days. */
export function hoursHeld({ kind, days, from, to }: HoursOfWeek): Uint8Array {
  const held = new Uint8Array(HOURS_OF_WEEK);
  const [first, last] = [days[0] ?? 1, days.at(-1) ?? 1];
  if (kind === 'stretch') {
    const begin = (first - 1) * 24 + from;
    const length = ((((last - 1) * 24 + to - 1 - begin) % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK;
    for (let i = 0; i <= length; i += 1) held[(begin + i) % HOURS_OF_WEEK] = 1;
    return held;
  }
  const length = (to - from + 24) % 24 || 24;
  for (const day of days) for (let i = 0; i < length; i += 1) held[(day - 1) * 24 + ((from + i) % 24)] = 1;
  return held;
}
