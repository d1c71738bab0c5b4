import type { ArrivalsNode } from '../syntax/tree.ts';
import { type CheckContext, report } from './context.ts';
import type { CheckedHolidaySet } from './model.ts';
import type { Scope } from './scope.ts';
import type { QuietDays } from './simulation-model.ts';
import type { ClauseOf } from './simulation-clauses.ts';

/** The days of sets that the span meets; of a year for which a set is not written, nobody knows them. */
export function checkQuiet(
  context: CheckContext,
  scope: Scope,
  node: ArrivalsNode['quiet'][number],
  known: readonly CheckedHolidaySet[],
  span: ClauseOf<'span'> | null,
): QuietDays | null {
  const names = node.sets.map((name) => ({ name, found: scope.resolve(context, 'holiday set', name) }));
  const sets = names.map(({ name, found }) => ({ name, set: known.find((set) => set.name === found) }));
  for (const { name, set } of sets) {
    if (set === undefined || span === null) continue;
    const years = [span.from, span.to].map((date) => Number(date.text.slice(0, 4)));
    const outside = years.find((year) => year < set.fromYear || year > set.toYear);
    if (outside === undefined) continue;
    const { fromYear, toYear } = set;
    report(context, 'simulation/holidays-end', name.span, { set: set.name, year: outside, fromYear, toYear });
    return null;
  }
  const days = sets.flatMap(({ set }) => set?.days ?? []);
  if (sets.some(({ set }) => set === undefined)) return null;
  return { days, share: node.share === null ? 0 : Number(node.share.text) / 100 };
}
