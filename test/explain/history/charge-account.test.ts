import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../src/engine/entitlement/ledger.ts';
import { chargeAccounts } from '../../../src/explain/history/charge-account.ts';
import { berlin, SEVERE, worked } from '../../engine/entitlement/ledgered.ts';
import { loaded } from '../../engine/money/credited.ts';

describe('an account of what work was charged', () => {
  const all = 'hours 4 per month, over billed, used when work ends, not rounded';
  const severe = 'hours 2 per month, over billed, used when work ends, rounded up to 1 h for P1';

  test.each([
    ['before', [severe, all]],
    ['behind', [all, severe]],
  ])('follows the narrowest quota for the ticket, which stands %s the other', (_, quotas) => {
    const { engine, plan } = loaded(quotas.join('\n  '));
    const use = worked('A', 'hours', ['06-18 10:00-10:20'], { key: SEVERE });
    const ledger = new Ledger(engine, 0, berlin('06-01 00:00'));
    const entries = ledger.step(use).filter(({ ticket }) => ticket === 'A');
    expect(entries.map(({ kind, amount }) => `${kind} ${amount.toFraction()}`)).toEqual(['used 1']);
    const [account] = chargeAccounts(engine, plan, entries, [use]);
    expect(account?.quota?.clause).toBe(severe);
    expect(account?.steps.at(-1)).toEqual(['rounded up by 1 h: 1 h']);
  });
});
