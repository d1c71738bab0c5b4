import type { ArrivalEvent, ArrivalStream, LocalTime } from '../../check/simulation-model.ts';
import { epochDayOfDate } from '../../time/civil-date.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { cumulativeRate, type CumulativeRate } from './cumulative-rate.ts';

/** An hour of every week like any other. */
const EVENLY = Array.from({ length: 7 }, () => new Array<number>(24).fill(1));

/**
 * The tickets that an event brings beside the usual ones. They lie in its time as the stream's hours do, and evenly where these
 * have nothing then. So many tickets are those of its whole time, of which the part outside the span is cut off.
 */
export function eventRate(
  { from, to, brings }: ArrivalEvent,
  { perWeek, profile }: ArrivalStream,
  table: ZoneTable,
  span: { readonly from: InstantMs; readonly to: InstantMs },
): CumulativeRate {
  const [begins, ends] = [instantOf(table, from), instantOf(table, to)];
  const within = (rate: number, shape: ArrivalStream['profile']): CumulativeRate =>
    ends <= begins
      ? { at: Float64Array.of(begins), expected: Float64Array.of(0) }
      : cumulativeRate(table, rate, shape, begins, ends);
  const usual = within(perWeek, profile);
  if (brings.kind === 'more') return cutTo(scaledBy(usual, brings.share), span);
  const shape = totalOf(usual) > 0 ? usual : within(perWeek, EVENLY);
  const total = totalOf(shape);
  return cutTo(scaledBy(shape, total > 0 ? brings.count / total : 0), span);
}

/** A time that the clock skips is taken as the one that it jumps to, one that it shows twice as the first. */
function instantOf(table: ZoneTable, { date, seconds }: LocalTime): InstantMs {
  return localToInstant(table, epochDayOfDate(date), seconds);
}

function totalOf({ expected }: CumulativeRate): number {
  return expected.at(-1) as number;
}

function scaledBy({ at, expected }: CumulativeRate, factor: number): CumulativeRate {
  return { at, expected: expected.map((count) => count * factor) };
}

/** What of a rate lies in a span. */
function cutTo(
  { at, expected }: CumulativeRate,
  { from, to }: { readonly from: InstantMs; readonly to: InstantMs },
): CumulativeRate {
  const newAt = [from];
  const newExpected = [0];
  let sum = 0;
  for (let piece = 0; piece + 1 < at.length; piece += 1) {
    const [start, end] = [at[piece] as number, at[piece + 1] as number];
    const [a, b] = [Math.max(start, from), Math.min(end, to)];
    if (b <= a) continue;
    const slope = ((expected[piece + 1] as number) - (expected[piece] as number)) / (end - start);
    if (a > (newAt.at(-1) as number)) {
      newAt.push(a);
      newExpected.push(sum);
    }
    sum += slope * (b - a);
    newAt.push(b);
    newExpected.push(sum);
  }
  return { at: Float64Array.from(newAt), expected: Float64Array.from(newExpected) };
}
