import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../src/engine/entitlement/ledger-model.ts';
import { ledgerPeriods } from '../../../src/engine/entitlement/ledger-periods.ts';

const entry = (
  at: number,
  kind: LedgerEntry['kind'],
  amount: string,
  account: number | null = 0,
): LedgerEntry => ({
  sequence: 0,
  at,
  kind,
  thing: 'hours',
  amount: new Fraction(amount),
  lot: null,
  account,
  balance: new Fraction(0),
  ticket: null,
  name: null,
  effect: null,
  why: '',
  origin: { file: 'test.plan', line: 1, column: 1, path: [] },
});

const shown = (entries: readonly LedgerEntry[], turns: readonly number[]) =>
  ledgerPeriods(0, entries, turns).map(
    ({ from, to, opening, carried, granted, used, over, expired, closing }) => {
      const [o, c, g, u, v, x, z] = [opening, carried, granted, used, over, expired, closing].map((each) =>
        each.toFraction(),
      );
      return `${from}..${to ?? ''}: ${o} (${c} carried) + ${g} - ${u} - ${x} = ${z}, ${v} over`;
    },
  );

describe('the periods of an account', () => {
  test('add up what was granted and bought, used and given back, and what lay beyond', () => {
    const entries = [
      entry(0, 'granted', '10'),
      entry(1, 'bought', '5'),
      entry(2, 'used', '8'),
      entry(3, 'given back', '1/2'),
      entry(4, 'drawn', '1'),
      entry(5, 'over', '7'),
      entry(6, 'billed', '99'),
      entry(6, 'free', '98'),
    ];
    expect(shown(entries, [0])).toEqual(['0..: 0 (0 carried) + 15 - 17/2 - 0 = 13/2, 7 over']);
  });

  test('end with what is drawn and lapses at the turn, and begin with what goes over and is granted then', () => {
    const entries = [
      entry(0, 'granted', '10'),
      entry(100, 'drawn', '2'),
      entry(100, 'expired', '3'),
      entry(100, 'carried', '5'),
      entry(100, 'granted', '10'),
      entry(100, 'used', '1'),
    ];
    expect(shown(entries, [0, 100])).toEqual([
      '0..100: 0 (0 carried) + 10 - 2 - 3 = 5, 0 over',
      '100..: 5 (5 carried) + 10 - 1 - 0 = 14, 0 over',
    ]);
  });

  test('are of one account alone', () => {
    const entries = [entry(0, 'granted', '10'), entry(1, 'used', '4', 1), entry(1, 'used', '3', null)];
    expect(shown(entries, [0])).toEqual(['0..: 0 (0 carried) + 10 - 0 - 0 = 10, 0 over']);
  });

  test('in which nothing happens hand on what there was', () => {
    const entries = [entry(0, 'bought', '4'), entry(250, 'used', '1')];
    expect(shown(entries, [0, 100, 200])).toEqual([
      '0..100: 0 (0 carried) + 4 - 0 - 0 = 4, 0 over',
      '100..200: 4 (0 carried) + 0 - 0 - 0 = 4, 0 over',
      '200..: 4 (0 carried) + 0 - 1 - 0 = 3, 0 over',
    ]);
    // What happened last is not told again of the periods after it.
    expect(shown([entry(0, 'bought', '4'), entry(50, 'used', '1')], [0, 100, 200])).toEqual([
      '0..100: 0 (0 carried) + 4 - 1 - 0 = 3, 0 over',
      '100..200: 3 (0 carried) + 0 - 0 - 0 = 3, 0 over',
      '200..: 3 (0 carried) + 0 - 0 - 0 = 3, 0 over',
    ]);
    expect(shown([], [0, 100])).toEqual([
      '0..100: 0 (0 carried) + 0 - 0 - 0 = 0, 0 over',
      '100..: 0 (0 carried) + 0 - 0 - 0 = 0, 0 over',
    ]);
  });

  test('count what lapses within the last period as well', () => {
    expect(shown([entry(0, 'bought', '4'), entry(50, 'expired', '4')], [0])).toEqual([
      '0..: 0 (0 carried) + 4 - 0 - 4 = 0, 0 over',
    ]);
  });
});
