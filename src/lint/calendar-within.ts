import { selectorKey } from '../check/dimensions.ts';
import type { CalendarBody, CheckedContract, CivilCalendar, Selected, WeekWindow } from '../check/model.ts';
import { difference, edgesOf, type Edges } from '../time/interval-set.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;

/**
 * Whether all hours of one calendar are hours of another, for one and the same ticket, as far as their clauses show it.
 * False where only the hours themselves can tell.
 */
export type IsWithin = (inner: string, outer: string) => boolean;

const known = new WeakMap<CheckedContract, IsWithin>();

/** What one calendar has of another, each pair looked at once however many promises ask. */
export function withinOf(contract: CheckedContract): IsWithin {
  const found = known.get(contract) ?? compareBodies(contract);
  known.set(contract, found);
  return found;
}

function compareBodies({ calendars }: CheckedContract): IsWithin {
  const bodies = new Map<string, CalendarBody>(calendars.map(({ name, body }) => [name, body]));
  bodies.set('24x7', { kind: 'always' });
  const answers = new Map<CalendarBody, Map<CalendarBody, boolean>>();

  const bodyOf = (body: CalendarBody): CalendarBody | null => {
    let at: CalendarBody | undefined = body;
    while (at?.kind === 'named') at = bodies.get(at.calendar);
    return at ?? null;
  };
  const isWithin = (one: CalendarBody, other: CalendarBody): boolean => {
    const [inner, outer] = [bodyOf(one), bodyOf(other)];
    if (inner === null || outer === null) return false;
    if (inner === outer || outer.kind === 'always') return true;
    const answersOf = answers.get(inner) ?? new Map<CalendarBody, boolean>();
    answers.set(inner, answersOf);
    const answer = answersOf.get(outer) ?? isPartOf(inner, outer, isWithin);
    answersOf.set(outer, answer);
    return answer;
  };
  return (inner, outer) =>
    inner === outer || isWithin({ kind: 'named', calendar: inner }, { kind: 'named', calendar: outer });
}

function isPartOf(
  inner: CalendarBody,
  outer: CalendarBody,
  isWithin: (inner: CalendarBody, outer: CalendarBody) => boolean,
): boolean {
  if (inner.kind === 'union') return isWithin(inner.left, outer) && isWithin(inner.right, outer);
  if (outer.kind === 'intersection') return isWithin(inner, outer.left) && isWithin(inner, outer.right);
  // Whichever of its calendars a ticket has, it must do.
  if (inner.kind === 'chosen' && outer.kind !== 'chosen') {
    return inner.of.every(({ value }) => isWithin(value, outer));
  }
  if (outer.kind === 'chosen') return outer.of.every(({ value }) => isWithin(inner, value));
  if (inner.kind === 'intersection' && (isWithin(inner.left, outer) || isWithin(inner.right, outer))) {
    return true;
  }
  if (inner.kind === 'difference' && isWithin(inner.left, outer)) return true;
  if (outer.kind === 'union') return isWithin(inner, outer.left) || isWithin(inner, outer.right);
  return inner.kind === 'civil' && outer.kind === 'civil' && hasWiderWeek(inner, outer);
}

/** Whether two calendars have all in common but their weeks, and in those the other has every hour of the one. */
function hasWiderWeek(inner: CivilCalendar, outer: CivilCalendar): boolean {
  const [mine, theirs] = [weeksOf(inner), weeksOf(outer)];
  // A narrower line replaces the wider ones, so each must have one for the same tickets.
  const isWider =
    mine.size === theirs.size &&
    [...mine].every(([tickets, hours]) => {
      const wider = theirs.get(tickets);
      return wider !== undefined && difference(hours, wider).length === 0;
    });
  return isWider && layersOf(inner) === layersOf(outer);
}

/** All that a calendar says but its week, and where it says it. */
function layersOf({ week, ...layers }: CivilCalendar): string {
  // Windows that belong to the date on which they begin are more than the hours they cover.
  const own = layers.bound === 'each date' ? [] : week;
  return JSON.stringify([layers, own], (key, value: unknown) =>
    key === 'origin' || key === 'label' ? undefined : value,
  );
}

/** The hours of the week by the tickets that they are for, in seconds since Monday's midnight. */
function weeksOf({ week }: CivilCalendar): ReadonlyMap<string, Edges> {
  const windows = new Map<string, WeekWindow[]>();
  for (const { when, value } of week satisfies readonly Selected<readonly WeekWindow[]>[]) {
    const key = selectorKey(when);
    windows.set(key, [...(windows.get(key) ?? []), ...value]);
  }
  return new Map([...windows].map(([key, all]) => [key, edgesOf(all.flatMap(cutAtWeekEnd))]));
}

function cutAtWeekEnd({
  fromDay,
  fromTime,
  toDay,
  toTime,
}: WeekWindow): readonly { from: number; to: number }[] {
  const from = (fromDay - 1) * DAY + fromTime;
  const to = (toDay - 1) * DAY + toTime;
  return from < to
    ? [{ from, to }]
    : [
        { from, to: WEEK },
        { from: 0, to },
      ];
}
