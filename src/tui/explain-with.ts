import { HorizonError } from '../engine/index.ts';
import type { Engine } from '../engine/index.ts';
import { account } from '../explain/account.ts';
import type { Account } from '../explain/account.ts';
import type { PlanOrigin } from '../plan/model.ts';
import type { Outcome } from '../simulate/outcome.ts';
import type { Accounting, Explain } from './model.ts';
import { workedText } from './text/figures.ts';

/** Answers the screens' questions about single deadlines: each clock runs from the ticket's opening. */
export function explainWith(outcome: Outcome, engine: Engine): Explain {
  return (place, metric, ticket) => {
    const { tickets } = outcome;
    const plan = outcome.plans[place]?.plan ?? -1;
    const opened = tickets.opened[ticket];
    if (plan === -1 || opened === undefined)
      return { kind: 'unaccounted', reason: 'there is no such ticket' };
    const target = engine.selectTarget(plan, metric, {
      severity: tickets.severity[ticket] ?? -1,
      region: tickets.region[ticket] ?? -1,
      channel: tickets.channel[ticket] ?? -1,
      type: tickets.type[ticket] ?? -1,
    });
    if (target === null)
      return { kind: 'unaccounted', reason: 'the contract says nothing for such a ticket' };
    try {
      return accountingOf(account(engine, target, opened));
    } catch (error) {
      if (error instanceof HorizonError) return { kind: 'unaccounted', reason: error.message };
      throw error;
    }
  };
}

function accountingOf(found: Account): Accounting {
  if (found.kind === 'word') {
    return { kind: 'unaccounted', reason: `${found.word}: nothing is due (${placeOf(found.target.origin)})` };
  }
  const amountText = (amount: number): string =>
    found.unit === 'ms' ? workedText(amount) : amount === 1 ? '1 day' : `${String(amount)} days`;
  return {
    kind: 'accounted',
    promise: found.target.words,
    place: placeOf(found.target.origin),
    stretches: found.stretches.map(({ from, to, counted, amount, sum, reason, origin }) => ({
      from,
      to,
      counted,
      amount: counted ? amountText(amount) : '',
      sum: amountText(sum),
      reason,
      place: origin === null ? null : placeOf(origin),
    })),
  };
}

function placeOf(origin: PlanOrigin): string {
  return `${origin.file}:${String(origin.line)}`;
}
