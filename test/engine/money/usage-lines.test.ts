/** A ticket is charged alike whether its story is told by itself, as in a scenario, or in the history of its customer. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChargedHappening, chargeTicket } from '../../../src/engine/entitlement/charge-ticket.ts';
import type { Happening } from '../../../src/engine/entitlement/uses-of.ts';
import type { CustomerHistory } from '../../../src/engine/money/statement-model.ts';
import { usedBy } from '../../../src/engine/money/usage-lines.ts';
import { berlin, brief, KEY } from '../entitlement/ledgered.ts';
import { loaded } from './credited.ts';

const HOURS = 'over billed, outside Office at 2x split at edge, rounded up to 15 min';
const CLAUSES = {
  'hours as work ends': `hours 3 per month, ${HOURS}, used when work ends`,
  'hours at the close': `hours 3 per month, ${HOURS}, used when closed`,
  'hours of an activity': `hours 3 per month of consult, ${HOURS}, used when work ends`,
  'charges by time': `charge consult EUR 90 per 1 h, at least 30 min, on closed
  charge look EUR 60 per started 20 min, on reply
  charge visit EUR 40 first 1 h, then EUR 10 per 30 min, on "work ended"`,
  'charges as a whole': `charge consult EUR 30, on closed, instead of look
  charge look EUR 20, on reply
  charge visit EUR 10, on "work ended"`,
  'charges on hours': `hours 3 per month, over billed, used when work ends, not rounded
  charge consult 1 hour per 1 h, rounded up to 15 min per ticket per month, on closed, instead of look
  charge look 2 hours, on reply`,
  'incidents and visits': `incidents 1 per month, over billed, used when answered, one incident per ticket
  visits 1 per month, over billed, used when work ends`,
};

const START = berlin('06-01 00:00');
const MINUTE = 60_000;

const did = fc.record({
  minute: fc.integer({ min: 0, max: 6000 }),
  lasts: fc.integer({ min: 0, max: 300 }),
  activity: fc.constantFrom('consult', 'look', 'visit'),
});
const event = fc.record({
  minute: fc.integer({ min: 0, max: 6000 }),
  event: fc.constantFrom('opened', 'reply', 'closed'),
});
const story = fc.array(fc.oneof(did, event), { maxLength: 8 });

/** Of one instant, work that ends before what it is charged on. */
const inOrder = <T extends { readonly at: number; readonly isWork: boolean }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => a.at - b.at || Number(b.isWork) - Number(a.isWork));

describe.each(Object.entries(CLAUSES))('by %s', (_, clauses) => {
  const { engine, ground } = loaded(clauses);

  test('a ticket is charged the same by itself and in the history of its customer', () => {
    fc.assert(
      fc.property(story, (told) => {
        const rows = told.map((row) => {
          const at = START + (row.minute + ('lasts' in row ? row.lasts : 0)) * MINUTE;
          return { at, isWork: 'lasts' in row, row };
        });
        const common = { key: KEY, factOf: () => undefined };
        const alone = inOrder(rows).map(({ at, row }): ChargedHappening =>
          'lasts' in row
            ? {
                kind: 'work',
                at,
                of: row.activity,
                span: { from: START + row.minute * MINUTE, to: at },
                ...common,
              }
            : { kind: 'event', at, event: row.event, ...common },
        );
        const happenings = rows.map(({ at, row }): Happening => {
          const of = { ticket: 'T', cause: null, at, ...common };
          return 'lasts' in row
            ? {
                ...of,
                event: 'work ended',
                activity: row.activity,
                work: [{ from: START + row.minute * MINUTE, to: at }],
              }
            : { ...of, event: row.event, activity: null, work: [] };
        });
        const history = {
          start: START,
          end: null,
          now: START + 7000 * MINUTE,
          happenings,
          bought: [],
          events: [],
          tickets: [],
          factOf: () => undefined,
        } as unknown as CustomerHistory;
        const { entries } = usedBy(engine, 0, history, ground, new Map());
        expect(entries.filter(({ ticket }) => ticket === 'T').map(brief)).toEqual(
          chargeTicket(engine, 0, START, 'T', alone).map(brief),
        );
      }),
      { numRuns: 60 },
    );
  });
});
