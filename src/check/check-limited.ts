import type { LimitedNode } from '../syntax/tree.ts';
import type { LimitedOthers, LimitedWeek } from './calendar-model.ts';
import { checkOn } from './check-on.ts';
import { checkSelector } from './check-selector.ts';
import { checkDates, checkHours } from './check-time.ts';
import type { CheckContext } from './context.ts';
import type { DatedHours } from './model.ts';
import type { Scope } from './scope.ts';
import { checkWindows } from './week-windows.ts';

export type CheckedLimited =
  | { readonly kind: 'week'; readonly week: LimitedWeek }
  | { readonly kind: 'dates'; readonly dates: readonly DatedHours[] };

/** A `limited` line; null, and a finding, where it could not be made out. */
export function checkLimited(
  context: CheckContext,
  scope: Scope,
  clause: LimitedNode,
): CheckedLimited | null {
  const { label } = clause;
  const admits = checkSelector(context, scope, clause.admits);
  if (admits === null) return null;
  const admission = { admits, others: OTHERS[clause.others] };
  if (clause.hours.kind === 'week') {
    const windows = checkWindows(context, clause.hours.windows);
    return windows === null ? null : { kind: 'week', week: { label, windows, ...admission } };
  }
  checkOn(context, clause.hours.on, clause.hours.dates, clause.hours.times !== null);
  const dates = clause.hours.dates.map((range) => checkDates(context, range));
  const times = clause.hours.times?.map((range) => checkHours(context, range)) ?? null;
  if (dates.includes(null) || times?.includes(null) === true) return null;
  const limited = { ...admission, hours: times === null ? 'as otherwise' : 'of the line' } as const;
  const hours = times?.flatMap((interval) => interval ?? []) ?? [];
  return {
    kind: 'dates',
    dates: dates.flatMap((each) => (each === null ? [] : { label, dates: each, hours, as: null, limited })),
  };
}

const OTHERS: Readonly<Record<LimitedNode['others'], LimitedOthers>> = {
  stop: 'stop',
  'best effort': 'best effort',
  'lose the promise': 'no promise',
};
