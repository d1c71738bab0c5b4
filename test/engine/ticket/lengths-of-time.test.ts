/** Lengths of time of clauses, and caps of pauses: where they end, and where one begins that ends then. */
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import {
  calendarFor,
  endOfTerm,
  startOfTerm,
  termOfLimit,
  termOfStretch,
} from '../../../src/engine/ticket/find-stretch.ts';
import { endOfCap, takenOfCap } from '../../../src/engine/ticket/pause-cap.ts';
import {
  datesEnding,
  ELAPSED,
  endOfDays,
  type DaysTerm,
  type Term,
} from '../../../src/engine/ticket/term.ts';
import type { KeyedCalendars, PlanStretch } from '../../../src/plan/conduct-model.ts';
import type { PlanLimit, PlanSelector } from '../../../src/plan/model.ts';
import { desk, same } from '../../traps/desk.ts';
import { instant, planOf, type Row, tell } from './story.ts';

const HOUR = 3_600_000;
const TICKET = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };
const PLAN = planOf(same('8 h in B', { extra: 'calendar Desk { use B; use 24x7 for phone }\nchannel web' }));
const engine = loadPlan(PLAN);
const B = PLAN.calendars.findIndex(({ name }) => name === 'B');
const EVERY: PlanSelector = {
  severities: null,
  regions: null,
  channels: null,
  types: null,
  facts: [],
  opened: [],
};
const ANY: KeyedCalendars = [{ when: EVERY, calendar: B }];

const of = (stretch: PlanStretch) => termOfStretch(engine, stretch, TICKET);
const days = (
  unit: 'business day' | 'calendar day' | 'month',
  count: number,
  end: 'same time' | 'close' = 'same time',
  zone: string | null = null,
) => of({ kind: 'days', unit, count, calendar: zone === null ? ANY : null, zone, end });
const end = (term: Term, from: string) => new Date(endOfTerm(term, instant(from))).toISOString();
const start = (term: Term, to: string) => new Date(startOfTerm(term, instant(to))).toISOString();

describe('a length of time', () => {
  test('of elapsed time or of hours ends when so much has gone by', () => {
    expect(end(of({ kind: 'elapsed', seconds: 90 }), '2026-06-05T15:00Z')).toBe('2026-06-05T15:01:30.000Z');
    const hours = of({ kind: 'hours', seconds: 7200, calendar: ANY });
    // Friday at 16:00 and Monday at 10:00 in Berlin.
    expect(end(hours, '2026-06-05T14:00Z')).toBe('2026-06-08T08:00:00.000Z');
    expect(start(hours, '2026-06-08T08:00Z')).toBe('2026-06-05T14:00:00.000Z');
    expect(start(of({ kind: 'elapsed', seconds: 90 }), '2026-06-05T15:01:30Z')).toBe(
      '2026-06-05T15:00:00.000Z',
    );
  });
  test('of dates counts from the day after, and ends where it falls', () => {
    expect(end(days('business day', 1), '2026-06-05T10:00Z')).toBe('2026-06-08T10:00:00.000Z');
    expect(end(days('business day', 1, 'close'), '2026-06-05T10:00Z')).toBe('2026-06-08T15:00:00.000Z');
    // A Sunday, on which B is shut.
    expect(end(days('calendar day', 2), '2026-06-05T20:00Z')).toBe('2026-06-07T20:00:00.000Z');
    expect(end(days('month', 1), '2026-01-31T10:00Z')).toBe('2026-02-28T10:00:00.000Z');
  });
  test('of dates of a zone needs no calendar, and keeps the time of day when the clocks change', () => {
    expect(end(days('calendar day', 1, 'same time', 'Europe/Berlin'), '2026-03-28T11:00Z')).toBe(
      '2026-03-29T10:00:00.000Z',
    );
    expect(end(days('calendar day', 1, 'close', 'Europe/Berlin'), '2026-03-28T11:00Z')).toBe(
      '2026-03-29T22:00:00.000Z',
    );
    expect(end(days('business day', 1, 'same time', 'Europe/Berlin'), '2026-06-05T10:00Z')).toBe(
      '2026-06-06T10:00:00.000Z',
    );
  });
  test('that is the later or the earlier of two begins so long before as the one it is', () => {
    const two = (pick: 'later' | 'earlier'): Term => ({
      kind: 'pick',
      pick,
      of: [of({ kind: 'elapsed', seconds: 3600 }), of({ kind: 'hours', seconds: 1800, calendar: ANY })],
    });
    expect(start(two('later'), '2026-06-08T08:00Z')).toBe('2026-06-08T07:30:00.000Z');
    expect(start(two('earlier'), '2026-06-08T08:00Z')).toBe('2026-06-08T07:00:00.000Z');
  });
  test('of a calendar that tells tickets apart is by that of the ticket', () => {
    const keyed: KeyedCalendars = [
      { when: { ...EVERY, severities: [1] }, calendar: 7 },
      { when: { ...EVERY, severities: [0] }, calendar: B },
    ];
    expect(calendarFor(keyed, { ...TICKET, severity: 1 })).toBe(7);
    expect(calendarFor(keyed, TICKET)).toBe(B);
    expect(() => calendarFor(keyed.slice(0, 1), TICKET)).toThrow(
      'no calendar of the clause is for this ticket',
    );
  });
});

