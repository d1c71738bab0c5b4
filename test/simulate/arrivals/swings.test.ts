import { describe, expect, test } from 'vitest';
import type { ArrivalStream, Swings } from '../../../src/check/simulation-model.ts';
import { modulated } from '../../../src/simulate/arrivals/modulation.ts';
import { prepareStreams, spanOf } from '../../../src/simulate/arrivals/prepare-streams.ts';
import { createTickets, type PreparedStream } from '../../../src/simulate/arrivals/tickets.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';
import { everyHour, NO_SWINGS, smallPlan, smallSimulation, stream, TWO_PLANS } from '../small-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLAN = smallPlan(TWO_PLANS);

function streamsOf(
  changes: Partial<ArrivalStream>,
  from: string,
  to: string,
): { readonly streams: readonly PreparedStream[]; readonly from: number; readonly to: number } {
  const simulation = smallSimulation({
    span: { from, to, zone: 'Europe/London' },
    warmUpDays: 0,
    arrivals: [stream({ perWeek: 168, ...changes })],
  });
  const span = spanOf(simulation, PLAN);
  return { streams: prepareStreams(simulation, PLAN, span), from: span.from, to: span.to };
}

const swings = (changes: Partial<Swings>): Swings => ({ ...NO_SWINGS, ...changes });

/** Expected arrivals up to an instant, of the first stream where nothing else is said. */
function expectedBefore({ rate }: PreparedStream, instant: number): number {
  const next = rate.at.findIndex((at) => at >= instant);
  if (next === -1) return rate.expected.at(-1) as number;
  if (next === 0) return 0;
  const [a, b] = [rate.at[next - 1] as number, rate.at[next] as number];
  const [before, after] = [rate.expected[next - 1] as number, rate.expected[next] as number];
  return before + ((after - before) * (instant - a)) / (b - a);
}

function onDate(prepared: PreparedStream, date: string, zoneHours = 0): number {
  const begins = Date.parse(`${date}T00:00Z`) - zoneHours * HOUR;
  return expectedBefore(prepared, begins + DAY) - expectedBefore(prepared, begins);
}

describe('growth', () => {
  const grown = (growth: Swings['growth'], from: string, to: string) =>
    streamsOf({ swings: swings({ growth }) }, from, to).streams[0] as PreparedStream;

  test('is none on the first date, and whole one month, two and twelve later, by the month that it is', () => {
    const prepared = grown({ share: 0.02, per: 'month' }, '2026-01-05', '2027-01-10');
    expect(onDate(prepared, '2026-01-05')).toBeCloseTo(24, 9);
    expect(onDate(prepared, '2026-02-05')).toBeCloseTo(24 * 1.02, 9);
    expect(onDate(prepared, '2026-03-05')).toBeCloseTo(24 * 1.02 ** 2, 9);
    // British summer time: the date begins an hour earlier.
    expect(onDate(prepared, '2026-07-05', 1)).toBeCloseTo(24 * 1.02 ** 6, 9);
    expect(onDate(prepared, '2027-01-05')).toBeCloseTo(24 * 1.02 ** 12, 9);
    // Half of February, which has 28 days.
    expect(onDate(prepared, '2026-02-19')).toBeCloseTo(24 * 1.02 ** 1.5, 9);
  });

  test('from the last of a long month goes by the last of the short ones', () => {
    const prepared = grown({ share: 1, per: 'month' }, '2026-01-31', '2026-04-30');
    expect(onDate(prepared, '2026-02-28')).toBeCloseTo(48, 9);
    expect(onDate(prepared, '2026-03-31', 1)).toBeCloseTo(96, 9);
  });

  test('is not yet whole on the last day of two long months', () => {
    const prepared = grown({ share: 1, per: 'month' }, '2026-07-01', '2026-09-05');
    expect(onDate(prepared, '2026-08-31', 1)).toBeCloseTo(24 * 2 ** (1 + 30 / 31), 9);
    expect(onDate(prepared, '2026-09-01', 1)).toBeCloseTo(24 * 4, 9);
  });

  test('a decline, by the week and by the year', () => {
    const weekly = grown({ share: -0.5, per: 'week' }, '2026-01-05', '2026-01-25');
    expect(onDate(weekly, '2026-01-19')).toBeCloseTo(6, 9);
    const yearly = grown({ share: -0.1, per: 'year' }, '2026-01-05', '2028-01-05');
    expect(onDate(yearly, '2028-01-05')).toBeCloseTo(24 * 0.81, 9);
  });

  test('stays on a date as it is, on the one of 23 hours as on the one of 25', () => {
    const prepared = grown({ share: 0.1, per: 'month' }, '2026-03-01', '2026-10-31');
    // 2026-03-29 lasts from midnight to 23:00 UTC, 2026-10-25 from 23:00 to midnight a day later.
    const [spring, autumn] = [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 24, 23)];
    const march = 1.1 ** (28 / 31);
    expect(expectedBefore(prepared, spring + 23 * HOUR) - expectedBefore(prepared, spring)).toBeCloseTo(
      23 * march,
      9,
    );
    const october = 1.1 ** (7 + 24 / 31);
    expect(expectedBefore(prepared, autumn + 25 * HOUR) - expectedBefore(prepared, autumn)).toBeCloseTo(
      25 * october,
      9,
    );
  });
});

