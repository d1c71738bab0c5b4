import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOpenTable } from '../../src/engine/build-open-table.ts';
import {
  closeOf,
  firstInstantOf,
  isOpenAt,
  lastInstantOf,
  openingOf,
  rowOf,
  workAt,
  type OpenTable,
} from '../../src/engine/open-table.ts';
import { chance, DAY, drawn, instantsOf, SHAPES, tableOf, type Drawn } from './drawn-table.ts';
import { runs } from '../laws/runs.ts';

/** Open ms before an instant, by summing. */
function openBefore({ edges }: Drawn, t: number): number {
  let sum = 0;
  for (let i = 0; i < edges.length; i += 2) {
    const [opens, closes] = [(edges[i] as number) * 1000, (edges[i + 1] as number) * 1000];
    sum += Math.max(0, Math.min(t, closes) - opens);
  }
  return sum;
}

function forAnyTable(law: (given: Drawn, table: OpenTable, instants: readonly number[]) => void): void {
  fc.assert(
    fc.property(drawn, chance, (given, parts) => {
      const table = tableOf(given);
      law(given, table, instantsOf(given, table, parts));
    }),
    runs(400),
  );
}

describe('a table of open time', () => {
  it('says how much of it lies before an instant', () => {
    forAnyTable((given, table, instants) => {
      for (const t of instants) expect(workAt(table, t)).toBe(openBefore(given, t));
    });
  });

  it('says whether an instant is open, and which stretch holds it or comes next', () => {
    forAnyTable((given, table, instants) => {
      const closings = given.edges.filter((_, i) => i % 2 === 1);
      for (const t of instants) {
        const ended = closings.filter((edge) => edge * 1000 <= t).length;
        expect(rowOf(table, workAt(table, t))).toBe(Math.min(ended + 1, closings.length));
        expect(isOpenAt(table, t)).toBe(
          ended < closings.length && (given.edges[2 * ended] as number) * 1000 <= t,
        );
      }
    });
  });

  it('is shut all the weeks before and after many stretches that lie close together', () => {
    const week = 7 * DAY;
    const edges = Array.from({ length: 120 }, (_, i) => 4 * week + i);
    const table = tableOf({ edges, from: 0, to: 8 * week });
    const instants = Array.from({ length: 8 * 14 }, (_, i) => i * (DAY / 2) * 1000);
    expect(instants.filter((t) => isOpenAt(table, t))).toEqual([4 * week * 1000]);
  });

  it('has its stretches in order, after one of no length', () => {
    forAnyTable((given, table) => {
      const rows = Array.from({ length: table.rowCount }, (_, row) => [
        openingOf(table, row),
        closeOf(table, row),
      ]);
      expect(rows.flat()).toEqual([given.from, given.from, ...given.edges].map((edge) => edge * 1000));
    });
  });

  it('finds the first and the last instant that have so much of it before them', () => {
    forAnyTable((given, table, instants) => {
      for (const t of instants) {
        const work = openBefore(given, t);
        const total = openBefore(given, given.to * 1000);
        // The closing instants and the opening ones of where the line is flat.
        const closes = given.edges
          .filter((_, i) => i % 2 === 1)
          .find((edge) => openBefore(given, edge * 1000) >= work);
        const opens = given.edges
          .filter((_, i) => i % 2 === 0)
          .findLast((edge) => openBefore(given, edge * 1000) <= work);
        if (work > 0) {
          const back = openBefore(given, (closes as number) * 1000) - work;
          expect(firstInstantOf(table, work)).toBe((closes as number) * 1000 - back);
        }
        if (work < total) {
          const on = work - openBefore(given, (opens as number) * 1000);
          expect(lastInstantOf(table, work)).toBe((opens as number) * 1000 + on);
        }
      }
    });
  });

  it('is right to the ms at bounds of slots and steps that lie a century from its start', () => {
    // Four hours and four: bounds of slots and of steps fall on edges, inside them and on neither.
    const days = 120 * 365;
    const edges = Array.from({ length: 2 * days }, (_, i) => 4 * 3600 + i * 12 * 3600);
    const given = { edges, from: 0, to: days * DAY };
    const table = tableOf(given);
    for (const slot of [1, 2, 3, 1000, days - 1, days - 2].map((each) =>
      Math.floor((each * DAY * 1000) / table.slotMs),
    )) {
      for (const t of [-1, 0, 1].map((ms) => table.slotOrigin + slot * table.slotMs + ms)) {
        const [day, past] = [Math.floor(t / (DAY * 1000)), t % (DAY * 1000)];
        const work = day * 12 * 3_600_000 + Math.min(Math.max(past - 4 * 3_600_000, 0), 12 * 3_600_000);
        expect(workAt(table, t)).toBe(work);
      }
    }
    for (const step of [1, 2, 1000, days - 1].map((each) =>
      Math.floor((each * 12 * 3_600_000) / table.stepMs),
    )) {
      for (const work of [-1, 0, 1].map((ms) => step * table.stepMs + ms)) {
        const [day, past] = [Math.floor(work / (12 * 3_600_000)), work % (12 * 3_600_000)];
        expect(lastInstantOf(table, work)).toBe(day * DAY * 1000 + 4 * 3_600_000 + past);
        expect(firstInstantOf(table, work + 1)).toBe(day * DAY * 1000 + 4 * 3_600_000 + past + 1);
      }
    }
  });

  it('takes fewer than 64 bytes a stretch, whatever they are like', () => {
    for (const [shut, open] of Object.values(SHAPES)) {
      const pairs = fc.sample(fc.tuple(shut, open), { numRuns: 1500, seed: 1 });
      const edges: number[] = [];
      let at = 0;
      for (const [closed, length] of pairs) {
        if (at + closed + length > 4e9) break;
        edges.push(at + closed, at + closed + length);
        at += closed + length;
      }
      const { data } = buildOpenTable(edges, 0, at + 1);
      // What a table of no stretches takes does not count.
      const fixed = buildOpenTable([], 0, at + 1).data.byteLength;
      expect((data.byteLength - fixed) / (edges.length / 2)).toBeLessThan(64);
    }
  });

  it('covers its window, and has the open time of all of it', () => {
    forAnyTable((given, table) => {
      expect([table.from, table.to]).toEqual([given.from * 1000, given.to * 1000]);
      expect(table.total).toBe(openBefore(given, given.to * 1000));
    });
  });

  it('is the same wherever on the line of time it lies', () => {
    const edges = Array.from({ length: 200 }, (_, i) => (i >> 1) * DAY + (i % 2 === 0 ? 9 : 17) * 3600);
    const moved = (weeks: number): OpenTable =>
      tableOf({
        edges: edges.map((edge) => edge + weeks * 7 * DAY),
        from: weeks * 7 * DAY,
        to: (weeks * 7 + 101) * DAY,
      });
    const { slotMs, stepMs, steps, rows, slotOrigin } = moved(0);
    for (const weeks of [1, 52, 3000]) {
      const table = moved(weeks);
      expect(table).toMatchObject({ slotMs, stepMs, steps, rows });
      expect(table.slotOrigin - slotOrigin).toBe(weeks * 7 * DAY * 1000);
    }
  });
});