const promise = (cell: string, paused: 'run on' | 'skip dates' | 'add time' = 'run on') => {
  const plan = planOf(same(cell));
  return termOfLimit(loadPlan(plan), plan.plans[0]?.targets[0]?.promise as PlanLimit, paused) as DaysTerm;
};

describe('dates that are skipped', () => {
  test('are so many more of the same kind', () => {
    const from = instant('2026-06-01T09:00+02:00');
    const date = (term: DaysTerm, skipped: number) => new Date(endOfDays(term, from, skipped)).toISOString();
    const business = promise('2 business days in B at close');
    expect([0, 1, 3].map((skipped) => date(business, skipped))).toEqual([
      '2026-06-03T15:00:00.000Z',
      '2026-06-04T15:00:00.000Z',
      '2026-06-08T15:00:00.000Z',
    ]);
    const calendar = promise(
      '6 calendar days in B at 12:00, received outside hours as received, day of receipt does not count, ending outside hours stays',
    );
    expect([0, 1].map((skipped) => date(calendar, skipped))).toEqual([
      '2026-06-07T10:00:00.000Z',
      '2026-06-08T10:00:00.000Z',
    ]);
  });
  test('move the end of a month, or of a period, by as many days', () => {
    const from = instant('2026-06-01T09:00:00.250+02:00');
    const month = days('month', 1) as DaysTerm;
    expect(new Date(endOfDays(month, from, 0)).toISOString()).toBe('2026-07-01T07:00:00.250Z');
    expect(new Date(endOfDays(month, from, 3)).toISOString()).toBe('2026-07-04T07:00:00.250Z');
  });
  test('are those of the kind counted that end in the pause', () => {
    const business = promise('2 business days in B at close');
    const ends = (term: DaysTerm, from: string, to: string) => datesEnding(term, instant(from), instant(to));
    expect(ends(business, '2026-06-04T09:00Z', '2026-06-09T09:00Z')).toBe(3);
    expect(ends(business, '2026-06-06T09:00Z', '2026-06-07T09:00Z')).toBe(0);
    expect(ends(business, '2026-06-04T09:00Z', '2026-06-04T21:59Z')).toBe(0);
    expect(ends(business, '2026-06-04T09:00Z', '2026-06-04T22:00Z')).toBe(1);
    expect(ends(days('calendar day', 1) as DaysTerm, '2026-06-04T09:00Z', '2026-06-09T09:00Z')).toBe(5);
  });
});

describe('a cap of pauses', () => {
  const at = instant('2026-06-01T10:00Z');
  const hours = { term: of({ kind: 'elapsed', seconds: 7200 }), of: 'together' as const };
  const dates = { term: days('business day', 3, 'close'), of: 'together' as const };

  test('of time ends with what others have left of it', () => {
    expect(endOfCap(hours, 0, at)).toBe(at + 2 * HOUR);
    expect(endOfCap(hours, HOUR, at)).toBe(at + HOUR);
    expect(endOfCap(hours, 3 * HOUR, at)).toBe(at);
    expect(endOfCap({ ...hours, of: 'each' }, HOUR, at)).toBe(at + 2 * HOUR);
    expect(takenOfCap(hours, at, at + HOUR)).toBe(HOUR);
  });
  test('of dates ends with what others have left of them', () => {
    const of3 = (used: number) => new Date(endOfCap(dates, used, at)).toISOString();
    expect([0, 1, 2, 3, 4].map(of3)).toEqual([
      '2026-06-04T15:00:00.000Z',
      '2026-06-03T15:00:00.000Z',
      '2026-06-02T15:00:00.000Z',
      '2026-06-01T10:00:00.000Z',
      '2026-06-01T10:00:00.000Z',
    ]);
    expect(takenOfCap(dates, at, instant('2026-06-03T10:00Z'))).toBe(2);
  });
  test('that is one of two is used up by the first pause', () => {
    const pick = { term: { kind: 'pick', pick: 'later', of: [hours.term] }, of: 'together' } as const;
    expect(endOfCap(pick, 0, at)).toBe(at + 2 * HOUR);
    expect(endOfCap(pick, 1, at)).toBe(at);
    expect(takenOfCap(pick, at, at + HOUR)).toBe(0);
  });
});

