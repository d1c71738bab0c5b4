import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantBuckets, LONGEST_BUCKET, workBuckets } from '../../src/engine/bucket-length.ts';
import { DAY, drawn, type Drawn } from './drawn-table.ts';
import { runs } from '../laws/runs.ts';

const HOUR = 3600;

/** Parts of a week, of a day and of an hour, longest first. */
const LENGTHS = [
  7 * DAY,
  3.5 * DAY,
  2 * DAY,
  DAY,
  12,
  8,
  6,
  4,
  3,
  2,
  1,
  1 / 2,
  1 / 3,
  1 / 4,
  1 / 6,
  1 / 12,
].map((each) => (each < 24 ? each * HOUR : each));

/** Gaps between stretches that no bound of the buckets lies in, so that a bucket meets both. */
function gapsMissed({ edges }: Drawn, length: number, phase: number): number {
  let missed = 0;
  for (let i = 1; i + 1 < edges.length; i += 2) {
    const bound = Math.ceil(((edges[i] as number) - phase) / length) * length + phase;
    if (bound > (edges[i + 1] as number)) missed += 1;
  }
  return missed;
}

/** The fewest gaps that buckets of a length can miss, wherever their bounds lie. */
function fewestMissed(given: Drawn, length: number): number {
  const phases = Array.from({ length: 96 }, (_, i) => (i * length) / 96);
  return Math.min(...phases.map((phase) => gapsMissed(given, length, phase)));
}

/** Ends of stretches that lie in one bucket with the one after them; an end where a bucket begins belongs to the one before. */
function endsTogether(ends: readonly number[], length: number): number {
  const bucketOf = (end: number): number => Math.ceil(end / length);
  return ends.filter((end, i) => i + 1 < ends.length && bucketOf(end) === bucketOf(ends[i + 1] as number))
    .length;
}

/** Open time up to the end of each stretch. */
function endsOf({ edges }: Drawn): readonly number[] {
  let sum = 0;
  return edges.flatMap((edge, i) => {
    if (i % 2 === 0) return [];
    sum += edge - (edges[i - 1] as number);
    return [sum];
  });
}

/** `count` days of the same hours from midnight of a zone so far east of UTC. */
function daily(count: number, opens: number, closes: number, offset = 0): Drawn {
  const edges = Array.from(
    { length: 2 * count },
    (_, i) => 10 * DAY + (i >> 1) * DAY + (i % 2 === 0 ? opens : closes) - offset,
  );
  return { edges, from: 9 * DAY, to: (count + 12) * DAY };
}

const spanOf = ({ from, to }: Drawn): number => to - from;