/** Slots and steps whose answers have to be looked for. */
function searched({ data, steps, rows }: OpenTable): { readonly slots: number; readonly steps: number } {
  const count = (from: number, to: number, at: number): number => {
    let sum = 0;
    for (let record = from; record < to; record += 4) if ((data[record + at] as number) < 0) sum += 1;
    return sum;
  };
  return { slots: count(0, steps, 3), steps: count(steps, rows, 0) };
}

/** So many days, each with the hours that `hoursOf` gives it, in seconds. */
function daysOf(count: number, hoursOf: (day: number) => readonly [from: number, to: number]): Drawn {
  const edges = Array.from({ length: count }, (_, day) =>
    hoursOf(day).map((time) => day * DAY + time),
  ).flat();
  return { edges, from: -DAY, to: (count + 1) * DAY };
}

describe('a table of open time answers without a search', () => {
  const none = { slots: 0, steps: 0 };

  it('where every day has the same hours, in all zones of the earth', () => {
    for (let offset = -12 * 3600; offset <= 14 * 3600; offset += 900) {
      const office = daysOf(100, () => [9 * 3600 - offset, 17 * 3600 - offset]);
      expect(searched(tableOf(office)), String(offset)).toEqual(none);
    }
  });

  it('where a day is shut but for minutes, or for the last or the first of its minutes', () => {
    expect(searched(tableOf(daysOf(100, () => [12 * 3600, 12 * 3600 + 60])))).toEqual(none);
    expect(searched(tableOf(daysOf(100, () => [0, DAY - 600])))).toEqual(none);
    expect(searched(tableOf(daysOf(100, () => [600, DAY])))).toEqual(none);
  });

  it('where long and short days take turns, or no two are as long', () => {
    const turns = daysOf(100, (day) => [9 * 3600, (day % 2 === 0 ? 17 : 13) * 3600]);
    expect(searched(tableOf(turns))).toEqual(none);
    const drifting = daysOf(100, (day) => [9 * 3600, 17 * 3600 + ((day * 37) % 11) * 60]);
    expect(searched(tableOf(drifting)).steps).toBeLessThan(10);
  });

  it('for an instant of open time where stretches are longer than 32 bits of ms hold three times', () => {
    const edges = Array.from({ length: 200 }, (_, i) => i * 9 * DAY);
    expect(searched(tableOf({ edges, from: 0, to: 1800 * DAY })).steps).toBeLessThanOrEqual(1);
  });
});