describe('a season', () => {
  const summer = {
    dates: { kind: 'yearly', from: { month: 12, day: 24 }, to: { month: 1, day: 2 } },
    share: 0.25,
  } as const;

  test('holds on its dates and over the end of a year, both included', () => {
    const [prepared] = streamsOf(
      { swings: swings({ seasons: [summer] }) },
      '2025-12-01',
      '2026-01-31',
    ).streams;
    const shares = ['2025-12-23', '2025-12-24', '2025-12-31', '2026-01-02', '2026-01-03'].map(
      (date) => onDate(prepared as PreparedStream, date) / 24,
    );
    expect(shares.map((share) => Math.round(share * 1e9) / 1e9)).toEqual([1, 0.25, 0.25, 0.25, 1]);
  });

  test('multiplies with another, with growth and with holidays', () => {
    const week = { dates: { kind: 'range', from: '2026-01-01', to: '2026-01-01' }, share: 2 } as const;
    const quiet = [
      { days: [{ date: '2026-01-01', closed: { from: 0, to: 86_400 }, name: '' }], share: 0.5 },
    ] as never;
    const growth = { share: 1, per: 'week' } as const;
    const [prepared] = streamsOf(
      { quiet, swings: swings({ growth, seasons: [summer, week] }) },
      '2025-12-25',
      '2026-01-05',
    ).streams;
    expect(onDate(prepared as PreparedStream, '2026-01-01')).toBeCloseTo(24 * 0.25 * 2 * 0.5 * 2, 9);
  });
});

describe('an event', () => {
  const release = {
    name: 'release',
    from: { date: '2026-03-10', seconds: 9 * 3600 },
    to: { date: '2026-03-12', seconds: 0 },
    brings: { kind: 'tickets', count: 300 },
    severities: [{ name: 'S1', weight: 1 }],
    regions: [],
    channels: [],
    types: [],
    facts: [],
    origin: { file: '', line: 1, column: 1, path: [] },
  } as const;
  const [FROM, TO] = ['2026-03-02', '2026-03-22'];

  test('is a stream of its own with so many tickets in its time, which lie as the hours do', () => {
    const profile = everyHour((_, hour) => (hour === 10 || hour === 15 ? 1 : 0));
    const { streams } = streamsOf({ profile, events: [release] }, FROM, TO);
    const [, extra] = streams;
    expect(streams).toHaveLength(2);
    expect(extra?.rate.expected.at(-1)).toBeCloseTo(300, 9);
    const tenth = Date.UTC(2026, 2, 10);
    expect(expectedBefore(extra as PreparedStream, tenth + 12 * HOUR)).toBeCloseTo(75, 9);
    expect(expectedBefore(extra as PreparedStream, tenth + DAY)).toBeCloseTo(150, 9);
  });

  test('lies evenly where the stream has nothing then', () => {
    const profile = everyHour((day) => (day === 0 ? 1 : 0));
    const [, extra] = streamsOf({ profile, events: [release] }, FROM, TO).streams;
    const tenth = Date.UTC(2026, 2, 10);
    expect(extra?.rate.expected.at(-1)).toBeCloseTo(300, 9);
    expect(expectedBefore(extra as PreparedStream, tenth + DAY)).toBeCloseTo((300 * 15) / 39, 9);
  });

  test('of so much more counts what comes anyway', () => {
    const more = { ...release, brings: { kind: 'more', share: 1.5 } } as const;
    const [usual, extra] = streamsOf({ events: [more] }, FROM, TO).streams;
    const inIt =
      expectedBefore(usual as PreparedStream, Date.UTC(2026, 2, 12)) -
      expectedBefore(usual as PreparedStream, Date.UTC(2026, 2, 10, 9));
    expect(extra?.rate.expected.at(-1)).toBeCloseTo(1.5 * inIt, 9);
  });

  test('the part of it outside the span does not come, and one that is wholly outside brings nothing', () => {
    const [, cut] = streamsOf({ events: [release] }, '2026-03-11', TO).streams;
    expect(cut?.rate.expected.at(-1)).toBeCloseTo((300 * 24) / 39, 9);
    const { streams } = streamsOf({ events: [release] }, '2026-04-01', '2026-04-07');
    expect(streams[1]?.rate.expected.at(-1)).toBe(0);
    expect(createTickets(streams, createDraws(7, 0)).stream.includes(1)).toBe(false);
  });

  test('moves no ticket that comes anyway, and its own are of its own mix', () => {
    const usual = createTickets(streamsOf({}, FROM, TO).streams, createDraws(7, 0));
    const both = createTickets(streamsOf({ events: [release] }, FROM, TO).streams, createDraws(7, 0));
    const rows = [...both.stream.keys()];
    const first = rows.filter((row) => both.stream[row] === 0);
    expect(first.map((row) => both.opened[row])).toEqual([...usual.opened]);
    expect(first.map((row) => both.severity[row])).toEqual([...usual.severity]);
    const extra = rows.filter((row) => both.stream[row] === 1);
    expect(extra.length).toBeGreaterThan(240);
    expect(extra.every((row) => both.severity[row] === 0)).toBe(true);
  });
});

