/** What the misses of a promise have in common. */
import type { BreachGroup, Breaches, CommonCause, HoursOfWeek } from './answers.ts';

/** Fewer misses than these have nothing in common that chance would not give them. */
export const FEWEST_MISSES = 10;
/** A cause has at least so many misses, and so many times its share of the tickets. */
export const FEWEST_WITH_CAUSE = 5;
export const LEAST_LIFT = 1.2;
/** By so many standard deviations of chance the misses of a cause exceed their share. */
const CLEARLY_MORE = 3;

const NORMAL_95 = 1.96;

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

/**
 * The hours of the week and the groups that hold more of the misses than of the tickets, by how much more: one of hours, at
 * most one of each kind of group. What is looked for in many places is found by chance in some, hence the bounds above.
 * @param deviationOf of the misses that a cause has beyond its share, where tickets of one week hang together; null for not known
 */
export function commonCauses(
  { judged, missed, hours, groups }: Omit<Breaches, 'causes'>,
  deviationOf: (of: CommonCause['of']) => number | null = () => null,
): readonly CommonCause[] {
  if (missed < FEWEST_MISSES || missed === judged) return [];
  const cause = (of: CommonCause['of'], tickets: number, its: number): CommonCause => ({
    of,
    tickets,
    missed: its,
    shareOfMissed: its / missed,
    shareOfTickets: tickets / judged,
    lift: its / missed / (tickets / judged),
    liftInterval: null,
  });
  const found: CommonCause[] = [];
  if (hours.zone !== null) {
    const { zone, tickets, missed: misses } = hours;
    const window = hoursWithMostOf(tickets, misses, judged, missed);
    if (window !== null) found.push(cause({ ...window.hours, zone }, window.tickets, window.missed));
  }
  for (const by of ['region', 'severity', 'channel', 'type'] as const) {
    const own = groups.filter((group) => group.by === by);
    const best = largest(own, (group) => group.missed / missed - group.tickets / judged);
    if (own.length > 1 && best !== null)
      found.push(cause({ by, name: best.name }, best.tickets, best.missed));
  }
  return found
    .filter((each) => isClear(each, missed))
    .map((each) => overWeeks(each, missed, deviationOf(each.of)))
    .sort((a, b) => excess(b) - excess(a));
}

/** With the interval of its lift. */
function overWeeks(each: CommonCause, missed: number, deviation: number | null): CommonCause {
  if (deviation === null) return each;
  const half = (NORMAL_95 * deviation) / (missed * each.shareOfTickets);
  return { ...each, liftInterval: { low: Math.max(0, each.lift - half), high: each.lift + half } };
}

function excess({ shareOfMissed, shareOfTickets }: CommonCause): number {
  return shareOfMissed - shareOfTickets;
}

function isClear({ missed: its, shareOfTickets, lift }: CommonCause, missed: number): boolean {
  const expected = missed * shareOfTickets;
  return (
    its >= FEWEST_WITH_CAUSE &&
    lift >= LEAST_LIFT &&
    its - expected > CLEARLY_MORE * Math.sqrt(expected * (1 - shareOfTickets))
  );
}

function largest<T>(list: readonly T[], sizeOf: (each: T) => number): T | null {
  let best: T | null = null;
  for (const each of list) if (best === null || sizeOf(each) > sizeOf(best)) best = each;
  return best;
}

type Hours = Omit<HoursOfWeek, 'zone'>;

interface Window {
  readonly hours: Hours;
  readonly tickets: number;
  readonly missed: number;
}

/**
 * The hours that hold the largest share of the misses beyond their share of the tickets: one stretch of the week, or the same
 * hours of every day, of Monday to Friday, or of Saturday and Sunday. Of two that are alike the first is taken.
 */
function hoursWithMostOf(
  tickets: readonly number[],
  missed: readonly number[],
  allTickets: number,
  allMissed: number,
): Window | null {
  const sumOver = (hours: Iterable<number>): Omit<Window, 'hours'> => {
    const sum = { tickets: 0, missed: 0 };
    for (const hour of hours) {
      sum.tickets += tickets[hour] as number;
      sum.missed += missed[hour] as number;
    }
    return sum;
  };
  const windows: Window[] = [];
  for (const days of [ALL_DAYS, WORKDAYS, WEEKEND]) {
    const byHour = Array.from({ length: 24 }, (_, hour) => days.map((day) => (day - 1) * 24 + hour));
    const weights = byHour.map((hours) => {
      const { tickets: its, missed: misses } = sumOver(hours);
      return misses / allMissed - its / allTickets;
    });
    const best = heaviestStretch(weights);
    if (best === null) continue;
    const held = byHour.flatMap((hours, hour) => (isWithin(hour, best, 24) ? hours : []));
    windows.push({
      hours: { by: 'hours', kind: 'each day', days, from: best.from, to: end(best, 24) },
      ...sumOver(held),
    });
  }
  const stretch = heaviestStretch(
    missed.map((misses, hour) => misses / allMissed - (tickets[hour] as number) / allTickets),
  );
  if (stretch !== null) {
    const last = (stretch.from + stretch.length - 1) % 168;
    const held = missed.flatMap((_, hour) => (isWithin(hour, stretch, 168) ? [hour] : []));
    windows.push({
      hours: {
        by: 'hours',
        kind: 'stretch',
        days: [Math.floor(stretch.from / 24) + 1, Math.floor(last / 24) + 1],
        from: stretch.from % 24,
        to: (last % 24) + 1,
      },
      ...sumOver(held),
    });
  }
  // A stretch of the week is said in more words, so it has to hold clearly more.
  return largest(windows, (each) => {
    const more = each.missed / allMissed - each.tickets / allTickets;
    return each.hours.kind === 'stretch' ? more - 0.02 : more;
  });
}

interface Stretch {
  readonly from: number;
  readonly length: number;
}

function isWithin(place: number, { from, length }: Stretch, round: number): boolean {
  return (place - from + round) % round < length;
}

function end({ from, length }: Stretch, round: number): number {
  const last = (from + length - 1) % round;
  return last + 1;
}

/** The stretch of a circle with the greatest sum, short of all of it; null where nothing is above zero. */
function heaviestStretch(weights: readonly number[]): Stretch | null {
  const n = weights.length;
  let best: Stretch | null = null;
  let most = 1e-12;
  for (let from = 0; from < n; from += 1) {
    let sum = 0;
    for (let length = 1; length < n; length += 1) {
      sum += weights[(from + length - 1) % n] as number;
      if (sum > most + 1e-12) {
        most = sum;
        best = { from, length };
      }
    }
  }
  return best;
}

/** Only groups that have a judged ticket. */
export function withTickets(groups: readonly BreachGroup[]): readonly BreachGroup[] {
  return groups.filter(({ tickets }) => tickets > 0);
}
