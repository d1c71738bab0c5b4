import { describe, expect, test } from 'vitest';
import type { BreachGroup, Breaches, CommonCause } from '../../../src/simulate/answers/answers.ts';
import { commonCauses } from '../../../src/simulate/answers/common-causes.ts';
import { createDraws } from '../../../src/simulate/random/draws.ts';

/** Misses by hour of the week, of so many tickets in each hour. */
function causesOf(
  missedIn: (day: number, hour: number) => number,
  ticketsIn: (day: number, hour: number) => number,
  groups: readonly BreachGroup[] = [],
): readonly CommonCause[] {
  const hours = Array.from({ length: 168 }, (_, i) => [Math.floor(i / 24) + 1, i % 24] as const);
  const tickets = hours.map(([day, hour]) => ticketsIn(day, hour));
  const missed = hours.map(([day, hour]) => missedIn(day, hour));
  const sum = (list: readonly number[]): number => list.reduce((all, count) => all + count, 0);
  const breaches: Omit<Breaches, 'causes'> = {
    judged: sum(tickets),
    missed: sum(missed),
    hours: { zone: 'Europe/Berlin', tickets, missed },
    groups,
    eaten: null,
    shortened: 0,
  };
  return commonCauses(breaches);
}

describe('hours of the week', () => {
  test('a Friday evening that holds most of the misses is named, with its lift over its share of the tickets', () => {
    const isIt = (day: number, hour: number): boolean => day === 5 && hour >= 17;
    const [cause, ...others] = causesOf(
      (day, hour) => (isIt(day, hour) ? 10 : day === 2 && hour < 7 ? 1 : 0),
      () => 10,
    );
    expect(others).toEqual([]);
    expect(cause?.of).toEqual({
      by: 'hours',
      kind: 'stretch',
      days: [5, 5],
      from: 17,
      to: 24,
      zone: 'Europe/Berlin',
    });
    // 70 of 77 misses in 70 of 1,680 tickets.
    expect(cause).toMatchObject({
      tickets: 70,
      missed: 70,
      shareOfMissed: 70 / 77,
      shareOfTickets: 70 / 1680,
    });
    expect(cause?.lift).toBeCloseTo(70 / 77 / (70 / 1680), 12);
  });

  test('nights of every day are said as such, across midnight', () => {
    const [cause] = causesOf(
      (_, hour) => (hour >= 22 || hour < 6 ? 5 : 0),
      () => 10,
    );
    expect(cause?.of).toMatchObject({ kind: 'each day', days: [1, 2, 3, 4, 5, 6, 7], from: 22, to: 6 });
    expect(cause).toMatchObject({ missed: 280, shareOfMissed: 1 });
  });

  test('a weekend from Saturday to Sunday is one stretch, or its hours of both days', () => {
    const [cause] = causesOf(
      (day, hour) => (day > 5 && hour >= 9 && hour < 18 ? 4 : 0),
      () => 10,
    );
    expect(cause?.of).toMatchObject({ kind: 'each day', days: [6, 7], from: 9, to: 18 });
  });

  test('a stretch may go over the end of the week', () => {
    const [cause] = causesOf(
      (day, hour) => ((day === 7 && hour >= 20) || (day === 1 && hour < 8) ? 9 : 0),
      () => 10,
    );
    expect(cause?.of).toMatchObject({ kind: 'stretch', days: [7, 1], from: 20, to: 8 });
  });

  test('misses that follow the tickets have nothing in common, however unevenly those come', () => {
    expect(
      causesOf(
        (_, hour) => (hour > 8 && hour < 18 ? 5 : 1),
        (_, hour) => (hour > 8 && hour < 18 ? 50 : 10),
      ),
    ).toEqual([]);
  });
});

describe('small counts', () => {
  test('nine misses have nothing in common, though all came in one hour', () => {
    const inOneHour = (misses: number) =>
      causesOf(
        (day, hour) => (day === 3 && hour === 3 ? misses : 0),
        () => 20,
      );
    expect(inOneHour(9)).toEqual([]);
    expect(inOneHour(10)).toHaveLength(1);
  });

  test('misses that chance alone spreads are seldom given a cause', () => {
    let named = 0;
    for (let round = 0; round < 200; round += 1) {
      const draws = createDraws(7, round);
      const causes = causesOf(
        (day, hour) => (draws.uniform(1, day * 24 + hour, 1, 0) < 0.15 ? 1 : 0),
        () => 10,
      );
      if (causes.length > 0) named += 1;
    }
    // Hours are sought in many places; that they are held to three deviations keeps what is found by chance apart.
    expect(named).toBeLessThan(30);
  });
});

describe('groups', () => {
  const flat = (missed: number) => [() => missed, () => 10 * missed] as const;
  const group = (by: BreachGroup['by'], name: string, tickets: number, missed: number): BreachGroup => ({
    by,
    name,
    tickets,
    missed,
  });

  test('the region with more misses than tickets is named, the strongest cause first', () => {
    const causes = causesOf(...flat(1), [
      group('severity', 'P1', 800, 100),
      group('severity', 'P2', 880, 68),
      group('region', 'EMEA', 1280, 40),
      group('region', 'APAC', 400, 128),
    ]);
    expect(causes.map(({ of }) => of)).toEqual([
      { by: 'region', name: 'APAC' },
      { by: 'severity', name: 'P1' },
    ]);
  });

  test('a group that holds every ticket explains nothing', () => {
    expect(causesOf(...flat(1), [group('region', '(none)', 1680, 168)])).toEqual([]);
  });
});

test('without misses, or where all are missed, there is nothing to explain', () => {
  expect(
    causesOf(
      () => 0,
      () => 1,
    ),
  ).toEqual([]);
  expect(
    causesOf(
      () => 1,
      () => 1,
    ),
  ).toEqual([]);
});
