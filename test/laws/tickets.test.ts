import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAW, runs } from './against-reference.ts';
import { changesState, history, type Told, wait } from './ticket-history-arbitrary.ts';
import { ticketMachine, type Verdict } from '../../src/engine/ticket/index.ts';
import { byMachine, byReference, eventsOf, judge, ticketCaseOf } from './ticket-case.ts';
import { contractText, contractTexts } from './ticket-contract-arbitrary.ts';

/** A while after the last event, so that clocks that run may have run out. */
function endOf(told: readonly Told[], more = 7 * 3_600_000): number {
  return Math.max(...told.map(({ at }) => at)) + more;
}

const cases = [contractTexts, fc.array(fc.tuple(history, wait), { minLength: 2, maxLength: 4 })] as const;

/** Without what `judgeDeadlines` leaves aside. */
function deadlinesOf(verdict: Verdict | null) {
  const clocks = verdict?.clocks.map((clock) => ({ ...clock, used: null, remaining: null, paused: null }));
  return verdict === null ? null : { ...verdict, clocks };
}

describe('a ticket', LAW, () => {
  it('is judged as the reference judges it, whatever happens to it under whatever contract', () => {
    fc.assert(
      fc.property(...cases, (texts, histories) => {
        const both = ticketCaseOf(...texts);
        for (const [told, more] of histories) {
          const at = endOf(told, more);
          expect(byMachine(both, told, at)).toEqual(byReference(both, told, at));
        }
      }),
      runs(80),
    );
  });

  it('is judged as by a machine that has judged no other, and its deadlines as with all that is told of it', () => {
    fc.assert(
      fc.property(...cases, (texts, histories) => {
        const { program } = ticketCaseOf(...texts);
        const machine = ticketMachine(program);
        for (const [told, more] of [...histories, ...histories]) {
          const events = eventsOf(program, told);
          const first = ticketMachine(program);
          for (const at of [endOf(told, more), NaN]) {
            const verdict = machine.judge(events, at);
            expect(verdict).toEqual(first.judge(events, at));
            expect(deadlinesOf(machine.judgeDeadlines(events, at))).toEqual(deadlinesOf(verdict));
          }
        }
      }),
      runs(80),
    );
  });

  it('is judged the same in whatever order lines of one instant stand, if those of one kind keep theirs', () => {
    fc.assert(
      fc.property(contractText, history, fc.infiniteStream(fc.nat()), (text, told, random) => {
        const { program } = ticketCaseOf(text);
        const kindOf = (each: Told) => (changesState(each) ? 'state' : each.event);
        const kinds = [...new Set(told.map(kindOf))];
        const order = new Map(kinds.map((kind) => [kind, random.next().value]));
        const shuffled = [...told].sort((a, b) => (order.get(kindOf(a)) ?? 0) - (order.get(kindOf(b)) ?? 0));
        expect(judge(program, shuffled, endOf(told))).toEqual(judge(program, told, endOf(told)));
      }),
      runs(150),
    );
  });
});
