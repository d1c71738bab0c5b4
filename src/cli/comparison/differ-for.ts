import { planDifference } from '../../explain/difference/plan-difference.ts';
import type { Differ } from '../../tui/index.ts';
import { placeOf } from '../why/account-text.ts';
import type { PromiseAccountOf } from './promise-account-of.ts';

/** Answers the terminal UI's question why two plans differ on one promise of one ticket. */
export function differFor(accountOf: PromiseAccountOf): Differ {
  return (first, second, metric, ticket) =>
    planDifference(accountOf(first, metric, ticket), accountOf(second, metric, ticket)).map(
      ({ words, origin }) => ({ words, place: origin === null ? null : placeOf(origin) }),
    );
}
