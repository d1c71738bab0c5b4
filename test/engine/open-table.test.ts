import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOpenTable } from '../../src/engine/build-open-table.ts';
import {
  closeOf,
  firstInstantOf,
  isOpenAt,
  lastInstantOf,
  openingOf,
  rowAt,
  workAt,
  type OpenTable,
} from '../../src/engine/open-table.ts';

const DAY = 86_400;

/** Lengths in seconds of one kind of calendar: of its stretches and of the gaps between them. */
const shapes: { readonly [name: string]: readonly [shut: fc.Arbitrary<number>, open: fc.Arbitrary<number>] } =
  {
    'hours of a day': [fc.constantFrom(16, 15, 17, 64, 88), fc.constant(8)].map((hours) =>
      hours.map((each) => each * 3600),
    ) as [fc.Arbitrary<number>, fc.Arbitrary<number>],
    'windows about noon': [
      fc.constantFrom(3600, 16 * 3600, 64 * 3600),
      fc.constantFrom(3, 4, 5).map((h) => h * 3600),
    ],
    'seconds and months': [
      fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 * DAY })),
      fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 * DAY })),
    ],
    'seconds alone': [fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })],
    years: [fc.integer({ min: 300 * DAY, max: 900 * DAY }), fc.integer({ min: 1, max: 900 * DAY })],
    weeks: [fc.integer({ min: DAY, max: 20 * DAY }), fc.integer({ min: 13 * DAY, max: 23 * DAY })],
    // The gap moves over a bound of the buckets, and off it, by a second at a time.
    drifting: [fc.constant(30), fc.constantFrom(DAY - 31, DAY - 29)],
    'open but for a minute': [fc.constant(60), fc.integer({ min: DAY - 3700, max: DAY })],
  };

interface Drawn {
  readonly edges: readonly number[];
  readonly from: number;
  readonly to: number;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .constantFrom(...Object.values(shapes))
  .chain(([shut, open]) =>
    fc.record({
      from: fc.integer({ min: 0, max: 20 * 365 * DAY }),
      startsOpen: fc.boolean(),
      endsOpen: fc.boolean(),
      pairs: fc.array(fc.tuple(shut, open), { maxLength: 60 }),
      tail: shut,
    }),
  )
  .map(({ from, startsOpen, endsOpen, pairs, tail }) => {
    const edges: number[] = [];
    let at = from;
    for (const [i, [shut, open]] of pairs.entries()) {
      const opens = i === 0 && startsOpen ? at : at + shut;
      at = opens + open;
      edges.push(opens, at);
    }
    return { edges, from, to: endsOpen && edges.length > 0 ? at : at + tail };
  });

/** Open ms before an instant, by summing. */
function openBefore({ edges }: Drawn, t: number): number {
  let sum = 0;
  for (let i = 0; i < edges.length; i += 2) {
    const [opens, closes] = [(edges[i] as number) * 1000, (edges[i + 1] as number) * 1000];
    sum += Math.max(0, Math.min(t, closes) - opens);
  }
  return sum;
}

function tableOf({ edges, from, to }: Drawn): OpenTable {
  return buildOpenTable(edges, from, to);
}

/** Each edge and its neighbours, bounds of buckets and theirs, and instants by chance, within the window. */
function instantsOf(given: Drawn, table: OpenTable, chance: readonly number[]): readonly number[] {
  const { edges, from, to } = given;
  const bounds = Array.from({ length: 20 }, (_, i) => table.slotOrigin + 0.5 + i * table.slotMs);
  return [from * 1000, ...edges.map((edge) => edge * 1000), ...bounds, to * 1000]
    .flatMap((t) => [t - 1, t, t + 1])
    .concat(chance.map((part) => Math.floor((from + part * (to - from)) * 1000)))
    .filter((t) => t >= from * 1000 && t < to * 1000);
}

const chance = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { maxLength: 30 });

function forAnyTable(law: (given: Drawn, table: OpenTable, instants: readonly number[]) => void): void {
  fc.assert(
    fc.property(drawn, chance, (given, parts) => {
      const table = tableOf(given);
      law(given, table, instantsOf(given, table, parts));
    }),
    { numRuns: 400 },
  );
}

describe('a table of open time', () => {
  it('says how much of it lies before an instant', () => {
    forAnyTable((given, table, instants) => {
      for (const t of instants) expect(workAt(table, t) - table.workStart).toBe(openBefore(given, t));
    });
  });

  it('says whether an instant is open, and which stretch began last', () => {
    forAnyTable((given, table, instants) => {
      for (const t of instants) {
        const begun = given.edges.filter((edge, i) => i % 2 === 0 && edge * 1000 <= t).length;
        expect(rowAt(table, t)).toBe(begun);
        const closes = begun === 0 ? 0 : (given.edges[2 * begun - 1] as number) * 1000;
        expect(isOpenAt(table, t)).toBe(t < closes);
      }
    });
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
          expect(firstInstantOf(table, table.workStart + work)).toBe((closes as number) * 1000 - back);
        }
        if (work < total) {
          const on = work - openBefore(given, (opens as number) * 1000);
          expect(lastInstantOf(table, table.workStart + work)).toBe((opens as number) * 1000 + on);
        }
      }
    });
  });

  it('takes fewer than 64 bytes a stretch, whatever they are like', () => {
    for (const [shut, open] of Object.values(shapes)) {
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
});
