import type { RoundingNode } from '../syntax/entitlement-tree.ts';
import type { AmountNode } from '../syntax/tree.ts';
import { checkPeriod, checkPeriodZone, type ContractTerms } from './check-period.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedRounding } from './entitlement-model.ts';

/**
 * How work is rounded: by a step that is longer than what it lets go. `split` says whether work is split at the edge of
 * a calendar, so that it matters whether the whole is rounded or each part.
 */
export function checkRounding(
  context: CheckContext,
  node: RoundingNode,
  contract: ContractTerms,
  split: boolean,
): CheckedRounding | null {
  const { to, grace, period: written, perTicket, span } = node;
  const seconds = workedSeconds(context, to);
  const graceSeconds = grace === null ? 0 : workedSeconds(context, grace);
  const period = written === null ? null : checkPeriod(context, written, contract);
  const zone = period === null ? '' : checkPeriodZone(context, null, contract, span, 'the work of a period');
  if (seconds === null || graceSeconds === null || (written !== null && period === null)) return null;
  if (zone === null) return null;
  if (graceSeconds >= seconds) {
    report(context, 'entitlement/grace-too-long', span, {});
    return null;
  }
  const order = checkOrder(context, node, split);
  return order === null ? null : { seconds, graceSeconds, period, perTicket, order };
}

function checkOrder(
  context: CheckContext,
  { order, period, span }: RoundingNode,
  split: boolean,
): CheckedRounding['order'] | null {
  if (order !== null && !split) {
    report(context, 'entitlement/order-without-split', span, {});
    return null;
  }
  if (order === 'before splitting' && period !== null) {
    report(context, 'entitlement/sum-before-splitting', span, {});
    return null;
  }
  if (order !== null) return order;
  if (period !== null) return 'after splitting';
  if (split) report(context, 'assume/rounding-order', span, {});
  return 'before splitting';
}

/** A length of work in seconds: minutes and hours, since days of work have no length. */
export function workedSeconds(context: CheckContext, amount: AmountNode): number | null {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind === 'elapsed') return wholeAmount(context, amount.amount, unit.seconds, amount);
  report(context, 'entitlement/not-worked-time', amount.span, { unit: amount.unit });
  return null;
}
