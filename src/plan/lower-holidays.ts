import type { HolidayUse } from '../check/calendar-model.ts';
import type { CheckedHolidaySet, CheckedRegion, Selected } from '../check/model.ts';
import { intersection } from '../time/interval-set.ts';
import type { PlanClosedDates, PlanHolidayUse } from './calendar-model.ts';
import { closedBy, join, meet } from './closed-dates.ts';
import type { PlanSeasonHolidays } from './model.ts';

/** The holidays of lines that add up; they are known together, for the dates that all of them know. */
export function lowerHolidays(
  lines: readonly Selected<HolidayUse>[],
  sets: readonly CheckedHolidaySet[],
  region: CheckedRegion | undefined,
): PlanSeasonHolidays {
  const nothing: PlanHolidayUse = { kind: 'dates', dates: null };
  const uses = lines.map((line) => lowerUse(line.value, sets, region));
  const use = uses.reduce<PlanHolidayUse>((left, right) => joined('plus', left, right), nothing);
  const [first] = lines;
  if (first === undefined) return { holidays: null, customerHolidays: null };
  const { origin } = first;
  if (use.kind !== 'dates') return { holidays: null, customerHolidays: { use, origin } };
  return { holidays: use.dates === null ? null : { ...use.dates, origin }, customerHolidays: null };
}

/** What does not hang on the customer is worked out here. */
function lowerUse(
  use: HolidayUse,
  sets: readonly CheckedHolidaySet[],
  region: CheckedRegion | undefined,
): PlanHolidayUse {
  switch (use.kind) {
    case 'none':
      return { kind: 'dates', dates: null };
    case 'customer':
      return use;
    case 'region':
      if (region?.holidays === 'customer') return { kind: 'customer' };
      return {
        kind: 'dates',
        dates:
          region === undefined || region.holidays === 'none' ? null : anyOf(named(region.holidays, sets)),
      };
    case 'sets':
      return { kind: 'dates', dates: anyOf(named(use.sets, sets)) };
    case 'common': {
      const common = named(use.sets, sets)
        .map(closedDatesOf)
        .reduce((left, right) => meet(left, right, intersection));
      return { kind: 'dates', dates: common };
    }
    case 'plus':
    case 'minus':
      return joined(use.kind, lowerUse(use.left, sets, region), lowerUse(use.right, sets, region));
    case 'widened': {
      const widened: PlanHolidayUse = { ...use, of: lowerUse(use.of, sets, region) };
      return widened.of.kind === 'dates' ? { kind: 'dates', dates: closedBy(widened, null) } : widened;
    }
  }
}

function joined(kind: 'plus' | 'minus', left: PlanHolidayUse, right: PlanHolidayUse): PlanHolidayUse {
  if (kind === 'plus' && left.kind === 'dates' && left.dates === null) return right;
  const both: PlanHolidayUse = { kind, left, right };
  return left.kind === 'dates' && right.kind === 'dates'
    ? { kind: 'dates', dates: closedBy(both, null) }
    : both;
}

function named(names: readonly string[], sets: readonly CheckedHolidaySet[]): readonly CheckedHolidaySet[] {
  return [...new Set(names)].flatMap((name) => sets.find((set) => set.name === name) ?? []);
}

export function closedDatesOf({ fromYear, toYear, days }: CheckedHolidaySet): PlanClosedDates {
  return { from: `${fromYear}-01-01`, to: `${toYear}-12-31`, days };
}

/** Calendars with the same set have the same list, which is then read once for all of them. */
function anyOf(sets: readonly CheckedHolidaySet[]): PlanClosedDates | null {
  const [set] = sets;
  if (set === undefined) return null;
  if (sets.length > 1) return join(sets.map(closedDatesOf));
  const known = inOrder.get(set) ?? join([closedDatesOf(set)]);
  inOrder.set(set, known);
  return known;
}

const inOrder = new WeakMap<CheckedHolidaySet, PlanClosedDates>();
