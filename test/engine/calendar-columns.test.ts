import { describe, expect, it } from 'vitest';
import type { CalendarBody } from '../../src/check/model.ts';
import type { ColumnQuestion } from '../../src/engine/column-question.ts';
import { HorizonError, loadPlan, type Calendar } from '../../src/engine/index.ts';
import { civil, contractWith, weekdays } from './checked-contract.ts';
import { engineOf, lowerCalendar, NO_FACTS, planOf } from './lower-calendar.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.UTC(2026, 5, 1);

const BODIES: Readonly<Record<string, CalendarBody>> = {
  'of office hours': civil('Europe/Berlin', weekdays(1, 5, '09:00-17:00')),
  // So many stretches a day that records of its table have to be searched.
  'of short hours': civil('Europe/Berlin', weekdays(1, 7, '09:00-09:01', '09:02-09:05', '15:00-15:30')),
  'that never closes': civil('Europe/Berlin', weekdays(1, 7, '00:00-24:00')),
};

/** A calendar whose table is not built yet. */
const fresh = (body: CalendarBody): Calendar => engineOf(contractWith({ C: body })).calendar(0);

/** Instants of some weeks, at edges and between, some of them years away; each ninth row is none. */
const instants = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => {
    if (i % 9 === 4) return NaN;
    const far = i % 17 === 11 ? ((i % 3) - 1) * 1500 * DAY : 0;
    return MONDAY + far + Math.floor(((i * 7919 + seed) % 1000) * 0.731 * HOUR) + (i % 4 === 0 ? 0 : i);
  });

const STARTS = instants(101, 0);
const ENDS = instants(101, 300);

/** What a column holds where each row is answered apart; NaN where it is no instant. */
const apart = (answer: (row: number) => number | null, none: (row: number) => boolean): readonly number[] =>
  Array.from(STARTS, (_, row) => (none(row) ? NaN : (answer(row) ?? NaN)));

const isNone = (row: number): boolean => Number.isNaN(STARTS[row]);

