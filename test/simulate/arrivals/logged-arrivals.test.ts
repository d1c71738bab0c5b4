import { describe, expect, test } from 'vitest';
import type { LoggedArrivals, LoggedTicket } from '../../../src/check/simulation-model.ts';
import { loggedTimes, prepareLog } from '../../../src/simulate/arrivals/logged-arrivals.ts';
import { prepareStreams, spanOf } from '../../../src/simulate/arrivals/prepare-streams.ts';
import { createTickets } from '../../../src/simulate/arrivals/tickets.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';
import { lookUpZone } from '../../../src/time/zone-lookup.ts';
import { wallClockAt } from '../../../src/time/zone-arithmetic.ts';
import { smallPlan, smallSimulation, stream, TWO_PLANS } from '../small-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONDON = lookUpZone('Europe/London', 2015, 2030);
const at = (text: string): number => Date.parse(text);

function ticket(opened: string, severity = 'S1'): LoggedTicket {
  return { opened: at(opened), severity, region: 'North', channel: null, type: null, facts: [], times: [] };
}

function logOf(how: LoggedArrivals['how'], tickets: readonly LoggedTicket[], factor = 1): LoggedArrivals {
  return { file: 'a.csv', how, dates: null, tickets, unusable: [], steps: [], factor };
}

function timesOf(log: LoggedArrivals, from: string, to: string, run = 0) {
  const span = { from: at(from), to: at(to) };
  return loggedTimes(prepareLog(log, LONDON, LONDON, span), createDraws(5, run), 17);
}

/** Three whole weeks of winter, each with a ticket a date at an hour of its own, from Monday 2025-02-03. */
const WINTER = Array.from({ length: 21 }, (_, day) =>
  ticket(new Date(at('2025-02-03T08:00:00.250Z') + day * DAY + Math.floor(day / 7) * HOUR).toISOString()),
);

