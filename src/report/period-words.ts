import type { PlanPeriod } from '../plan/model.ts';

type Unit = PlanPeriod['unit'];

/** `monthly`, as bills come. */
export function adverbOf(unit: Unit): string {
  return ADVERBS[unit];
}

const ADVERBS: Readonly<Record<Unit, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
};

/** How many periods: `a month`, `12 months`, `17/31 of a month`, `9 17/31 months`. */
export function periodsWords(count: { readonly toFraction: (mixed: boolean) => string }, unit: Unit): string {
  const text = count.toFraction(true);
  if (text === '1') return `a ${unit}`;
  const isPart = !text.includes(' ') && text.includes('/');
  return isPart ? `${text} of a ${unit}` : `${text} ${unit}s`;
}
