import { epochDayOfDate, formatCivilDate } from '../time/civil-date.ts';
import { difference, edgesOf, type intersection } from '../time/interval-set.ts';
import type { CivilDate, DayInterval } from '../time/types.ts';
import type { PlanClosedDates, PlanHoliday, PlanHolidayUse } from './calendar-model.ts';

/** Closed dates as sets of wall-clock times: joined, met, widened. */

const DAY = 86_400;

/** Puts holidays together, with those of the customer in their place; null where there are none at all. */
export function closedBy(use: PlanHolidayUse, customer: PlanClosedDates | null): PlanClosedDates | null {
  switch (use.kind) {
    case 'customer':
      return customer;
    case 'dates':
      return use.dates;
    case 'plus':
    case 'minus':
      return combined(use.kind, closedBy(use.left, customer), closedBy(use.right, customer));
    case 'widened': {
      const of = closedBy(use.of, customer);
      return of === null ? null : widen(of, use.fromBefore, use.untilAfter);
    }
  }
}

function combined(
  kind: 'plus' | 'minus',
  left: PlanClosedDates | null,
  right: PlanClosedDates | null,
): PlanClosedDates | null {
  if (left === null) return kind === 'plus' ? right : null;
  if (right === null) return left;
  return kind === 'plus' ? join([left, right]) : meet(left, right, difference);
}

/** Closed where one is; known only for the dates that all of them know. */
export function join(parts: readonly PlanClosedDates[]): PlanClosedDates {
  return {
    ...knownToAll(parts),
    days: parts
      .flatMap(({ days }) => days)
      .sort((a, b) => (a.date === b.date ? a.closed.from - b.closed.from : a.date < b.date ? -1 : 1)),
  };
}

function knownToAll(parts: readonly PlanClosedDates[]): Pick<PlanClosedDates, 'from' | 'to'> {
  const from = parts.map((part) => part.from).sort();
  const to = parts.map((part) => part.to).sort();
  return { from: from.at(-1) ?? '', to: to[0] ?? '' };
}

/** The left one's days, each with what an operation on the closed stretches of its date leaves. */
export function meet(
  left: PlanClosedDates,
  right: PlanClosedDates,
  operation: typeof intersection,
): PlanClosedDates {
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
function widen(of: PlanClosedDates, fromBefore: number | null, untilAfter: number | null): PlanClosedDates {
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
