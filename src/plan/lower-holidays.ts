import type { HolidayUse } from '../check/calendar-model.ts';
import type { CheckedHolidaySet, CheckedRegion } from '../check/model.ts';
import { epochDayOfDate, formatCivilDate } from '../time/civil-date.ts';
import { difference, edgesOf, intersection } from '../time/interval-set.ts';
import type { CivilDate, DayInterval } from '../time/types.ts';
import type { PlanHoliday, PlanHolidays } from './calendar-model.ts';

const DAY = 86_400;

/** The dates that a use of holidays closes, and for which dates it knows. */
export type ClosedDates = Omit<PlanHolidays, 'origin'>;

/** Null where there are no holidays at all. */
export function closedDates(
  use: HolidayUse,
  sets: readonly CheckedHolidaySet[],
  region: CheckedRegion | undefined,
): ClosedDates | null {
  switch (use.kind) {
    case 'none':
      return null;
    case 'region':
      return region === undefined || region.holidays === 'none' ? null : anyOf(named(region.holidays, sets));
    case 'sets':
      return anyOf(named(use.sets, sets));
    case 'common':
      return named(use.sets, sets)
        .map(ofSet)
        .reduce((left, right) => meet(left, right, intersection));
    case 'plus':
    case 'minus': {
      const left = closedDates(use.left, sets, region);
      const right = closedDates(use.right, sets, region);
      if (left === null) return use.kind === 'plus' ? right : null;
      if (right === null) return left;
      return use.kind === 'plus' ? join([left, right]) : meet(left, right, difference);
    }
    case 'widened': {
      const of = closedDates(use.of, sets, region);
      return of === null ? null : widen(of, use.fromBefore, use.untilAfter);
    }
  }
}

function named(names: readonly string[], sets: readonly CheckedHolidaySet[]): readonly CheckedHolidaySet[] {
  return [...new Set(names)].flatMap((name) => sets.find((set) => set.name === name) ?? []);
}

function ofSet({ fromYear, toYear, days }: CheckedHolidaySet): ClosedDates {
  return { from: `${fromYear}-01-01`, to: `${toYear}-12-31`, days };
}

function anyOf(sets: readonly CheckedHolidaySet[]): ClosedDates | null {
  return sets.length === 0 ? null : join(sets.map(ofSet));
}

/** Closed where one is; known only for the dates that all of them know. */
export function join(parts: readonly ClosedDates[]): ClosedDates {
  return {
    ...knownToAll(parts),
    days: parts
      .flatMap(({ days }) => days)
      .sort((a, b) => (a.date === b.date ? a.closed.from - b.closed.from : a.date < b.date ? -1 : 1)),
  };
}

function knownToAll(parts: readonly ClosedDates[]): Pick<ClosedDates, 'from' | 'to'> {
  const from = parts.map((part) => part.from).sort();
  const to = parts.map((part) => part.to).sort();
  return { from: from.at(-1) ?? '', to: to[0] ?? '' };
}

/** The left one's days, each with what an operation on the closed stretches of its date leaves. */
function meet(left: ClosedDates, right: ClosedDates, operation: typeof intersection): ClosedDates {
  const closed = edgesByDate(right.days);
  const days = left.days.flatMap((day) => {
    const edges = operation(edgesOf([day.closed]), closed.get(day.date) ?? []);
    return pieces(edges).map((piece) => ({ ...day, closed: piece }));
  });
  return { ...knownToAll([left, right]), days };
}

function edgesByDate(days: readonly PlanHoliday[]): ReadonlyMap<CivilDate, readonly number[]> {
  const stretches = new Map<CivilDate, DayInterval[]>();
  for (const { date, closed } of days) stretches.set(date, [...(stretches.get(date) ?? []), closed]);
  return new Map([...stretches].map(([date, closed]) => [date, edgesOf(closed)]));
}

function pieces(edges: readonly number[]): readonly DayInterval[] {
  const found: DayInterval[] = [];
  for (let i = 0; i < edges.length; i += 2) found.push({ from: edges[i] ?? 0, to: edges[i + 1] ?? 0 });
  return found;
}

/**
 * What begins with its date begins the evening before, what ends with it ends the morning after. Whether the day beyond
 * the last one known is a holiday is not known, so neither is the evening before it.
 */
function widen(of: ClosedDates, fromBefore: number | null, untilAfter: number | null): ClosedDates {
  const edges = [...edgesByDate(of.days)];
  const nameOn = (date: CivilDate) => of.days.find((day) => day.date === date)?.name ?? '';
  const before = edges.flatMap(([date, closed]) =>
    fromBefore === null || fromBefore === DAY || closed[0] !== 0
      ? []
      : { date: dayBeside(date, -1), name: nameOn(date), closed: { from: fromBefore, to: DAY } },
  );
  const after = edges.flatMap(([date, closed]) =>
    untilAfter === null || untilAfter === 0 || closed.at(-1) !== DAY
      ? []
      : { date: dayBeside(date, 1), name: nameOn(date), closed: { from: 0, to: untilAfter } },
  );
  const known = {
    from: untilAfter === null ? of.from : dayBeside(of.from, 1),
    to: fromBefore === null ? of.to : dayBeside(of.to, -1),
  };
  return join([of, { ...known, days: [...before, ...after] }]);
}

function dayBeside(date: CivilDate, days: 1 | -1): CivilDate {
  return formatCivilDate(epochDayOfDate(date) + days);
}
