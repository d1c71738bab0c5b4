import { amountWords } from '../../explain/amount-words.ts';
import type { PlanTarget } from '../../plan/model.ts';
import type { Accounting, Explain } from '../../tui/index.ts';
import { placeOf } from '../why/account-text.ts';
import type { PromiseAccountOf } from './promise-account-of.ts';

/** Answers the terminal UI's questions about single deadlines. */
export function explainFor(accountOf: PromiseAccountOf): Explain {
  return (place, metric, ticket) => {
    const { target, counted } = accountOf(place, metric, ticket);
    if (counted.kind === 'not counted') return { kind: 'unaccounted', reason: counted.reason };
    if (target === null) return { kind: 'unaccounted', reason: 'the plan says nothing about it' };
    return shown(target, counted);
  };
}

/** An accounting as the terminal shows it. */
export function shown(
  target: PlanTarget,
  {
    stretches,
    unit,
  }: Pick<Extract<ReturnType<PromiseAccountOf>['counted'], { kind: 'counted' }>, 'stretches' | 'unit'>,
): Accounting {
  return {
    kind: 'accounted',
    promise: target.words,
    place: placeOf(target.origin),
    stretches: stretches.map(({ from, to, counted, amount, sum, reason, origin }) => ({
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
