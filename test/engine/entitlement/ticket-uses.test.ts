import { describe, expect, test } from 'vitest';
import { TicketUses } from '../../../src/engine/entitlement/ticket-uses.ts';
import type { Happening } from '../../../src/engine/entitlement/uses-of.ts';
import { loaded } from '../money/credited.ts';
import { berlin, KEY, SEVERE, work } from './ledgered.ts';

const happening = (at: number, event: string, more: Partial<Happening> = {}): Happening => ({
  event,
  activity: null,
  at,
  ticket: 'A',
  cause: null,
  work: [],
  key: KEY,
  factOf: () => undefined,
  ...more,
});
const on = (at: string, event: string, more: Partial<Happening> = {}) => happening(berlin(at), event, more);
const did = (activity: string | null, ...pieces: readonly string[]) => {
  const spans = pieces.map((piece) => work(`06-18 ${piece}`));
  return happening(spans.at(-1)?.to ?? NaN, 'work ended', { activity, work: spans });
};

/** `repair 10:00-10:10 11:00-11:20`: what each happening uses, with the work that it is for. */
function used(clauses: string, ...happenings: readonly Happening[]): readonly string[] {
  const { plan } = loaded(clauses);
  const uses = new TicketUses();
  return happenings.flatMap((each) =>
    uses.take(plan, each).map(({ name, work: spans }) => [name, ...spans.map(shown)].join(' ')),
  );
}

function shown({ from, to }: { readonly from: number; readonly to: number }): string {
  const clock = (at: number) => new Date(at + 2 * 3_600_000).toISOString().slice(11, 16);
  return `${clock(from)}-${clock(to)}`;
}

const HOURS = 'hours 5 per month, over billed, used when closed, not rounded';

describe('a charge by time', () => {
  const REPAIR = 'charge repair EUR 60 per 1 h, on closed';

  test('is made on its event for all work of its name, and of none that is known, since the last time', () => {
    expect(
      used(
        REPAIR,
        did('repair', '10:00-10:10'),
        did('look', '11:00-11:10'),
        did(null, '12:00-12:10'),
        on('06-18 13:00', 'closed'),
        on('06-18 14:00', 'closed'),
        did('repair', '15:00-15:10', '16:00-16:10'),
        on('06-18 17:00', 'closed'),
      ),
    ).toEqual(['repair 10:00-10:10 12:00-12:10', 'repair 15:00-15:10 16:00-16:10']);
  });

  test('is made of work of which nothing says what it was by one charge alone', () => {
    const both = `charge look EUR 30 per 1 h, on reply\n  ${REPAIR}`;
    expect(
      used(both, did(null, '10:00-10:10'), on('06-18 11:00', 'reply'), on('06-18 12:00', 'closed')),
    ).toEqual(['look 10:00-10:10']);
  });

  test('counts the work that the line of its event tells of as well', () => {
    const closed = on('06-18 13:00', 'closed', { work: [work('06-18 12:00-12:30')] });
    expect(used(REPAIR, did('repair', '10:00-10:10'), closed)).toEqual(['repair 10:00-10:10 12:00-12:30']);
  });
});

test('a charge for work as a whole has no length, however many stretches the work has', () => {
  const call = 'charge call EUR 30, on "work ended"';
  expect(used(call, did('call', '10:00-10:10', '11:00-11:10'))).toEqual(['call']);
});

describe('a bank of hours', () => {
  test('that is used as work ends has each piece of work once', () => {
    const hours = HOURS.replace('closed', 'work ends');
    expect(
      used(
        hours,
        did(null, '10:00-10:10', '10:20-10:30'),
        did('look', '11:00-11:10'),
        on('06-18 12:00', 'closed'),
      ),
    ).toEqual(['hours 10:00-10:10 10:20-10:30', 'hours 11:00-11:10']);
  });

  test('that is used at another event has all work since the last one', () => {
    expect(
      used(
        HOURS,
        did(null, '10:00-10:10'),
        did('look', '11:00-11:10'),
        on('06-18 12:00', 'closed'),
        did('look', '13:00-13:10'),
        on('06-18 14:00', 'closed'),
      ),
    ).toEqual(['hours 10:00-10:10 11:00-11:10', 'hours 13:00-13:10']);
  });
});