/** Counts of a stretch over many runs. */
function countsOf(changes: Partial<ArrivalStream>, runs: number, to = '2026-03-08'): readonly number[] {
  const { streams } = streamsOf(changes, '2026-03-02', to);
  return Array.from({ length: runs }, (_, run) => createTickets(streams, createDraws(11, run)).count);
}

function momentsOf(counts: readonly number[]) {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  return { mean, dispersion: variance / mean };
}

describe('a rate that is random itself', () => {
  const bursts = { seconds: 6 * 3600, everySeconds: 48 * 3600, factor: 5 };

  test('keeps its mean, and is as widely dispersed as theory says of a process of two states', () => {
    const counts = countsOf({ swings: swings({ bursts }) }, 3000);
    const { mean, dispersion } = momentsOf(counts);
    // Rates a in a burst and b between, with exponential lengths 1/s and 1/t: the covariance of the rate at a distance u is
    // p (1 - p) (a - b)² e^-(s + t)u, and its double integral over the week is added to the Poisson variance.
    const p = bursts.seconds / bursts.everySeconds;
    const between = 1 / (1 + p * 4);
    const [s, t] = [1 / 6, 1 / 42];
    const c = s + t;
    const T = 168;
    const integral = (2 / c) * (T - (1 - Math.exp(-c * T)) / c);
    const theory = 1 + (p * (1 - p) * (4 * between) ** 2 * integral) / 168;
    expect(theory).toBeGreaterThan(5);
    // The standard error of the mean is sqrt(168 theory / 3000), that of the dispersion some 3 %: four of each.
    expect(Math.abs(mean - 168)).toBeLessThan(4 * Math.sqrt((168 * theory) / 3000));
    expect(Math.abs(dispersion / theory - 1)).toBeLessThan(0.12);
  });

  test('begins in a burst as often as it is in one', () => {
    const { streams } = streamsOf({ swings: swings({ bursts }) }, '2026-03-02', '2026-03-08');
    const [only] = streams;
    if (only === undefined || only.modulation === null) throw new Error('the stream has bursts');
    const { rate, modulation, id } = only;
    const first = Array.from({ length: 2000 }, (_, run) => {
      const { at, expected } = modulated(rate, modulation, createDraws(11, run), id);
      return ((expected[1] as number) * HOUR) / ((at[1] as number) - (at[0] as number));
    });
    const inBurst = first.filter((each) => each > 1).length / first.length;
    // One in eight: the standard error over 2,000 runs is 0.0074.
    expect(Math.abs(inBurst - 1 / 8)).toBeLessThan(0.03);
    expect(new Set(first.map((each) => Math.round(each * 1e6) / 1e6))).toEqual(
      new Set([1 / 1.5, 5 / 1.5].map((each) => Math.round(each * 1e6) / 1e6)),
    );
  });

  test('without bursts is Poisson', () => {
    const { mean, dispersion } = momentsOf(countsOf({}, 3000));
    expect(Math.abs(mean - 168)).toBeLessThan(4 * Math.sqrt(168 / 3000));
    expect(Math.abs(dispersion - 1)).toBeLessThan(0.12);
  });

  test('of days that vary has the variance of a gamma mixture', () => {
    const deviation = 0.5;
    const { mean, dispersion } = momentsOf(countsOf({ swings: swings({ dayDeviation: deviation }) }, 3000));
    // Seven dates of 24 each: the variance is 168 + 7 (24 x 0.5)².
    const theory = 1 + (7 * (24 * deviation) ** 2) / 168;
    expect(Math.abs(mean - 168)).toBeLessThan(4 * Math.sqrt((168 * theory) / 3000));
    expect(Math.abs(dispersion / theory - 1)).toBeLessThan(0.12);
  });

  test('is the same in each run of one number, another in the next, and has the same rate wherever it does not vary', () => {
    const { streams, from, to } = streamsOf(
      { swings: swings({ bursts, dayDeviation: 0.3 }) },
      '2026-03-02',
      '2026-04-05',
    );
    const [only] = streams;
    if (only === undefined || only.modulation === null) throw new Error('the stream varies');
    const rateOf = (run: number) =>
      modulated(only.rate, only.modulation as never, createDraws(3, run), only.id);
    expect(rateOf(1)).toEqual(rateOf(1));
    expect(rateOf(1).expected.at(-1)).not.toBe(rateOf(2).expected.at(-1));
    expect([rateOf(1).at[0], rateOf(1).at.at(-1)]).toEqual([from, to]);
  });

  test('a date has the same factor whenever the span begins', () => {
    const factorOn = (from: string, date: string): number => {
      const { streams } = streamsOf({ swings: swings({ dayDeviation: 0.4 }) }, from, '2026-03-20');
      const [only] = streams;
      if (only === undefined || only.modulation === null) throw new Error('the stream varies');
      const rate = modulated(only.rate, only.modulation, createDraws(3, 0), only.id);
      return onDate({ ...only, rate }, date);
    };
    expect(factorOn('2026-03-02', '2026-03-12')).toBeCloseTo(factorOn('2026-03-09', '2026-03-12'), 9);
    expect(factorOn('2026-03-02', '2026-03-12')).not.toBeCloseTo(factorOn('2026-03-02', '2026-03-13'), 3);
  });

  test('with a factor of nothing no ticket comes in a burst', () => {
    const none = { seconds: 43_200, everySeconds: 86_400, factor: 0 };
    const { mean } = momentsOf(countsOf({ swings: swings({ bursts: none }) }, 600));
    expect(Math.abs(mean - 168)).toBeLessThan(10);
  });
});

