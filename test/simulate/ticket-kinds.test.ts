import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countKinds, kindOf, kindsOf, type TicketKinds } from '../../src/simulate/ticket-kinds.ts';
import '../seed.ts';

const indexed = (max: number) => fc.integer({ min: -1, max });
const someTickets = fc
  .record({
    // Kinds side by side, and more of them than have room so.
    most: fc.constantFrom(0, 1, 127),
    facts: fc.boolean(),
    count: fc.integer({ min: 0, max: 40 }),
  })
  .chain(({ most, facts, count }) =>
    fc.record({
      facts: fc.constant(facts),
      rows: fc.array(
        fc.record({
          severity: fc.integer({ min: 0, max: Math.min(most, 9) }),
          region: indexed(most),
          channel: indexed(most),
          type: indexed(most),
          word: indexed(1),
        }),
        { minLength: count, maxLength: count },
      ),
    }),
  );

test('tickets are of one kind where they share all but their opening, and are listed kind by kind in order', () => {
  let alike = 0;
  fc.assert(
    fc.property(someTickets, ({ facts, rows }) => {
      const tickets: TicketKinds = {
        opened: Float64Array.from(rows, (_, i) => i),
        severity: Uint8Array.from(rows, ({ severity }) => severity),
        region: Int8Array.from(rows, ({ region }) => region),
        channel: Int8Array.from(rows, ({ channel }) => channel),
        type: Int8Array.from(rows, ({ type }) => type),
        facts: facts ? [{ fact: 3, words: Int8Array.from(rows, ({ word }) => word) }] : [],
      };
      const expected = grouped(tickets, rows.length);
      const { count, of, rows: listed, starts } = kindsOf(tickets);
      expect(kindsOf(tickets).of).toBe(of);
      const lists = Array.from({ length: count }, (_, kind) => [
        ...listed.subarray(starts[kind], starts[kind + 1]),
      ]);
      expect(lists).toEqual([...expected.values()]);
      lists.forEach((list, kind) => list.forEach((row) => expect(of[row]).toBe(kind)));
      expect(countKinds(tickets)).toEqual(lists.map((list) => ({ first: list[0], count: list.length })));
      if (lists.some((list) => list.length > 1)) alike += 1;
    }),
    { numRuns: 500 },
  );
  expect(alike).toBeGreaterThan(100);
});

function grouped(tickets: TicketKinds, count: number): Map<number | string, number[]> {
  const groups = new Map<number | string, number[]>();
  for (let row = 0; row < count; row += 1) {
    const kind = kindOf(tickets, row);
    groups.set(kind, [...(groups.get(kind) ?? []), row]);
  }
  return groups;
}