describe('work that nothing has counted yet', () => {
  const awaits = (clauses: string, activity: string | null, key = KEY) =>
    new TicketUses().awaits(loaded(clauses).plan, { ...did(activity, '10:00-11:00'), key });

  test('may still be counted by a charge by time on another event, if it is of its name or of none', () => {
    const repair = 'charge repair EUR 60 per 1 h, on closed for P1';
    expect(awaits(repair, 'repair', SEVERE)).toBe(true);
    expect(awaits(repair, null, SEVERE)).toBe(true);
    expect(awaits(repair, 'look', SEVERE)).toBe(false);
    expect(awaits(repair, 'repair')).toBe(false);
    expect(awaits('charge repair EUR 60, on closed', 'repair')).toBe(false);
    expect(awaits('charge repair EUR 60 per 1 h, on "work ended"', 'repair')).toBe(false);
    expect(awaits('', 'repair')).toBe(false);
  });

  test('may still be counted by hours that are used at another event, unless a charge draws on them', () => {
    expect(awaits(HOURS, 'look')).toBe(true);
    expect(awaits(`${HOURS} for P1`, 'look')).toBe(false);
    expect(awaits(HOURS.replace('closed', 'work ends'), 'look')).toBe(false);
    expect(awaits(HOURS.replace('month', 'month of consult'), 'look')).toBe(false);
    expect(awaits(`${HOURS}\n  charge repair 1 hour per 1 h, on closed`, 'look')).toBe(false);
    expect(awaits(`${HOURS}\n  charge repair 1 hour per 1 h, on closed`, 'repair')).toBe(true);
    const incidents = 'incidents 5 per month, over billed, used when closed, one incident per ticket';
    expect(awaits(incidents, 'look')).toBe(false);
  });

  test('is known to be counted once it is charged for by time, or drawn from a bank of hours', () => {
    const { plan } = loaded(`charge repair EUR 60 per 1 h, on reply\n  ${HOURS}`);
    const uses = new TicketUses();
    const [repair, look, late] = [
      did('repair', '10:00-10:10'),
      did('look', '11:00-11:10'),
      did('repair', '15:00-15:10'),
    ];
    const counted = () =>
      [repair, look, late].map(({ work: [span] }) => span !== undefined && uses.isCounted(span));
    uses.take(plan, repair);
    uses.take(plan, look);
    expect(counted()).toEqual([false, false, false]);
    uses.take(plan, on('06-18 12:00', 'reply'));
    expect(counted()).toEqual([true, false, false]);
    uses.take(plan, on('06-18 13:00', 'closed'));
    expect(counted()).toEqual([true, true, false]);
    uses.take(plan, late);
    expect(counted()).toEqual([true, true, false]);
  });

  test('goes over into what is gone on with', () => {
    const { plan } = loaded(`charge repair EUR 60 per 1 h, on closed\n  ${HOURS}`);
    const happenings = [
      did('repair', '10:00-10:10'),
      on('06-18 11:00', 'closed'),
      did('repair', '12:00-12:10'),
      on('06-18 13:00', 'closed'),
    ];
    const whole = new TicketUses();
    const expected = happenings.map((each) => whole.take(plan, each));
    expect(expected.map((uses) => uses.length)).toEqual([0, 2, 0, 2]);
    for (let cut = 0; cut <= happenings.length; cut += 1) {
      const before = new TicketUses();
      for (const each of happenings.slice(0, cut)) before.take(plan, each);
      const after = new TicketUses();
      after.restore(JSON.parse(JSON.stringify(before.state)) as typeof before.state);
      expect(happenings.slice(cut).map((each) => after.take(plan, each))).toEqual(expected.slice(cut));
    }
  });
});