describe('elapsed time', () => {
  test('is open at every instant', () => {
    expect([
      ELAPSED.isOpen(4),
      ELAPSED.nextOpen(4),
      ELAPSED.add(4, 3),
      ELAPSED.subtract(4, 3),
      ELAPSED.between(4, 9),
    ]).toEqual([true, 4, 7, 1, 5]);
  });
});

describe('pauses of several lines', () => {
  const clock = (lines: string) => `starts on opened; stops on resolved; ${lines}; reopen never`;
  const OPENED: Row = ['2026-06-01T09:00+02:00', 'opened', { severity: 'P3' }];
  const due = (contract: string, rows: readonly Row[], until?: string) => {
    const [only] = tell(contract, [OPENED, ...rows], until).clocks;
    return only?.due === null || only?.due === undefined
      ? only?.status
      : new Date(only.due).toISOString().slice(5, 16);
  };
  const state = (at: string, name: string): Row => [`2026-06-01T${at}+02:00`, name];

  test('last as long as any of them holds, each by its own cap', () => {
    const contract = same('8 h', {
      clock: clock(
        'pauses while waiting for customer, at most 1 h each; pauses while waiting for customer, at most 2 h each',
      ),
    });
    // From 10:00 to 12:00, of which the deadline is two hours later than 17:00.
    expect(due(contract, [state('10:00', 'waiting for customer'), state('14:00', 'resumed')])).toBe(
      '06-01T17:00',
    );
  });
  test('go on from one to the other without a gap', () => {
    const contract = same('8 h', {
      clock: clock('pauses while waiting for customer; pauses while third party, at most 1 h each'),
    });
    const rows = [
      state('10:00', 'waiting for customer'),
      state('11:00', 'third party'),
      state('15:00', 'resumed'),
    ];
    // From 10:00 to 12:00.
    expect(due(contract, rows)).toBe('06-01T17:00');
    expect(due(contract, rows.slice(0, 2), '2026-06-01T11:30+02:00')).toBe('paused');
    expect(due(contract, rows.slice(0, 2), '2026-06-01T12:00+02:00')).toBe('06-01T17:00');
  });
  test('that have used up a cap together do not pause again', () => {
    const contract = same('8 h', { clock: clock('pauses while waiting for customer, at most 2 h together') });
    const rows = [
      state('10:00', 'waiting for customer'),
      state('11:30', 'resumed'),
      state('12:00', 'waiting for customer'),
      state('13:00', 'resumed'),
      state('14:00', 'waiting for customer'),
    ];
    expect(due(contract, rows.slice(0, 2))).toBe('06-01T16:30');
    expect(due(contract, rows.slice(0, 4))).toBe('06-01T17:00');
    expect(due(contract, rows, '2026-06-01T15:00+02:00')).toBe('06-01T17:00');
  });
  test('that begin and end at one instant are none', () => {
    const contract = same('8 h', { clock: clock('pauses while waiting for customer') });
    expect(due(contract, [state('10:00', 'waiting for customer'), state('10:00', 'resumed')])).toBe(
      '06-01T15:00',
    );
  });
  test('that begin at the deadline change nothing, and an instant before it hide it', () => {
    const contract = same('2 h', { clock: clock('pauses while waiting for customer') });
    expect(due(contract, [state('11:00', 'waiting for customer')], '2026-06-01T12:00+02:00')).toBe(
      '06-01T09:00',
    );
    expect(due(contract, [state('10:59', 'waiting for customer')], '2026-06-01T12:00+02:00')).toBe('paused');
  });
  test('count only while a state holds, which is a pause in every other', () => {
    const contract = desk({
      extra: 'state "with an agent" "somebody works on it"',
      p3: '4 h',
      clock: clock('pauses never; counts only while "with an agent"').replace('pauses never; ', ''),
    });
    expect(due(contract, [])).toBe('paused');
    // Two hours wait at first, and two after one of work.
    const rows: readonly Row[] = [
      state('11:00', 'with an agent'),
      ['2026-06-01T12:00+02:00', 'state', { state: 'elsewhere' }],
      state('14:00', 'with an agent'),
    ];
    expect(due(contract, rows)).toBe('06-01T15:00');
  });
});
