import type { CreditNode, CreditsNode, CreditTermNode } from '../syntax/money-tree.ts';
import type { AmountNode } from '../syntax/tree.ts';
import { checkMoney } from './check-money.ts';
import { checkPeriod, type ContractTerms } from './check-period.ts';
import { checkUnit, wholeAmount } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedTogetherCap, CreditCap, ServiceLength } from './money-model.ts';
import { saidAt } from './said.ts';

/** The caps of a credit, in what it gives: of each period one, and one of a ticket. */
export function checkCaps(
  context: CheckContext,
  { gives, terms }: CreditNode,
  contract: ContractTerms,
): readonly CreditCap[] | null {
  const caps: CreditCap[] = [];
  const seen = new Set<string>();
  for (const term of terms) {
    if (term.kind !== 'at most') continue;
    const isService = term.most.kind === 'service';
    if (isService !== (gives.kind === 'service')) {
      report(context, 'money/cap-of-another', term.span, { isService });
      return null;
    }
    const cap = checkCap(context, term, contract);
    if (cap === null) return null;
    const key = JSON.stringify(cap.period);
    if (seen.has(key)) report(context, 'plan/clause-twice', term.span, { clause: 'at most' });
    seen.add(key);
    caps.push(cap);
  }
  return caps;
}

function checkCap(
  context: CheckContext,
  { most, period: written }: Extract<CreditTermNode, { kind: 'at most' }>,
  contract: ContractTerms,
): CreditCap | null {
  const period = written === 'ticket' ? null : checkPeriod(context, written, contract);
  if (written !== 'ticket' && period === null) return null;
  switch (most.kind) {
    case 'share':
      return { kind: 'share', percent: most.percent.text, period };
    case 'service': {
      const length = checkLength(context, most.amount);
      return length === null ? null : { kind: 'service', length, period };
    }
    case 'money': {
      const currency = checkMoney(context, most.money, contract.currency);
      return currency === null ? null : { kind: 'money', currency, amount: most.money.amount.text, period };
    }
  }
}

/** A length of service: hours of work, or a time by dates. */
export function checkLength(context: CheckContext, amount: AmountNode): ServiceLength | null {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (unit.kind === 'elapsed') {
    const seconds = wholeAmount(context, amount.amount, unit.seconds, amount);
    return seconds === null ? null : { kind: 'time', seconds };
  }
  if (unit.kind !== 'days' || unit.unit === 'business day') {
    report(context, 'money/service-unit', amount.span, { unit: amount.unit });
    return null;
  }
  const count = wholeAmount(context, amount.amount, unit.times, amount);
  return count === null ? null : { kind: 'dates', unit: unit.unit, count };
}

/** What all credits of a plan come to together: of each period one cap, and one of a ticket. */
export function checkTogether(
  context: CheckContext,
  node: CreditsNode,
  contract: ContractTerms,
): readonly CheckedTogetherCap[] {
  const soleRemedy = node.terms.some(({ kind }) => kind === 'sole remedy');
  if (node.terms.every(({ kind }) => kind === 'sole remedy'))
    return [{ period: null, most: { kind: 'uncapped' }, soleRemedy, ...saidAt(context, node.span) }];
  return node.terms.flatMap((term): readonly CheckedTogetherCap[] => {
    if (term.kind !== 'at most') return [];
    const { most, period: written } = term;
    const period = written === 'ticket' ? null : checkPeriod(context, written, contract);
    if (written !== 'ticket' && period === null) return [];
    const said = { period, soleRemedy, ...saidAt(context, node.span) };
    if (most.kind === 'share')
      return [{ ...said, most: { kind: 'share', percent: most.percent.text, of: most.of } }];
    const currency = checkMoney(context, most.money, contract.currency);
    return currency === null
      ? []
      : [{ ...said, most: { kind: 'money', currency, amount: most.money.amount.text } }];
  });
}
