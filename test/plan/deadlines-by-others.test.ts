import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { contractWith } from '../check/contract-with.ts';

const REPORT =
  'event sent "the report is sent"\nclock report { starts on opened; stops on sent; pauses never }\n';
const ANY = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };

/** When the plan's promise of `metric` to a ticket is due, in UTC; or what there is instead. Berlin is two hours ahead. */
function due(plan: string, metric: string, opened: string, ticket = ANY): string {
  const contract = contractWith(REPORT + plan);
  const engine = loadPlan(lower(contract));
  const at = parseInstant(opened);
  if (!at.ok) throw new Error('no instant');
  const target = engine.selectTarget(contract.plans.length - 1, metric, ticket, at.instant);
  if (target === null) throw new Error('nothing is promised');
  const answer = engine.deadline(target.promise, at.instant);
  if (answer.kind === 'due') return formatInstantUtc(answer.due);
  return answer.kind === 'word' ? answer.word : `waits for ${answer.event}`;
}

const MONDAY = '2026-06-15T10:00+02:00';

describe('a deadline counted from another', () => {
  const plan = `plan A { targets { resolve | report
    P1 | 8 h | 2 h after resolve is due
    P2 | best effort | 2 h after resolve is due
    P3 | not offered | 24 h before resolve is due } }`;

  it('follows it', () => {
    expect(due(plan, 'report', MONDAY)).toBe('2026-06-15T18:00:00Z');
  });

  it('has the word of it where it has no deadline', () => {
    expect(due(plan, 'report', MONDAY, { ...ANY, severity: 1 })).toBe('best effort');
    expect(due(plan, 'report', MONDAY, { ...ANY, severity: 2 })).toBe('not offered');
  });

  it('is that of the narrowest line that speaks of the ticket', () => {
    const narrowed = `plan A { targets { resolve | report; all | 8 h | 2 h after resolve is due }
      targets for phone { resolve; P1 | 1 h } }`;
    const phone = contractWith(REPORT + narrowed).channels.findIndex(({ name }) => name === 'phone');
    expect(due(narrowed, 'report', MONDAY, { ...ANY, channel: phone })).toBe('2026-06-15T11:00:00Z');
    expect(due(narrowed, 'report', MONDAY, { ...ANY, severity: 1, channel: phone })).toBe(
      '2026-06-15T18:00:00Z',
    );
  });

  it('follows the better promise of a plan that takes the count over', () => {
    const better = `${plan}
      plan B extends A { targets { resolve; P1 | 4 h } }`;
    expect(due(better, 'report', MONDAY)).toBe('2026-06-15T14:00:00Z');
  });

  it('counts business days back from it, and never to before the ticket', () => {
    const back = (days: number) => `plan A { targets { resolve | report
      P1 | 4 business days in Office at close, received outside hours as received, day of receipt does not count |
           ${String(days)} business days in Office at 12:00, ending outside hours stays before resolve is due } }`;
    expect(due(back(2), 'report', MONDAY)).toBe('2026-06-17T10:00:00Z');
    expect(due(back(9), 'report', MONDAY)).toBe('2026-06-15T08:00:00Z');
  });
});

describe('a deadline that waits for an event', () => {
  it('has none before it', () => {
    const plan = 'plan A { targets { workaround | report; P1 | best effort | 24 h after workaround } }';
    expect(due(plan, 'report', MONDAY)).toBe('waits for workaround');
  });
});

describe('the later and the earlier of two limits', () => {
  const pick = (which: string) => `plan A { targets { respond; P1 | ${which} of 3 h and 2 h in Office } }`;

  it('is elapsed time on a Monday morning and office hours on a Friday evening', () => {
    expect(due(pick('later'), 'respond', MONDAY)).toBe('2026-06-15T11:00:00Z');
    expect(due(pick('later'), 'respond', '2026-06-12T16:30+02:00')).toBe('2026-06-15T08:30:00Z');
    expect(due(pick('earlier'), 'respond', MONDAY)).toBe('2026-06-15T10:00:00Z');
    expect(due(pick('earlier'), 'respond', '2026-06-12T16:30+02:00')).toBe('2026-06-12T17:30:00Z');
  });
});

describe('a stated length of day', () => {
  it('turns business days into hours of the calendar, of the cell before the plan’s', () => {
    const plan = (cell: string) =>
      `plan A { business days in Office of 8 h; targets { respond; P1 | ${cell} } }`;
    expect(due(plan('0.5 business days'), 'respond', MONDAY)).toBe('2026-06-15T12:00:00Z');
    expect(due(plan('1 business day'), 'respond', MONDAY)).toBe('2026-06-16T08:00:00Z');
    expect(due(plan('1 day in Shop of 10 h'), 'respond', MONDAY)).toBe('2026-06-15T18:00:00Z');
  });
});
