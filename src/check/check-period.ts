import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { NameNode, PeriodNode, ZoneNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import type { FiscalYear } from '../time/types.ts';
import { checkZoneName, textOf } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedFact, Period } from './model.ts';

/** What the contract as a whole says that its plans rest on. */
export interface ContractTerms {
  readonly zone: string | null;
  readonly currency: string | null;
  readonly effective: boolean;
  /** The day with which its fiscal years begin. */
  readonly fiscalYear: FiscalYear | null;
  /** The fact that names the region of a ticket; null where there are no regions. */
  readonly regionKey: string | null;
  /** The declared facts by name. */
  readonly facts: ReadonlyMap<string, CheckedFact>;
  /** What is null or false above because the clause that says it was rejected. */
  readonly lost: { readonly zone: boolean; readonly start: boolean; readonly fiscalYear: boolean };
}

const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** A period by its name, or by the adverb that `billed` takes; null, and a finding, where it is none. */
export function checkPeriodUnit(context: CheckContext, unit: NameNode): Period['unit'] | null {
  const found = PERIODS.find((period) => period === unit.text);
  if (found !== undefined) return found;
  const yearly = {
    daily: 'day',
    weekly: 'week',
    monthly: 'month',
    quarterly: 'quarter',
    yearly: 'year',
    annually: 'year',
  };
  const adverb = Object.hasOwn(yearly, unit.text) ? yearly[unit.text as keyof typeof yearly] : undefined;
  if (adverb !== undefined) return adverb as Period['unit'];
  const nearest = nearestWord(unit.text, PERIODS);
  report(context, 'plan/unknown-period', unit.span, { period: unit.text, nearest });
  return null;
}

export function checkPeriod(
  context: CheckContext,
  period: PeriodNode,
  contract: ContractTerms,
): Period | null {
  const unit = checkPeriodUnit(context, period.unit);
  if (unit === null) return null;
  if (period.contract && !contract.effective) {
    if (!contract.lost.start) {
      report(context, 'plan/period-without-start', period.span, { period: textOf(context, period.span) });
    }
    return null;
  }
  if (period.fiscal) {
    if (unit === 'day' || unit === 'week') {
      report(context, 'plan/no-fiscal-unit', period.span, { unit });
      return null;
    }
    if (contract.fiscalYear === null) {
      if (!contract.lost.fiscalYear)
        report(context, 'plan/no-fiscal-year', period.span, { period: textOf(context, period.span) });
      return null;
    }
    return { unit, anchor: contract.fiscalYear };
  }
  return { unit, anchor: period.contract ? 'contract' : 'calendar' };
}

/** The zone in which a period begins: the clause's own, else the contract's. */
export function checkPeriodZone(
  context: CheckContext,
  zone: ZoneNode | null,
  contract: ContractTerms,
  span: Span,
  what: string,
): string | null {
  if (zone !== null) return checkZoneName(context, zone);
  if (contract.zone === null && !contract.lost.zone)
    report(context, 'plan/period-without-zone', span, { what });
  return contract.zone;
}