describe('buckets of instants', () => {
  it('are no more than are asked for, however many stretches there are', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 200 }), (given, most) => {
        const { length } = instantBuckets(Float64Array.from(given.edges), spanOf(given), most);
        expect(length).toBeGreaterThan(0);
        expect(Math.ceil(spanOf(given) / length)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('of a day hold one stretch each where every day has its hours, in all zones of the earth', () => {
    for (let offset = -12 * HOUR; offset <= 14 * HOUR; offset += HOUR / 4) {
      const given = daily(60, 9 * HOUR, 17 * HOUR, offset);
      const { length, phase } = instantBuckets(Float64Array.from(given.edges), spanOf(given), 200);
      expect(length).toBe(DAY);
      expect(gapsMissed(given, length, phase)).toBe(0);
    }
  });

  it('lie so that of all places of their bounds none would miss fewer gaps', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const { length, phase } = instantBuckets(
          Float64Array.from(given.edges),
          spanOf(given),
          given.edges.length + 2,
        );
        fc.pre(LENGTHS.includes(length));
        expect(gapsMissed(given, length, phase)).toBe(fewestMissed(given, length));
      }),
      runs(300),
    );
  });

  it('miss one gap in 64 at most where those of any length do, and no more than those of any length else', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const most = given.edges.length + 2;
        const gaps = Math.max(given.edges.length / 2 - 1, 0);
        const fitting = LENGTHS.filter((length) => Math.ceil(spanOf(given) / length) <= most);
        const { length } = instantBuckets(Float64Array.from(given.edges), spanOf(given), most);
        fc.pre(fitting.includes(length));
        const fewest = Math.min(...fitting.map((each) => fewestMissed(given, each)));
        expect(fewestMissed(given, length)).toBeLessThanOrEqual(Math.max(fewest, Math.floor(gaps / 64)));
        // The longest that will do, of those of which there are as many as gaps: a table is the smaller for it.
        const longer = fitting.filter((each) => each > length && spanOf(given) / each >= gaps);
        for (const each of longer) expect(fewestMissed(given, each) * 64).toBeGreaterThan(gaps);
      }),
      runs(300),
    );
  });

  it('look at a sample of very many stretches, from all over them', () => {
    // Two years of days, and then twice as many of half days.
    const days = daily(700, 9 * HOUR, 17 * HOUR);
    const last = days.edges.at(-1) as number;
    const halves = Array.from({ length: 5600 }, (_, i) => last + (i + 1) * 6 * HOUR);
    const given = { edges: [...days.edges, ...halves], from: 0, to: last + 5601 * 6 * HOUR };
    const { length, phase } = instantBuckets(Float64Array.from(given.edges), spanOf(given), 1e6);
    expect(length).toBe(12 * HOUR);
    expect(gapsMissed(given, length, phase)).toBe(0);
  });

  it('are as long as a window that has no stretch, or one', () => {
    expect(instantBuckets(new Float64Array(0), 1000, 4)).toEqual({ length: 7 * DAY, phase: 0 });
    expect(instantBuckets(Float64Array.of(10, 20), 8000 * DAY, 4).length).toBe(2000 * DAY);
    expect(instantBuckets(new Float64Array(0), 0, 4).length).toBeGreaterThan(0);
  });
});

describe('buckets of open time', () => {
  it('are no more than are asked for, and no longer than 32 bits of ms hold', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 200 }), (given, most) => {
        const ends = endsOf(given);
        const length = workBuckets(Float64Array.from(ends), most);
        expect(length).toBeGreaterThan(0);
        expect(Math.ceil((ends.at(-1) ?? 0) / length)).toBeLessThanOrEqual(most);
        const shortest = Math.ceil((ends.at(-1) ?? 0) / most);
        expect(length).toBeLessThanOrEqual(Math.max(shortest, LONGEST_BUCKET));
      }),
    );
  });

  it('are as long as a day’s hours where every day has the same', () => {
    const ends = endsOf(daily(300, 9 * HOUR, 17 * HOUR));
    const length = workBuckets(Float64Array.from(ends), 700);
    expect(length).toBe(8 * HOUR);
    expect(endsTogether(ends, length)).toBe(0);
  });

  it('hold two ends seldom, where short stretches lie between long ones', () => {
    // Every tenth day is open for an hour alone.
    let sum = 0;
    const ends = Array.from({ length: 500 }, (_, i) => (sum += i % 10 === 9 ? HOUR : 8 * HOUR));
    const length = workBuckets(Float64Array.from(ends), 1e6);
    expect(endsTogether(ends, length) * 64).toBeLessThanOrEqual(ends.length);
    expect(endsTogether(ends, 8 * HOUR) * 64).toBeGreaterThan(ends.length);
  });

  it('are of some length where there is no stretch, or one', () => {
    expect(workBuckets(new Float64Array(0), 2)).toBeGreaterThan(0);
    expect(workBuckets(Float64Array.of(7 * HOUR), 2)).toBeGreaterThanOrEqual(3.5 * HOUR);
  });
});