describe.each(Object.entries(BODIES))('columns of a calendar %s', (_, body) => {
  const scalar = fresh(body);
  const start = (row: number): number => STARTS[row] as number;

  /** The answers of a calendar that was asked nothing before, written beside the column and over it. */
  const column = (
    ask: (on: Calendar, starts: Float64Array, out: Float64Array) => void,
  ): readonly number[] => {
    const out = new Float64Array(STARTS.length + 1).fill(-7);
    ask(fresh(body), STARTS, out);
    expect(out.at(-1)).toBe(-7);
    const over = STARTS.slice();
    ask(fresh(body), over, over);
    expect(over).toEqual(out.subarray(0, STARTS.length));
    return [...over];
  };

  it('count on and back as one by one, by one budget or by one a row', () => {
    for (const ms of [0, 1, 90_000, 8 * HOUR, 300 * HOUR]) {
      expect(column((on, starts, out) => on.addEach(starts, ms, out))).toEqual(
        apart((row) => scalar.add(start(row), ms), isNone),
      );
      expect(column((on, starts, out) => on.subtractEach(starts, ms, out))).toEqual(
        apart((row) => scalar.subtract(start(row), ms), isNone),
      );
    }
    const budgets = Float64Array.from(STARTS, (_, row) => row * 0.4 * HOUR);
    expect(column((on, starts, out) => on.addEach(starts, budgets, out))).toEqual(
      apart((row) => scalar.add(start(row), budgets[row] as number), isNone),
    );
    expect(column((on, starts, out) => on.subtractEach(starts, budgets, out))).toEqual(
      apart((row) => scalar.subtract(start(row), budgets[row] as number), isNone),
    );
  });

  it('measure as one by one, where both ends are instants', () => {
    expect(column((on, starts, out) => on.betweenEach(starts, ENDS, out))).toEqual(
      apart(
        (row) => scalar.between(start(row), ENDS[row] as number),
        (row) => isNone(row) || Number.isNaN(ENDS[row]),
      ),
    );
    const out = new Float64Array(3);
    fresh(body).betweenEach(Float64Array.of(MONDAY, NaN, NaN), Float64Array.of(NaN, MONDAY, NaN), out);
    expect([...out]).toEqual([NaN, NaN, NaN]);
  });

  it('find openings, closings and days as one by one', () => {
    expect(column((on, at, out) => on.nextOpenEach(at, out))).toEqual(
      apart((row) => scalar.nextOpen(start(row)), isNone),
    );
    expect(column((on, at, out) => on.prevOpenEach(at, out))).toEqual(
      apart((row) => scalar.prevOpen(start(row)), isNone),
    );
    expect(column((on, at, out) => on.nextCloseEach(at, out))).toEqual(
      apart((row) => scalar.nextClose(start(row)), isNone),
    );
    expect(column((on, starts, out) => on.addDaysEach(starts, -3, out))).toEqual(
      apart((row) => scalar.addDays(start(row), -3), isNone),
    );
    const counts = Int32Array.from(STARTS, (_, row) => (row % 9) - 4);
    expect(column((on, starts, out) => on.addDaysEach(starts, counts, out))).toEqual(
      apart((row) => scalar.addDays(start(row), counts[row] as number), isNone),
    );
  });

  it('say of each row whether it is open, which no instant is not', () => {
    const open = new Uint8Array(STARTS.length).fill(9);
    fresh(body).isOpenEach(STARTS, open);
    expect([...open]).toEqual(Array.from(STARTS, (t) => (!Number.isNaN(t) && scalar.isOpen(t) ? 1 : 0)));
  });

  it('of an odd number of rows, or of one, are answered to the last row and no farther', () => {
    for (const rows of [1, 7, 101]) {
      const starts = Float64Array.from({ length: rows }, (_, row) => MONDAY + row * 5 * HOUR);
      const out = new Float64Array(rows + 2).fill(-7);
      const on = fresh(body);
      const expected = (answer: (t: number) => number): readonly number[] =>
        [...starts].map(answer).concat(-7, -7);
      on.addEach(starts, 3 * HOUR, out);
      expect([...out]).toEqual(expected((t) => scalar.add(t, 3 * HOUR)));
      on.addEach(starts, new Float64Array(rows).fill(4 * HOUR), out);
      expect([...out]).toEqual(expected((t) => scalar.add(t, 4 * HOUR)));
      on.subtractEach(starts, new Float64Array(rows).fill(5 * HOUR), out);
      expect([...out]).toEqual(expected((t) => scalar.subtract(t, 5 * HOUR)));
      on.betweenEach(starts, starts.toReversed(), out);
      expect([...out]).toEqual(
        expected((t) => scalar.between(t, (starts[0] as number) + (starts[rows - 1] as number) - t)),
      );
      const open = new Uint8Array(rows + 1).fill(9);
      on.isOpenEach(starts, open);
      expect([...open]).toEqual([...[...starts].map((t) => Number(scalar.isOpen(t))), 9]);
    }
  });

  it('of no row ask nothing, and of a row beyond the horizon throw what one would', () => {
    const none = new Float64Array(0);
    const on = fresh(body);
    on.addEach(none, 1, none);
    on.betweenEach(none, none, none);
    const beyond = Float64Array.of(MONDAY, MONDAY, Date.UTC(2100, 0, 1));
    const out = new Float64Array(3);
    expect(() => on.addEach(beyond, HOUR, out)).toThrow(HorizonError);
    expect(() => on.subtractEach(beyond, HOUR, out)).toThrow(HorizonError);
    expect(() => on.betweenEach(beyond, beyond, out)).toThrow(HorizonError);
    expect(() => on.nextOpenEach(beyond, out)).toThrow(HorizonError);
  });

  it('by less than nothing are a mistake, as one by one', () => {
    const out = new Float64Array(1);
    expect(() => fresh(body).addEach(Float64Array.of(MONDAY), -1, out)).toThrow(/a budget of -1 ms/);
    expect(() => fresh(body).subtractEach(Float64Array.of(MONDAY), -1, out)).toThrow(/a budget of -1 ms/);
    expect(() => fresh(body).addEach(Float64Array.of(MONDAY), NaN, out)).toThrow(/a budget of NaN ms/);
  });
});

describe('what answers columns in another way', () => {
  it('is told what is asked, by how much, and of which table', () => {
    const asked: ColumnQuestion[] = [];
    const columns = { answer: (question: ColumnQuestion) => void asked.push(question) };
    const contract = contractWith({ C: BODIES['of office hours'] as CalendarBody });
    const plan = planOf([lowerCalendar(contract, 'C', NO_FACTS)]);
    const on = loadPlan(plan, {}, columns).calendar(0);
    on.isOpen(MONDAY);
    const [rows, out, open] = [Float64Array.of(MONDAY), new Float64Array(1), new Uint8Array(1)];
    on.addEach(rows, HOUR, out);
    on.subtractEach(rows, HOUR, out);
    on.nextOpenEach(rows, out);
    on.betweenEach(rows, rows, out);
    on.isOpenEach(rows, open);
    expect(asked.map(({ kind, ms }) => [kind, ms])).toEqual([
      ['shift', HOUR],
      ['shift', -HOUR],
      ['shift', 0],
      ['between', 0],
      ['is open', 0],
    ]);
    for (const question of asked) {
      expect(question.asked).toBe(on);
      expect(question.table().from).toBeLessThan(MONDAY);
    }
  });
});
