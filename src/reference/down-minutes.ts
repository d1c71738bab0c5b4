/** Outages as rows of minutes, each looked at by itself. Outages begin and end on whole minutes, and so do steps. */
import { DateTime } from 'luxon';
import type { Period } from '../check/model.ts';
import type { CheckedAvailability } from '../check/money-model.ts';
import type { InstantMs } from '../time/types.ts';
import { MINUTE_MS } from './wall-clock.ts';

export interface RecordedOutage {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly reason: string | null;
  readonly announced: InstantMs | null;
}

/**
 * How many of the minutes from one instant to another count as down, of those that `isCounted` asks for. Periods of caps
 * are those of the calendar in a zone.
 */
export function downMinutes(
  { stepSeconds, leastSeconds, exclusions }: CheckedAvailability,
  outages: readonly RecordedOutage[],
  zone: string,
  from: InstantMs,
  to: InstantMs,
  isCounted: (minute: InstantMs) => boolean,
): number {
  const speaksOf = (outage: RecordedOutage): number =>
    exclusions.findIndex(({ text, announced }) => {
      if (outage.reason !== text) return false;
      if (announced === null) return true;
      if (announced.kind !== 'elapsed') throw new Error('notice is given in plain time here');
      return outage.announced !== null && outage.announced + announced.seconds * 1000 <= outage.from;
    });
  const free = new Set<InstantMs>();
  for (const [i, { upTo }] of exclusions.entries()) {
    const used = new Map<string, number>();
    for (const minute of minutesOf(outages.filter((outage) => speaksOf(outage) === i))) {
      const period = upTo === null ? '' : periodName(upTo.period, minute, zone);
      const count = used.get(period) ?? 0;
      if (upTo !== null && count >= upTo.seconds / 60) continue;
      used.set(period, count + 1);
      free.add(minute);
    }
  }
  const down = new Set<InstantMs>();
  for (const group of [-1, ...exclusions.keys()]) {
    for (const run of runsOf(minutesOf(outages.filter((outage) => speaksOf(outage) === group)))) {
      if (run.length < leastSeconds / 60) continue;
      const last = run[run.length - 1] ?? NaN;
      for (const minute of run) down.add(minute);
      // What rounding adds belongs to an outage whose end counts.
      if (free.has(last)) continue;
      for (let i = run.length; i % (stepSeconds / 60) !== 0; i += 1)
        down.add((run[0] ?? NaN) + i * MINUTE_MS);
    }
  }
  return [...down].filter((at) => at >= from && at < to && !free.has(at) && isCounted(at)).length;
}

/** The minutes in which there is one of the outages, in order. */
function minutesOf(outages: readonly RecordedOutage[]): readonly InstantMs[] {
  const minutes = new Set<InstantMs>();
  for (const { from, to } of outages) for (let at = from; at < to; at += MINUTE_MS) minutes.add(at);
  return [...minutes].sort((a, b) => a - b);
}

/** Minutes that follow each other. */
function runsOf(minutes: readonly InstantMs[]): readonly (readonly InstantMs[])[] {
  const runs: InstantMs[][] = [];
  for (const minute of minutes) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1] === minute - MINUTE_MS) run.push(minute);
    else runs.push([minute]);
  }
  return runs;
}

function periodName({ unit }: Period, at: InstantMs, zone: string): string {
  return DateTime.fromMillis(at, { zone }).startOf(unit).toISODate() ?? '';
}
