import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TicketEvent, TicketProgram } from '../../../src/engine/ticket/index.ts';
import { BUILT_IN } from '../../../src/engine/ticket/event.ts';
import { inOrder } from '../../../src/engine/ticket/order-events.ts';
import '../../seed.ts';

const NAMES = [...BUILT_IN, 'reply', 'resolved', 'acknowledged'];
const PROGRAM = { eventNames: NAMES } as unknown as TicketProgram;
const RANKS: Readonly<Record<string, number>> = { opened: 0, agreed: 2, refused: 2, closed: 3, cancelled: 3 };

const history = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 12 }),
    kind: fc.integer({ min: -1, max: NAMES.length - 1 }),
    sets: fc.constant(null),
    state: fc.integer({ min: -1, max: 3 }),
  }),
  { maxLength: 70 },
);

/** By instant, then by rank, then by name, then as they were said. */
function plainly(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const nameOf = ({ kind }: TicketEvent) => NAMES[kind] ?? '';
  const rankOf = (event: TicketEvent) => RANKS[nameOf(event)] ?? 1;
  return [...events].sort(
    (a, b) =>
      a.at - b.at || rankOf(a) - rankOf(b) || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0),
  );
}

test('events of a history come in one order, however long it is and however they are said', () => {
  fc.assert(
    fc.property(history, (events) => {
      const { byKind, byLine } = inOrder(PROGRAM, events);
      expect(byLine).toEqual([...events].sort((a, b) => a.at - b.at));
      expect(byKind).toEqual(plainly(events));
    }),
    { numRuns: 300 },
  );
});
