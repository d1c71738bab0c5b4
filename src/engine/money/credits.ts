import Fraction from 'fraction.js';
import type { PlanCredit, PlanCreditCap, PlanMoney, PlanServiceLength } from '../../plan/money-model.ts';
import { answerOf } from '../grade-ticket.ts';
import { capKey, cappedTogether } from './capped-together.ts';
import { claimEnd } from './claim-end.ts';
import { type Arisen, arisenBy } from './credit-grounds.ts';
import { earnedBackAt } from './earned-back.ts';
import type { Credit, CreditBasis, CreditGift, Credits, OpenCredit } from './credit-model.ts';

const ZERO = new Fraction(0);

/**
 * What the credits of a plan come to, in the order in which they arise. A cap is used up in that order by what is given
 * or can still be claimed; what is more than it leaves is not given. What all come to together is capped last.
 */
export function creditsOf(
  { credits, creditCaps }: Pick<PlanMoney, 'credits' | 'creditCaps'>,
  basis: CreditBasis,
): Credits {
  const given: Credit[] = [];
  const open: OpenCredit[] = [];
  for (const by of credits) {
    const used = new Map<string, Fraction>();
    const arisen = arisenBy(by, basis).toSorted((a, b) => a.at - b.at || compareTickets(a, b));
    for (const each of arisen) {
      const answer = by.condition === null || answerOf(by.condition, each.factOf);
      if (typeof answer !== 'boolean') open.push({ by, for: each.for, at: each.at, missing: answer.missing });
      else if (answer) given.push(creditFor(by, each, basis, used));
    }
  }
  return {
    credits: cappedTogether(
      creditCaps,
      given.sort((a, b) => a.at - b.at),
      basis,
    ),
    open,
  };
}

function compareTickets(a: Arisen, b: Arisen): number {
  const key = ({ for: ground }: Arisen) => ('ticket' in ground ? `${ground.ticket} ${ground.metric}` : '');
  return key(a) < key(b) ? -1 : 1;
}

function creditFor(by: PlanCredit, arisen: Arisen, basis: CreditBasis, used: Map<string, Fraction>): Credit {
  const claimBefore = by.claimedWithin === null ? null : claimEnd(by.claimedWithin, arisen, basis);
  const isClaimed = claimBefore !== null && arisen.claimed !== null && arisen.claimed < claimBefore;
  const status =
    claimBefore === null || isClaimed ? 'given' : basis.now < claimBefore ? 'to be claimed' : 'lapsed';
  let measure = arisen.measure;
  let cappedBy: PlanCreditCap | null = null;
  const uncapped: PlanCreditCap[] = [];
  const keys: string[] = [];
  for (const cap of by.caps) {
    const most = capMeasure(by, cap, basis);
    const key = capKey(cap.period, arisen, basis.ground);
    if (key === null) continue;
    if (most === null) {
      uncapped.push(cap);
      continue;
    }
    keys.push(key);
    const left = most.sub(used.get(key) ?? ZERO);
    if (left.lt(measure)) [measure, cappedBy] = [left, cap];
  }
  if (status !== 'lapsed') for (const key of keys) used.set(key, (used.get(key) ?? ZERO).add(measure));
  const { at } = arisen;
  const [due, gives] = [giftOf(by, arisen.measure, basis), giftOf(by, measure, basis)];
  const earnedBack = earnedBackAt(by, arisen, basis);
  return { by, for: arisen.for, at, due, gives, cappedBy, uncapped, earnedBack, claimBefore, status };
}

/** A cap in the measure of what the clause gives; null where a fee is not known that it needs, or the currencies differ. */
function capMeasure({ gives }: PlanCredit, cap: PlanCreditCap, basis: CreditBasis): Fraction | null {
  switch (cap.kind) {
    case 'service':
      return gives.kind === 'service' ? lengthsIn(cap.length, gives.length) : null;
    case 'share': {
      if ('of' in gives && gives.kind !== 'service') return new Fraction(cap.percent);
      if (gives.kind !== 'money' || cap.period === null) return null;
      const fee = basis.priceOf(cap.period.unit);
      return fee === null ? null : timesIn({ ...fee, amount: fee.amount.mul(cap.percent).div(100) }, gives);
    }
    case 'money': {
      if (gives.kind === 'money') return timesIn(cap, gives);
      if (!('of' in gives) || gives.kind === 'service') return null;
      const fee = basis.feeOf(gives.of);
      return fee === null ? null : (timesIn(cap, fee)?.mul(100) ?? null);
    }
  }
}

interface Money {
  readonly currency: string;
  readonly amount: string | Fraction;
}

/** How many times one sum lies in another; null for one of another currency, and for nothing. */
function timesIn(most: Money, each: Money): Fraction | null {
  const amount = new Fraction(each.amount);
  return most.currency !== each.currency || amount.equals(0) ? null : new Fraction(most.amount).div(amount);
}

/** How many times one length of service lies in another; null where the one is of work and the other of dates. */
function lengthsIn(most: PlanServiceLength, each: PlanServiceLength): Fraction | null {
  if (most.kind === 'time') return each.kind === 'time' ? new Fraction(most.seconds, each.seconds) : null;
  return each.kind === 'dates' && most.unit === each.unit ? new Fraction(most.count, each.count) : null;
}

/** What the clause gives so many times, or so many per cent of. */
function giftOf({ gives }: PlanCredit, measure: Fraction, { feeOf }: CreditBasis): CreditGift {
  switch (gives.kind) {
    case 'money':
      return { kind: 'money', currency: gives.currency, amount: measure.mul(gives.amount), of: null };
    case 'service':
      return { kind: 'service', length: gives.length, times: measure, of: gives.of, upTo: gives.upTo };
    case 'remedy':
      return { kind: 'remedy', text: gives.text };
    case 'share':
    case 'bands':
    case 'shortfall': {
      const { of: words } = gives;
      const fee = feeOf(words);
      if (fee === null) return { kind: 'share', percent: measure, of: words };
      const amount = fee.amount.mul(measure).div(100);
      return { kind: 'money', currency: fee.currency, amount, of: { percent: measure, fee, words } };
    }
  }
}
