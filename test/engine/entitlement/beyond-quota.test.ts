import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { beyondQuota, isSettledBeyond, leftBeyond } from '../../../src/engine/entitlement/beyond-quota.ts';
import type { LedgerEntry } from '../../../src/engine/entitlement/ledger-model.ts';
import type { ClockVerdict, Verdict } from '../../../src/engine/ticket/verdict.ts';
import { loaded } from '../money/credited.ts';

const OPENED = 1000;

function entry(kind: LedgerEntry['kind'], at: number, effect: LedgerEntry['effect'] = null): LedgerEntry {
  return {
    sequence: 1,
    at,
    kind,
    thing: 'incidents',
    amount: new Fraction(1),
    lot: null,
    account: 0,
    balance: new Fraction(0),
    ticket: 'T',
    name: 'incidents',
    effect,
    why: '',
    origin: { file: 'test.plan', line: 1, column: 1, path: [] },
  };
}

const [target] = loaded('').plan.targets;
if (target === undefined) throw new Error('there is no promise');

const clock = (more: Partial<ClockVerdict>): ClockVerdict => ({
  target,
  severity: 0,
  occurrence: 1,
  started: OPENED,
  due: 5000,
  softDue: 4000,
  stopped: null,
  status: 'running',
  breached: null,
  used: 1,
  remaining: 2,
  paused: 0,
  ...more,
});

const verdict = (clocks: readonly ClockVerdict[], refused: string | null = null): Verdict => ({
  version: 0,
  plan: 0,
  severity: 0,
  opened: OPENED,
  at: 9000,
  isClosed: false,
  reopensUntil: null,
  closed: null,
  states: [],
  clocks,
  changes: [],
  notices: [],
  consents: [],
  refused,
});

describe('what is left of the promises of a ticket', () => {
  const left = (...entries: readonly LedgerEntry[]) => leftBeyond({ opened: OPENED }, entries);

  test('is all of them within its quotas, or where what is beyond is paid', () => {
    expect(left()).toBeNull();
    expect(left(entry('used', OPENED), entry('free', OPENED))).toBeNull();
    expect(left(entry('over', OPENED, 'bill'))).toBeNull();
    expect(left(entry('over', OPENED, 'hold'), entry('over', OPENED, 'close'))).toBeNull();
    // Only what is beyond takes promises away, whatever the quota says.
    expect(left(entry('used', OPENED, 'refuse'), entry('used', OPENED, 'no promise'))).toBeNull();
  });

  test('is not less by what is taken back', () => {
    const back = { ...entry('over', OPENED, 'no promise'), amount: new Fraction(-1) };
    expect(left(back)).toBeNull();
  });

  test('is best effort, or no promise, from the first instant at which something was beyond', () => {
    expect(left(entry('over', 2000, 'best effort'), entry('over', 3000, 'no promise'))).toEqual({
      at: 2000,
      is: 'best effort',
      thing: 'incidents',
    });
    expect(left(entry('over', 1500, 'bill'), entry('over', 3000, 'no promise'))).toEqual({
      at: 3000,
      is: 'no promise',
      thing: 'incidents',
    });
  });

  test('is nothing where its opening is refused, and all where only later use would be', () => {
    expect(left(entry('over', OPENED, 'refuse'))).toEqual({ at: OPENED, is: 'refused', thing: 'incidents' });
    expect(left(entry('over', OPENED + 1, 'refuse'))).toBeNull();
    expect(left(entry('over', OPENED + 1, 'refuse'), entry('over', 3000, 'best effort'))?.at).toBe(3000);
  });
});

describe('the verdict of a ticket beyond a quota', () => {
  const after = (more: Partial<ClockVerdict>, effect: LedgerEntry['effect'] = 'best effort') =>
    beyondQuota(verdict([clock(more)]), [entry('over', 3000, effect)]).clocks[0];

  test('is as it was where nothing is beyond', () => {
    const own = verdict([clock({})]);
    expect(beyondQuota(own, [entry('used', OPENED)])).toBe(own);
  });

  test('has no deadline any more, and says why', () => {
    const gone = { due: null, softDue: null, breached: null, remaining: null };
    expect(after({})).toEqual({ ...clock({}), ...gone, status: 'best effort' });
    expect(after({}, 'no promise')).toEqual({ ...clock({}), ...gone, status: 'no promise' });
    expect(after({ status: 'missed', breached: 6000, stopped: 7000 })).toMatchObject({
      status: 'best effort',
      breached: null,
    });
  });

  test('keeps what stopped or was broken before, and not what did at that very moment', () => {
    const met = { status: 'met', stopped: 2999 } as const;
    expect(after(met)).toEqual(clock(met));
    expect(after({ status: 'met', stopped: 3000 })?.status).toBe('best effort');
    const missed = { status: 'missed', breached: 2999, stopped: 4000 } as const;
    expect(after(missed)).toEqual(clock(missed));
    expect(after({ status: 'missed', breached: 3000 })?.status).toBe('best effort');
    expect(after({ status: 'missed', breached: 2999 })).toEqual(clock({ status: 'missed', breached: 2999 }));
  });

  test('keeps what is but a word, and what was cancelled', () => {
    expect(after({ status: 'word' })).toEqual(clock({ status: 'word' }));
    expect(after({ status: 'cancelled' })).toEqual(clock({ status: 'cancelled' }));
    expect(after({ status: 'paused' })?.status).toBe('best effort');
  });

  test('is a refusal where its opening was beyond one that refuses, in its own words if it has some', () => {
    const over = [entry('over', OPENED, 'refuse')];
    expect(beyondQuota(verdict([clock({})]), over)).toEqual(verdict([], 'no incidents left'));
    expect(beyondQuota(verdict([clock({})], 'renew first'), over)).toEqual(verdict([], 'renew first'));
  });
});

test('what becomes of tickets beyond a quota is known where the customer chooses nothing and nothing is held', () => {
  const settled = (over: string) => {
    const [quota] = loaded(`incidents 1 per month, over ${over}, used when opened, one incident per ticket`)
      .plan.quotas;
    return quota === undefined ? null : isSettledBeyond(quota);
  };
  expect(['billed', 'refused', 'best effort', 'no promise'].map(settled)).toEqual([true, true, true, true]);
  expect(['on hold', 'closed', 'billed or refused'].map(settled)).toEqual([false, false, false]);
  expect(isSettledBeyond({ over: null, overChoices: [] })).toBe(true);
});
