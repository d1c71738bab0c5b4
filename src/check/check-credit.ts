import type { CreditBandNode, CreditNode } from '../syntax/money-tree.ts';
import type { AmountNode } from '../syntax/tree.ts';
import { checkPeriod } from './check-period.ts';
import type { ContractTerms } from './check-period.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { CheckedCredit } from './money-model.ts';
import type { Scope } from './scope.ts';

/** What a missed promise gives back, with its cap and the time to claim it. */
export function checkCredit(
  context: CheckContext,
  scope: Scope,
  node: CreditNode,
  contract: ContractTerms,
): CheckedCredit | null {
  const metric = scope.resolve(context, 'metric', node.metric);
  const gives = checkGives(context, node, contract);
  const [cap, second] = node.caps;
  if (second !== undefined) report(context, 'plan/clause-twice', second.span, { clause: 'at most' });
  const capPeriod = cap === undefined ? null : checkPeriod(context, cap.period, contract);
  const [claim] = node.claims;
  const claimedWithin = claim === undefined ? null : checkClaim(context, claim);
  if (metric === null || gives === null) return null;
  if ((cap !== undefined && capPeriod === null) || (claim !== undefined && claimedWithin === null))
    return null;
  return {
    metric,
    gives,
    cap: cap === undefined || capPeriod === null ? null : { percent: cap.percent.text, period: capPeriod },
    claimedWithin,
    origin: originOf(context, node.span),
  };
}

function checkGives(
  context: CheckContext,
  { gives }: CreditNode,
  contract: ContractTerms,
): CheckedCredit['gives'] | null {
  if (gives.kind === 'remedy') return gives;
  if (gives.kind === 'share') return { kind: 'share', percent: gives.percent.text, of: gives.of };
  const period = checkPeriod(context, gives.period, contract);
  const bands = checkBands(context, gives.bands);
  return period === null || bands === null ? null : { kind: 'bands', of: gives.of, period, bands };
}

type Bands = Extract<CheckedCredit['gives'], { kind: 'bands' }>['bands'];

/** Bands in the order of misses, from the first miss on: each begins where the one before ends. */
function checkBands(context: CheckContext, nodes: readonly CreditBandNode[]): Bands | null {
  let next: number | null = 1;
  const bands: Bands[number][] = [];
  for (const { percent, from: written, to: end, span } of nodes) {
    const from = Number(written.text);
    const to = end === 'more' ? null : Number(end.text);
    if (from !== next || (to !== null && to < from)) {
      report(context, 'money/credit-bands', span, { from, next });
      return null;
    }
    next = to === null ? null : to + 1;
    bands.push({ percent: percent.text, from, to });
  }
  return bands;
}

function checkClaim(context: CheckContext, amount: AmountNode): CheckedCredit['claimedWithin'] {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind !== 'days' || unit.unit === 'business day') {
    report(context, 'money/claim-unit', amount.span, { unit: amount.unit });
    return null;
  }
  const count = wholeAmount(context, amount.amount, unit.times, amount);
  return count === null ? null : { unit: unit.unit, count };
}
