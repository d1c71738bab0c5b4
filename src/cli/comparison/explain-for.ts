import { HorizonError, type Engine } from '../../engine/index.ts';
import { account } from '../../explain/account.ts';
import { amountWords } from '../../explain/amount-words.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { Accounting, Explain } from '../../tui/index.tsx';
import { placeOf } from '../why/account-text.ts';

/** Answers the terminal UI's questions about single deadlines. */
export function explainFor({ plans, tickets }: Outcome, engine: Engine): Explain {
  return (planPlace, metric, ticket) => {
    const plan = plans[planPlace]?.plan ?? -1;
    const key = {
      severity: tickets.severity[ticket] ?? -1,
      region: tickets.region[ticket] ?? -1,
      channel: tickets.channel[ticket] ?? -1,
      type: tickets.type[ticket] ?? -1,
      facts: [],
    };
    const opened = tickets.opened[ticket] ?? NaN;
    const target = engine.selectTarget(plan, metric, key, opened);
    if (target === null) return { kind: 'unaccounted', reason: 'the plan says nothing about it' };
    try {
      return accounting(account(engine, target, opened));
    } catch (error) {
      if (error instanceof HorizonError) return { kind: 'unaccounted', reason: error.message };
      throw error;
    }
  };
}

function accounting(accounted: ReturnType<typeof account>): Accounting {
  if (accounted.kind === 'word') return { kind: 'unaccounted', reason: `the cell says ${accounted.word}` };
  if (accounted.kind === 'unaccounted') return { kind: 'unaccounted', reason: accounted.reason };
  const { target, unit } = accounted;
  return {
    kind: 'accounted',
    promise: target.words,
    place: placeOf(target.origin),
    stretches: accounted.stretches.map(({ from, to, counted, amount, sum, reason, origin }) => ({
      from,
      to,
      counted,
      amount: counted ? amountWords(amount, unit) : '',
      sum: amountWords(sum, unit),
      reason,
      place: origin === null ? null : placeOf(origin),
    })),
  };
}
