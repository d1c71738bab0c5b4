/** Tables of open time by chance, of every shape that their buckets tell apart, and instants to ask them about. */
import * as fc from 'fast-check';
import { buildOpenTable } from '../../src/engine/build-open-table.ts';
import type { OpenTable } from '../../src/engine/open-table.ts';

export const DAY = 86_400;

/** Lengths in seconds of one kind of calendar: of its stretches and of the gaps between them. */
export const SHAPES: {
  readonly [name: string]: readonly [shut: fc.Arbitrary<number>, open: fc.Arbitrary<number>];
} = {
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

export interface Drawn {
  readonly edges: readonly number[];
  readonly from: number;
  readonly to: number;
}

export const drawn: fc.Arbitrary<Drawn> = fc
  .constantFrom(...Object.values(SHAPES))
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

export function tableOf({ edges, from, to }: Drawn): OpenTable {
  return buildOpenTable(edges, from, to);
}

/** Each edge and its neighbours, bounds of buckets and theirs, and instants by chance, within the window. */
export function instantsOf(given: Drawn, table: OpenTable, chance: readonly number[]): readonly number[] {
  const { edges, from, to } = given;
  const bounds = Array.from({ length: 20 }, (_, i) => table.slotOrigin + i * table.slotMs);
  return [from * 1000, ...edges.map((edge) => edge * 1000), ...bounds, to * 1000]
    .flatMap((t) => [t - 1, t, t + 1])
    .concat(chance.map((part) => Math.floor((from + part * (to - from)) * 1000)))
    .filter((t) => t >= from * 1000 && t < to * 1000);
}

/** Where in a window instants lie. */
export const chance = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
  maxLength: 30,
});