describe('tickets of a log', () => {
  test('as written come at their own instants, as far as the span goes', () => {
    const { times, places } = timesOf(logOf('as written', WINTER), '2025-02-10T00:00Z', '2025-02-12T00:00Z');
    expect(times.map((time) => new Date(time).toISOString())).toEqual([
      '2025-02-10T09:00:00.250Z',
      '2025-02-11T09:00:00.250Z',
    ]);
    expect(places).toEqual([7, 8]);
  });

  test('by week are whole weeks of it, at the hour that the clock showed, over the change to summer time too', () => {
    // The span has the last two weeks of winter time and the first two of summer time, which begins on 2025-03-30.
    const { times, places } = timesOf(logOf('by week', WINTER), '2025-03-17T00:00Z', '2025-04-13T23:00Z');
    expect(times).toHaveLength(28);
    for (let week = 0; week < 4; week += 1) {
      const own = places.slice(week * 7, week * 7 + 7);
      const source = Math.floor((own[0] ?? NaN) / 7);
      expect(own).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => source * 7 + day));
      for (let day = 0; day < 7; day += 1) {
        const clock = wallClockAt(LONDON, times[week * 7 + day] as number);
        expect([clock.daySeconds, clock.ms]).toEqual([(8 + source) * 3600, 250]);
      }
    }
    const weeks = [0, 7, 14, 21].map((row) => places[row]);
    const others = timesOf(logOf('by week', WINTER), '2025-03-17T00:00Z', '2025-04-13T23:00Z', 1);
    expect([0, 7, 14, 21].map((row) => others.places[row])).not.toEqual(weeks);
  });

  test('at a time that is skipped come an hour later, and what came in an hour that is shown twice once', () => {
    const night = logOf('by week', [
      ...WINTER.slice(0, 6),
      ticket('2025-02-09T01:30Z'),
      ticket('2025-02-10T00:00Z'),
    ]);
    const sunday = timesOf(night, '2025-03-30T00:00Z', '2025-03-30T23:00Z');
    expect(sunday.times.map((time) => wallClockAt(LONDON, time).daySeconds)).toEqual([2.5 * 3600]);
    const autumn = timesOf(night, '2025-10-25T23:00Z', '2025-10-26T24:00Z');
    expect(autumn.times.map((time) => new Date(time).toISOString())).toEqual(['2025-10-26T00:30:00.000Z']);
  });

  test('a week that is not whole is not drawn, and a date without tickets brings none', () => {
    const ragged = logOf('by week', [
      ticket('2025-02-01T08:00Z'),
      ticket('2025-02-04T08:00Z'),
      ticket('2025-02-12T08:00Z'),
    ]);
    for (let run = 0; run < 20; run += 1) {
      const { times, places } = timesOf(ragged, '2025-06-01T23:00Z', '2025-06-15T23:00Z', run);
      expect(places).toEqual([1, 1]);
      expect(times.map((time) => new Date(time).getUTCDay())).toEqual([2, 2]);
    }
  });

  test('of dates that are named those at their ends count, whether a ticket was opened on them or not', () => {
    const tuesday = [ticket('2025-02-04T08:00Z')];
    const monday = Math.floor(at('2025-02-03T00:00Z') / DAY);
    const dates = { first: monday, last: monday + 6, others: 0 };
    const { times } = timesOf(
      { ...logOf('by week', tuesday), dates },
      '2025-06-01T23:00Z',
      '2025-06-15T23:00Z',
    );
    expect(times.map((time) => new Date(time).getUTCDay())).toEqual([2, 2]);
  });

  test('by day are dates of the same weekday, each drawn for itself', () => {
    const { times, places } = timesOf(logOf('by day', WINTER), '2025-06-01T23:00Z', '2025-06-29T23:00Z');
    expect(times).toHaveLength(28);
    expect(places.map((place) => place % 7)).toEqual(Array.from({ length: 28 }, (_, day) => day % 7));
    const sources = new Set(
      [0, 1, 2, 3].map((week) =>
        places
          .slice(week * 7, week * 7 + 7)
          .map((place) => Math.floor(place / 7))
          .join(),
      ),
    );
    expect([...sources].some((source) => new Set(source.split(',')).size > 1)).toBe(true);
  });

  test('a date has the same block whenever the span begins', () => {
    const long = timesOf(logOf('by week', WINTER), '2025-06-01T23:00Z', '2025-06-29T23:00Z');
    const short = timesOf(logOf('by week', WINTER), '2025-06-15T23:00Z', '2025-06-29T23:00Z');
    expect(long.times.slice(-short.times.length)).toEqual(short.times);
    expect(long.places.slice(-short.times.length)).toEqual(short.places);
  });

  test('times a factor are so many more of other weeks, and a part of them below one', () => {
    const span = ['2025-06-01T23:00Z', '2025-06-29T23:00Z'] as const;
    const countsOf = (factor: number, how: LoggedArrivals['how'] = 'by week') =>
      Array.from({ length: 200 }, (_, run) => timesOf(logOf(how, WINTER, factor), ...span, run).times.length);
    const mean = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(new Set(countsOf(2))).toEqual(new Set([56]));
    // 28 times a share of a half: the standard error of the mean over 200 runs is 0.19.
    expect(Math.abs(mean(countsOf(0.5)) - 14)).toBeLessThan(0.8);
    expect(Math.abs(mean(countsOf(1.5)) - 42)).toBeLessThan(0.8);
    const [half, whole] = [0.5, 1].map((factor) => timesOf(logOf('by week', WINTER, factor), ...span));
    expect(half?.times.every((time) => whole?.times.includes(time))).toBe(true);
    const written = timesOf(logOf('as written', WINTER, 1.5), '2025-02-03T00:00Z', '2025-02-24T00:00Z');
    expect(WINTER.every(({ opened }) => written.times.includes(opened))).toBe(true);
    expect([...written.times]).toEqual([...written.times].sort((a, b) => a - b));
  });

  test('keep their kinds together, and a stream beside them is as without them', () => {
    const plan = smallPlan(TWO_PLANS);
    const kinds = WINTER.map(({ opened }, i) => ({
      opened,
      severity: ['S1', 'S2', 'S3'][i % 3] as string,
      region: i % 2 === 0 ? 'North' : 'South',
      channel: i % 5 === 0 ? 'phone' : null,
      type: null,
      facts: [],
      times: [],
    }));
    const usual = stream({ perWeek: 20 });
    const logged = { ...stream({ name: 'log' }), log: logOf('by week', kinds), severities: [] };
    const ticketsOf = (arrivals: readonly (typeof usual)[]) => {
      const simulation = smallSimulation({
        arrivals,
        span: { from: '2025-06-02', to: '2025-06-29', zone: 'Europe/London' },
      });
      return createTickets(prepareStreams(simulation, plan, spanOf(simulation, plan)), createDraws(5, 0));
    };
    const both = ticketsOf([usual, logged]);
    const ofLog = [...both.stream.keys()].filter((row) => both.stream[row] === 1);
    expect(ofLog).toHaveLength(28);
    for (const row of ofLog) {
      // Its weekday and its hour tell which of the log's tickets it is.
      const clock = wallClockAt(LONDON, both.opened[row] as number);
      const place = (Math.floor(clock.daySeconds / 3600) - 8) * 7 + ((clock.epochDay + 3) % 7);
      expect(both.severity[row]).toBe(place % 3);
      expect(both.region[row]).toBe(place % 2);
      expect(both.channel[row]).toBe(place % 5 === 0 ? 1 : -1);
    }
    const alone = ticketsOf([usual]);
    const first = [...both.stream.keys()].filter((row) => both.stream[row] === 0);
    expect(first.map((row) => both.opened[row])).toEqual([...alone.opened]);
  });
});
