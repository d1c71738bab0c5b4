import type { ArrivalsNode } from '../syntax/tree.ts';
import type { Span } from '../text/source.ts';
import { weekdayName } from './check-time.ts';
import { ARRIVAL_PATTERNS } from './arrival-patterns.ts';
import { type CheckContext, report } from './context.ts';
import type { ArrivalStream } from './simulation-model.ts';

/** Null where nothing says how tickets lie in the week, or after a finding. */
export function checkProfile(
  context: CheckContext,
  { hours, pattern }: ArrivalsNode,
): ArrivalStream['profile'] | null {
  if (pattern === null) return hours === null ? null : checkHourRows(context, hours.rows, hours.span);
  if (hours === null) return ARRIVAL_PATTERNS[pattern.name];
  report(context, 'simulation/hours-and-pattern', pattern.span, { pattern: pattern.name });
  return null;
}

function checkHourRows(
  context: CheckContext,
  rows: NonNullable<ArrivalsNode['hours']>['rows'],
  span: Span,
): readonly (readonly number[])[] | null {
  const byDay = new Map<number, readonly number[]>();
  const wrong = new Set<number>();
  for (const row of rows) {
    if (row.weights.length !== 24) {
      report(context, 'simulation/hours-row', row.span, { count: row.weights.length });
      return null;
    }
    for (const day of row.days) {
      if (byDay.has(day)) wrong.add(day);
      byDay.set(day, row.weights);
    }
  }
  const days = [1, 2, 3, 4, 5, 6, 7] as const;
  const misfits = days.filter((day) => wrong.has(day) || !byDay.has(day));
  if (misfits.length > 0) {
    report(context, 'simulation/hours-incomplete', span, { days: misfits.map(weekdayName).join(', ') });
    return null;
  }
  const profile = days.map((day) => byDay.get(day) ?? []);
  if (profile.some((row) => row.some((weight) => weight > 0))) return profile;
  report(context, 'simulation/no-weight', span, { what: 'the hours' });
  return null;
}
