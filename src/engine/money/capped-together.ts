import Fraction from 'fraction.js';
import type { PlanTogetherCap } from '../../plan/money-model.ts';
import type { PlanPeriod } from '../../plan/model.ts';
import { type PeriodGround, periodAt } from '../entitlement/period.ts';
import { type Arisen, isOfPeriod } from './credit-grounds.ts';
import type { Credit, CreditBasis, CreditGift } from './credit-model.ts';
import type { MoneyAmount } from './price.ts';

const ZERO = new Fraction(0);

/**
 * Credits in money, in the order of time, each brought down to what the caps of all together leave of it. They are used up
 * by what is given or can still be claimed.
 */
export function cappedTogether(
  caps: readonly PlanTogetherCap[],
  credits: readonly Credit[],
  basis: CreditBasis,
): readonly Credit[] {
  const used = new Map<string, Fraction>();
  return credits.map((credit): Credit => {
    if (credit.status === 'lapsed' || caps.length === 0) return credit;
    const { gives } = credit;
    if (gives.kind === 'share') return { ...credit, uncapped: [...credit.uncapped, ...caps] };
    if (gives.kind !== 'money') return credit;
    const uncapped = [...credit.uncapped];
    let { cappedBy } = credit;
    let amount = gives.amount;
    const keys: string[] = [];
    for (const cap of caps) {
      if (cap.most.kind === 'uncapped') continue;
      const key = capKey(cap.period, credit, basis.ground);
      if (key === null) continue;
      const most = mostOf(cap.most, basis);
      if (most === null || most.currency !== gives.currency) {
        uncapped.push(cap);
        continue;
      }
      const { line, column } = cap.origin;
      const own = `${line}:${column} ${key}`;
      keys.push(own);
      const left = most.amount.sub(used.get(own) ?? ZERO);
      if (left.lt(amount)) [amount, cappedBy] = [left, cap];
    }
    for (const key of keys) used.set(key, (used.get(key) ?? ZERO).add(amount));
    return { ...credit, gives: broughtTo(gives, amount), cappedBy, uncapped };
  });
}

/** What a cap is used up by together; null where it does not speak of it. */
export function capKey(
  period: PlanPeriod | null,
  { at, for: ground }: Pick<Arisen, 'at' | 'for'>,
  zone: PeriodGround,
): string | null {
  if (period === null) return 'ticket' in ground ? `ticket ${ground.ticket}` : null;
  const { from } = periodAt(period, zone, isOfPeriod(ground) ? at - 1 : at);
  return `${period.unit} ${period.anchor} ${from}`;
}

function mostOf(
  most: Exclude<PlanTogetherCap['most'], { kind: 'uncapped' }>,
  { feeOf }: CreditBasis,
): MoneyAmount | null {
  if (most.kind === 'money') return { currency: most.currency, amount: new Fraction(most.amount) };
  const fee = feeOf(most.of);
  return fee === null ? null : { ...fee, amount: fee.amount.mul(most.percent).div(100) };
}

/** A gift of so much money, with the share of its fee that this is. */
function broughtTo(gives: Extract<CreditGift, { kind: 'money' }>, amount: Fraction): CreditGift {
  const { of } = gives;
  if (of === null || of.fee.amount.equals(0)) return { ...gives, amount };
  return { ...gives, amount, of: { ...of, percent: amount.div(of.fee.amount).mul(100) } };
}