describe('clauses that are not there', () => {
  test('leave every instant as it was', () => {
    const plain = streamsOf({}, '2026-03-02', '2026-04-05').streams[0];
    const tickets = createTickets([plain as PreparedStream], createDraws(42, 0));
    // Recorded before there were any such clauses.
    expect(tickets.count).toBe(807);
    expect([...tickets.opened.slice(0, 3)]).toEqual([1772411293353, 1772412817648, 1772417546979]);
    expect([...tickets.opened].reduce((sum, at) => (sum * 31 + at) % 1_000_003, 0)).toBe(350_382);
    expect(plain?.modulation).toBeNull();
  });
});

describe('a stream whose customers are in several regions', () => {
  test('brings each in its share, and the same tickets otherwise', () => {
    const [FROM, TO] = ['2026-03-02', '2026-05-31'];
    const one = createTickets(streamsOf({}, FROM, TO).streams, createDraws(7, 0));
    const regions = [
      { name: 'South', weight: 3 },
      { name: 'North', weight: 1 },
    ];
    const mixed = createTickets(streamsOf({ region: null, regions }, FROM, TO).streams, createDraws(7, 0));
    expect(mixed.opened).toEqual(one.opened);
    expect(mixed.severity).toEqual(one.severity);
    const south = mixed.region.filter((region) => region === 1).length / mixed.count;
    // Some 2,200 tickets: the standard error of the share is 0.009.
    expect(Math.abs(south - 0.75)).toBeLessThan(0.037);
    expect(mixed.region.every((region) => region === 0 || region === 1)).toBe(true);
  });
});