/** Which buckets are taken decides how large tables are and how fast they answer; what they answer hangs on none of it. */
describe('what is taken', () => {
  /** So many days of hours, given by when they open and close. */
  function daysOf(count: number, ...hours: readonly (readonly [number, number])[]): Drawn {
    const days = Array.from({ length: count }, (_, day) => (10 + day) * DAY);
    const edges = days.flatMap((day) => hours.flatMap((each) => each.map((hour) => day + hour * HOUR)));
    return { edges, from: 0, to: (count + 2) * DAY };
  }

  /** Stretches that repeat in no way, each as long, and as far behind the one before, as a square leaves of a span. */
  function scattered(count: number, longest: number, farthest: number, step: number): Drawn {
    let at = 0;
    const edges = Array.from({ length: count }, (_, i) => [
      (at += 1 + ((i * i * step) % farthest)),
      (at += 1 + ((i * i * 53) % longest)),
    ]).flat();
    return { edges, from: 0, to: at + HOUR };
  }

  const SECOND = 1 / HOUR;
  const shifts = daysOf(60, [9, 12], [13, 17]);
  const shortBreak = daysOf(60, [9, 12 + 7 * SECOND], [12 + 8 * SECOND, 17]);
  const nights = daysOf(90, [20, 30]);
  const office = daysOf(64, [9, 17]);
  const lateOnce = { ...office, edges: [...office.edges, 73 * DAY + 17.5 * HOUR, 73 * DAY + 18 * HOUR] };
  const minutes = Array.from({ length: 600 }, (_, i) => (i >> 1) * 60 + (i % 2) * 40);
  const twoStretches = { edges: [10, 12, 14, 15].map((hour) => hour * HOUR), from: 0, to: DAY };

  it.each<[string, Drawn, number, number, number]>([
    ['shifts of a day', shifts, 242, 12 * HOUR, 0],
    ['a break too short for any bound', shortBreak, 242, 12 * HOUR, 0],
    ['nights, by as many buckets as there are days', nights, 92, DAY, 6 * HOUR],
    ['nights, by half as many', nights, 50, 2 * DAY, 30 * HOUR],
    [
      'days that shut for ten minutes before midnight',
      daysOf(60, [-1 / 6, 23 + 2 / 3]),
      200,
      DAY,
      23.75 * HOUR,
    ],
    ['one gap in 64 missed, which will do', lateOnce, 1e6, DAY, 17 * HOUR],
    ['minutes', { edges: minutes, from: 0, to: 18_000 }, 2, 3 * HOUR, 113],
    ['two stretches', twoStretches, 6, DAY, 12 * HOUR],
    ['hours of any length', scattered(40, DAY, 6 * HOUR, 37), 1e6, 120, 3],
    ['short gaps', scattered(60, 8 * HOUR, HOUR, 41), 1e6, 60, 38],
  ])('of instants is so long, and begins there: %s', (_, given, most, length, phase) => {
    const found = instantBuckets(Float64Array.from(given.edges), spanOf(given), most);
    expect(found).toEqual({ length, phase });
  });

  const evenly = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => from + (i + 1) * 8 * HOUR);
  const twiceShort = [...evenly(30, 0), 241 * HOUR, 242 * HOUR, ...evenly(33, 242 * HOUR)];

  it.each<[string, readonly number[], number, number]>([
    ['shifts of a day', endsOf(shifts), 1e6, 4 * HOUR],
    ['shifts of two years', endsOf(daysOf(600, [9, 12], [13, 17])), 1e6, 4 * HOUR],
    ['three shifts', endsOf(daysOf(60, [7, 9], [11, 14], [18, 21])), 1e6, 3 * HOUR],
    ['one bucket in 64 with two ends, which will do', twiceShort, 1e6, 8 * HOUR],
    ['hours of any length', endsOf(scattered(40, DAY, HOUR, 37)), 1e6, 54],
    ['hours of any length, in few buckets', endsOf(scattered(40, DAY, HOUR, 37)), 60, 18_145],
    ['minutes of any length', endsOf(scattered(80, 600, HOUR, 37)), 1e6, 9],
    ['minutes of any length, in few buckets', endsOf(scattered(80, 600, HOUR, 37)), 100, 248],
  ])('of open time is so long: %s', (_, ends, most, expected) => {
    expect(workBuckets(Float64Array.from(ends), most)).toBe(expected);
  });
});
